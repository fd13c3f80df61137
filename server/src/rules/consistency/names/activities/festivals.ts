import { lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { timesSaid } from '../rare.ts';
import type { TwoNames } from '../reader.ts';

/** 第十二届读书节活动方案 */
const own = /([一-龥]{2})节(?![日目假约水能气俗点])/gu;
/** 阅读节闭幕式: what belongs to a festival that is held, and nobody else's (县青少年科普节期间). */
const held =
  /(?<=^|[^一-龥]|举行|举办|召开|[日本届])([一-龥]{2})节(?=开幕|闭幕|启动|颁奖|总结|表彰|展演|期间|组委|系列活动)/gu;
const festivalSign = sign({ words: ['节开', '节闭', '节启', '节颁', '节总', '节表', '节展', '节期', '节组', '节系'] });
/** So often the festival goes by its own name. */
const USUAL = 3;

interface Held {
  readonly name: string;
  readonly range: Range;
}

const heldOn = lineMemo(({ text }): readonly Held[] =>
  matchesOf(text, held).map(({ 1: name = '', index }) => ({
    name,
    range: { start: index, end: index + name.length + 1 },
  })),
);

/** The festival of the title that is called otherwise at one place, where one of its two characters is left: 读书节, and 阅读节闭幕式. */
export function otherFestivals({ title }: Plan, lines: readonly Line[]): readonly TwoNames[] {
  const name = title && matchesOf(title.value, own).at(-1)?.[1];
  if (!title || !name) return [];
  const usual = timesSaid(`${name}节`, lines);
  if (usual < USUAL) return [];
  return linesWith(lines, festivalSign)
    .filter(({ place }) => place !== 'quote')
    .flatMap((line) =>
      heldOn(line.facts).flatMap(({ name: other, range }): readonly TwoNames[] => {
        const kept = [...other].filter((unit) => name.includes(unit)).length;
        if (kept !== 1 || timesSaid(`${other}节`, lines) > 1) return [];
        return [
          { written: `${other}节`, other: `${name}节`, range: line.at(range.start, range.end), elsewhere: title.range },
        ];
      }),
    )
    .slice(0, 1);
}
