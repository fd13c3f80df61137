import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Line } from '../../plan/model.ts';
import { quotationSign } from '../../plan/names/quotation-sign.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith, sign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { tableOfUnits } from '../../text/units.ts';
import { type Dictionary, defineRule, type Finding } from '../rule.ts';
import { listSign, titleEndSign } from './mark-signs.ts';
import { workingBodySign } from './names/body-sign.ts';
import { coinedTerms } from './names/coined-terms.ts';
import { coreOf } from './names/slogans.ts';
import { unsetGroups } from './names/unset-groups.ts';
import { isWellKnown } from './names/well-known.ts';

type MessageId = 'body' | 'slogan' | 'twice' | 'differently' | 'late';

const firstHere = { zh: '第一次在此处规定简称', en: 'First introduced here' };
const introducedHere = { zh: '简称在此处才规定', en: 'Introduced only here' };
const alsoHere = { zh: '此处同', en: 'Here as well' };

/** A working body that nobody sets up, a slogan that is never explained, a short name introduced twice or too late. */
export const undefinedTerm = defineRule<MessageId>({
  id: 'undefined-term',
  family: 'consistency',
  severity: 'info',
  basis: ['practice'],
  faults: ['F14', 'F40'],
  fixes: [],
  summary: {
    zh: '机构、提法没有交代就使用，或简称重复规定',
    en: 'A body or term that is never introduced, or a short name introduced twice',
  },
  messages: {
    body: {
      zh: '文中提到“{name}”，但全文没有写明它何时由谁设立，请交代或写全名称。',
      en: '“{name}” is mentioned, but nothing says who set it up; say so, or give its full name.',
    },
    slogan: {
      zh: '“{name}”没有说明具体内容，请在首次出现时列出。',
      en: '“{name}” is never explained; list what it stands for.',
    },
    twice: {
      zh: '简称“{name}”前面已经规定过，此处重复。',
      en: 'The short name “{name}” has been introduced before.',
    },
    differently: {
      zh: '简称“{name}”前面指“{first}”，此处又指“{second}”，请改用不同的简称。',
      en: 'The short name “{name}” stood for “{first}”, and for “{second}” here.',
    },
    late: {
      zh: '简称“{name}”在规定之前就已使用，请把“以下简称”移到首次出现处。',
      en: 'The short name “{name}” is used before it is introduced.',
    },
  },
  checkPlan({ document, plan, dictionary, report }) {
    const all = linesInOrder(document, plan);
    const known = knownOf(dictionary);
    const issuer = plan.issuer?.range.start;
    const body = bodyNeverSetUp(
      linesWith(all, workingBodySign).filter(({ place, range }) => place !== 'quote' && range.start !== issuer),
    );
    if (body && !known(body.name))
      report({ message: 'body', params: { name: body.name }, range: body.range, related: body.related });
    for (const finding of sloganFindings(all, plan.enumerations, known)) report(finding);
    for (const finding of abbreviationFindings(all)) report(finding);
  },
  // Another text of the file may say what they are.
  checkDocument({ document, plans, dictionary, report }) {
    const known = knownOf(dictionary);
    for (const { plan } of plans) {
      const all = linesInOrder(document, plan);
      for (const { name, range } of unsetGroups(all, document.lines)) {
        if (!known(name)) report({ message: 'body', params: { name }, range, term: { list: 'organisations', name } });
      }
      for (const { name, range } of coinedTerms(all, document.lines, plan.title?.value ?? '')) {
        if (!known(name)) report({ message: 'slogan', params: { name }, range, term: { list: 'terms', name } });
      }
    }
  },
});

const knownOf =
  ({ terms, organisations }: Dictionary) =>
  (name: string): boolean =>
    terms.includes(name) || organisations.includes(name);

const BARE = new Set(['领导小组', '领导小组办公室', '指挥部', '工作专班', '专班', '指挥部办公室']);
const level = /[省市县区镇乡村街校局院厅委部司]/;
const setUp = /成立|设立|组建|建立|组成|调整|设在|下设|组长|总指挥|副组长|召集人|组织机构|工作机构|附件|名单/;

/** 四、领导小组, 领导小组： – who belongs to it stands below. */
const heads = /^[^，。；：]{0,6}(?:工作)?(?:领导小组|指挥部|专班)(?:成员|组成)?[：:]?$/;

/**
 * The first 领导小组 without a name that does something, when nothing in the plan sets one up, gives its
 * members or names it in full.
 */
function bodyNeverSetUp(lines: readonly Line[]):
  | {
      readonly name: string;
      readonly range: Range;
      readonly related: { readonly message: typeof alsoHere; readonly range: Range }[];
    }
  | undefined {
  const bare: { readonly name: string; readonly range: Range }[] = [];
  for (const line of lines) {
    for (const { name, type, range } of line.facts.workingBodies) {
      const own = name.slice(0, -type.length);
      if (own.length > 2 || level.test(own)) {
        // Any body of that kind with a name may be the one that is meant.
        if (/领导小组|指挥部|专班/.test(type)) return undefined;
        continue;
      }
      if (setUp.test(line.text) || heads.test(line.text)) return undefined;
      if (BARE.has(type)) bare.push({ name: type, range: line.at(range.end - type.length, range.end) });
    }
  }
  const [first, ...others] = bare;
  return first && { ...first, related: others.map(({ range }) => ({ message: alsoHere, range })) };
}

