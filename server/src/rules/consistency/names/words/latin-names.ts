import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { overlaps, type Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** A word of Latin letters, and a second one that it may be written together with: React, Bundle B2B. */
const latinWord =
  /(?<![A-Za-z0-9_@./#:-])[A-Za-z][A-Za-z0-9]{2,24}(?: [A-Z][A-Za-z0-9]{1,12})?(?![A-Za-z0-9_@/]|[.:-][A-Za-z0-9])/g;
const account = /(?:微信号?|公众号|账号|帐号|邮箱|网址|用户名|命名为?|格式)[：:为]?[“"]?$/;
const latinBefore = /[A-Za-z0-9][ ,.'’&]{1,2}$/;
const latinBehind = /^[ ,.'’&]{1,2}[A-Za-z]/;
const han = /\p{Script=Han}/u;
/** Words of the language of work: at the head of a line they have a capital, and elsewhere none. */
const common = new Set(
  'vlog cosplay wav mov psd ai cad pdf jpg jpeg png gif mp4 mp3 avi excel word ppt pptx doc docx xls xlsx zip rar html http https wifi vip week day task step phase part team demo star issue email mail web app apps logo page pages list note notes plan work online offline vip post blog live review meeting review test tests version model data file files code key user users server client name title link links group club open source project projects party show case top code and the for with from new day'.split(
    ' ',
  ),
);

/** Vlog作品 at the head of a line has a capital for that alone; RabbitMQ has its own. */
const beginsSentence = (text: string, index: number, name: string): boolean =>
  /^[A-Z][a-z]+$/.test(name) && /^$|[。！？；：、]$/.test(text.slice(0, index).trim().slice(-1));

interface Written {
  readonly name: string;
  /** What all ways to write the name have in common. */
  readonly key: string;
  readonly start: number;
}

const none: readonly Written[] = [];

const namesOn = lineMemo(({ text }): readonly Written[] => {
  if (!han.test(text)) return none;
  const found: Written[] = [];
  for (const { 0: name, index } of text.matchAll(latinWord)) {
    // Words of a foreign sentence are no names, nor are those of an account.
    if (account.test(text.slice(Math.max(0, index - 8), index))) continue;
    if (
      latinBefore.test(text.slice(Math.max(0, index - 3), index)) ||
      latinBehind.test(text.slice(index + name.length, index + name.length + 3))
    )
      continue;
    const key = name.replace(' ', '').toLowerCase();
    if (key.length > 2 && !common.has(key) && !beginsSentence(text, index, name))
      found.push({ name, key, start: index });
  }
  return found.length === 0 ? none : found;
});

interface Place {
  readonly name: string;
  readonly range: Range;
}

/** One product or system with and without capitals, or in one word and in two: React and react, 青禾云 Tower Bot and TowerBot. */
export const latinVariants: NameReader<TwoNames> = {
  sign: sign({ units: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' }),
  find: variantsIn,
};

function variantsIn(lines: readonly Line[]): readonly TwoNames[] {
  const byKey = new Map<string, Place[]>();
  for (const line of lines) {
    for (const { name, key, start } of namesOn(line.facts)) {
      const at = { start, end: start + name.length };
      if (line.literals.some((literal) => overlaps(literal, at))) continue;
      const places = byKey.get(key) ?? [];
      places.push({ name, range: line.at(at.start, at.end) });
      byKey.set(key, places);
    }
  }
  return [...byKey.values()].flatMap((places): readonly TwoNames[] => {
    const counts = new Map<string, number>();
    for (const { name } of places) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (counts.size !== 2) return [];
    const [first, second] = [...counts];
    if (!first || !second) return [];
    // SMART and Smart may be two things; react is React.
    if (/[A-Z]/.test(first[0]) && /[A-Z]/.test(second[0]) && first[0].includes(' ') === second[0].includes(' '))
      return [];
    // Of two as frequent, the one with capitals is the name.
    const isFirst = first[1] !== second[1] ? first[1] > second[1] : /[A-Z]/.test(first[0]);
    const usual = isFirst ? first[0] : second[0];
    const odd = places.find(({ name }) => name !== usual);
    const other = places.find(({ name }) => name === usual);
    return odd && other ? [{ written: odd.name, other: usual, range: odd.range, elsewhere: other.range }] : [];
  });
}
