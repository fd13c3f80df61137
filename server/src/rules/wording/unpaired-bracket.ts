import { hanToNumber } from '../../numbering/han.ts';
import type { Line } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { defineRule, type Finding, type Message } from '../rule.ts';
import { leftOver, type Mark, unmatchedMarks } from './marks.ts';

type MessageId = 'unclosed' | 'unopened' | 'uneven' | 'reversed' | 'swapped' | 'strayAngle';

/** A mark without its other half on its line. */
interface LooseMark extends Mark {
  readonly line: Line;
}

/** A quotation or bracket may run over so many lines: a speech, a list within brackets. */
const REACH = 8;

const partners: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '）': '（',
  ')': '(',
  '“': '”',
  '”': '“',
  '‘': '’',
  '’': '‘',
  '「': '」',
  '」': '「',
  '『': '』',
  '』': '『',
  '《': '》',
  '》': '《',
  '〈': '〉',
  '〉': '〈',
  '【': '】',
  '】': '【',
  '〔': '〕',
  '〕': '〔',
  '〖': '〗',
  '〗': '〖',
  '[': ']',
  ']': '[',
  '［': '］',
  '］': '［',
};

const turn: Message = { zh: '改为“{partner}”', en: 'Write “{partner}”' };

/** A quotation mark or bracket without its other half. */
export const unpairedBracket = defineRule<MessageId>({
  id: 'unpaired-bracket',
  family: 'wording',
  severity: 'error',
  basis: ['15834-4.8', '15834-4.9', '15834-4.15'],
  faults: [],
  fixes: ['suggested'],
  ofCarriers: true,
  summary: {
    zh: '引号、括号、书名号不成对',
    en: 'A quotation mark, bracket or title mark without its other half',
  },
  messages: {
    unclosed: {
      zh: '“{mark}”没有与之配对的“{partner}”，请补上后一半或删去。',
      en: '“{mark}” is never closed: add “{partner}” or remove it.',
    },
    unopened: {
      zh: '“{mark}”前面没有与之配对的“{partner}”，请补上前一半或删去。',
      en: '“{mark}” was never opened: add “{partner}” or remove it.',
    },
    uneven: {
      zh: '引号一边全角、一边半角，“{mark}”应作“{partner}”。',
      en: 'A pair of quotation marks has unequal halves: “{mark}” should be “{partner}”.',
    },
    reversed: {
      zh: '引号方向有误：此处的“{mark}”应为“{partner}”。',
      en: 'A quotation mark faces the wrong way: “{mark}” should be “{partner}”.',
    },
    swapped: {
      zh: '引号方向反了：“{text}”应作“{corrected}”。',
      en: 'The quotation marks face the wrong way round: “{text}” should be “{corrected}”.',
    },
    strayAngle: {
      zh: '书名号内的“{mark}”没有另一半；书名号里的书名号用“〈〉”，请补成一对或删去。',
      en: '“{mark}” within a title has no other half; an inner title stands in 〈〉.',
    },
  },
  checkPlan({ document, plan, report }) {
    const loose: LooseMark[] = [];
    let previous: Line | undefined;
    for (const line of linesInOrder(document, plan)) {
      if (line.place !== 'quote') {
        for (const mark of unmatchedMarks(line.facts, line.literals)) loose.push({ line, ...mark });
        if (previous && goesOn(previous, line)) drop(loose, previous);
      }
      previous = line;
    }
    for (const { line, index } of bareNumbers(linesInOrder(document, plan))) {
      const range = line.at(index, index + 1);
      report({ message: 'unopened', params: { mark: '）', partner: '（' }, range });
    }
    if (loose.length > 0) for (const finding of judge(acrossLines(loose))) report(finding);
  },
});

const wholeNumber = /^[ \u3000]*[（(]([一二三四五六七八九十]{1,2})[）)]/;
const bareNumber = /^[ \u3000]*([一二三四五六七八九十]{1,2})[）](?=[一-龥])/;

