import { readCount } from '../../../numbering/han.ts';
import { inexact, number, round, type SumFault, unit, value } from './amounts.ts';
import { isSameWay, moves, stillTheSame } from './moves.ts';

const NUM = '\\d{1,3}|[两一二三四五六七八九十]{1,3}';
/** 由第9名上升到第4名，上升了4个位次 */
const ranks = new RegExp(
  `[由从][^，。；\\d第]{0,12}第(?<from>${NUM})[名位][^，。；\\d第]{0,4}?(?<way>${moves})[到至为居]?[^，。；\\d第]{0,10}第(?<to>${NUM})[名位][，,、（(](?<lead>[^，。；\\d]{0,6}?)(?<again>${moves})了?(?<written>(?<told>${NUM})个?(?:位次|名次|位|名))`,
  'gu',
);
/** 由120件减少到85件，减少了25件 */
const amounts = new RegExp(
  `[由从](?:20\\d\\d年)?[^，。；\\d]{0,10}(?<from>${number})(?<fromTens>万|亿)?(?<own>${unit})(?<way>${moves})[到至为](?:20\\d\\d年)?[^，。；\\d]{0,4}(?<to>${number})(?<toTens>万|亿)?\\k<own>[，,、（(](?<lead>[^，。；\\d]{0,6}?)(?<again>${moves})了?(?<written>(?<told>${number})(?<toldTens>万|亿)?\\k<own>)(?=[，,。；、）)]|$)`,
  'gu',
);
/** 上升4位，由第9名上升到第5名 */
const ranksBehind = new RegExp(
  `(?<again>${moves})了?(?<written>(?<told>${NUM})个?(?:位次|名次|位|名))[，,、（(][由从](?:原来的?|去年的?|上年的?|上期的?)?第(?<from>${NUM})[名位](?<way>${moves})[到至为居][^，。；\\d第]{0,2}第(?<to>${NUM})[名位]`,
  'gu',
);
/** 由50人增加到62人（增加15人、减少3人）: what came and what went, each on its own. */
const goesOn = /^[，,、][^，。；\d]{0,10}\d[\d.]{0,8}(?:万|亿)?(\p{Script=Han}{1,2})/u;

/** What the patterns cannot do without; they are long, and cost much more than to look for this. */
const rank = new RegExp(`第(?:${NUM})[名位]`);
const movesTo = new RegExp(
  `[${moves
    .split('|')
    .map((word) => word.slice(-1))
    .join('')}][到至为]`,
);

/** Steps from one rank or number to another that are not the difference of the two. */
export function wrongChanges(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  const ofRanks = rank.test(text) ? [...text.matchAll(ranks), ...text.matchAll(ranksBehind)] : [];
  for (const match of ofRanks) {
    const { from = '', to = '', told = '', written = '' } = match.groups ?? {};
    const [a, b, step] = [from, to, told].map((one) => readCount(one));
    if (a === undefined || b === undefined || step === undefined || !isOfBoth(match)) continue;
    const real = Math.abs(a - b);
    if (real === step || real === 0) continue;
    found.push({ kind: 'share', range: rangeOf(match), written, found: `${real}${written.slice(told.length)}` });
  }
  if (!movesTo.test(text)) return found;
  for (const match of text.matchAll(amounts)) {
    const { from, to, told, fromTens, toTens, toldTens, own = '', written = '' } = match.groups ?? {};
    if (!isOfBoth(match) || fromTens !== toTens || fromTens !== toldTens || inexact.test(match[0])) continue;
    if (goesOn.exec(text.slice(match.index + match[0].length))?.[1]?.startsWith(own)) continue;
    const real = Math.abs(value(from) - value(to));
    const decimals = Math.max(...[from, to, told].map((one) => /\.(\d+)/.exec(one ?? '')?.[1]?.length ?? 0));
    if (Math.abs(real - value(told)) < (decimals === 0 ? 1e-6 : 1.5 * 10 ** -decimals)) continue;
    found.push({ kind: 'share', range: rangeOf(match), written, found: `${round(real)}${toldTens ?? ''}${own}` });
  }
  return found;
}

/** Whether the step is told of what the two numbers are of. */
function isOfBoth({ groups: { lead = '', way = '', again = '' } = {} }: RegExpExecArray): boolean {
  return stillTheSame.test(lead) && isSameWay(way, again);
}

/** Where the step is written: it ends the match, or begins it behind its verb. */
function rangeOf({ 0: words, index, groups: { written = '' } = {} }: RegExpExecArray): SumFault['range'] {
  const start = index + (words.endsWith(written) ? words.length - written.length : words.indexOf(written));
  return { start, end: start + written.length };
}
