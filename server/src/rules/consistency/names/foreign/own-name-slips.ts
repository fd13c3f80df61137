import type { Line } from '../../../../plan/model.ts';
import { isSurname } from '../../../../plan/parties/words.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../foreign-org.yaml';
import type { TwoNames } from '../reader.ts';
import { clauseAt } from './acting-bodies.ts';
import { standsOutside } from './foreign-names.ts';
import type { OwnName } from './own-names.ts';

const { party, houses } = source as { readonly party: readonly string[]; readonly houses: readonly string[] };

/** What the name of a house or a place ends with: 红柳滩农场 of 红柳滩农场安全生产委员会. */
const house = new RegExp(`^\\p{Script=Han}{3,14}?(?:${houses.join('|')})`, 'u');
/** Behind a name that it may be the beginning of: 青石农场|镇. */
const longer = /^(?:镇|乡|村|县|市|区|路|街|站|桥|河)/;
/** By these, one is told from the next: 东, 一. */
const telling = /[东南西北中上下前后左右大小新老一二三四五六七八九十\d省市县区镇乡村]/;
/** Such characters and the commonest surnames tell villages, schools and branches from their neighbours: 王家沟村, 王家湾村. Farms lie apart. */
const ofPlaces = /[沟湾坪坡岭口路街河庄桥山湖]/;
const SURNAMES = 100;
const farms = /农场|林场|牧场|茶场|渔场|水库|矿/;
/** Beside a name that it is where something is: 在青山口小学田径场, 王家湾村方向. */
const whereBefore = /[在至到接经从往沿距离]$/;
const whereBehind = /^(?:方向|路口|路段|[东南西北]门)/;
/** So often the plan has its own name right, and so often the other at most. */
const USUAL = 2;
const MOST = 2;

/**
 * The plan's own house with one character of its name changed: 红柳湾农场 in the plan of 红柳滩农场. Its first characters must be the
 * same, since words of the sentence stand in front of a shorter name.
 */
export function ownNameSlips(own: readonly OwnName[], lines: readonly Line[]): readonly TwoNames[] {
  const names = new Set(own.flatMap(({ name }) => house.exec(name.replace(/^(?:中共|关于)/, ''))?.[0] ?? []));
  return [...names].flatMap((name) => slipsOf(name, own, lines));
}

function slipsOf(name: string, own: readonly OwnName[], lines: readonly Line[]): readonly TwoNames[] {
  const end = houses.find((one) => name.endsWith(one)) ?? '';
  const stem = name.length - end.length;
  if (end === '' || stem < 3) return [];
  const found = new Map<string, Range[]>();
  let usual: Range | undefined;
  let times = 0;
  for (const line of lines) {
    const { text } = line;
    for (let at = text.indexOf(end, stem); at >= 0; at = text.indexOf(end, at + end.length)) {
      const start = at - stem;
      const word = text.slice(start, at + end.length);
      if (word === name) {
        times++;
        usual ??= line.at(start, start + word.length);
      } else if (
        line.place !== 'quote' &&
        isSlip(word, name, stem, !farms.test(end)) &&
        !whereBefore.test(text.slice(0, start)) &&
        !whereBehind.test(text.slice(at + end.length)) &&
        !longer.test(text.slice(at + end.length)) &&
        !standsOutside(text, start, word) &&
        !party.some((one) => clauseAt(text, start).includes(one))
      )
        found.set(word, [...(found.get(word) ?? []), line.at(start, start + word.length)]);
    }
  }
  const [slip, more] = found;
  if (!slip || more || !usual || times < USUAL) return [];
  const [written, places] = slip;
  if (places.length > MOST || own.some((one) => one.name.includes(written))) return [];
  const elsewhere = usual;
  return places.map((range) => ({ written, other: name, range, elsewhere }));
}

/** One character behind the first of the stem is another, and none that tells one house from the next. */
function isSlip(word: string, name: string, stem: number, nearby: boolean): boolean {
  let at = -1;
  for (let index = 0; index < stem; index++) {
    if (word.charCodeAt(index) === name.charCodeAt(index)) continue;
    if (at >= 0) return false;
    at = index;
  }
  if (at < 1) return false;
  const [written, right] = [word.charAt(at), name.charAt(at)];
  if (nearby && (ofPlaces.test(written) || ofPlaces.test(right))) return false;
  if (isSurname(written, SURNAMES) && isSurname(right, SURNAMES)) return false;
  return /\p{Script=Han}/u.test(written) && !telling.test(written) && !telling.test(right);
}
