import { readCount } from '../../../numbering/han.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import { hasSign, linesWith, sign } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';
import type { Miscount } from './issues.ts';
import { countedBelow } from './listed-below.ts';

const UNIT = '(?:个|名|项|家|户|人|件|篇|支|幅|位)';
const GIVEN = '(?:设|设置|设立|评选|评出|评选出|评选表彰|表彰|奖励|产生|颁发|授予|授|选树|推选)';
/** 一等奖2个、二等奖4个，全校共设奖项8个: the places that there are of all prizes. */
const whole = new RegExp(
  `(?<=[，,；：:])(?:全[校院系镇乡县市区村街局社厂司]{1,2}|本[届次年]度?|总计|合计|一)?共计?${GIVEN}\\p{Script=Han}{0,6}?((\\d{1,3})${UNIT})(?=[，。；）]|$)`,
  'u',
);
/** 本年度共评选表彰先进30个：, 设置奖项共12名： above the list of them. */
const announcedAbove = new RegExp(
  `(?:共计?${GIVEN}[^，。；：:\\d]{0,10}|${GIVEN}[^，。；：:\\d]{0,10}共计?)((\\d{1,3})${UNIT})(?:[，,（(][^，。；：:\\d]{0,16})?[：:]$`,
  'u',
);
const part = new RegExp(`\\p{Script=Han}(\\d{1,3})${UNIT}`, 'gu');
const unsummed = /每|各|其中|约|左右|以上|以内|不超过|至少|不少于|若干/;
const awardSign = sign({
  words: ['共设', '共评', '共表', '共奖', '共产', '共颁', '共授', '共选', '共推', '项共', '奖共', '进共'],
});

const NONE: readonly Miscount[] = [];

/** The places of the prizes of a sentence, which do not come to the number that is given for all of them. */
export function miscountedAwards(line: LineFacts): readonly Miscount[] {
  if (!hasSign(line, awardSign)) return NONE;
  const match = whole.exec(line.text);
  if (!match) return NONE;
  const [words, written = '', digits = ''] = match;
  const from = Math.max(line.text.lastIndexOf('。', match.index), line.text.lastIndexOf('；', match.index)) + 1;
  const before = line.text.slice(from, match.index);
  const parts = [...before.matchAll(part)];
  if (parts.length < 2 || parts.length !== (before.match(/\d+/g) ?? []).length || unsummed.test(before)) return NONE;
  if (!before.includes('奖') && !before.includes('、')) return NONE;
  const sum = parts.reduce((all, [, one]) => all + Number(one), 0);
  const total = Number(digits);
  // 四个项目统一设奖: perhaps as many of each.
  const times = [...before.matchAll(/([两二三四五六七八九十])(?:个|项|类)/g)].map(
    ([, one = '']) => readCount(one) ?? 1,
  );
  if (sum === total || Math.abs(sum - total) > total / 2 || times.some((one) => sum * one === total)) return NONE;
  const start = match.index + words.lastIndexOf(written);
  return [{ written, listed: sum, range: { start, end: start + written.length } }];
}

const toldAbove = lineMemo(({ text }): { written: string; total: number; at: Range } | null => {
  const match = /\d.*[：:]$/.test(text) ? announcedAbove.exec(text) : null;
  const [words = '', written = '', digits = ''] = match ?? [];
  if (!match || unsummed.test(words)) return null;
  const start = match.index + words.lastIndexOf(written);
  return { written, total: Number(digits), at: { start, end: start + written.length } };
});

/** The places of the prizes in the lines below, each of which says how many there are. */
export function unequalAwards(lines: readonly Line[]): readonly Miscount[] {
  return linesWith(lines, awardSign).flatMap((line): readonly Miscount[] => {
    const told = line.place === 'cell' || line.place === 'quote' ? null : toldAbove(line.facts);
    if (!told) return NONE;
    const items = countedBelow(lines, lines.indexOf(line) + 1).map(({ text, facts }) =>
      text.slice(facts.number?.range.end ?? 0),
    );
    const amounts = items.map((text) => {
      const found = [...text.matchAll(part)];
      return found.length === 1 && (text.match(/\d+/g) ?? []).length === 1 && !unsummed.test(text)
        ? Number(found[0]?.[1])
        : undefined;
    });
    const sum = amounts.reduce<number>((all, one) => all + (one ?? 0), 0);
    if (amounts.length < 2 || amounts.includes(undefined) || amounts.length === told.total) return [];
    if (sum === told.total || Math.abs(sum - told.total) > told.total / 2) return [];
    return [{ written: told.written, listed: sum, range: line.at(told.at.start, told.at.end) }];
  });
}
