import { readCount } from '../../../numbering/han.ts';
import { inexact, number, round, type SumFault, unit, value } from './amounts.ts';

const NUM = '\\d{1,3}|[两一二三四五六七八九十]{1,3}';
const moves =
  '上升|提升|前移|跃升|攀升|前进|进位|提高|提前|增加|增长|扩大|下降|下滑|滑落|后退|退步|降低|减少|压减|缩减|缩短|压缩|升|进|降|退|减|增';
/** 由第9名上升到第4名，上升了4个位次 */
const ranks = new RegExp(
  `[由从][^，。；\\d第]{0,12}第(${NUM})[名位][^，。；\\d第]{0,4}?(?:${moves}|跃|跌|滑)[到至为居]?[^，。；\\d第]{0,10}第(${NUM})[名位][，,、（(]([^，。；\\d]{0,6}?)(?:${moves})了?((${NUM})个?(?:位次|名次|位|名))`,
  'gu',
);
/** 由120件减少到85件，减少了25件 */
const amounts = new RegExp(
  `[由从](?:20\\d\\d年)?[^，。；\\d]{0,10}(${number})(万|亿)?(${unit})(?:${moves})[到至为](?:20\\d\\d年)?[^，。；\\d]{0,4}(${number})(万|亿)?\\3[，,、（(]([^，。；\\d]{0,6}?)(?:${moves})了?((${number})(万|亿)?\\3)(?=[，,。；、）)]|$)`,
  'gu',
);
/** 上升4位，由第9名上升到第5名 */
const ranksBehind = new RegExp(
  `(?:${moves})了?((${NUM})个?(?:位次|名次|位|名))[，,、（(][由从][^，。；\\d第]{0,12}第(${NUM})[名位][^，。；\\d第]{0,6}[到至为居][^，。；\\d第]{0,10}第(${NUM})[名位]`,
  'gu',
);
/** What is set against something else, or told of each. */
const otherwise = /每|各|平均|人均|比|较|再|还|又|计划|同比|环比/;

/** Steps from one rank or number to another that are not the difference of the two. */
export function wrongChanges(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  for (const {
    0: words,
    1: from = '',
    2: to = '',
    3: lead = '',
    4: written = '',
    5: told = '',
    index,
  } of text.matchAll(ranks)) {
    const [a, b, step] = [from, to, told].map((one) => readCount(one));
    if (a === undefined || b === undefined || step === undefined || otherwise.test(lead)) continue;
    const real = Math.abs(a - b);
    const end = index + words.length;
    if (real === step || real === 0) continue;
    const range = { start: end - written.length, end };
    found.push({ kind: 'share', range, written, found: `${real}${written.slice(told.length)}` });
  }
  for (const { 0: words, 1: written = '', 2: told = '', 3: from = '', 4: to = '', index } of text.matchAll(
    ranksBehind,
  )) {
    const [a, b, step] = [from, to, told].map((one) => readCount(one));
    if (a === undefined || b === undefined || step === undefined || Math.abs(a - b) === step || a === b) continue;
    const start = index + words.indexOf(written);
    const range = { start, end: start + written.length };
    found.push({ kind: 'share', range, written, found: `${Math.abs(a - b)}${written.slice(told.length)}` });
  }
  for (const match of text.matchAll(amounts)) {
    const [words, from = '', fromTens, own = '', to = '', toTens, lead = '', written = '', told = '', toldTens] = match;
    if (otherwise.test(lead) || fromTens !== toTens || fromTens !== toldTens || inexact.test(words)) continue;
    const real = Math.abs(value(from) - value(to));
    const decimals = Math.max(...[from, to, told].map((one) => /\.(\d+)/.exec(one)?.[1]?.length ?? 0));
    if (Math.abs(real - value(told)) < (decimals === 0 ? 1e-6 : 1.5 * 10 ** -decimals)) continue;
    const end = match.index + words.length;
    const range = { start: end - written.length, end };
    found.push({ kind: 'share', range, written, found: `${round(real)}${toldTens ?? ''}${own}` });
  }
  return found;
}
