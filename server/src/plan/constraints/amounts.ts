import type { Amount } from '../../dates/expression.ts';
import { halfWidthDigits, hanToNumber } from '../../numbering/han.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesNear } from '../../text/nearby.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import { quantityWords } from '../line/quantities.ts';
import type { Line, Plan, Section } from '../model.ts';
import { versionMemo } from '../plan-memo.ts';
import { hasSign, sign } from '../signs.ts';
import source from './amounts.yaml';
import { audienceOfAmount, mayNameAudience } from './audiences.ts';
import type { Placed } from './statements.ts';

const words = source as Readonly<Record<'limits' | 'rhythms' | 'counted' | 'notObjects', readonly string[]>>;

/** A number of hours, days, articles … that is said of something. All have the same keys, in the same order. */
export interface Amounted {
  /** Indexes of the line's text. */
  readonly range: Range;
  readonly raw: string;
  readonly count: number;
  readonly low: number | undefined;
  /** 小时, 天, 月, 篇 … */
  readonly unit: string;
  readonly per: string | undefined;
  /** The words in front, without what only leads to the number: 集中学习. */
  readonly subject: string;
  /** The words behind: 政策宣讲会 of 2场政策宣讲会; empty where none follow. */
  readonly object: string;
  /** Topic of the numbered line, by which two amounts can be known to be of one thing: 专家会诊. */
  readonly item: string;
  readonly comparator: 'atLeast' | 'atMost' | 'about' | undefined;
  /** Neither a limit nor a length of time: a number as texts have many. */
  readonly isBare: true | undefined;
  /** Of whom it is said: 镇、街道机关. */
  readonly audience: string | undefined;
}

const unitNames: Readonly<Record<Amount['unit'], string>> = {
  day: '天',
  workday: '工作日',
  week: '周',
  month: '月',
  year: '年',
  hour: '小时',
};
const sameUnits: Readonly<Record<string, string>> = { 日: '天', 课时: '学时', 名: '人', '％': '%' };

const lastLimit = new RegExp(`^(.*)(?:${anyOf(words.limits)})`);
const rhythm = new RegExp(`每(?:${anyOf(words.rhythms)})$`);

const quantitySign = sign({ words: quantityWords });

/** The amounts of a line: limits (不少于48个小时) and lengths of time (集中学习40个小时). */
export const amountsOn = lineMemo((facts: LineFacts): readonly Amounted[] => {
  const { text } = facts;
  if (!/[\d一二两三四五六七八九十半]/.test(text)) return none;
  const isLong = facts.dates.some(({ kind }) => kind === 'duration');
  const quantities = hasSign(facts, quantitySign) ? facts.quantities : [];
  if (!isLong && quantities.length === 0) return none;
  const audienceAt = audiencesOf(text);
  const limits = quantities.map(
    ({ range, raw, count, low, unit, per, subject, comparator }): Amounted => ({
      range,
      raw,
      count,
      low,
      unit: unitOf(unit),
      per,
      ...saidAround(facts, range, subject),
      comparator,
      isBare: undefined,
      audience: audienceAt(range),
    }),
  );
  const dates = isLong ? facts.dates : [];
  const lengths = dates.flatMap(({ kind, range, raw, amount, comparator }): readonly Amounted[] => {
    if (kind !== 'duration' || !amount || limits.some((limit) => overlaps(limit.range, range))) return [];
    return [
      {
        range,
        raw,
        count: amount.count,
        low: amount.low,
        unit: unitNames[amount.unit],
        per: undefined,
        ...saidAround(facts, range, clauseBefore(text, range.start)),
        comparator,
        isBare: undefined,
        audience: audienceAt(range),
      },
    ];
  });
  const found = [...limits, ...lengths].filter(({ subject, object }) => subject !== '' || object !== '');
  return found.length === 0 ? none : found;
});

const count = new RegExp(
  `(?<![\\d.．第十每前后逾近超余])(\\d{1,9}(?:\\.\\d{1,3})?|[一两三四五六七八九十]{1,3})(?:多|余)?(${anyOf(words.counted)})`,
  'g',
);

/** The end of a number with the beginning of a unit behind it: of everything that is counted. */
const counting = new RegExp(
  `[\\d一两三四五六七八九十][多余]?[${[...new Set(words.counted.map((unit) => unit.charAt(0)))].join('')}]`,
  'g',
);
/** A number of nine figures, a point and three more, in front of the unit. */
const LONGEST_NUMBER = 14;

/** What a line counts without a limit: 举办1场政策宣讲会, 公示3个工作日, 覆盖面85%. Days and lengths of time are amounts already. */
export const countsOn = lineMemo((facts: LineFacts): readonly Amounted[] => {
  const { text } = facts;
  const matches = matchesNear(text, count, counting, LONGEST_NUMBER);
  if (matches.length === 0) return none;
  const amounts = amountsOn(facts);
  const audienceAt = audiencesOf(text);
  const found = matches.flatMap((match): readonly Amounted[] => {
    const [raw, written = '', unit = ''] = match;
    const range = { start: match.index, end: match.index + raw.length };
    const value = /\d/.test(written) ? Number(halfWidthDigits(written)) : hanToNumber(written.replace(/两/g, '二'));
    if (value === undefined || facts.dates.some((date) => overlaps(date.range, range))) return [];
    if (amounts.some((amount) => overlaps(amount.range, range))) return [];
    const around = saidAround(facts, range, clauseBefore(text, range.start));
    return around.subject === '' && around.object === ''
      ? []
      : [
          {
            range,
            raw,
            count: value,
            low: undefined,
            unit: unitOf(unit),
            per: undefined,
            ...around,
            comparator: undefined,
            isBare: true,
            audience: audienceAt(range),
          },
        ];
  });
  return found.length === 0 ? none : found;
});

