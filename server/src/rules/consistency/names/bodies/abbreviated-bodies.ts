import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { timesSaid } from '../rare.ts';

/** A body that goes by letters alone: 通知SRT成员到岗. */
export interface AbbreviatedBody {
  readonly name: string;
  readonly range: Range;
}

const body = /(?<![A-Za-z0-9&+./-])([A-Z]{2,5})(?=(?:成员|队员|组员|小组|专员|小队)(?![A-Za-z]))/gu;
const bodySign = sign({ words: ['成员', '队员', '组员', '小组', '专员', '小队'] });
/** What every office knows. */
const known =
  /^(?:QCC?|QA|IT|HR|EHS|HSE|ICU|CEO|CFO|CIO|VIP|AI|APP|PPT|CPR|LED|GIS|EAP|DIY|UI|PBL|STEM|STEAM|NGO|PC|QQ|OA|ERP|BIM|PPP|EPC)$/;

const bodiesOn = lineMemo(({ text }): readonly AbbreviatedBody[] =>
  matchesOf(text, body).flatMap(({ 1: name = '', index }) =>
    known.test(name) ? [] : [{ name, range: { start: index, end: index + name.length } }],
  ),
);

/** Letters that stand for a body and stand nowhere else in the whole file, so that nothing can tell what they mean. */
export function abbreviatedBodies(lines: readonly Line[], whole: readonly Line[]): readonly AbbreviatedBody[] {
  return linesWith(lines, bodySign).flatMap((line) =>
    line.place === 'quote' || line.place === 'heading'
      ? []
      : bodiesOn(line.facts).flatMap(({ name, range }) =>
          timesSaid(name, whole) === 1 ? [{ name, range: line.at(range.start, range.end) }] : [],
        ),
  );
}
