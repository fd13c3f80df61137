import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { quotationSign } from '../../../../plan/names/quotation-sign.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { isWellKnown } from './well-known.ts';

/** A term in quotation marks that is used as if everybody knew it: “2+1”模式, “四张清单”. */
export interface CoinedTerm {
  readonly name: string;
  readonly range: Range;
}

interface Quoted extends Range {
  readonly name: string;
}

const system = '(?:工作|教学|管理|培训|服务)?(?:模式|机制|体系|工作法)';
const coined = new RegExp(
  [
    // “2+1”模式
    `[“"]\\d[+＋][\\dNXn](?:[+＋][\\dNXn]){0,2}[”"](?=${system}|督查)`,
    // “四张清单”, “三星阅读卡”
    '[“"][二三四五六七八九十两][张套本色线星级库图][\\p{Script=Han}]{0,4}(?:清单|台账|机制|模式|预警|卡|码|表|账)[”"]',
    // “黄线预警”机制
    `[“"][红黄蓝橙绿]\\p{Script=Han}{1,2}(?:预警|提醒|管控)[”"](?=${system}|制度)`,
  ].join('|'),
  'gu',
);
/** What it is stands behind it, or it is given as the name of what stands in front. */
const told =
  /^[^，。；]{0,8}?(?:[：:（(]|即|是指|分别|包括|具体)|^[^，。；]{0,8}，(?:即|是指|分别|包括|具体|其中|也就是)/;
const naming = /(?:[（(]|简称|称|称为|称作|叫|即|形成|构建)$/;
/** Each is looked for in the whole text. */
const MOST = 20;
const NONE: readonly Quoted[] = [];

const coinedOn = lineMemo((facts): readonly Quoted[] => {
  const { text } = facts;
  const found = matchesOf(text, coined).flatMap((match): readonly Quoted[] => {
    const start = match.index + 1;
    const end = match.index + match[0].length - 1;
    const name = text.slice(start, end);
    if (told.test(text.slice(end + 1)) || naming.test(text.slice(0, match.index)) || isWellKnown(name)) return [];
    // Counted things (“三个清单”) are read as announcements.
    if (facts.announcements.some(({ slogan, phrase }) => slogan && phrase && phrase.start < end && start < phrase.end))
      return [];
    return isInTitle(text, match.index) || listsParts(name, text.slice(end + 1)) ? [] : [{ name, start, end }];
  });
  return found.length === 0 ? NONE : found;
});

const isInTitle = (text: string, at: number) => text.lastIndexOf('《', at) > text.lastIndexOf('》', at);

/** 采用“2+1”模式，2天授课、1天实操 */
function listsParts(name: string, behind: string): boolean {
  const numbers = name.match(/\d/g) ?? [];
  return numbers.length > 1 && numbers.every((number) => behind.slice(0, 40).includes(number));
}

/** Coined terms that stand at one place only; elsewhere they may be explained. */
export function coinedTerms(lines: readonly Line[], whole: readonly Line[], title: string): readonly CoinedTerm[] {
  const found: CoinedTerm[] = [];
  let left = MOST;
  for (const line of linesWith(lines, quotationSign)) {
    if (line.place === 'quote') continue;
    for (const { name, start, end } of coinedOn(line.facts)) {
      if (left === 0) return found;
      left--;
      if (!title.includes(name) && isOnce(name, whole)) found.push({ name, range: line.at(start, end) });
    }
  }
  return found;
}

function isOnce(name: string, whole: readonly Line[]): boolean {
  const parts = /\d/.test(name) ? (name.match(/\d/g) ?? []).map((number) => new RegExp(`[“"]${number}[”"]`)) : [];
  let times = 0;
  for (const { text } of whole) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) times++;
    if (times > 1 || parts.some((part) => part.test(text))) return false;
  }
  return times === 1;
}
