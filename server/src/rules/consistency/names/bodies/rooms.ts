import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 图书馆三楼报告厅一, 行政楼二楼会议室（2）: a room by its floor, and by its number where the floor has several. */
const room =
  /([\p{Script=Han}]{2,8}[一二三四五六七八九\d]楼(?:报告厅|会议室|阶梯教室|多功能厅))([（(]?[一二三四五六七八九\d][)）]?(?!\s?[\d:：.．]|\p{Script=Han}))?/gu;

/** 到, 学校 and whatever else stands in front of the house: 到图书馆三楼报告厅. */
const words = /^.*?(?=\p{Script=Han}{2}[楼馆][一二三四五六七八九\d]楼)|^(?:在|到|于)/u;

interface Room {
  readonly name: string;
  readonly number: string;
  readonly range: Range;
  /** What stands right behind: 一听讲座 of 图书馆三楼报告厅一听讲座. */
  readonly behind: string;
}
const NONE: readonly Room[] = [];

const roomsOn = lineMemo(({ text }): readonly Room[] => {
  const found = matchesOf(text, room).map(({ 0: raw, 1: name = '', 2: number = '', index }) => {
    const own = name.replace(words, '');
    const end = index + raw.length;
    return {
      name: own,
      number: number.replace(/[（()）]/g, ''),
      range: { start: index + name.length - own.length, end },
      behind: text.slice(end, end + 2),
    };
  });
  return found.length === 0 ? NONE : found;
});

/**
 * 图书馆三楼报告厅 where the same paper has 图书馆三楼报告厅一 and no other hall on that floor: which one is meant, nobody can tell.
 */
export const roomVariants: NameReader<TwoNames> = {
  sign: sign({ words: ['楼报', '楼会', '楼阶', '楼多'] }),
  find: roomsIn,
};

function roomsIn(lines: readonly Line[]): readonly TwoNames[] {
  const byName = new Map<string, (Omit<Room, 'name'> & { readonly line: Line })[]>();
  for (const line of lines) {
    for (const { name, number, range, behind } of roomsOn(line.facts)) {
      const known = byName.get(name) ?? [];
      byName.set(name, [...known, { number, behind, line, range: line.at(range.start, range.end) }]);
    }
  }
  return [...byName].flatMap(([name, uses]): readonly TwoNames[] => {
    const numbers = new Set(uses.map(({ number }) => number).filter((number) => number !== ''));
    const [number, more] = numbers;
    const [bare, ...others] = uses.filter((use) => use.number === '' && !(number && use.behind.startsWith(number)));
    const numbered = uses.find((use) => use.number !== '');
    if (number === undefined || more !== undefined || !bare || !numbered || bare.line === numbered.line) return [];
    return [
      {
        written: name,
        other: name + number,
        range: bare.range,
        elsewhere: numbered.range,
        others: others.map(({ range }) => range),
      },
    ];
  });
}
