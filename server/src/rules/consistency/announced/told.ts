import { readCount } from '../../../numbering/han.ts';
import { lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';

/** A number of things that a line tells. */
export interface Told {
  readonly line: Line;
  /** In the text of the line. */
  readonly range: Range;
  readonly written: string;
  readonly numeral: string;
  readonly count: number;
}

/** 反馈了4个方面12个问题, 提出隐患10条: how many there are. */
const issuesTold =
  /(?:反馈|指出|查摆|梳理|发现|列出|提出|排查出|检查出|查出|下达|存在)[^。；]{0,40}?(?:(?<![\d.第一二三四五六七八九十])(\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)(?:个|条|项|处)(?:具体|突出|主要|安全|整改)?(?:问题|隐患)|(?:问题|隐患)(?:(?:共|共计|总计)?(?:[两二三四五六七八九十\d]{1,2}个?(?:大类|大?方面|类)[、，,]?)?)?(\d{1,2})(?:个|条|项|处))/;
/** What stands somewhere in the text may be about something else, unless it was fed back. */
const fedBack = /反馈|指出|查摆|梳理|排查|查出|下达/;
/** 其中涉及我局的9个, 已整改2个: the plan sets out a part. */
const partial = /其中|已(?!经?反馈)|涉及|余|上轮|上次|去年|上一年度/;

/** 12个问题, 问题23: a cheap test in front of it. */
const counted =
  /[\d两二三四五六七八九十](?:个|条|项|处)(?:具体|突出|主要|安全|整改)?(?:问题|隐患)|(?:问题|隐患)(?:\d|共|总|[两二三四五六七八九十]个?[方大类])/;

const issuesOn = lineMemo(({ text }): Omit<Told, 'line'> | null => {
  if (!counted.test(text)) return null;
  const match = issuesTold.exec(text);
  const numeral = match?.[1] ?? match?.[2];
  const count = numeral === undefined ? undefined : readCount(numeral);
  if (!match || numeral === undefined || count === undefined) return null;
  const end = match.index + match[0].length;
  const start = match.index + match[0].lastIndexOf(numeral);
  return { range: { start, end }, written: text.slice(start, end), numeral, count };
});

/**
 * How many issues there are, as the opening says, or as the lines in front of a place agree to say where it does not;
 * nothing when they tell several numbers or speak of a part.
 */
export function issuesToldBefore(plan: Plan, place: number): Told | undefined {
  const opening = toldOn(plan.opening)[0];
  if (opening) return opening;
  const all = toldOn(plan.lines.filter(({ range, place: kind }) => range.end <= place && kind !== 'cell'));
  const found = all.filter(({ line }) => fedBack.test(line.text));
  const [first] = found;
  if (!first || all.some((one) => one.count !== first.count || isPart(one))) return undefined;
  return first;
}

/** 反馈9项问题，其中责任方面4项、台账方面5项，详见台账: the parts make the whole, which is what the ledger lists. */
function isPart({ line: { text }, range, count }: Told): boolean {
  if (!partial.test(text)) return false;
  const stop = text.indexOf('。', range.end);
  const from = text.lastIndexOf('。', range.start) + 1;
  const sentence = text.slice(from, stop < 0 ? text.length : stop);
  const list = /[，,；]其中[：:，,]?(?<list>[^。；]{4,160})/.exec(sentence)?.groups?.list ?? '';
  const parts = [...list.matchAll(/[^，,、\d]{1,16}(\d{1,3})[个条项处](?=[，,、；]|$)/g)].map(([, one]) => Number(one));
  const sum = parts.reduce((all, one) => all + one, 0);
  const others = sentence.replace(/[，,；]其中/g, '');
  return parts.length < 2 || sum !== count || partial.test(others) || !/台账|清单|附件|附表|下表/.test(sentence);
}

const toldOn = (lines: readonly Line[]): readonly Told[] =>
  lines.flatMap((line) => {
    const told = line.place === 'quote' ? null : issuesOn(line.facts);
    return told ? [{ line, ...told }] : [];
  });

/** Numbers that are so far from what is listed count something else. */
export const areNear = (told: number, listed: number): boolean => Math.abs(told - listed) <= Math.max(2, told * 0.2);
