import { inexact, number, round, type SumFault, unit, value } from './amounts.ts';

/** What a thing is, or is not. */
const word =
  '合格|达标|通过|符合|规范|完成|整改|整改到位|整改完成|验收|签订|签约|备案|登记|覆盖|安装|办结|销号|化解|回复|参训|参加|到会|到岗|持证|入库|开工|完工|竣工|投用|配备|建档|缴费|接种|正常|完好|安全|满意';
const rateClause = '(?:[^，。；、\\d]{0,8}率(?:为|达到|达|仅)?\\d{1,3}(?:\\.\\d{1,2})?[%％][，,])?';
/** 点位240个，达标198个，达标率82.5%，不达标点位52个 */
const behindWord = new RegExp(
  `(?<![\\d.])(?<all>${number})(?<own>${unit})[，,：:](?:其中)?(?<word>${word})(?:的|数)?(?<part>${number})\\k<own>[，,、]${rateClause}(?:其余)?(?:有)?(?:不|未|尚未|没有)\\k<word>(?:的)?[^，。；、\\d]{0,6}?(?<rest>${number})\\k<own>(?=[，,。；、（）)]|$)`,
  'gu',
);
/** 抽检240批，198批合格，52批不合格 */
const inFrontOfWord = new RegExp(
  `(?<![\\d.])(?<all>${number})(?<own>${unit})[，,：:](?:其中)?(?<part>${number})\\k<own>(?<word>${word})[，,、]${rateClause}(?:其余)?(?<rest>${number})\\k<own>(?:不|未|尚未|没有)\\k<word>(?=[，,。；、（）)]|$)`,
  'gu',
);

/** Rarer than the numbers that the patterns begin with. */
const denied = new RegExp(`(?:[不未]|没有)(?:${word})`);

/** What is and what is not make the whole: the third number is the difference of the other two. */
export function wrongComplements(text: string): readonly SumFault[] {
  if (!denied.test(text)) return [];
  return [...text.matchAll(behindWord), ...text.matchAll(inFrontOfWord)].flatMap((match): readonly SumFault[] => {
    const { all, own = '', part, rest = '' } = match.groups ?? {};
    const [words] = match;
    if (inexact.test(text.slice(Math.max(0, match.index - 3), match.index) + words)) return [];
    const real = value(all) - value(part);
    if (real < 0 || Math.abs(real - value(rest)) < 1e-6 || value(rest) > value(all)) return [];
    const start = match.index + words.lastIndexOf(rest + own);
    const range = { start, end: start + rest.length + own.length };
    return [{ kind: 'share', range, written: rest + own, found: round(real) + own }];
  });
}
