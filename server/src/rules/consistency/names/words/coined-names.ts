import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { quotationSign } from '../../../../plan/names/quotation-sign.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { rarer } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** “安企通”平台, “你点我检”进社区活动: a coined name, and what goes by it. */
const coined = /“([一-龥]{3,5})”[一-龥]{0,4}?(平台|系统|小程序|活动|行动|工程|机制|模式|品牌|专区|专线)/gu;
/** Numbers, order and place tell two things apart. */
const telling = /[第一二三四五六七八九十百两双多首新老大小上下前后内外东南西北中春夏秋冬省市县区镇乡村街校不]/;
/** Of five characters one may be another, of three as well when it is not the first. */
const SHORTEST = 3;

interface Coined {
  readonly name: string;
  readonly kind: string;
  readonly range: Range;
}

const coinedOn = lineMemo(({ text }): readonly Coined[] =>
  matchesOf(text, coined).map(({ 0: raw, 1: name = '', 2: kind = '', index }) => ({
    name,
    kind,
    range: { start: index, end: index + (raw.startsWith(kind, name.length + 2) ? raw.length : name.length + 2) },
  })),
);

interface Use {
  readonly name: string;
  readonly kind: string;
  readonly lines: Set<Line>;
  readonly places: Range[];
}

/** One thing under two coined names that differ in one character: “安企通”平台 and “安企办”平台. Three of a frame, or two on one line, are a family. */
export const coinedVariants: NameReader<TwoNames> = { sign: quotationSign, find: coinedIn };

function coinedIn(lines: readonly Line[]): readonly TwoNames[] {
  const byFrame = new Map<string, Map<string, Use>>();
  for (const line of lines) {
    for (const { name, kind, range } of coinedOn(line.facts)) {
      const place = line.at(range.start, range.end);
      for (let at = name.length > SHORTEST ? 0 : 1; at < name.length; at++) {
        if (telling.test(name.charAt(at))) continue;
        const frame = `${name.slice(0, at)}?${name.slice(at + 1)} ${kind}`;
        const uses = byFrame.get(frame) ?? new Map<string, Use>();
        byFrame.set(frame, uses);
        const use = uses.get(name) ?? { name, kind, lines: new Set(), places: [] };
        uses.set(name, use);
        use.lines.add(line);
        use.places.push(place);
      }
    }
  }
  return [...byFrame.values()].flatMap((uses): readonly TwoNames[] => {
    const [a, b, third] = [...uses.values()];
    if (!a || !b || third || [...a.lines].some((line) => b.lines.has(line))) return [];
    if (Math.min(a.places.length, b.places.length) > 1) return [];
    const named = ({ name, kind, places }: Use) => ({ name: `‘${name}’${kind}`, places });
    return rarer(named(a), named(b));
  });
}
