import type { NumberToken } from '../../../numbering/token.ts';
import { sectionList } from '../../../plan/announcements/enumerations.ts';
import { mostIn } from '../../../plan/announcements/several.ts';
import { sentenceTo } from '../../../plan/line/sentences.ts';
import type { Enumeration, Line, Plan, Section } from '../../../plan/model.ts';
import { sharePair } from '../../../text/pairs.ts';
import type { WrongCount } from './parts.ts';

type List = Enumeration['lists'][number];

/** 五大提升工程, 三项能力提升任务. */
const tasks = /(?:任务|行动|工程|体系|计划)$/;
/** What other papers have so many of need not be all here. */
const ofOthers =
  /按照|根据|落实|贯彻|围绕|对标|对照|其中|(?:的|工作)部署|部署要求|上级|[省市区县]委|选择|部分|附件|附表|详见|优先|已|去年|上年/;
const CLOSE = 2;

/**
 * 推进五大攻坚任务、四大基础建设任务、三大能力提升任务 above as many sections, each of them of the words of one;
 * 实施五大提升工程 above sections that are all called 工程.
 */
export function wrongGroups(plan: Plan): readonly WrongCount[] {
  const found: WrongCount[] = [];
  for (const [line, all] of byLine(plan)) {
    const holder = holderOf(plan.sections, line);
    if (!holder || holder.sections.some(({ heading }) => heading.index < line.index)) continue;
    const [first, second] = all;
    for (const wrong of second ? inTurn(all, holder) : first ? ofNoun(first, holder) : []) found.push(wrong);
  }
  return found;
}

/** The announcements of such tasks, by their lines, where nothing was found that they announce. */
function byLine({ enumerations }: Plan): ReadonlyMap<Line, readonly Enumeration[]> {
  const lines = new Map<Line, Enumeration[]>();
  for (const one of enumerations) {
    const { announcement, lists, line } = one;
    if (announcement.classifier !== '大' || announcement.slogan || line.place === 'quote') continue;
    if (!tasks.test(announcement.noun) || lists.length > 0 || ofOthers.test(sentenceAround(one))) continue;
    const own = lines.get(line);
    if (own) own.push(one);
    else lines.set(line, [one]);
  }
  return lines;
}

/** The sentence so far, with the clause to its end, and what the line says of another place. */
function sentenceAround({ line: { text }, announcement: { range } }: Enumeration): string {
  const behind = text.slice(range.end);
  const rest = /附件|附表|详见/.exec(behind)?.[0] ?? /^[^，。；]*/.exec(behind)?.[0] ?? '';
  return sentenceTo(text, range.end) + rest;
}

function holderOf(sections: readonly Section[], line: Line): Section | undefined {
  for (const section of sections) {
    if (line.range.start < section.range.start || line.range.start >= section.range.end) continue;
    return section.body.includes(line) ? section : holderOf(section.sections, line);
  }
  return undefined;
}

/** The first announcement is of the first section, the second of the second one, and so on. */
function inTurn(all: readonly Enumeration[], { sections }: Section): readonly WrongCount[] {
  if (all.length !== sections.length || !areTogether(all)) return [];
  const lists = sections.map(itemsOf);
  const fits = all.every((one, at) => {
    const section = sections[at];
    const title = section?.title.value ?? '';
    return sharesWord(one.announcement.noun.replace(tasks, ''), title) && (lists[at]?.count ?? 0) >= 2;
  });
  const sum = (counts: readonly number[]) => counts.reduce((whole, count) => whole + count, 0);
  // Items that stand in another section than they were counted for are a matter of sorting.
  if (!fits || sum(all.map(({ announced }) => announced)) === sum(lists.map((list) => list?.count ?? 0))) return [];
  return all.flatMap((enumeration, at) => {
    const list = lists[at];
    return list && isWrong(enumeration, list, sections[at]?.sections ?? []) ? [{ enumeration, list }] : [];
  });
}

/** Nothing but 、 or 和 between one and the next. */
const areTogether = (all: readonly Enumeration[]) =>
  all.every(({ announcement: { range }, line }, at) => {
    const next = all[at + 1];
    return !next || /^(?:[、，]|和|与|及|以及)$/.test(line.text.slice(range.end, next.announcement.range.start));
  });

/** All sections are called by what is announced. */
function ofNoun(enumeration: Enumeration, { sections }: Section): readonly WrongCount[] {
  const noun = tasks.exec(enumeration.announcement.noun)?.[0] ?? '';
  if (sections.length < 2 || !sections.every(({ title }) => title.value.endsWith(noun))) return [];
  if (!areCounted(sections) || sections[0]?.number?.value !== 1) return [];
  const list = sectionList(sections);
  return isWrong(enumeration, list, sections) ? [{ enumeration, list }] : [];
}

function isWrong({ announced }: Enumeration, { count }: List, sections: readonly Section[]): boolean {
  if (count === announced || Math.abs(count - announced) > CLOSE) return false;
  if (sections.some(({ title, tables }) => tables.length > 0 || title.value.startsWith('其他'))) return false;
  // 道路、桥梁提升工程 may be two, and so may what is divided once more.
  const most = sections.map(({ title: { value } }) => (value.length <= longestTitle ? severalIn(value) : 1));
  return most.reduce((sum, one) => sum + one, 0) < announced || count > announced;
}
const longestTitle = 20;
const severalIn = (title: string) => Math.max(mostIn(title), title.split(/[、，]|以及|和|与|及/).length);

const areCounted = (sections: readonly Section[]) => countOn(sections.map(({ number }) => number));

/** Numbers of one kind, each the one behind the last. */
const countOn = (numbers: readonly (NumberToken | undefined)[]): boolean =>
  numbers.every(
    (number, at) => number && number.kind === numbers[0]?.kind && number.value === (numbers[0]?.value ?? 0) + at,
  );

/** What is numbered below a heading, without a gap: the sections, or the lines where they are no sections. */
function itemsOf({ sections, body }: Section): List | undefined {
  if (sections.length > 0) return areCounted(sections) ? sectionList(sections) : undefined;
  const lines = body.filter(({ facts }) => facts.number);
  const [first] = lines;
  return first && countOn(lines.map(({ facts }) => facts.number))
    ? { origin: 'sections', count: lines.length, items: lines.map(({ range }) => range) }
    : undefined;
}

/** Words that any such name has. */
const general = /专项|重点|工作|推进|实施|建设|开展|加强|强化/g;

const sharesWord = (one: string, other: string): boolean =>
  sharePair(one.replace(general, '，'), other, (pair) => !pair.includes('，'));
