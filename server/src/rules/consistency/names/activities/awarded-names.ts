import { lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { quotationSign } from '../../../../plan/names/quotation-sign.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { timesSaid } from '../rare.ts';
import type { TwoNames } from '../reader.ts';

/** 授予“文明家庭”称号 */
const awarded =
  /(?:授予|获得|颁发|获评|命名为)[^“”，。；]{0,8}“([一-龥]{3,10})”(?=[^“”，。；]{0,4}(?:称号|荣誉|证书|奖牌|奖杯|牌匾))/gu;
/** “最美家庭”评选活动方案: what the whole paper is about. */
const chosen = /“([一-龥]{3,10})”[^“”]{0,6}(?:评选|评比|推选|选树|评定|创建)/u;
const LEAST = 3;

interface Awarded {
  readonly name: string;
  readonly range: Range;
}

const awardedOn = lineMemo(({ text }): readonly Awarded[] =>
  matchesOf(text, awarded).map(({ 0: raw, 1: name = '', index }) => ({
    name,
    range: { start: index + raw.length - name.length - 1, end: index + raw.length - 1 },
  })),
);

/**
 * A title that is awarded and that is not the one that the paper chooses people for, though it is one for the same kind of them:
 * “最美家庭”评选活动方案, and 授予“文明家庭”称号. One that is spoken of elsewhere as well is a title of its own.
 */
export function otherAwards({ title }: Plan, lines: readonly Line[]): readonly TwoNames[] {
  const own = title && chosen.exec(title.value)?.[1];
  if (!title || own === undefined) return [];
  const kind = own.slice(-2);
  const all = linesWith(lines, quotationSign).filter(({ place }) => place !== 'quote');
  if (timesSaid(own, lines) < LEAST) return [];
  const found = all.flatMap((line) => awardedOn(line.facts).map((one) => ({ line, ...one })));
  // “最美家庭”标兵 and 最美书香家庭 are of the same choice.
  const others = found.filter(
    ({ name }) => name.endsWith(kind) && !name.includes(own.slice(0, -2)) && timesSaid(name, lines) === 1,
  );
  const [other] = others;
  if (!other || others.length > 1 || found.some(({ name }) => name.includes(own))) return [];
  const range = other.line.at(other.range.start, other.range.end);
  return [{ written: other.name, other: own, range, elsewhere: title.range }];
}