/** Slogans in quotation marks whose items stand nowhere in the plan; each once, where it comes first. */
function sloganFindings(
  lines: readonly Line[],
  enumerations: readonly {
    readonly announcement: { readonly phrase?: Range };
    readonly lists: readonly unknown[];
    readonly line: Line;
  }[],
  known: (name: string) => boolean,
): readonly Finding<MessageId>[] {
  const quoted = asBefore(quotedSlogans(lines, known));
  if (quoted === '') return [];
  const first = new Map<string, Range | undefined>();
  const explained = new Set<string>();
  const listed = new Set<string>();
  const words = new Map<string, { readonly count: number; readonly noun: string }>();
  for (const { announcement, lists, line } of enumerations) {
    if (announcement.phrase && lists.length > 0)
      listed.add(coreOf(line.text.slice(announcement.phrase.start, announcement.phrase.end)));
  }
  for (const line of lines) {
    // Whatever form of a slogan stands there, it has all of its characters.
    if (!mayHoldOne(line.facts, quoted) || line.place === 'quote') continue;
    for (const { slogan, phrase, inline, count, noun } of line.facts.announcements) {
      if (!slogan || !phrase) continue;
      const name = line.text.slice(phrase.start, phrase.end);
      if (!words.has(name)) words.set(name, { count, noun });
      const after = line.text.slice(phrase.end, phrase.end + 14);
      // What stands at the end of its line is set out in the lines below, but for a cell; 四对照、四检查 is 四对照四检查.
      const endsLine = line.place !== 'cell' && /^[”"」]?[。：:]?$/.test(line.text.slice(phrase.end));
      if (inline || endsLine || explains.test(after)) explained.add(coreOf(name));
      const isQuoted = isInMarks(line.text, phrase);
      if (!first.has(name) || (isQuoted && !first.get(name)))
        first.set(name, isQuoted ? line.at(phrase.start, phrase.end) : undefined);
    }
  }
  const whole = [...first.keys()];
  let lists: ReturnType<typeof listsByCount> | undefined;
  const titles = linesWith(lines, titleEndSign);
  return [...first].flatMap(([name, range]) => {
    // 四横五纵 of “四横五纵、两沿十廊” is told with it.
    if (whole.some((other) => other !== name && other.includes(name))) return [];
    const core = coreOf(name);
    if (!range || explained.has(core) || listed.has(core) || isName(name, known)) return [];
    const word = words.get(name);
    if (word && word.noun.length <= 2 && word.noun !== '不') {
      lists ??= listsByCount(lines);
      if (isListed(lists.get(word.count) ?? NO_LISTS, word.noun)) return [];
    }
    // 《中小学校消防安全十项规定》 is where they are listed.
    const titled = `${name}》`;
    if (titles.some(({ text, place }) => place !== 'quote' && text.includes(titled))) return [];
    return { message: 'slogan' as const, params: { name }, range, term: { list: 'terms' as const, name } };
  });
}

/** A slogan begins with its number. */
const numberInMarks = /[“"「][两二三四五六七八九十2-9]/;

/** The slogans in quotation marks that the text has to explain, without marks, each on a line of its own. */
function quotedSlogans(lines: readonly Line[], known: (name: string) => boolean): string {
  const found = new Set<string>();
  for (const line of linesWith(lines, quotationSign)) {
    if (line.place === 'quote') continue;
    for (const name of namesInMarks(line.facts)) if (!isName(name, known)) found.add(coreOf(name));
  }
  return found.size === 0 ? '' : [...found].join('\n');
}

const namesInMarks = lineMemo((facts: LineFacts): readonly string[] => {
  const { text } = facts;
  if (!numberInMarks.test(text)) return NO_NAMES;
  const names = facts.announcements.flatMap(({ slogan, phrase }) =>
    slogan && phrase && isInMarks(text, phrase) ? [text.slice(phrase.start, phrase.end)] : NO_NAMES,
  );
  return names.length === 0 ? NO_NAMES : names;
});
const NO_NAMES: readonly string[] = [];

const isInMarks = (text: string, { start }: Range): boolean => /[“"「]/.test(text.charAt(start - 1));

/** Everybody knows what it is, or it is no more than a name. */
const isName = (name: string, known: (name: string) => boolean): boolean =>
  known(name) || isWellKnown(name) || award.test(name);

interface Asked {
  slogans: string;
  may: boolean;
}
/** Whether a line may hold one of the slogans that were asked for last, which few key strokes change. */
const asked = lineMemo((): Asked => ({ slogans: '', may: false }));

let before = '';
/** The very string of the time before where the words are the same: each line compares it with its own, which then costs nothing. */
function asBefore(slogans: string): string {
  if (slogans !== before) before = slogans;
  return before;
}

/** @param slogans without marks, one on a line */
function mayHoldOne(facts: LineFacts, slogans: string): boolean {
  const entry = asked(facts);
  if (entry.slogans !== slogans) {
    entry.slogans = slogans;
    entry.may = slogans.split('\n').some((slogan) => hasAll(facts.text, slogan));
  }
  return entry.may;
}

function hasAll(text: string, characters: string): boolean {
  for (let at = 0; at < characters.length; at++) if (!text.includes(characters.charAt(at))) return false;
  return true;
}

/** 节水、节电、节粮 somewhere in the plan says what 三节 is. */
function isListed(lists: readonly ShortList[], noun: string): boolean {
  return lists.some(({ words }) => words.includes(noun) && words.split('、').every((item) => item.includes(noun)));
}

interface ShortList {
  /** How many items it has. */
  readonly items: number;
  readonly words: string;
}

/** The short lists of a plan by the number of their items, of which each slogan asks for one. */
function listsByCount(lines: readonly Line[]): ReadonlyMap<number, readonly ShortList[]> {
  const byCount = new Map<number, ShortList[]>();
  for (const { facts, place } of linesWith(lines, listSign)) {
    if (place === 'quote') continue;
    for (const list of shortListsOn(facts)) {
      const own = byCount.get(list.items);
      if (own) own.push(list);
      else byCount.set(list.items, [list]);
    }
  }
  return byCount;
}

/** What a text joins by 、 without another mark between, where no item is longer than a phrase. */
const shortListsOn = lineMemo(({ text }): readonly ShortList[] => {
  let found: ShortList[] | undefined;
  let [start, item, items, isShort] = [0, 0, 1, true];
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    const ends = at === text.length || endsList[unit] === 1;
    if (!ends && unit !== LIST_MARK) continue;
    if (at - item > LONGEST_ITEM) isShort = false;
    item = at + 1;
    if (!ends) {
      items++;
      continue;
    }
    if (items > 1 && isShort) {
      found ??= [];
      found.push({ items, words: text.slice(start, at) });
    }
    [start, items, isShort] = [at + 1, 1, true];
  }
  return found ?? NO_LISTS;
});
const NO_LISTS: readonly ShortList[] = [];
const LIST_MARK = '、'.charCodeAt(0);
const LONGEST_ITEM = 8;
/** Stops, quotation marks, brackets and blanks. */
const endsList = tableOfUnits(
  '，。；：:“”"（）()\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);

/** Honours and places that begin with a number are names. */
const award = /(?:楷模|标兵|好人|先锋|奖|杯|网|讲堂|课堂|广场|学院|公园|工程)$/;

/** Behind a slogan: its content follows, or says where it is set out. */
const explains =
  /^[”"」]?(?:活动|要求|原则|标准|目标|工作法|行动|工程|机制|制度|工作|任务)?(?:[：:（(]|，?即|，?是指|，?具体)/;

/** What a short name is introduced with. */
const abbreviationSign = sign({ words: ['简称', '下称', '一称', '均称', '统称'] });

function abbreviationFindings(lines: readonly Line[]): readonly Finding<MessageId>[] {
  const known = new Map<
    string,
    { readonly before: string; readonly range: Range; readonly line: Line; readonly at: number }
  >();
  const findings: Finding<MessageId>[] = [];
  for (const line of linesWith(lines, abbreviationSign)) {
    if (line.place === 'quote') continue;
    for (const { name, before, range } of line.facts.abbreviations) {
      const place = line.at(range.start, range.end);
      const first = known.get(name);
      if (!first) {
        known.set(name, { before, range: place, line, at: range.start });
        continue;
      }
      const same = first.before.slice(-4) === before.slice(-4);
      findings.push({
        message: same ? 'twice' : 'differently',
        params: same ? { name } : { name, first: tail(first.before), second: tail(before) },
        range: place,
        ...(same ? {} : { severity: 'warning' as const }),
        related: [{ message: firstHere, range: first.range }],
      });
    }
  }
  for (const [name, { range, line }] of known) {
    if (name.length < 4 || GENERAL.test(name)) continue;
    const early = lines.find(
      (other) =>
        other.index < line.index && other.place !== 'heading' && other.place !== 'quote' && usedIn(other, name),
    );
    if (!early) continue;
    const at = early.text.indexOf(name);
    findings.push({
      message: 'late',
      params: { name },
      range: early.at(at, at + name.length),
      related: [{ message: introducedHere, range }],
    });
  }
  return findings;
}

/** Short names that are words of their own: they may well stand in front of their introduction. */
const GENERAL =
  /^(?:学校|各校|单位|部门|方案|活动|办法|意见|领导小组|工作专班|专班|平台|系统|项目|行动|专项行动|办公室)$/;

/** The name as a word of its own, not as a part of its full form. */
function usedIn({ text, facts }: Line, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0 || facts.references.some(({ range }) => range.start <= at && at < range.end)) return false;
  return at === 0 || /[\p{Punctuation}\s在由对将把按和与及为]/u.test(text.charAt(at - 1));
}

const tail = (words: string) => /[^，。；：、]{1,16}$/.exec(words)?.[0] ?? words;
