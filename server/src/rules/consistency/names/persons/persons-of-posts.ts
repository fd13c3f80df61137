import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import { timesSaid } from '../rare.ts';
import { differInOne, type PersonVariant } from './persons.ts';

/** Posts that one holds in a house or a group. */
const posts =
  '组长|总指挥|指挥长|校长|园长|院长|局长|馆长|县长|区长|市长|镇长|乡长|(?:党委|党组|党工委|总支|支部)书记|总经理|董事长|办事处主任|居委会主任|村委会主任|大队长|支队长';
const postSign = sign({
  words: [
    '组长',
    '指挥',
    '校长',
    '园长',
    '院长',
    '局长',
    '馆长',
    '县长',
    '区长',
    '市长',
    '镇长',
    '乡长',
    '书记',
    '经理',
    '事长',
    '处主任',
    '会主任',
    '队长',
  ],
});
const before = new RegExp(
  `(?<!副)(${posts})[：: \\u3000]{0,2}(\\p{Script=Han}{3})(?=[，。；、：（()）\\s任担兼为负牵主报]|同志|$)`,
  'gu',
);
const behind =
  /(?<![\p{Script=Han}])(?:由|[\p{Script=Han}]{0,12}(?:长|主任|书记))?(\p{Script=Han}{3})(?:同志)?(?:任|担任|兼任)(?:领导小组|专班|工作组)?(组长|总指挥|指挥长)/gu;
/** 组长：李明华 of one group and 组长：李明辉 of another. */
const inRoster = /^\s*(?:第?[一二三四五六七八九十\d]{0,2}组?)?组\s*长\s*[：:]/;

/** 由一组组长, 县第一中学校长: what stands in front of a post says of which house or group it is. */
const houseBefore = /[一-龥]{1,4}$/u;
const noHouse = /(?:[由报经向请和与及告以送给是为即]|领导小组|指挥部|专班|工作组|[我本]?[校局院馆园县市区镇乡]|学校)$/;

function postAt(text: string, at: number, post: string): string {
  const house = houseBefore.exec(text.slice(0, at))?.[0] ?? '';
  return noHouse.test(house) ? post : house + post;
}

interface Held {
  readonly post: string;
  /** 由校长黄志强任组长: here the paper gives the post to him. */
  readonly given: boolean;
  readonly name: string;
  readonly at: number;
}
const NONE: readonly Held[] = [];

const heldOn = lineMemo(({ text }): readonly Held[] => {
  const found = [
    ...matchesOf(text, before).map(({ 0: raw, 1: post = '', 2: name = '', index }) => ({
      post: postAt(text, index, post),
      given: false,
      name,
      at: index + raw.length - name.length,
    })),
    ...matchesOf(text, behind).map(({ 0: raw, 1: name = '', 2: post = '', index }) => ({
      post,
      given: true,
      name,
      at: index + raw.indexOf(name),
    })),
  ].filter(({ name }) => isLikelyPerson(name));
  return found.length === 0 ? NONE : found;
});

/**
 * Two who hold the same post under names that differ in one character, whatever that is: 校长黄志强 and 校长黄志峰. The text has
 * the one name twice at least, or gives the post to it, and the other at this place only.
 */
export function personsOfPosts(lines: readonly Line[]): readonly PersonVariant[] {
  const held: { readonly line: Line; readonly one: Held }[] = [];
  for (const line of linesWith(lines, postSign))
    if (line.place !== 'quote') for (const one of heldOn(line.facts)) held.push({ line, one });
  if (held.length < 2) return [];
  const found = new Map<string, PersonVariant>();
  for (const { line, one } of held) {
    if (found.has(one.name) || timesSaid(one.name, lines) !== 1) continue;
    const other = held.find(
      ({ line: there, one: two }) =>
        two.post === one.post &&
        differInOne(one.name, two.name) &&
        there !== line &&
        !(inRoster.test(line.text) && inRoster.test(there.text)) &&
        (two.given || timesSaid(two.name, lines) > 1),
    );
    if (!other) continue;
    const { at, name } = other.one;
    found.set(one.name, {
      written: one.name,
      other: name,
      range: line.at(one.at, one.at + one.name.length),
      elsewhere: other.line.at(at, at + name.length),
      count: timesSaid(name, lines),
    });
  }
  return [...found.values()];
}