const none: readonly Amounted[] = [];

/** Tells of whom an amount of a line is said. */
function audiencesOf(text: string): (range: Range) => string | undefined {
  return mayNameAudience(text) ? ({ start }) => audienceOfAmount(text, start) : nobody;
}
const nobody = () => undefined;

function unitOf(unit: string): string {
  const plain = unit.length > 1 ? unit.replace(/^个(?!百)/, '') : unit;
  return sameUnits[plain] ?? plain;
}

/** Shorter subjects do not tell what is counted: the clause in front does (聘请专家会诊，不少于10家). */
const shortest = 2;

function saidAround(
  { text, number }: LineFacts,
  { start, end }: Range,
  clause: string,
): Pick<Amounted, 'subject' | 'object' | 'item'> {
  let subject = subjectCore(clause);
  if (subject.length < shortest && /[，,]$/.test(text.slice(0, start - clause.length))) {
    subject = subjectCore(clauseBefore(text, start - clause.length - 1)) || subject;
  }
  return { subject, object: objectBehind(text.slice(end, end + reach)), item: itemOf(text, number?.range.end ?? 0) };
}

const reach = 24;

function clauseBefore(text: string, at: number): string {
  return /[^，。；、：,;:（）()]{0,24}$/.exec(text.slice(Math.max(0, at - reach), at))?.[0] ?? '';
}

/** 要确保集中学习时间累计 → 集中学习时间; 每半年至少组织 → 组织. */
function subjectCore(subject: string): string {
  const plain = subject.replace(/[\s\u3000“”"]/g, '');
  const limit = lastLimit.exec(plain);
  const behind = limit ? plain.slice(limit[0].length) : '';
  return ((limit?.[1] ?? plain).replace(rhythm, '') + behind)
    .replace(/^(?:其中|一般|原则上|要|应当|应|须|必须|确保|保证|并|且|每(?:人|名)?)+/, '')
    .replace(/(?:累计|合计|总计|共计|一般|原则上|必须|应当|要|应|须|为|共|的|在|达到|安排|进行|控制)+$/, '');
}

/** 的政策宣讲会以上 → 政策宣讲会. */
function objectBehind(text: string): string {
  const [object = ''] =
    /^[\p{Script=Han}“”]{1,16}/u.exec(text.replace(/^(?:以上|及以上|左右|以内|之内|以下)?的?/, '')) ?? [];
  return object.length > 14 ? '' : object.replace(/[“”]/g, '').replace(notObject, '');
}

/** 3个工作日无异议的, 10家以上: what follows is no thing that is counted. */
const notObject = new RegExp(`^(?:${anyOf(words.notObjects)}).*$`);

/** Topic of a numbered line: 3.开展专家会诊。 */
function itemOf(text: string, from: number): string {
  if (from === 0) return '';
  return (
    /^[\s\u3000]*([\p{Script=Han}“”]{2,16})[。：:]/u.exec(text.slice(from, from + reach))?.[1]?.replace(/[“”]/g, '') ??
    ''
  );
}

/** Longest title of a section that is a topic, and most lines below it that are about nothing else. */
const longestTopic = 16;
const mostLines = 3;

/** The amounts of all lines with their places; below a heading of their own (### 3. 开展专家会诊) its title is their topic. */
export function placedAmounts(
  plan: Plan,
  lines: readonly Line[],
  read: (facts: LineFacts) => readonly Amounted[],
): readonly Placed<Amounted>[] {
  const found: Placed<Amounted>[] = [];
  for (const line of lines) {
    for (const amount of read(line.facts)) {
      let { item } = amount;
      if (item === '') {
        item =
          topicsOf(plan)
            .get(line)
            ?.replace(/[\s\u3000“”]/g, '') ?? '';
      }
      found.push(placed(amount, item, line));
    }
  }
  return found;
}

/** Written out, since plans have hundreds of amounts and copying keys from one object into another is dear. */
function placed(amount: Amounted, item: string, line: Line): Placed<Amounted> {
  const { range, raw, count, low, unit, per, subject, object, comparator, isBare, audience } = amount;
  const at = line.at(range.start, range.end);
  return { range, raw, count, low, unit, per, subject, object, item, comparator, isBare, audience, line, at };
}

const topicsOf = versionMemo(({ sections }): ReadonlyMap<Line, string> => {
  const topics = new Map<Line, string>();
  const visit = (section: Section): void => {
    const { body, stage, title, heading } = section;
    const isLeaf = !stage && section.sections.length === 0 && body.length <= mostLines;
    if (isLeaf && title.value.length <= longestTopic) {
      topics.set(heading, title.value);
      for (const line of body) topics.set(line, title.value);
    }
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return topics;
});
