import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { overlaps, type Range } from '../../../../text/range.ts';
import { placesByName } from '../rare.ts';
import type { TwoNames } from '../reader.ts';
import { workingBodySign } from './body-sign.ts';

const committee = /委员会(?:办公室)?$/;
const managing = /管理委员会$/;
/** 安全生产 of 安全生产管理委员会; a zone or a village has one that manages and none that does not. */
const SHORTEST = 4;
const zone = /(?:区|园|小区|景区|村务|民主|家长|自主|业主|住宅|资产|基金|工程|宗教|寺)$/;

/**
 * One committee with and without 管理: 安全生产委员会 in the text and 安全生产管理委员会办公室 in the signature. The signature is
 * right, else the commoner.
 */
export function managingBodies({ issuer }: Plan, lines: readonly Line[]): readonly TwoNames[] {
  const wholes = new Map<string, Range[]>();
  const plain = new Map<string, Range[]>();
  for (const line of linesWith(lines, workingBodySign)) {
    if (line.place === 'quote') continue;
    for (const { name, type, range } of line.facts.workingBodies) {
      if (!committee.test(type)) continue;
      const own = name.replace(/办公室$/, '');
      const place = line.at(range.start, range.end);
      if (managing.test(own)) placesByName(wholes, own, place);
      else placesByName(plain, own, place);
    }
  }
  return [...wholes].flatMap(([whole, places]): readonly TwoNames[] => {
    const short = whole.replace(managing, '委员会');
    const own = short.slice(0, -'委员会'.length);
    const others = plain.get(short) ?? [];
    const [a, b] = [places[0], others[0]];
    if (!a || !b || own.length < SHORTEST || zone.test(own)) return [];
    const isSigned = (all: readonly Range[]) => issuer !== undefined && all.some((one) => overlaps(one, issuer.range));
    const isShortWrong = isSigned(places) || (!isSigned(others) && others.length <= places.length);
    return [
      isShortWrong
        ? { written: short, other: whole, range: b, elsewhere: a }
        : { written: whole, other: short, range: a, elsewhere: b },
    ];
  });
}
