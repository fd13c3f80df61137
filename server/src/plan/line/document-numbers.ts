import { halfWidthDigits } from '../../numbering/han.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

/** What is wrong with a document number (GB/T 9704-2012 7.2.5). */
export type DocumentNumberFault =
  | 'brackets' // [2009]6号, （2009）6号, 【2009】6号
  | 'no-brackets' // 某政发2009年6号
  | 'short-year' // 〔09〕6号
  | 'year-mark' // 〔2009年〕6号
  | 'ordinal-word' // 〔2009〕第6号
  | 'padding' // 〔2009〕06号
  | 'missing-mark' // 〔2009〕6
  | 'digits' // full-width digits
  | 'blanks';

/** A document number (发文字号): code of the issuer, year and serial number. */
export interface DocumentNumber {
  readonly range: Range;
  readonly raw: string;
  /** 浙教人 in 浙教人〔2017〕81号; empty when only year and serial were written. */
  readonly code: string;
  readonly year: number;
  readonly serial: number;
  /** The first fault found; the correction mends all of them. */
  readonly fault?: DocumentNumberFault;
  /** The number in its standard form, `code〔year〕serial号`. */
  readonly correction?: string;
}

const DIGIT = '[0-9０-９]';
const BLANKS = '[ \\u3000]{0,2}';

const bracketed = new RegExp(
  `([〔\\[［【（(〈<「{﹝])${BLANKS}(${DIGIT}{2}|${DIGIT}{4})(年?)${BLANKS}([〕\\]］】）)〉>」}﹞])${BLANKS}(第?)${BLANKS}(${DIGIT}{1,5})${BLANKS}(号?)`,
  'g',
);
/** 政发2009年6号, 城教字2026第15号 */
const withoutBrackets = new RegExp(`(?<=[一-龥][发字函办])((?:19|20)${DIGIT}{2})(年第?|第)(${DIGIT}{1,5})号`, 'g');

/** 市教党[2010]（15号）: the serial number stands in brackets of its own. */
const serialBracketed = new RegExp(`([〔\\[［【])(${DIGIT}{4})([〕\\]］】])[（(](${DIGIT}{1,5})号[）)]`, 'g');

/** 市教党2010〔15〕号: the brackets stand around the serial number instead of the year. */
const yearOutside = new RegExp(
  `(?<=[一-龥])((?:19|20)${DIGIT}{2})年?([〔\\[［【（(])(?:第)?(${DIGIT}{1,5})[〕\\]］】）)]号`,
  'g',
);

/** Words in front of a code that do not belong to it. */
const leadWords =
  /^.*(?:根据|按照|依据|遵照|依照|参照|对照|贯彻|落实|执行|转发|印发|下发|发布|详见|文件|通知|意见|方案|办法|规定|精神|以及|及其|[的和与及见以原由])(?=.{2})/;

const issuerName = /^.*(?:办公[室厅]|公司|委员会|政府|党组|总局)(?=[一-龥]{2,6}$)/;

/** Numbers of licences, plots and buildings are written like document numbers. */
const otherCode = /(?:证|许|(?<!标)准|(?<!设)备|登|(?<![质纪药])检|测|地块|编号|批号|车牌)字?$/;
const building = /^(?:楼|院|线|路|门|井|机|车|教室|公寓|宿舍|仓|桥|馆|厅|厂|窗|地块|会议室)/;

/** 号 behind a figure, a blank or a bracket: all of the forms have it but 〔2026〕6. */
const mayHaveMark = /[\d０-９ \u3000〕\]］】）)]号/;

const none: readonly DocumentNumber[] = [];

/**
 * Finds the document numbers of a text, the well-formed ones and the faulty.
 *
 * Ordinary brackets with a year in them, notes such as [1] and numbers of buildings are left alone:
 * round brackets and two-digit years count only behind the code of an issuer.
 * @returns in order of position
 */
export function findDocumentNumbers(text: string): readonly DocumentNumber[] {
  if (!text.includes('〔') && !mayHaveMark.test(text)) return none;
  const numbers: DocumentNumber[] = [];
  for (const match of matchesOf(text, bracketed)) {
    const number = readBracketed(text, match);
    if (number) numbers.push(number);
  }
  for (const match of matchesOf(text, withoutBrackets)) numbers.push(readPlain(text, match));
  for (const match of matchesOf(text, serialBracketed)) {
    const [raw, , year = '', , serial = ''] = match;
    numbers.push(...readMisplaced(text, match.index, raw, year, serial));
  }
  for (const match of matchesOf(text, yearOutside)) {
    const [raw, year = '', , serial = ''] = match;
    numbers.push(...readMisplaced(text, match.index, raw, year, serial));
  }
  return numbers.sort((a, b) => a.range.start - b.range.start);
}

