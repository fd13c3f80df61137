import { readNumber } from '../numbering/read.ts';
import { skipBlanks, WHITE } from '../text/blank.ts';
import { isFigure } from '../text/figures.ts';
import { type LineFacts, lineMemo } from './facts.ts';
import headings from './headings.yaml';
import { labelOn } from './labels.ts';
import type { Section } from './model.ts';
import { stageLabel, WEEK, weekLabel } from './stages/phase.ts';

/** A numbered line of this length without an end mark inside is a title as a whole. */
export const titleLength = 40;

/** A title of this length may hold the beginning of its text. */
const runInLength = 30;
/** A known heading with text right behind it is looked for within so many units. */
const knownLength = 24;
/** 工作目标责任制 and 指导思想和目标 are other words. */
const runInHeadings = new RegExp(
  `^(?:${[...(headings as { readonly runInHeadings: readonly string[] }).runInHeadings].sort((a, b) => b.length - a.length).join('|')})(?![和与及的、，：:（(”》是责管考任分体方组机])`,
);

export type HeadingStyle = Exclude<Section['style'], 'inline'>;

/** Indexes of a title in its line, and where the body begins behind it. */
interface TitleAt {
  readonly from: number;
  readonly end: number;
  readonly runIn?: number;
}

/** 整治范围：全村7个村民小组, 【评选标准】: up to the colon or the bracket, or all of it. */
const unnumberedTitle = lineMemo(({ text }): TitleAt => {
  const from = text.startsWith('【') ? 1 : 0;
  const mark = from === 1 ? text.indexOf('】') : text.search(/[：:]/);
  if (mark < 0) return { from, end: text.length };
  let value = skipBlanks(text, mark + 1, text.length);
  if (from === 1 && /[：:]/.test(text.charAt(value))) value = skipBlanks(text, value + 1, text.length);
  return { from, end: mark, ...(value < text.length ? { runIn: value } : {}) };
});

/** By the kind of heading: where its title stands in its line. */
export const titlesOf: Readonly<Record<HeadingStyle, (facts: LineFacts) => TitleAt>> = {
  markdown: lineMemo(({ text, number }) => readTitle(text, 'markdown', number?.range.end ?? 0)),
  numbered: lineMemo(({ text, number }) => readTitle(text, 'numbered', number?.range.end ?? 0)),
  stage: lineMemo(({ text, number }) => readTitle(text, 'stage', number?.range.end ?? 0)),
  topic: lineMemo(({ text }) => readTitle(text, 'topic', 0)),
  bold: unnumberedTitle,
  unnumbered: unnumberedTitle,
  label: lineMemo((facts) => {
    const label = labelOn(facts);
    if (!label) return { from: 0, end: facts.text.length };
    const { from, end, value } = label;
    return { from, end, ...(value < facts.text.length ? { runIn: value } : {}) };
  }),
};

/**
 * The title in a line behind its number: the whole line when it is short, otherwise its first
 * sentence, or what stands before a colon. Time in brackets and end marks are left out.
 */
function readTitle(text: string, style: HeadingStyle, behindNumber: number): TitleAt {
  let from = behindNumber;
  while (from < text.length - 1 && markAt(text, from) === SPACE) from++;
  let end = text.length;
  let runIn: number | undefined;
  if (style !== 'markdown') {
    const head = stageHead(text, from, style);
    const dash = style === 'topic' ? dashedName.exec(text) : null;
    const stop = firstStop(text, from, style === 'stage');
    if (dash) {
      end = dash[1]?.length ?? end;
      runIn = dash[0].length;
    } else if (head > 0 && (stop < 0 || head < stop)) {
      end = head;
      runIn = head;
    } else if (stop >= 0 && stop < text.length - 1) {
      const label = markAt(text, stop) === COLON ? partyLabelBefore(text, from, stop) : -1;
      end = label >= 0 ? label : stop;
      runIn = label >= 0 ? label + 1 : stop + 1;
    }
  }
  if (style === 'numbered' && end - from > runInLength) {
    // 一、指导思想坚持以…: the break between heading and text is lost.
    const known = runInHeadings.exec(text.slice(from, from + knownLength));
    if (known) {
      end = from + known[0].length;
      runIn = end;
    }
  }
  if (style === 'markdown' || runIn !== undefined) {
    // 立行立改阶段：4月13日至5月10日 says no more than the brackets would.
    const time = stageTime.exec(text.slice(from));
    if (time) {
      end = from + (time[1]?.length ?? 0);
      runIn = undefined;
    }
  }
  while (end > from && (markAt(text, end - 1) & ENDS_NO_TITLE) !== 0) end--;
  const bracket =
    markAt(text, end - 1) === CLOSES
      ? timeInBrackets.exec(text.slice(from, end))
      : runIn === undefined
        ? null
        : openTime.exec(text.slice(from, end));
  if (bracket && bracket.index > 0 && /[\d年月日]/.test(bracket[0]) && /[年月日旬底前]/.test(bracket[0])) {
    end = from + bracket.index;
    while (end > from && markAt(text, end - 1) === SPACE) end--;
  }
  return { from, end, ...(runIn === undefined ? {} : { runIn }) };
}

