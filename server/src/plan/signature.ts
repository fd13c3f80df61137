import type { DateExpression, DateSpan } from '../dates/expression.ts';
import { resolveExpression } from '../dates/resolve.ts';
import type { Located } from '../text/range.ts';
import { bodyKindOf } from './bodies.ts';
import type { OutlineItem } from './draft-section.ts';
import { lineMemo } from './facts.ts';
import { isDocumentNumber } from './line/document-numbers.ts';
import type { Line } from './model.ts';

/** Issuer and date of a plan, and where its body ends. */
export interface Signature {
  readonly issuer?: Located<string>;
  readonly issued?: DateSpan;
  /** Index of the first item that no longer belongs to the body: attachment note, issuer or date. */
  readonly bodyEnd: number;
}

const attachmentNote = /^附\s*件\s*(?:[\d一二三四五六七八九十]{1,2}\s*)?(?:[：:.．、\s]|$|(?=[《\p{Script=Han}]))/u;
const issuerLength = 36;
/** What may stand behind a signature: attachments, notes in brackets, the imprint, whom to ask. */
const behindSignature =
  /^(?:附|PAGE\b|生成时间|[—－–-]\s?\d{1,3}\s?[—－–-]$|[（(].*[)）]$|抄\s*[送报]|主\s*送|联系|电话|校对|印发|打印|[-—=_*|]{3,})|印发$/;
/** Page numbers and the like, left over from a word processor. */
const residue = /^(?:PAGE\b.*|生成时间.*|第\s?\d{1,3}\s?页.*|[—－–-]\s?\d{1,3}\s?[—－–-]|[-—=_*|\s]{1,80})$/;

/** The last line of the text proper: residue behind it does not count. */
export function closingOf(body: readonly OutlineItem[]): Line | undefined {
  for (let at = body.length - 1; at >= 0; at--) {
    const line = lineOf(body[at]);
    if (line && !residue.test(line.text)) return line;
  }
  return undefined;
}

/** A line of the imprint with its date: 青禾县教育局办公室 2024年3月5日印发. */
const datedLength = 40;

/**
 * The end of a plan: 附件：…, then the issuer and the date on lines of their own or on one line (GB/T
 * 9704-2012 7.3.4, 7.3.5). Issuer and date in brackets below the title are taken as well.
 */
export function readSignature(items: readonly OutlineItem[]): Signature {
  const alone = readEnd(items) ?? readIssuerAlone(items);
  const end = alone?.issuer ? alone : (readRunIn(items) ?? alone);
  const labels = end?.issuer && end.issued ? {} : readLabels(items);
  let bodyEnd = end?.bodyEnd ?? labels.bodyEnd ?? items.length;
  for (let at = 0; at < bodyEnd; at++) {
    const line = lineOf(items[at]);
    if (line && line.place === 'paragraph' && line.text.length <= 60 && attachmentNote.test(line.text)) {
      bodyEnd = at;
      break;
    }
  }
  const head = end?.issuer && end.issued ? undefined : { ...readHead(items), ...labels };
  const issuer = end?.issuer ?? head?.issuer;
  const issued = end?.issued ?? head?.issued;
  return { bodyEnd, ...(issuer ? { issuer } : {}), ...(issued ? { issued } : {}) };
}

/** The last date on a line of its own with a body above it or in front of it, else the one that ends the text. */
function readEnd(items: readonly OutlineItem[]): Signature | undefined {
  let unsigned: Signature | undefined;
  for (let at = items.length - 1; at >= 0; at--) {
    const line = lineOf(items[at]);
    if (!line || !isProse(items, at)) continue;
    const dated = dateOf(line);
    if (!dated) continue;
    if (dated.issuer) return { issuer: dated.issuer, issued: dated.issued, bodyEnd: at };
    const above = lineOf(items[at - 1]);
    const issuer = above && isProse(items, at - 1) && isIssuer(above) ? issuerOf(above) : undefined;
    if (issuer && bodyKindOf(issuer.value))
      return { issuer, issued: dated.issued, bodyEnd: firstIssuer(items, at - 1) };
    // Some offices put the date first and sign below it.
    const below = lineOf(items[at + 1]);
    if (below && isIssuer(below) && bodyKindOf(below.text) && endsHere(items, at + 1))
      return { issuer: issuerOf(below), issued: dated.issued, bodyEnd: at };
    // A day among others in a programme is no date of issue.
    if (!unsigned && endsHere(items, at)) {
      unsigned = { ...(issuer ? { issuer } : {}), issued: dated.issued, bodyEnd: issuer ? at - 1 : at };
    }
  }
  return unsigned;
}