/** True for a line that is nothing but the number of the document itself. */
export function isDocumentNumber(text: string): boolean {
  const own = text.trim();
  if (own.length > longestNumber) return false;
  const [number] = findDocumentNumbers(own);
  return number !== undefined && number.range.start === 0 && number.range.end === own.length;
}
const longestNumber = 30;

/** Brackets that stand around another part than the year; behind the code of an issuer only. */
function readMisplaced(text: string, at: number, raw: string, year: string, serial: string): readonly DocumentNumber[] {
  const code = codeBefore(text, at);
  const end = at + raw.length;
  if (code.text === '' || otherCode.test(code.text) || building.test(text.slice(end, end + 3))) return none;
  const range = { start: code.start, end };
  return [documentNumber(text, range, code.text, expandYear(year), serial, 'brackets')];
}

function readBracketed(text: string, match: RegExpExecArray): DocumentNumber | undefined {
  const [raw, open = '', year = '', yearMark = '', close = '', ordinal = '', serial = '', mark = ''] = match;
  const end = match.index + raw.length;
  const standard = open === '〔' && close === '〕';
  if (mark === '' && !(standard && /^(?:[）)、，,。；;文]|$)/.test(text.slice(end, end + 1)))) return undefined;
  if (mark !== '' && building.test(text.slice(end, end + 3))) return undefined;
  const code = codeBefore(text, match.index);
  if (otherCode.test(code.text)) return undefined;
  const round = /[（(〈<「{]/.test(open);
  const behindTitle = text.charAt(match.index - 1) === '》';
  if (code.text === '' && ((round && !behindTitle) || year.length === 2)) return undefined;
  const fullYear = expandYear(year);
  if (fullYear < 1949 || fullYear > 2100) return undefined;
  const written = text.slice(code.start, end);
  const fault = firstFault([
    ['brackets', !standard],
    ['short-year', year.length === 2],
    ['year-mark', yearMark !== ''],
    ['ordinal-word', ordinal !== ''],
    ['padding', /^[0０]/.test(serial)],
    ['missing-mark', mark === ''],
    ['digits', /[０-９]/.test(written)],
    ['blanks', /[ \u3000]/.test(written)],
  ]);
  return documentNumber(text, { start: code.start, end }, code.text, fullYear, serial, fault);
}

function readPlain(text: string, match: RegExpExecArray): DocumentNumber {
  const [raw, year = '', , serial = ''] = match;
  const code = codeBefore(text, match.index);
  const range = { start: code.start, end: match.index + raw.length };
  return documentNumber(text, range, code.text, expandYear(year.slice(0, 4)), serial, 'no-brackets');
}

function documentNumber(
  text: string,
  range: Range,
  code: string,
  year: number,
  serialText: string,
  fault: DocumentNumberFault | undefined,
): DocumentNumber {
  const serial = Number(halfWidthDigits(serialText));
  const raw = text.slice(range.start, range.end);
  if (!fault) return { range, raw, code, year, serial };
  return { range, raw, code, year, serial, fault, correction: `${code}〔${year}〕${serial}号` };
}

function firstFault(tests: readonly (readonly [DocumentNumberFault, boolean])[]): DocumentNumberFault | undefined {
  return tests.find(([, present]) => present)?.[0];
}

function expandYear(digits: string): number {
  const year = Number(halfWidthDigits(digits));
  if (digits.length > 2) return year;
  return year > 48 ? 1900 + year : 2000 + year;
}

/** The code of the issuer that ends at `at`, or an empty text that starts there. */
function codeBefore(text: string, at: number): { readonly text: string; readonly start: number } {
  const before = text.slice(Math.max(0, at - 16), at);
  const run = /([一-龥]{1,14})[ \u3000]?$/.exec(before);
  const han = run?.[1];
  if (!run || !han) return { text: '', start: at };
  const start = at - run[0].length;
  const enclosed = /[（(“]/.test(text.charAt(start - 1));
  const lead = enclosed ? '' : (leadWords.exec(han)?.[0] ?? '');
  const code = han.slice(lead.length);
  // In a letterhead that lost its line break the name of the issuer stands in front.
  const name = code.length > 10 ? issuerName.exec(code)?.[0] : undefined;
  if (name !== undefined) return { text: code.slice(name.length), start: start + lead.length + name.length };
  // A code is short; a longer run of characters is the end of a sentence.
  return code.length > 10 ? { text: '', start: at } : { text: code, start: start + lead.length };
}