/** 建立台账，责任单位：医务科: the title ends in front of the label. @returns index of the mark between them, or -1 */
function partyLabelBefore(text: string, from: number, colon: number): number {
  for (let at = colon - 1; at > from && at >= colon - longestPartyLabel; at--) {
    const mark = markAt(text, at);
    if (mark === 0) continue;
    return mark === OTHER && /[，,]/.test(text.charAt(at)) && partyLabel.test(text.slice(at + 1, colon)) ? at : -1;
  }
  return -1;
}
const longestPartyLabel = 8;
const partyLabel =
  /^[\s\u3000]*(?:(?:责任|牵头|配合|承办|负责|主办|协办|实施|落实)(?:单位|部门|科室|处室|股室|人员?|领导|主体|教师|老师)|(?:完成|整改|办结|截止)?(?:时限|期限|时间|日期))$/;

/**
 * Where the text begins that runs on behind the name and the window of a stage, or behind the blank that is left of
 * bold type: （一）宣传发动阶段（3月） 印发方案…; 0 where none does.
 */
function stageHead(text: string, from: number, style: HeadingStyle): number {
  const start = text.slice(from, from + stageHeadLength);
  const { name, called, window, blank } = runInStage.exec(start)?.groups ?? {};
  if (name === undefined || (called === undefined && window === undefined)) return 0;
  const isTime = window === undefined || /[月日旬]/.test(window);
  if (!isTime || (blank === '' && called === undefined && style !== 'stage')) return 0;
  return from + name.length + (window?.length ?? 0) + (blank?.length ?? 0);
}
const stageHeadLength = 80;
const stageTime =
  /^([^：:。，；]{2,24}阶段)[ \u3000]?[：:][ \u3000]?(?=[^：:。，；]*\d[月日底旬][前止]?。?$)[\d年月日上中下旬初底前止至到起从自—–~～－\- \u3000.]{4,40}。?$/;
/** 第一周：质量隐患大排查 —— 以班组为单元，… */
const dashedName = new RegExp(
  `^((?:${WEEK}|阶段[一二三四五六])[：:][ \\u3000]?[^，,。；;：—]{2,24}?)[ \\u3000]*—{1,2}[ \\u3000]*`,
);
const runInStage =
  /^(?<name>[一-龥“”]{2,14}?(?<called>阶段)?)(?:(?<window>[（(][^（()）]{2,40}[)）])|(?=[ \u3000]))(?<blank>[ \u3000]*)(?=[一-龥“《][^。]{3})(?![的至到为是和与及从自])/;

// What a unit is to a title.
const OPENS = 1;
const CLOSES = 2;
/** 。 */
const STOP = 4;
/** ！？, which a title may end with. */
const CALL = 8;
const COLON = 16;
const SEMICOLON = 32;
/** ，、． and the like, which no title ends with. */
const OTHER = 64;
const SPACE = 128;

const MARKS = new Uint8Array(65536);
for (const [signs, kind] of [
  ['（(“《「【〔', OPENS],
  [')）”》」】〕', CLOSES],
  ['。', STOP],
  ['！？', CALL],
  ['：:', COLON],
  ['；', SEMICOLON],
  [';，,．.、', OTHER],
  [WHITE, SPACE],
] as const) {
  for (const sign of signs) MARKS[sign.charCodeAt(0)] = kind;
}

const ENDS_NO_TITLE = STOP | COLON | SEMICOLON | OTHER | SPACE;
const timeInBrackets = /[（(][^（()）]{1,40}[)）]$/;
const markAt = (text: string, index: number): number => MARKS[text.charCodeAt(index)] ?? 0;

/** （10月23日至11月6日。整理成果…: the bracket that was forgotten ends with its sentence. */
function isLeftOpen(text: string, at: number): boolean {
  // What few sentences have is asked first, of a stretch: the bracket may stand open over many of them.
  if (!openTime.test(text.slice(Math.max(0, at - longestOpen), at))) return false;
  for (let behind = at + 1; behind < text.length; behind++) if ((markAt(text, behind) & CLOSES) !== 0) return false;
  return true;
}
const longestOpen = 31;
const openTime = /[（(][\d年月日上中下旬初底前至到—–～－\- ]{4,30}$/;

const isDigit = (text: string, index: number): boolean => isFigure(text.charCodeAt(index));

/** Where the title of a run-in heading ends: a full stop, or an early colon; brackets and quotes are not entered. */
function firstStop(text: string, from: number, stage: boolean): number {
  let nested = 0;
  for (let at = from; at < text.length; at++) {
    const mark = markAt(text, at);
    if (mark === 0 || mark >= OTHER) continue;
    if (mark === OPENS) nested++;
    else if (mark === CLOSES) nested = Math.max(0, nested - 1);
    else if (mark === STOP && nested > 0 && isLeftOpen(text, at)) return at;
    else if (nested === 0) {
      if (mark === STOP || mark === CALL) return at;
      if (mark === COLON && at - from <= titleLength) {
        // 15:00集中签到: the colon of a clock ends no title.
        if (isDigit(text, at - 1) && isDigit(text, at + 1)) continue;
        // 第一阶段:学习调研, 第一环节：召开…, 阶段一：征集作品 and 第一周：全面排查: the name stands behind the colon.
        const counted = text.slice(from, at);
        const end =
          readNumber(counted)?.range.end ?? (stageLabel.exec(counted) ?? weekLabel.exec(counted))?.[0].length ?? 0;
        if (end >= at - from) continue;
        if (!stage) return at;
      }
      if (mark === SEMICOLON && at - from > titleLength) return at;
    }
  }
  return -1;
}