/** A signature that lost its line breaks is looked for in so many lines at the end and at the beginning. */
const runInLines = 6;
const runInHeadLines = 3;

/**
 * Issuer and date at the end of a paragraph (…贯彻落实。青禾县教育局2024年3月5日（联系人：…）), as they stand
 * where line breaks were lost: at the end of the text, or of the notice whose plan follows in the same lines.
 */
function readRunIn(items: readonly OutlineItem[]): Signature | undefined {
  const last = items.length - 1;
  for (let step = 0; step < Math.min(items.length, runInLines + runInHeadLines); step++) {
    const at = step < runInLines ? last - step : step - runInLines;
    const line = lineOf(items[at]);
    // 1. 《…预案》（…3号）青禾县人民政府2026年1月6日 is one of a list of grounds.
    const read = line?.place === 'paragraph' || line?.place === 'item' ? runInSignature(line.facts) : null;
    const found = read && (line?.place === 'paragraph' || line?.text.charAt(read.start - 1) === '。') ? read : null;
    if (!line || !found || (found.followed && at >= runInHeadLines)) continue;
    const issuer = { value: found.name, range: line.at(found.start, found.end) };
    return { issuer, issued: { ...found.span, range: line.at(found.from, found.to) }, bodyEnd: items.length };
  }
  return undefined;
}

interface RunIn {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly span: DateSpan;
  readonly from: number;
  readonly to: number;
  /** The title of a plan follows in the same line. */
  readonly followed: boolean;
}

/** Longest name, or names of joint issuers, in front of the date. */
const runInNames = 80;

