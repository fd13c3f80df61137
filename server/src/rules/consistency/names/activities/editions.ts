import { hanToNumber } from '../../../../numbering/han.ts';
import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 第三届“最美教师”, 第六届校园读书节: what is held again and again, and which time it is. */
const edition = /第([一二三四五六七八九十]{1,3}|[0-9]{1,2})届(“[^“”]{2,12}”|[一-龥]{4,10})/g;
/** Told of another time: 上一届, 曾获第三届, 从第一届到第三届. */
const ofAnother = /[上往历曾获自从原前至到、和届]$|去年|上年|荣获|授予|被评|已经?举办|举办了|^注[：:]/;
/** 已成功举办…第四届, 去年校园里的第四届: the words stand further in front. */
const before = /(?:(?:去年|上年|往年|前年)[^，。；]{0,40}|已(?:经|成功|圆满){0,2}举办[^。；]{0,40})$/;
/** 去年，在大家的支持下，第四届…圆满举行. */
const lastYear = /(?:去年|上年|往年|前年)[^。；]{0,40}$/;
const wasHeld = /^[^。；]{0,20}(?:举行了|举办了|圆满|成功举[行办]|落幕)/;
/** 2024年5月，第三届…: of another year than the paper; 2026年第三届校园读书节 in its title is its own. */
const ofYear = /(20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?$/;
/** Congresses and committees, which are cited. */
const cited = /全国|人民代表|人大|中央|党代会|全会|代表大会|委员会|理事会|会员|政协|村民|居民|班子/;

/** 第四届社团文化节有31个社团参加，反响热烈: what is told of one that is over. */
const isOver =
  /^[^，。；]{0,4}(?:共?有\d|共?吸引|取得|反响|结束|落幕|圆满(?:落幕|结束|举办)|期间|获得|受到|设有)|^[^。；]{0,30}反响/;

/** The name of who holds it, right in front. */
const holder = /(?:全[国省市县区校]|国|省|市|县|区|镇|乡|街道|大学(?!生)|学院|中学|小学|学校|公司)(?=[一-龥]{0,6}$)/g;

interface Edition {
  readonly number: number;
  readonly key: string;
  /** Of what level it is held, where the words in front say so: 省 of 东湾省第八届…, 大学 of 北湾大学第七届… */
  readonly level: string | undefined;
  readonly range: Range;
  readonly raw: string;
  /** What stands right behind it: 全国大学生 of 第十四届“挑战杯”全国大学生. */
  readonly behind: string;
  readonly isOver: boolean;
  /** 2026 of 2026年第三届校园读书节. */
  readonly year: string | undefined;
}

const none: readonly Edition[] = [];
/** Whatever is held again and again is counted in 届. */
export const editionSign = sign({ units: '届' });

const editionsOn = lineMemo(({ text }): readonly Edition[] => {
  const found: Edition[] = [];
  for (const { 0: raw, 1: number = '', 2: name = '', index } of matchesOf(text, edition)) {
    const counted = /^[0-9]/.test(number) ? Number(number) : hanToNumber(number);
    if (
      counted === undefined ||
      cited.test(name) ||
      ofAnother.test(text.slice(Math.max(0, index - 10), index)) ||
      isOfBefore(text, index, index + raw.length)
    )
      continue;
    const key = name.startsWith('“') ? name.slice(1, -1) : name.slice(0, KEY);
    const length = raw.length - name.length + (name.startsWith('“') ? name.length : KEY);
    const level = text
      .slice(Math.max(0, index - HOLDER), index)
      .match(holder)
      ?.at(-1);
    found.push({
      number: counted,
      key,
      level,
      range: { start: index, end: index + length },
      raw: raw.slice(0, length),
      behind: text.slice(index + length, index + length + PLACE + 3),
      isOver: isOver.test(text.slice(index + length)),
      year: ofYear.exec(text.slice(Math.max(0, index - 14), index))?.[1],
    });
  }
  return found.length === 0 ? none : found;
});

function isOfBefore(text: string, start: number, end: number): boolean {
  const words = text.slice(Math.max(0, start - 48), start);
  return before.test(words) || (lastYear.test(words) && wasHeld.test(text.slice(end, end + 40)));
}

/** So far in front of the number the name of the holder is looked for. */
const HOLDER = 14;
/** So many characters tell what is held. */
const KEY = 4;
/** 全国, 东湾 */
const PLACE = 2;

/** “挑战杯”全国大学生 and “挑战杯”东湾大学生: one contest of two levels, each with a count of its own. */
const areOfTwoPlaces = (a: string, b: string): boolean =>
  a.slice(0, PLACE) !== b.slice(0, PLACE) && a.length > PLACE && a.slice(PLACE) === b.slice(PLACE);

/** 第三届 */
const numberOf = ({ raw }: Edition): string => raw.slice(0, raw.indexOf('届') + 1);

const anyEdition = /第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})届/g;
const joins = /[并及和与、]/;
const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** 对第二届共同体进行考核并组建第三届共同体: the paper is about both. Each is held against the one before it and the first of its sentence. */
function editionsNamedTogether(lines: readonly Line[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const sentence of lines.flatMap(({ text }) => text.split(/[。；]/))) {
    const [first, ...others] = matchesOf(sentence, anyEdition);
    let before = first;
    let isJoinedToFirst = false;
    for (const one of others) {
      const isJoined = joins.test(sentence.slice(before?.index, one.index));
      isJoinedToFirst ||= isJoined;
      if (before && isJoined) pairs.add(pairOf(before[0], one[0]));
      if (first && isJoinedToFirst) pairs.add(pairOf(first[0], one[0]));
      before = one;
    }
  }
  return pairs;
}

/** One event that is the third here and the fourth there; the first place in the text is taken for right. */
export const editionVariants: NameReader<TwoNames> = { sign: editionSign, find: editionsIn };

function editionsIn(lines: readonly Line[]): readonly TwoNames[] {
  const first = new Map<string, { readonly one: Edition; readonly range: Range }>();
  const found: TwoNames[] = [];
  let together: ReadonlySet<string> | undefined;
  const title = lines[0]?.text ?? '';
  const own = /20\d\d(?=年)/.exec(title)?.[0];
  for (const line of lines) {
    for (const one of editionsOn(line.facts)) {
      if (one.year !== undefined && one.year !== own) continue;
      const range = line.at(one.range.start, one.range.end);
      const known = first.get(one.key);
      if (!known) first.set(one.key, { one, range });
      // A contest of the school, and that of the province for which it picks its team.
      else if (known.one.level !== one.level && known.one.level !== undefined && one.level !== undefined) continue;
      else if (areOfTwoPlaces(one.behind, known.one.behind)) continue;
      else if (one.isOver && one.number < known.one.number) continue;
      // 第三届校级美德少年 in the title, beside 市第七届美德少年: the third is the paper's own.
      else if (title.includes(numberOf(one)) && !title.includes(numberOf(known.one))) continue;
      else if (known.one.number !== one.number) {
        together ??= editionsNamedTogether(lines);
        if (!together.has(pairOf(numberOf(one), numberOf(known.one))))
          found.push({ written: one.raw, other: known.one.raw, range, elsewhere: known.range });
      }
    }
  }
  return found;
}