/** 三）… between （二）… and （四）…: the only number without its first half. */
function bareNumbers(lines: readonly Line[]): readonly { readonly line: Line; readonly index: number }[] {
  const bare = lines.filter(({ text, place }) => place !== 'cell' && place !== 'quote' && bareNumber.test(text));
  const [line] = bare;
  if (!line || bare.length > 1) return NO_NUMBERS;
  const value = hanToNumber(bareNumber.exec(line.text)?.[1] ?? '') ?? 0;
  const at = lines.indexOf(line);
  const ordinalOf = ({ text }: Line) => hanToNumber(wholeNumber.exec(text)?.[1] ?? '');
  const before = lines.slice(0, at).findLast((one) => wholeNumber.test(one.text));
  const behind = lines.slice(at + 1).find((one) => wholeNumber.test(one.text));
  const fits = value > 1 && before !== undefined && ordinalOf(before) === value - 1;
  if (!fits || (behind !== undefined && ![value + 1, 1].includes(ordinalOf(behind) ?? 0))) return NO_NUMBERS;
  return [{ line, index: line.text.indexOf('）') }];
}
const NO_NUMBERS: readonly never[] = [];

/** Each paragraph of a long quotation opens with “, and only the last one closes. */
function goesOn(previous: Line, line: Line): boolean {
  const first = previous.text.charAt(0);
  return (first === '“' || first === '「') && line.text.charAt(0) === first;
}

function drop(loose: LooseMark[], line: Line): void {
  const at = loose.findIndex((mark) => mark.line === line && mark.index === 0 && mark.side === 'open');
  if (at >= 0) loose.splice(at, 1);
}

/** What is left when marks may also be answered from a line near by; in a cell only from the cell. */
function acrossLines(loose: readonly LooseMark[]): readonly LooseMark[] {
  const groups: LooseMark[][] = [];
  for (const mark of loose) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const apart = mark.line !== last?.line && (mark.line.place === 'cell' || last?.line.place === 'cell');
    if (group && last && !apart && mark.line.index - last.line.index <= REACH) group.push(mark);
    else groups.push([mark]);
  }
  return groups.flatMap((group) => withoutTornTitles(leftOver(group, mayPair)));
}

/**
 * A pair may span lines when the line breaks off in the middle of a sentence, or when a bracket that
 * opens at the head of a line or behind a colon closes at the end of one. Two slips near each other
 * are no pair.
 */
function mayPair(open: LooseMark, close: LooseMark): boolean {
  if (open.line === close.line) return true;
  const wrapped = !/[。；！？：.;!?][”’）)」』]{0,2}$/.test(open.line.text.trimEnd());
  if (wrapped && close.line.index - open.line.index <= 2) return true;
  if (isBesideFile(open, close)) return true;
  const heads = open.index === 0 || /[：:]/.test(open.line.text.charAt(open.index - 1));
  return (
    heads && /^[。，；、.,;]?[”’）)」』]{0,2}[。，；、.,;]?$/.test(close.line.text.slice(close.index + 1).trimEnd())
  );
}

/** （点击下载： and, on the next line, 报名表.docx），…: a bracket around the file that a web page puts on a line of its own. */
function isBesideFile(open: LooseMark, close: LooseMark): boolean {
  if (close.line.index - open.line.index > 2 || !/[：:]\s*$/.test(open.line.text)) return false;
  return /^(?:[^，。；]{1,80}\.[a-z]{2,4})?\s*$/i.test(close.line.text.slice(0, close.index));
}

/** 《…> and 《…〉 are a pair of unequal halves: punctuation, not a missing half. */
function withoutTornTitles(left: readonly LooseMark[]): readonly LooseMark[] {
  const torn = new Set<LooseMark>();
  left.forEach((mark, at) => {
    const next = left[at + 1];
    if (mark.text === '《' && next?.family === '〈' && next.side === 'close' && next.line === mark.line) {
      torn.add(mark).add(next);
    }
  });
  return left.filter((mark) => !torn.has(mark));
}

function judge(left: readonly LooseMark[]): readonly Finding<MessageId>[] {
  const findings: Finding<MessageId>[] = [];
  for (let at = 0; at < left.length; at++) {
    const mark = left[at];
    if (!mark) break;
    const next = left[at + 1];
    const half = halfWidthPartner(mark);
    if (half >= 0) {
      findings.push(uneven(mark, half));
      continue;
    }
    if (next && isSameQuote(mark, next)) {
      // Two closing marks were meant to be a pair, and so were two opening ones.
      findings.push(reversed(mark.side === 'close' ? mark : next));
      at++;
      continue;
    }
    const turned = next ? swappedPairs(mark, next) : [];
    if (turned.length > 0) {
      findings.push(...turned);
      at++;
      continue;
    }
    findings.push(single(mark));
  }
  return findings;
}

