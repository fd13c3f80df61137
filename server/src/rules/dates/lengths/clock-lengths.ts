import { readCount } from '../../../numbering/han.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import { partStart } from '../../../plan/line/sentences.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { linesWith } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';
import { hourSign } from '../../figures.ts';
import type { Finding, Message } from '../../rule.ts';

type Result = 'shorter' | 'longer';

interface WrongLength {
  readonly result: Result;
  readonly raw: string;
  readonly window: string;
  readonly minutes: number;
  readonly range: Range;
}

const NONE: readonly WrongLength[] = [];
const HOURS =
  /(?<![\d:：.])(\d{1,2})[:：](\d{2})\s?(?:[-—–－~～]{1,2}|至|到)\s?(?:上午|下午|中午|晚上)?(\d{1,2})[:：](\d{2})(?![\d:：])/g;
/** ，总时长2小时; （共90分钟）; ，时长约一个半小时 */
const LENGTH =
  /^[）)]?[，,（( ]?(?:比赛|会议|演练|活动|培训)?(?:总时长|时长|总时间|全程|总共|共计|共|历时|用时|为期)(?:为)?(?<about>约|大约|大概)?((?:\d{1,3}(?:\.5)?|[一二两三四五六七八]|半)个?半?(?:小时|钟头)|\d{1,3}分钟)(?![以左上多])/;
/** 14:00—16:00考综合应用能力，时长150分钟: what is held in those hours stands between them and their length. */
const FARTHER =
  /^(?<between>[）)]?[^。；，,、\d（(每各分共]{1,20})[，,](?:考试|比赛|会议|演练|总)?(?:时长|历时|用时|限时)(?:为|共)?(?<raw>(?:\d{1,3}(?:\.5)?|[一二两三四五六七八]|半)个?半?(?:小时|钟头)|\d{1,3}分钟)(?![以左上多])/;
/** 约60分钟（14:30—16:00）, 时长60分钟（19:00—20:30）: the hours stand in brackets of their own behind the length. */
const IN_FRONT =
  /(?<before>[^。；，,\d]{0,12}?)(?<about>约|大约|大概)?(?<raw>(?:(?<![\d.])\d{1,3}(?:\.5)?|[一二两三四五六七八]|半)个?半?(?:小时|钟头)|(?<![\d.])\d{1,3}分钟)(?<more>左右)?[（(]$/;
/** 每人发言10分钟（9:00—9:40）; 提前30分钟: no length of those hours. */
const ofOthers = /每|各|人均|提前|推迟|顺延|延长|间隔|迟到|以内|不超过|不少于|至少|至多|超过|休息|轮|开[考赛会]前|后$/;
/** Coming together and a break are often left out. */
const TOLERATED = 10;
const NOON = 12 * 60;
/** How long people work or are on duty is not how long the office is open; a break is not counted by everybody. */
const DAILY = /值班|值守|值勤|作息|上班|办公|工作时间|工时|营业|开放|休息|间歇|中场/;

/** 9:00—11:30，总时长2小时: a length that its hours do not have. */
export function clockLengths(lines: readonly Line[]): readonly Finding<Result>[] {
  return linesWith(lines, hourSign).flatMap((line) => {
    const found = wrongLengths(line.facts);
    if (found.length === 0) return [];
    return found.map(({ result, raw, window, minutes, range }) => ({
      message: result,
      params: { raw, window, actual: minutesText(minutes) },
      range: line.at(range.start, range.end),
    }));
  });
}

const wrongLengths = lineMemo((facts: LineFacts): readonly WrongLength[] => {
  const { text } = facts;
  if (!/小时|分钟|钟头/.test(text) || DAILY.test(text)) return NONE;
  const windows = [...text.matchAll(HOURS)];
  return windows.flatMap(({ 0: window, 1: h1, 2: m1, 3: h2, 4: m2, index }) => {
    const behind = index + window.length;
    // 上午8:00—12:00，下午14:00—17:00，共7小时: the length is that of both.
    const inFront = lengthInFront(text, { index, behind });
    const sentence = partStart(text, index);
    if (!inFront && windows.some((other) => other.index >= sentence && other.index < index)) return [];
    const said = inFront ?? lengthBehind(text, behind);
    if (!said) return [];
    const { raw, start, tolerated } = said;
    const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
    const minutes = to - from;
    const told = minutesIn(raw);
    // Hours over noon have a break in them, and those that run backwards have no length.
    if (told === undefined || minutes <= 0 || (from < NOON && to > NOON)) return [];
    if (Math.abs(minutes - told) <= Math.max(TOLERATED, told * tolerated)) return [];
    const result = minutes < told ? 'shorter' : 'longer';
    return [{ result, raw, window, minutes, range: { start, end: start + raw.length } }];
  });
});

interface ToldLength {
  readonly raw: string;
  readonly start: number;
  /** Which part of it 约 allows to either side. */
  readonly tolerated: number;
}

function lengthBehind(text: string, behind: number): ToldLength | undefined {
  const said = LENGTH.exec(text.slice(behind, behind + 24));
  const length = said?.[2];
  if (length)
    return {
      raw: length,
      start: behind + said[0].length - length.length,
      tolerated: said.groups?.about ? ABOUT : 0,
    };
  const farther = FARTHER.exec(text.slice(behind, behind + 44));
  const { raw, between = '' } = farther?.groups ?? {};
  if (!farther || raw === undefined || ofOthers.test(between)) return undefined;
  return { raw, start: behind + farther[0].length - raw.length, tolerated: 0 };
}

/** The length in front of hours that stand alone in their brackets. */
function lengthInFront(text: string, { index, behind }: { index: number; behind: number }): ToldLength | undefined {
  if (!/^[）)]/.test(text.slice(behind, behind + 1))) return undefined;
  const from = Math.max(0, index - 30);
  const found = IN_FRONT.exec(text.slice(from, index));
  const { raw, before = '', about, more } = found?.groups ?? {};
  if (!found || raw === undefined || ofOthers.test(before)) return undefined;
  const start = index - 1 - (more?.length ?? 0) - raw.length;
  return { raw, start, tolerated: about || more ? ABOUT : 0 };
}
const ABOUT = 0.2;

const LENGTH_HEADER = /^(?:时长|用时|考试时长|考试用时|时间长度|活动时长)$/;
const CELL_HOURS = /^(\d{1,2})[:：](\d{2})\s?(?:[-—－–~～]{1,2}|至|到)\s?(\d{1,2})[:：](\d{2})$/;
const CELL_LENGTH = /^(?:\d{1,3}(?:\.5)?|[一二两三四五六七八]|半)个?半?(?:小时|钟头)$|^\d{1,3}分钟?$/;
/** The others in the column have exactly the length of their hours. */
const EXACT = 1;

/** 10:40—11:30 | 60分钟: a column of lengths beside the hours. */
export function clockColumns({ tables }: Plan): readonly Finding<Result>[] {
  return tables.flatMap((table) => {
    const at = table.columns.findIndex(
      ({ header: { text } }) => /[长用]/.test(text) && LENGTH_HEADER.test(text.replace(/[\s\u3000]+/g, '')),
    );
    if (at < 0) return [];
    const rows = table.rows.flatMap(({ cells }) => {
      const own = cells[at];
      const raw = own?.text.trim() ?? '';
      const hours = cells.flatMap(({ text }) => CELL_HOURS.exec(text.trim()) ?? []);
      const told = CELL_LENGTH.test(raw) ? minutesIn(raw.replace(/分$/, '分钟')) : undefined;
      if (!own || own.carried || hours.length !== 5 || told === undefined) return [];
      const [window = '', h1, m1, h2, m2] = hours;
      const minutes = Number(h2) * 60 + Number(m2) - Number(h1) * 60 - Number(m1);
      return minutes > 0 ? [{ raw, window, told, minutes, range: own.range }] : [];
    });
    const exact = rows.filter(({ told, minutes }) => told === minutes).length;
    return rows.flatMap(({ raw, window, told, minutes, range }): readonly Finding<Result>[] => {
      if (told === minutes || exact < EXACT || exact * 2 < rows.length) return [];
      const message = minutes < told ? 'shorter' : 'longer';
      return [{ message, params: { raw, window, actual: minutesText(minutes) }, range }];
    });
  });
}

/** 2小时, 一个半小时, 1.5小时, 半小时, 90分钟 in minutes. */
function minutesIn(raw: string): number | undefined {
  const number = /^[\d.]+|^[一二两三四五六七八]/.exec(raw)?.[0];
  if (number === undefined) return raw.startsWith('半') ? 30 : undefined;
  const count = number.includes('.') ? Number(number) : readCount(number);
  if (count === undefined) return undefined;
  return raw.endsWith('分钟') ? count : count * 60 + (/个半/.test(raw) ? 30 : 0);
}

function minutesText(minutes: number): Message {
  if (minutes % 30 !== 0) return { zh: `${minutes}分钟`, en: `${minutes} minutes` };
  const hours = minutes / 60;
  return { zh: `${hours}小时`, en: hours === 1 ? '1 hour' : `${hours} hours` };
}
