import { hanToNumber } from '../../numbering/han.ts';
import type { NumberKind } from '../../numbering/token.ts';
import type { Range } from '../../text/range.ts';

/** A place that names a part of a document by its number: 第三部分, 第四条第（二）项, “三、（二）”. */
export interface PartMention {
  /** Indexes in the text, from the first part to the last. */
  readonly range: Range;
  readonly parts: readonly MentionedPart[];
  /** The words around it say that a part of this document is meant. */
  readonly certain: boolean;
}

export interface MentionedPart {
  /** Kinds of number that the word can mean, the likeliest first. */
  readonly kinds: readonly NumberKind[];
  readonly value: number;
  /** The numeral alone. */
  readonly range: Range;
  /** It counts within the part in which it is said: 第（二）项. */
  readonly inner: boolean;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const UNITS: Readonly<Record<string, readonly NumberKind[]>> = {
  部分: ['part', 'han', 'chapter'],
  章: ['chapter'],
  节: ['section'],
  条: ['article', 'han'],
  款: ['hanBracket'],
  项: ['hanBracket', 'arabic', 'arabicBracket'],
  点: ['hanBracket', 'arabic', 'arabicBracket'],
  阶段: ['stage'],
  环节: ['phasePart'],
  步: ['stepOrdinal'],
};
const items: readonly NumberKind[] = ['article', 'hanBracket', 'arabic', 'arabicBracket'];
/** 项目, 条件 and 节约 are other words. */
const UNIT = '(?:章(?!程)|节(?![约日能目水])|条(?![件例线])|款(?![项物])|项(?!目)|点(?![位评名击面]))';
const innerUnits: ReadonlySet<string> = new Set(['款', '项', '点']);

/** 第三部分, 第（二）项, （二）项; and 三、（二） */
const ordinal = new RegExp(
  `(?:第[（(]?|[（(])(${HAN}|[1-9]\\d?)[）)]?(部分|阶段|环节|${UNIT}|步(?![伐入步骤]))|(?<![\\p{Script=Han}第])(${HAN})、[ \\u3000]?[（(](${HAN})[）)]`,
  'gu',
);
/** A part within the part in front of it: 第三部分第（二）项, 第四条（二）. */
const further = new RegExp(`第?[（(]?(${HAN}|[1-9]\\d?)[）)]?(部分|${UNIT})|[（(](${HAN}|[1-9]\\d?)[）)]`, 'y');

const ours =
  /(?:本(?:方案|办法|意见|预案|计划|通知|细则|制度|规定|文)(?:中)?的?|[详参]?见|按照?|依[照据]|根据|参照|遵照|对照|执行|落实|符合|违反|除|同|如|上述|前述|以上|[前上后下正]文|所附|属于|适用|完成|结合|围绕)[“"（(]?$/;
/** Words that go on from a part as from a paragraph of a paper. */
const oursBehind = /^[”"）)]?(?:的?(?:规定|要求|所列|所述|所指|明确|确定|提出|列出|内容|任务分工|职责))/;
/** The name of another paper, with or without its marks, stands in front. */
const theirs =
  /(?:[》”’」]|法|条例|规定|办法|细则|准则|规则|纲要|意见|通知|章程|合同|协议|决定|标准|规范|方案|预案|计划|清单|讲话|报告|该|其|上级|市级|省级|中央|全国|全[省市县区]|[省市县区])(?:中|里)?的?[“"（(]?$/;
const thisPaper = /本(?:方案|办法|意见|预案|计划|通知|细则|制度|规定)(?:中)?的?[“"（(]?$/;
const joined = /^[、和及与或至到，,以第]{0,3}$/;

/**
 * The mentions of a line, those that clearly belong to another document or stand in a quotation left out.
 * @param from where the words of a heading begin behind its own numbers
 */
export function findMentions(text: string, from = 0): readonly PartMention[] {
  if (!/[第（(、]/.test(text)) return none;
  const found: PartMention[] = [];
  const quoted = quotedIn(text);
  let last: { readonly end: number; readonly own: 'yes' | 'no' | 'maybe' } | undefined;
  for (const match of text.matchAll(ordinal)) {
    const start = match.index;
    if (start < (last?.end ?? from)) continue;
    const parts = partsOf(text, match);
    const end = Math.max(...parts.map(({ end: at }) => at));
    const before = text.slice(Math.max(0, start - 14), start);
    const between = last ? text.slice(last.end, start) : undefined;
    const own =
      between !== undefined && joined.test(between) && last ? last.own : ownership(before, text.slice(end, end + 8));
    last = { end, own };
    const unit = match[2] ?? '';
    if (own === 'no' || parts.length === 0) continue;
    if (quoted.some((one) => one.start <= start && end <= one.end && !isAlone(text, one, start, end))) continue;
    // 第一项工作 and 第一条生产线 count things, not paragraphs.
    const counts =
      own === 'maybe' && (innerUnits.has(unit) || unit === '条' || unit === '节' || unit === '步' || unit === '章');
    if (counts) continue;
    const isStage = unit === '阶段' || unit === '环节';
    found.push({
      range: { start, end },
      parts: parts.map(({ part }) => part),
      certain: own === 'yes' || isStage,
    });
  }
  return found;
}

const none: readonly PartMention[] = [];

function ownership(before: string, behind: string): 'yes' | 'no' | 'maybe' {
  if (thisPaper.test(before)) return 'yes';
  if (ours.test(before) && !/[》”]的?[“"（(]?$/.test(before)) return 'yes';
  if (theirs.test(before)) return 'no';
  return oursBehind.test(behind) ? 'yes' : 'maybe';
}

interface ReadPart {
  readonly part: MentionedPart;
  readonly end: number;
}

function partsOf(text: string, match: RegExpExecArray): readonly ReadPart[] {
  const start = match.index;
  if (match[3] !== undefined) {
    const at = start + match[0].lastIndexOf(match[4] ?? '');
    return [
      partAt(match[3], start, ['han'], false, start + match[0].length),
      partAt(match[4] ?? '', at, ['hanBracket'], false, start + match[0].length),
    ].filter((part) => part !== undefined);
  }
  const unit = match[2] ?? '';
  const numeral = match[1] ?? '';
  const first = partAt(
    numeral,
    start + match[0].indexOf(numeral),
    UNITS[unit] ?? [],
    innerUnits.has(unit),
    start + match[0].length,
  );
  const parts = first ? [first] : [];
  for (let at = start + match[0].length; parts.length > 0 && parts.length < 3; ) {
    further.lastIndex = at;
    const next = further.exec(text);
    // 第三部分第二条 of another kind begins anew; an item in brackets goes on, and so does 第二部分第3条: articles
    // are written 第三条.
    const isItem = /\d[）)]?条$/.test(next?.[0] ?? '') && unit !== '章' && unit !== '节';
    if (!next || !(isItem || /[（(款项点]/.test(next[0]))) break;
    const inner = next[1] ?? next[3] ?? '';
    const kinds = next[2] === '条' ? items : (UNITS[next[2] ?? '项'] ?? []);
    const part = partAt(inner, at + next[0].indexOf(inner), kinds, false, at + next[0].length);
    if (!part) break;
    parts.push(part);
    at += next[0].length;
  }
  return parts;
}

function partAt(
  numeral: string,
  at: number,
  kinds: readonly NumberKind[],
  inner: boolean,
  end: number,
): ReadPart | undefined {
  const value = /^\d/.test(numeral) ? Number(numeral) : hanToNumber(numeral);
  if (value === undefined) return undefined;
  return { part: { kinds, value, range: { start: at, end: at + numeral.length }, inner }, end };
}

const marks: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['《', '》'],
  ['「', '」'],
];

function quotedIn(text: string): readonly Range[] {
  return marks.flatMap(([open, close]) => {
    const found: Range[] = [];
    for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
      const end = text.indexOf(close, at);
      if (end < 0) break;
      found.push({ start: at + 1, end });
      at = end;
    }
    return found;
  });
}

/** 按照“三、（二）”要求: the marks hold the number and nothing else. */
function isAlone(text: string, quote: Range, start: number, end: number): boolean {
  return text.slice(quote.start, start).trim() === '' && text.slice(end, quote.end).trim() === '';
}