function isSameQuote(mark: LooseMark, next: LooseMark): boolean {
  return (
    /[“”‘’]/.test(mark.text) && mark.text === next.text && mark.line === next.line && next.index - mark.index <= 60
  );
}

/** Longest quotation whose other half may be a half-width mark. */
const unevenLength = 60;

/** “甲": the index of the half-width mark that stands for the other half, with no other quotation between; -1 where there is none. */
function halfWidthPartner({ text, line, index }: LooseMark): number {
  if (text === '“') {
    const inner = /^[^“”"]+/.exec(line.text.slice(index + 1, index + 2 + unevenLength))?.[0].length ?? 0;
    return inner > 0 && line.text.charAt(index + 1 + inner) === '"' ? index + 1 + inner : -1;
  }
  if (text !== '”') return -1;
  const start = Math.max(0, index - 1 - unevenLength);
  const inner = /[^“”"]+$/.exec(line.text.slice(start, index))?.[0].length ?? 0;
  return inner > 0 && line.text.charAt(index - inner - 1) === '"' ? index - inner - 1 : -1;
}

function uneven(mark: LooseMark, at: number): Finding<MessageId> {
  const range = mark.line.at(at, at + 1);
  const partner = partners[mark.text] ?? '';
  return {
    message: 'uneven',
    params: { mark: '"', partner },
    range,
    severity: 'warning',
    fix: { title: turn, params: { partner }, safety: 'suggested', edits: [{ range, text: partner }] },
  };
}

/** Longest quotation that is believed to have its marks the wrong way round. */
const swappedLength = 24;

/**
 * ”甲“: the marks of quotations that face the wrong way round. Where a line has several of them, pairs that
 * stand right may lie between: ”甲“、“乙”、”丙“.
 */
function swappedPairs(close: LooseMark, open: LooseMark): readonly Finding<MessageId>[] {
  const { line } = close;
  if (!/[”’]/.test(close.text) || open.text !== partners[close.text] || open.line !== line) return [];
  const places: number[] = [];
  for (let at = close.index; at <= open.index; at++) {
    const mark = line.text.charAt(at);
    if (mark === close.text || mark === open.text) places.push(at);
  }
  const findings: Finding<MessageId>[] = [];
  for (let at = 0; at < places.length; at += 2) {
    const [start = 0, end = 0] = [places[at], places[at + 1]];
    const isTurned = line.text.charAt(start) === close.text;
    const words = line.text.slice(start + 1, end);
    if (end <= start || line.text.charAt(end) === line.text.charAt(start)) return [];
    if (!isTurned) continue;
    if (words === '' || words.length > swappedLength || /[。；！？“”‘’\s]/.test(words.replace(/[。！？]$/, '')))
      return [];
    findings.push(swapped(line, start, end, `${open.text}${words}${close.text}`));
  }
  return findings;
}

function swapped(line: Line, start: number, end: number, corrected: string): Finding<MessageId> {
  const range = line.at(start, end + 1);
  return {
    message: 'swapped',
    params: { text: line.text.slice(start, end + 1), corrected },
    range,
    fix: { title: turn, params: { partner: corrected }, safety: 'suggested', edits: [{ range, text: corrected }] },
  };
}

function reversed(mark: LooseMark): Finding<MessageId> {
  const range = mark.line.at(mark.index, mark.index + 1);
  const partner = partners[mark.text] ?? '';
  return {
    message: 'reversed',
    params: { mark: mark.text, partner },
    range,
    fix: { title: turn, params: { partner }, safety: 'suggested', edits: [{ range, text: partner }] },
  };
}

function single(mark: LooseMark): Finding<MessageId> {
  const partner = partners[mark.text];
  const message = partner === undefined ? 'strayAngle' : mark.side === 'open' ? 'unclosed' : 'unopened';
  return {
    message,
    params: { mark: mark.text, partner: partner ?? '' },
    range: mark.line.at(mark.index, mark.index + 1),
  };
}
