import { readCount } from '../../numbering/han.ts';
import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';

/** A table or figure that the text sends the reader to, and that is not there. */
export interface MissingTable {
  readonly words: string;
  readonly range: Range;
  readonly kind: '表' | '图';
}

interface Sent extends MissingTable {
  /** 2 of 图2; none for 下表. */
  readonly number?: number;
}

const below =
  /(?:(?:[详参]?见|如|按照?|依照|对照|参照|列入)(?<words>下表)(?=[，。；：:、）)\s]|$|执行|要求|安排)|(?<shown>下表)(?=所[示列]))/gu;
const numbered =
  /(?:[详参]?见|如)(?<words>(?<kind>[表图])\s?(?<number>\d{1,2}|[一二三四五六七八九十]))(?=所[示列]|[，。；、）)\s]|$)/gu;
/** What either of them holds, and hardly a line. */
const sends = /下表|[见如][表图]/;
/** GB 50016表3, 《…》表1: a table of another paper. */
const ofOther = /(?:》|手册|图集|课本|教材|标准|规范|[A-Z]\s?\/?T?\s?\d{3,5}(?:[—－-]\d{4})?)[^，。；]{0,8}$/;
/** What other files or programs show. */
const elsewhere = /另发|另附|另表|下载|平台|系统|网站/;

/** The places where a plan sends to a table below, and none follows within it; and to tables and figures by number. */
const sentIn = gatheredByPlan((document, plan): readonly Sent[] =>
  plan.lines.flatMap((line) =>
    line.place === 'quote' || !sends.test(line.text) || (elsewhere.test(line.text) && !cutOff.test(line.text))
      ? []
      : sentOn(document, plan, line),
  ),
);

function sentOn(document: PlanDocument, plan: Plan, line: Line): readonly Sent[] {
  const found: Sent[] = [];
  const add = (match: RegExpMatchArray, kind: Sent['kind'], number?: number): void => {
    const words = match.groups?.words ?? match.groups?.shown ?? '';
    const end = (match.index ?? 0) + match[0].length;
    // 评分标准见下表 is ours, 建筑设计规范表2 is not.
    if (number !== undefined && ofOther.test(line.text.slice(Math.max(0, (match.index ?? 0) - 24), match.index)))
      return;
    found.push({ words, range: line.at(end - words.length, end), kind, ...(number === undefined ? {} : { number }) });
  };
  for (const match of matchesOf(line.text, below))
    if (cutOff.test(line.text.slice(match.index)) || isLastOf(document, plan, line)) add(match, '表');
  for (const match of matchesOf(line.text, numbered)) {
    const number = readCount(match.groups?.number ?? '');
    if (number !== undefined) add(match, match.groups?.kind === '图' ? '图' : '表', number);
  }
  return found;
}

/** 构成见下表：五、工作要求: the next part follows on the line, and no table. */
const cutOff = /下表[：:]\s?[一二三四五六七八九十]{1,2}、/;

/** 附件1 alone or with its title: what stands behind it is sent to as 附表, 附件. */
const annex = /^[\s\u3000#*]*附\s*[件表录]\s*[1-9一二三四五六七八九十]?[：:\s]*(?:$|[^\s：:，。；]{2,40}$)/u;

/** No table of any form stands behind the line in the text, nor what one leaves behind when it is pasted as text: short lines one below another. */
function isLastOf(document: PlanDocument, plan: Plan, line: Line): boolean {
  const end = line.range.end;
  const rest = linesInOrder(document, plan).filter(({ range }) => range.start >= end);
  const attached = rest.findIndex(({ text, place }) => place !== 'cell' && annex.test(text));
  const behind = attached < 0 ? rest : rest.slice(0, attached);
  const last = attached < 0 ? Number.POSITIVE_INFINITY : (rest[attached]?.range.start ?? 0);
  if (plan.tables.some(({ range }) => range.end > end && range.start < last)) return false;
  return !behind.some((one, at) => isCell(one) && isCell(behind[at + 1]));
}

const isCell = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.place !== 'heading' &&
  (line.text.includes('\t') ||
    (line.facts.number === undefined && line.text.length <= SHORT && !/[。；：:，]/.test(line.text))) &&
  !/^\d{4}\s?年|^附/.test(line.text);
const SHORT = 12;

const image = /!\[|<img|<table|<figure|\.(?:png|jpe?g|gif|svg)\b/i;

/** The tables and figures that are named and are nowhere in the file: no caption, and nothing that could be them. */
export function missingTables(document: PlanDocument, plans: readonly Plan[]): readonly MissingTable[] {
  const sent = plans.flatMap((plan) => sentIn(document, plan));
  // A picture may show whatever is meant.
  if (sent.length === 0 || image.test(document.markdown.text)) return [];
  const tables = document.plans.reduce((sum, { tables: own }) => sum + own.length, 0);
  return sent.filter(({ kind, number }) => {
    if (number === undefined) return true;
    if (kind === '表' && tables >= number) return false;
    const han = '一二三四五六七八九十'.charAt(number - 1);
    const caption = new RegExp(
      `^[\\s\\u3000*#附（(【]{0,4}${kind}\\s?(?:${number}(?!\\d)${han ? `|${han}` : ''})`,
      'u',
    );
    return !document.lines.some(({ text }) => caption.test(text));
  });
}
