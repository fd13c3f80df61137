import type { Line, Plan } from '../../../../plan/model.ts';
import type { Range } from '../../../../text/range.ts';
import type { MovedConjunction } from '../words/moved-words.ts';

/** Two deeds that one name joins; in the other order it is another name, and says the same. */
const pairs: readonly (readonly [string, string])[] = [
  ['提升', '改造'],
  ['推广', '应用'],
  ['保护', '利用'],
  ['清理', '整治'],
  ['排查', '整治'],
  ['升级', '改造'],
  ['评选', '表彰'],
];

/** 利用保护区资源, 整治排查出的隐患, 提升改造质量: a verb and what it is done to. */
const another = /^(?:区|出|发现|水平|质量|成效|效果|能力|标准|品质|成果)/;

/** So often the text has the order of the title. */
const OFTEN = 3;
/** Told more often the other way round, it is meant. */
const FEW = 2;

/** 改造提升 in the text of a plan that its title, and the text otherwise, call 提升改造. */
export function swappedFromTitle({ title }: Plan, lines: readonly Line[]): readonly MovedConjunction[] {
  const name = title?.value ?? '';
  return pairs.flatMap(([a, b]): readonly MovedConjunction[] => {
    const [usual, other] = name.includes(a + b) ? [a + b, b + a] : [b + a, a + b];
    if (!name.includes(usual) || name.includes(other)) return [];
    const odd = placesOf(lines, other);
    const [first] = odd;
    const [model] = placesOf(lines, usual, 1);
    if (!first || !model || odd.length > FEW) return [];
    const count = placesOf(lines, usual).length;
    if (count < OFTEN) return [];
    return odd.map((range) => ({ written: other, other: usual, count, range, elsewhere: model }));
  });
}

function placesOf(lines: readonly Line[], words: string, most = Number.POSITIVE_INFINITY): readonly Range[] {
  const found: Range[] = [];
  for (const line of lines) {
    if (line.place === 'quote') continue;
    for (let at = line.text.indexOf(words); at >= 0; at = line.text.indexOf(words, at + words.length)) {
      if (another.test(line.text.slice(at + words.length, at + words.length + 2))) continue;
      found.push(line.at(at, at + words.length));
      if (found.length >= most) return found;
    }
  }
  return found;
}
