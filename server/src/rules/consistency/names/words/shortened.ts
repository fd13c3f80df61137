import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { mayBeHan } from '../../../../text/units.ts';
import source from '../../name-variant.yaml';
import { type PlacedName, rarer } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

const { wholeEnds, otherThings, loose } = source as {
  readonly wholeEnds: readonly string[];
  readonly otherThings: readonly string[];
  readonly loose: readonly string[];
};
/** What long names end with that are written out in full each time: 教师发展指导中心, 优秀组织奖, 推荐人选名单. */
const end = new RegExp(wholeEnds.join('|'), 'g');
/** A word within a name that makes another thing of it: 国家励志奖, 下设, a level, a number, a place. */
const telling = new RegExp(
  `[的和与及或对在为各等由把以将了不第一二三四五六七八九十甲乙丙ABC]|${[...otherThings, ...loose].join('|')}`,
);
const level = /[省市县区镇乡村街校院系班]/;

/** So far back a name is looked for, from where it ends. */
const LONGEST = 24;
/** What two names must share in front of the lost word, and on both sides of it. */
const HEAD = 3;
const COMMON = 7;
/** Where so much is shared behind the lost word, less is asked of what stands in front of it. */
const LONG_TAIL = 8;
const SHORT_HEAD = 2;
/** 第三届临溪中小学生优秀小制作展评活动: a lost 县 is a slip only where so much else is the same. */
const COMMON_OF_LEVEL = 10;
/** So often one of the two stands in the text: of two that stand once, each may be meant. */
const USUAL = 2;
/** 举办…大赛: verbs in front of a name are no part of it. */
const lead = /^(?:举办|举行|开展|参加|组织|关于|做好|办好|获得|设立|填写|评选|报送|提交)+/;
const LONGEST_WORD = 3;
/** Texts that end alike are compared two by two, up to so many. */
const MOST = 40;

interface Mention {
  /** The Han characters that end with the name, as many as may belong to it. */
  readonly words: string;
  readonly end: number;
}

const mentionsOn = lineMemo(({ text }): readonly Mention[] => {
  if (text.includes('《')) text = text.replace(/《[^《》]{1,200}》/g, (title) => '《'.repeat(title.length));
  return matchesOf(text, end).flatMap(({ 0: raw, index }) => {
    const behind = index + raw.length;
    let start = index;
    while (start > 0 && behind - start < LONGEST && isOfName(text.charCodeAt(start - 1))) start--;
    return behind - start < COMMON ? [] : [{ words: text.slice(start, behind), end: behind }];
  });
});

const isOfName = (unit: number): boolean => mayBeHan(unit) && unit >= 0x4e00;

/** A long name that loses one word on its way: 参展学校优秀组织奖 and 参展学校组织奖. */
export const shortenedNames: NameReader<TwoNames> = {
  sign: sign({ words: wholeEnds.map((one) => one.slice(-2)) }),
  find: shortenedIn,
};

function shortenedIn(lines: readonly Line[]): readonly TwoNames[] {
  const met = new Map<string, Met[]>();
  const byEnd = new Map<string, string[]>();
  for (const line of lines) {
    for (const { words, end: behind } of mentionsOn(line.facts)) {
      const known = met.get(words);
      if (known) known.push({ line, behind });
      else {
        met.set(words, [{ line, behind }]);
        const key = words.slice(-HEAD);
        const alike = byEnd.get(key);
        if (!alike) byEnd.set(key, [words]);
        else if (alike.length < MOST) alike.push(words);
      }
    }
  }
  const found = new Map<string, TwoNames>();
  for (const alike of byEnd.values()) {
    for (const [at, a] of alike.entries()) {
      for (const b of alike.slice(at + 1)) {
        const pair = lostWord(a, b) ?? lostWord(b, a);
        if (!pair || found.has(pair.short) || isSaidBeside(lines, pair)) continue;
        const [whole, short] = [named(pair.whole, met), named(pair.short, met)];
        if (Math.max(whole.places.length, short.places.length) < USUAL) continue;
        const [told] = rarer(whole, short);
        if (told) found.set(pair.short, told);
      }
    }
  }
  return [...found.values()];
}

/** A line, and where the name ends in it. */
interface Met {
  readonly line: Line;
  readonly behind: number;
}

interface Pair {
  readonly whole: string;
  readonly short: string;
}

/** The names themselves, where `a` has one word more than `b` between what both share. */
function lostWord(a: string, b: string): Pair | undefined {
  const tail = alike(a, a.length, b, b.length);
  for (let more = 1; more <= LONGEST_WORD; more++) {
    const [fromA, fromB] = [a.length - tail - more, b.length - tail];
    const head = alike(a, fromA, b, fromB);
    const common = head + tail;
    if (common < COMMON || head < (tail >= LONG_TAIL ? SHORT_HEAD : HEAD)) continue;
    const word = a.slice(fromA, fromA + more);
    if (telling.test(word) || (level.test(word) && common < COMMON_OF_LEVEL)) return undefined;
    const front = lead.exec(a.slice(fromA - head, fromA))?.[0].length ?? 0;
    if (common - front < COMMON || head - front < SHORT_HEAD) return undefined;
    return { whole: a.slice(fromA - head + front), short: b.slice(fromB - head + front) };
  }
  return undefined;
}

/** How many characters stand alike in front of two places. */
function alike(a: string, endA: number, b: string, endB: number): number {
  let count = 0;
  while (count < Math.min(endA, endB) && a.charAt(endA - 1 - count) === b.charAt(endB - 1 - count)) count++;
  return count;
}

/** All places where the name was met, in order. */
function named(name: string, met: ReadonlyMap<string, readonly Met[]>): PlacedName {
  const places: Range[] = [];
  for (const [words, all] of met) {
    if (!words.endsWith(name)) continue;
    for (const { line, behind } of all) places.push(line.at(behind - name.length, behind));
  }
  return { name, places: places.sort((x, y) => x.start - y.start) };
}

/** Side by side they are two things; 以下简称 tells the short name of one. */
function isSaidBeside(lines: readonly Line[], { whole, short }: Pair): boolean {
  const beside = new RegExp(`${whole}[^，。；]{0,8}${short}|${short}[^，。；]{0,8}${whole}`);
  return lines.some(({ text }) => text.includes(whole) && (text.includes('简称') || beside.test(text)));
}