const runInSignature = lineMemo((facts): RunIn | null => {
  const { text } = facts;
  if (text.length < 20 || !/(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*(?:$|[（(“《]|附|联系)/.test(text)) return null;
  for (let at = facts.dates.length - 1; at >= 0; at--) {
    const date = facts.dates[at];
    if (date?.kind !== 'span' || (date.from && date.to && date.from !== date.to)) continue;
    const behind = /^\s*(?:$|[（(]|附|联系|([“《]))/.exec(text.slice(date.range.end, date.range.end + 8));
    const span = behind ? resolveExpression(date, {}) : undefined;
    if (!behind || !span?.yearWritten || !span.start || span.precision !== 'day' || span.deadline) continue;
    const { start: from, end: to } = date.range;
    const name = /(?<=[。！；;）)\dXx×])[\p{Script=Han}\s、]+$/u.exec(
      text.slice(Math.max(0, from - runInNames), from),
    )?.[0];
    if (name === undefined || name.trim().length < 4 || /^[年月日号]/.test(name) || !bodyKindOf(name.trim())) continue;
    const start = from - name.length + (name.length - name.trimStart().length);
    return { name: name.replace(/\s+/g, ''), start, end: from, span, from, to, followed: behind[1] !== undefined };
  }
  return null;
});

/** Joint issuers stand on lines above one another. */
function firstIssuer(items: readonly OutlineItem[], last: number): number {
  let first = last;
  for (let at = last - 1; at > 0; at--) {
    const line = lineOf(items[at]);
    if (!line || line.text.length > issuerLength || !isIssuer(line) || !bodyKindOf(line.text)) break;
    first = at;
  }
  return first;
}

/** An issuer at the end without a date. */
function readIssuerAlone(items: readonly OutlineItem[]): Signature | undefined {
  for (let at = textEnd(items) - 1; at > 0; at--) {
    const line = lineOf(items[at]);
    if (!line) continue;
    const above = lineOf(items[at - 1]);
    const isBelowText = above && (/[。；！）)”]$/.test(above.text) || noteBelowText.test(above.text));
    if (isIssuer(line) && bodyKindOf(line.text) && isBelowText) {
      return endsHere(items, at) ? { issuer: issuerOf(line), bodyEnd: at } : undefined;
    }
    if (!behindSignature.test(line.text)) return undefined;
  }
  return undefined;
}

/** 附件：推荐表, with its name in the same line. */
const noteBelowText = /^附\s*件\s*[：:].{2,60}$/;
/** 附件, 附件1 alone on a line: what comes behind it is no longer the text. */
export const attachmentMark = /^附\s*件\s*[\d一二三四五六七八九十]{0,2}$/;

/** Index of the first attachment that stands in the file, or of the end. */
function textEnd(items: readonly OutlineItem[]): number {
  const at = items.findIndex((item) => 'line' in item && attachmentMark.test(item.line.text));
  return at > 0 ? at : items.length;
}

/** Nothing but attachments and the imprint comes behind the item. */
function endsHere(items: readonly OutlineItem[], at: number): boolean {
  for (let next = at + 1; next < items.length; next++) {
    const line = lineOf(items[next]);
    if (line) return behindSignature.test(line.text);
  }
  return true;
}

const headLines = 3;

/** Issuer and date below the title, in brackets or on short lines of their own. */
function readHead(items: readonly OutlineItem[]): Partial<Signature> | undefined {
  let issuer: Located<string> | undefined;
  for (let at = 0; at < Math.min(headLines, items.length); at++) {
    const line = lineOf(items[at]);
    if (line && isDocumentNumber(line.text)) continue;
    if (!line || line.text.length > datedLength + 2 || line.facts.number) break;
    const bracket = /^[（(](.{2,40})[)）]$/.exec(line.text);
    const dated = bracket ? dateInBrackets(line) : dateOf(line);
    if (dated) return { ...(dated.issuer ? { issuer: dated.issuer } : issuer ? { issuer } : {}), issued: dated.issued };
    const words = bracket?.[1] ?? line.text;
    if (!(bracket || isIssuer(line)) || !bodyKindOf(words)) break;
    const from = line.text.indexOf(words);
    issuer = { value: words.replace(/[\s\u3000]+/g, ''), range: line.at(from, from + words.length) };
  }
  return issuer ? { issuer } : undefined;
}

const madeBy =
  /(?:编制|制定|制订|拟制|编写|起草|发布)(?:部门|单位|机构)[：:][\s\u3000]{0,2}([^\s\u3000：:，。；]{2,24})/;
const madeOn = /(?:编制|制定|制订|拟制|编写|发布|签发)(?:日期|时间)[：:][\s\u3000]{0,2}$/;

/** 编制部门：设备部 编制日期：2025年3月10日 below the title or at the end: companies sign their plans so. */
function readLabels(items: readonly OutlineItem[]): Partial<Signature> {
  const ends = [
    items.slice(0, headLines + 1),
    items.slice(Math.max(headLines + 1, items.length - headLines)).reverse(),
  ];
  const [head = {}, end = {}] = ends.map(labelsAmong);
  // Of a date alone nobody can say whose it is.
  if (head.issuer) return head;
  if (!end.issuer) return {};
  const above = items.findLastIndex((item) => !('line' in item) || !note.test(item.line.text));
  return { ...end, bodyEnd: above + 1 };
}

/** 文档版本：v1.0 and the like stand among them. */
const note = /^\p{Script=Han}{2,6}[：:].{1,30}$/u;

/** @param items from the end of the text on which they stand */
function labelsAmong(items: readonly OutlineItem[]): Partial<Signature> {
  let issuer: Located<string> | undefined;
  let issued: DateSpan | undefined;
  for (const item of items) {
    const line = lineOf(item);
    if (!line || line.facts.number) break;
    const unit = madeBy.exec(line.text);
    if (unit) {
      const from = unit.index + unit[0].length - (unit[1]?.length ?? 0);
      issuer ??= { value: unit[1] ?? '', range: line.at(from, unit.index + unit[0].length) };
    }
    const date = line.facts.dates.find(({ range }) => madeOn.test(line.text.slice(0, range.start)));
    const span = date && namesDay(date) ? resolveExpression(date, {}) : undefined;
    if (date && span?.yearKnown && span.start) issued ??= { ...span, range: line.at(date.range.start, date.range.end) };
  }
  return { ...(issuer ? { issuer } : {}), ...(issued ? { issued } : {}) };
}

function dateInBrackets(line: Line): { issued: DateSpan; issuer?: Located<string> } | undefined {
  const date = line.facts.dates.at(-1);
  const span = date && namesDay(date) ? resolveExpression(date, {}) : undefined;
  if (!date || !span?.yearKnown || !span.start) return undefined;
  if (span.precision !== 'day' && span.precision !== 'month') return undefined;
  const words = line.text.slice(1, date.range.start).trim();
  const issuer =
    words !== '' && bodyKindOf(words)
      ? { value: words.replace(/[\s\u3000]+/g, ''), range: line.at(1, 1 + words.length) }
      : undefined;
  return { issued: { ...span, range: line.at(date.range.start, date.range.end) }, ...(issuer ? { issuer } : {}) };
}

function lineOf(item: OutlineItem | undefined): Line | undefined {
  return item && 'line' in item ? item.line : undefined;
}

function issuerOf(line: Line): Located<string> {
  return { value: line.text.replace(/[\s\u3000]+/g, ''), range: line.range };
}

/** How long a text is where blanks that set its parts apart count once. */
const wordsOf = (text: string): number =>
  text.length > datedLength ? text.replace(/[ \u3000]{2,}/g, ' ').length : text.length;

/** The date that a line consists of, when it names its year; the issuer may stand in front of it. */
function dateOf(line: Line): { issued: DateSpan; issuer?: Located<string> } | undefined {
  if (wordsOf(line.text) > datedLength || !/[年\d]/.test(line.text)) return undefined;
  const [only, more] = line.facts.dates;
  if (!only || more || !namesDay(only) || (only.from && only.to && only.from !== only.to)) return undefined;
  const before = line.text.slice(0, only.range.start).trim();
  // A bar or full stop behind it is residue of pasting.
  const behind = line.text.slice(only.range.end);
  const end = Math.min(only.range.end, clock.exec(line.text)?.index ?? only.range.end);
  if (end === only.range.end && /[^\s|｜。]/.test(behind) && !blankDay.test(behind)) return undefined;
  if (before !== '' && !(/^[^\p{P}]+$/u.test(before.replace(/[、（）()]/g, '')) && bodyKindOf(before)))
    return undefined;
  const span = resolveExpression(only, {});
  if (!span?.yearKnown || !span.start || span.deadline) return undefined;
  if (span.precision !== 'day' && span.precision !== 'month') return undefined;
  const start = line.text.indexOf(before);
  const raw = end < only.range.end ? line.text.slice(only.range.start, end) : span.raw;
  return {
    issued: { ...span, raw, range: line.at(only.range.start, end) },
    ...(before === '' ? {} : { issuer: { value: before, range: line.at(start, start + before.length) } }),
  };
}

/** A date, or one with a slip whose meaning is plain (二0二四年三月五日): it still says when the plan was issued. */
function namesDay(date: DateExpression): boolean {
  return date.kind === 'span' || (date.kind === 'malformed' && date.fault?.correction !== undefined);
}

/** 2024-03-05 09:48:27: the system of a website has dated what is published on it. */
const clock = /(?<=\d日?)(?:[ \t\u3000]{1,4}|T)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\s|｜。]*$/;

/** 2024年3月  日, 2025年7月xx 日: the day is still to be filled in. */
const blankDay = /^[\s\u3000xX×＿_*○]{1,8}日[\s|｜。]*$/;

/** Prose, or a line that runs on from the last item of a list, as Markdown reads it where no empty line ends the list. */
function isProse(items: readonly OutlineItem[], at: number): boolean {
  const line = lineOf(items[at]);
  if (line?.place === 'paragraph') return true;
  return line?.place === 'item' && lineOf(items[at - 1])?.block === line.block;
}

function isIssuer(line: Line): boolean {
  return (
    (line.place === 'paragraph' || line.place === 'item') &&
    line.text.length <= issuerLength &&
    !/[。；：，,;:！？]/.test(line.text) &&
    !line.facts.number
  );
}
