import type { Range } from '../../text/range.ts';
import { isPerson } from './persons.ts';
import { endsLikeUnit } from './words.ts';

/** A name with its index, and the brackets that it stands in. */
export interface Bracketed {
  readonly name: string;
  readonly at: number;
  readonly range: Range;
}

/** Brackets at the end of a sentence or title: （城建办，2024年6月底前）, （陈光明）. */
const bracketed = /[（(]([^（()）。]{2,40})[)）](?=[。；;]?\s*$|。)/gu;
const generic =
  /^(?:各|全|每|有关|相关|其他|所有|本|该|上级|基层)|^.{0,2}(?:村|社区|学校|企业|班级|组织|机关|单位|部门)$/;

/** （以下简称“两新”组织）, （省禁毒办主办）: tells something of what stands in front, and gives it to nobody. */
const said = /^(?:以下|下称|简称|即|含|包括|其中|不含|如)|[主承协联举筹开]办$/;

/** The names in brackets that hold nothing but bodies, persons and a time. */
export function findBracketed(text: string): readonly Bracketed[] {
  return [...text.matchAll(bracketed)].flatMap((match) => namesIn(match[1] ?? '', match.index));
}

function namesIn(words: string, index: number): readonly Bracketed[] {
  const pieces = words.split(/[、，,；;/\s]+/).filter((piece) => piece !== '' && !/\d/.test(piece));
  const isNamed = (piece: string) =>
    !said.test(piece) && (isPerson(piece) || (piece.length > 2 && endsLikeUnit(piece) && !generic.test(piece)));
  if (!pieces.every(isNamed)) return [];
  const from = index + 1;
  const range = { start: index, end: from + words.length + 1 };
  return pieces.map((piece) => ({ name: piece, at: from + words.indexOf(piece), range }));
}
