import type { Located, Range } from '../../text/range.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line, Plan, Section } from '../model.ts';
import { stageKey } from '../stages/stage-key.ts';

/** 规定动作: what every plan under this one has to do. */
export interface RequiredAction extends Located<string> {
  /** Key of the stage in which it is to be done. */
  readonly stage?: string;
}

/** Nouns behind the number of a list of things to be done: 学习讨论、调研走访两项工作. */
const works = /^(?:重点|主要|规定|具体)?(?:工作|任务|动作|环节|步骤|活动)$/;
const duty = /规定动作|必做(?:事项|动作|内容)/;
const longest = 24;

/**
 * The required actions of a plan: those that its stages announce (主要抓好学习讨论、调研走访两项工作)
 * and those that it calls 规定动作, listed behind the word or in the section of that title.
 */
export function actionsOf(plan: Plan): readonly RequiredAction[] {
  const found: RequiredAction[] = [];
  const add = (action: RequiredAction): void => {
    const value = action.value.replace(/[\s\u3000“”]/g, '');
    if (value.length < 3 || value.length > longest || found.some((one) => one.value === value)) return;
    found.push({ ...action, value });
  };
  for (const stage of plan.stages) {
    const lines = stage.section ? [stage.section.heading, ...stage.section.body] : [];
    for (const line of lines) {
      for (const item of announcedOn(line)) add({ stage: stageKey(stage.name.value), ...item });
    }
  }
  for (const line of plan.lines) if (namesDuty(line.facts)) behindWord(line).forEach(add);
  for (const section of sectionsNamed(plan.sections)) itemsOf(section).forEach(add);
  return found;
}

const namesDuty = lineMemo(({ text }: LineFacts) => duty.test(text));

function announcedOn(line: Line): readonly Located<string>[] {
  return line.facts.announcements.flatMap(({ noun, slogan, inline, count }) =>
    !slogan && inline && inline.items.length === count && works.test(noun)
      ? inline.items.map((item) => ({
          value: line.text
            .slice(item.start, item.end)
            .replace(/^(?:主要|重点|着重)?(?:抓好|做好|开展好?|完成|搞好|包括|是)/, ''),
          range: line.at(item.start, item.end),
        }))
      : [],
  );
}

const listed = /(?:规定动作|必做(?:事项|动作|内容))”?(?:主要|具体)?(?:包括|有|为|是|：|:)[：:]?([^。；]{4,160})/;

function behindWord(line: Line): readonly Located<string>[] {
  const match = listed.exec(line.text);
  const list = match?.[1];
  if (!match || list === undefined) return [];
  let at = match.index + match[0].length - list.length;
  const items: { value: string; range: Range }[] = [];
  for (const piece of list.split(/(?=[、，,])|(?<=[、，,])/)) {
    if (!/^[、，,]$/.test(piece)) items.push({ value: piece, range: line.at(at, at + piece.length) });
    at += piece.length;
  }
  return items.length > 1 ? items : [];
}

function sectionsNamed(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) =>
    duty.test(section.title.value) && section.title.value.length < 20 ? [section] : sectionsNamed(section.sections),
  );
}

/** A thing to be done, by the first words that name it. */
export interface Work extends Located<string> {
  /** All clauses of its sentence that name something to be done. */
  readonly clauses: readonly string[];
}

/** The things that a section lists: its sections and the lines of its lists, each by its first words. */
export function itemsOf(section: Section): readonly Work[] {
  const children = section.sections.map(({ title }) => workOf(title));
  const depth = Math.min(
    ...section.body.map((line) => (line.place === 'item' ? line.depth : Number.POSITIVE_INFINITY)),
  );
  const lines = section.body.flatMap((line) => {
    const number = line.facts.number;
    if (!number && (line.place !== 'item' || line.depth > depth)) return [];
    const start = number?.range.end ?? 0;
    return [workOf({ value: line.text.slice(start), range: line.at(start, line.text.length) })];
  });
  return [...children, ...lines];
}

const day = '(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?(?:[上中下]旬|底(?!线)|初(?![步中审]))?(?:（[^）]{1,5}）)?';
/** What stands in front of a thing to do within its clause: 6月30日前, 由村委会牵头. */
const ahead = new RegExp(
  `^(?:[于在从](?=\\d))?(?:(?=\\d{1,4}[年月])${day}(?:[、和至—～-]${day})?(?:[之以]?前|期间|内|起)?)?(?:由[^，。；]{2,16}(?:牵头|负责)(?!人))?`,
);
/** 每月20日前, 各组要于5月底前, 全部完成: a time and nothing else. */
const timeWords =
  /^各\p{Script=Han}{1,4}(?=[于在要应须])|全[面部]|基本|完成|办结|星期|季度|[春夏秋冬]季|期间|\p{Script=Han}节|[\d年月日号旬上中下初底前后内起止至到—～\-、之以每周半第一二三四五六七八九十（）从自于在要应须开始]/gu;
const byWhom =
  /^由?[^，]{2,20}(?:负责|牵头|组织|承办|落实)$|^(?:责任|牵头|配合|联系|完成|整改)(?:单位|部门|人|领导|时限|期限|时间)/;
/** 按照“谁产生、谁清理”的原则, 在全村范围内, 对不配合的: how or where. */
const circumstance = /^(?:[在以按从为]|依照|根据|针对|坚持|围绕|对|结合|通过)|[的内下后]$/;

/** 改造户厕60座 of 6月30日前，改造户厕60座，由村委会负责。 */
export function workOf({ value, range }: Located<string>): Work {
  const found: { readonly at: number; readonly words: string }[] = [];
  const sentence = /^[^。；;]{0,120}/.exec(value)?.[0] ?? '';
  const isLabel = byWhom.test(/^[^：:]*/.exec(sentence)?.[0] ?? '') && /[：:]/.test(sentence);
  for (const { 0: clause, index } of isLabel ? [] : sentence.matchAll(/[^，,：:]+/g)) {
    const lead = ahead.exec(clause)?.[0].length ?? 0;
    const words = clause.slice(lead);
    const isAside = byWhom.test(words) || clause.replace(timeWords, '').length < 2;
    // 以案促改 stands alone, and is what is done.
    const isCircumstance = clause.length < sentence.length && circumstance.test(words);
    if (words.length > 1 && !isAside && !isCircumstance) found.push({ at: index + lead, words });
  }
  const [first] = found;
  const clauses = found.map(({ words }) => words);
  // A title may have lost its blanks: its range is then no measure of where the words end.
  if (!first || range.end - range.start !== value.length) return { value: first?.words ?? '', range, clauses };
  const start = range.start + first.at;
  return { value: first.words, range: { start, end: start + first.words.length }, clauses };
}
