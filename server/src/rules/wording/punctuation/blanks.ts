import type { NumberToken } from '../../../numbering/token.ts';
import { looksLikePerson } from '../../../plan/parties/words.ts';
import { matchesOf } from '../../../text/matches.ts';
import { mayBeHan, tableOfUnits } from '../../../text/units.ts';
import { type Hints, hint, matchesIn, pairsOf } from '../hints.ts';
import { isWord, wordBoundaries } from '../segments.ts';
import { type PunctuationFault, replacedAt, type StyleKind } from './fault.ts';

type Fault = PunctuationFault<StyleKind>;

/** A line of running prose: blanks in labels, names and titles are layout. */
const running = /[一-龥]{4}.{8,200}[，。；]/;
const inWord = /(?<=[一-龥])[ \u3000](?=[一-龥])|(?<=的) {2}(?=[一-龥])/g;
/** 1. 5米: a blank behind the decimal point. */
const inFigure =
  /(?<=[0-9]\.) (?=[0-9]{1,3}(?:[%％‰]|个?百分点|千?[米瓦伏克]|公[里斤顷分]|毫米|厘米|平方|立方|[元万亿吨亩度升]))/g;
/** 晚7 点后, 50 年, 28 号: where figures stand close to their units otherwise; 8:30 集合 is set apart. */
const beforeUnit =
  /(?<=[0-9])(?<![:：][0-9]{1,2}) (?=(?:[年月日号点时分元名人次项家户处件份天期届级套台吨亩楼层栋路街]|个(?!人)|公[里斤分]|万|千米|平方|小时)(?![会额员间工组数目程常][^。；]?))/g;
/** 不少于 5个工作日, 附件 1 where words and figures stand close together otherwise; telephones, rooms and hours are set apart. */
const beforeFigure =
  /(?<=[一-龥])(?<!电话|手机|邮编|传真|热线|号码|老师|同志|主任|姓名|[楼室厅馆]|[年月](?= [0-9]{1,2}[月日])) (?=[0-9]{1,2}(?![0-9-]|[.．、:：])|[0-9]{3,4}(?:[年元名人次项家户件份]|个))/g;
/** 表1 重点任务分解表, 7.2 节水: what is numbered so is set apart from its number. */
const captioned = /^(?:[表图]|附[件表录]|第)?\s?[0-9.]{1,8}$/;
const tightFigure = /[一-龥][0-9]/g;
/** 《某某系统 更新工作方案》: the break of a line in its title was copied along. */
const inTitle = /(?<=《[^《》\s]{0,40}[一-龥]{4}) (?=[一-龥]{4}[^《》\s]{0,40}(?:方案|计划|预案|办法|意见|细则)》)/g;
const tightUnit = /[0-9][一-龥]/g;
const inDate = /(?<=[0-9][年月])[ \u3000]{1,2}(?=[0-9]{1,2}[月日])/g;
/** 13: 30: within a time of day. */
const inClock =
  /(?<=(?<![件表图按比为第0-9:：] ?)(?:[01]?[0-9]|2[0-3])[:：])[ \u3000](?=[0-5][0-9](?:$|[—\-~～至前后开在，。；、）)]))/g;
/** 某某教育 、某某社区: in front of such a mark a blank is no layout, whatever the line. */
const beforeMark =
  /(?<=[一-龥A-Za-z0-9”》）)]) {1,2}(?=[、，；：](?:[一-龥A-Za-z0-9“《]|$))|(?<=[一-龥”》）]) {1,2}(?=。)/g;
/** 国家级、 省级: behind an enumeration comma as well. */
const afterMark = /(?<=[一-龥”》]、) {1,2}(?=[一-龥“《])/g;
/** （ 三）, （三 ）; （ 人） has room to be filled in. */
const inBrackets =
  /(?<=（) {1,2}(?=[一二三四五六七八九十0-9]{1,3}[ ）]|[一-龥]{2})|(?<=（[一二三四五六七八九十0-9]{1,3}|[一-龥]{2}) {1,2}(?=）)/g;
/** 15:00 –17:25: on one side only of what joins two times. */
const besideJoin =
  /(?<=[:：][0-5][0-9]) {1,2}(?=[—–～~-]{1,2}[0-9])|(?<=[:：][0-5][0-9][—–～~-]{1,2}) {1,2}(?=[0-9]{1,2}[:：])/g;
/** 全面清查 （7月底前完成） where brackets stand close otherwise; names and what stands apart in rows are set so. */
const beforeBracket = /(?<=[一-龥”》]) {1,2}(?=（)/g;
const tightBracket = /[一-龥”》]（/g;
/** 发送至a@b.cn 。: in front of a full stop as well. */
const beforeStop = /(?<=[A-Za-z0-9]) {1,2}(?=。)/g;
/** 第一组： 食用油 where colons have none behind them otherwise. */
const afterColon = /(?<=[一-龥]：) {1,2}(?=[一-龥0-9])(?![年月日] )/g;
const tightColon = /[一-龥]：[一-龥0-9“《]/g;
const atMark =
  /(?<=[，。；、！？”」》])[ \u3000]{1,2}(?=[一-龥“《]|[0-9]{4}年)|(?<=[，。；]) {1,2}(?=（)|(?<=[一-龥0-9）)])[ \u3000]{1,2}(?=[，。；、：])|(?<=[一-龥])[ \u3000]{1,2}(?=[“《])|(?<=“)[ \u3000]{1,2}(?=[一-龥])|(?<=[一-龥])[ \u3000]{1,2}(?=”)|(?<=[一-龥”》]—) {1,2}(?=[一-龥“《])|(?<=[一-龥”》]) {1,2}(?=—[一-龥“《])/g;
/** 遗传算法、蚁群算法 等，: what 等 ends stands close to it. */
const beforeEtc = / {1,2}(?=等(?:等|[，。；：）]|$))/g;

const FIGURES = '0123456789';
/** Where the blanks stand that the patterns look for. */
const needs = {
  figure: hint(pairsOf('.', ' ')),
  unit: hint(pairsOf(FIGURES, ' ')),
  beforeFigure: hint(pairsOf(' ', FIGURES)),
  brackets: hint(['（ ', ' ）']),
  join: hint([...pairsOf(' ', '—–～~-'), ...pairsOf('—–～~-', ' ')]),
  beforeBracket: hint([' （']),
  stop: hint([' 。']),
  colon: hint(pairsOf('：:', ' \u3000')),
  etc: hint([' 等']),
  date: hint(pairsOf('年月', ' \u3000')),
};

const datesAndTimes = [
  [needs.date, inDate],
  [needs.colon, inClock],
] as const;

/** 《中共中央 国务院关于…的意见》: a blank holds those apart who issue a paper together. */
const isBetweenIssuers = (text: string, at: number): boolean =>
  /(?:中央|国务院|政府|办公[厅室]|[部委局厅院办会署])$/.test(text.slice(Math.max(0, at - 6), at)) &&
  /^ ?[^，。；《》]{2,30}关于/.test(text.slice(at + 1, at + 40));

/** Stray blanks of a line: within words, dates and clauses, beside marks and figures. */
export function blanks(text: string, number: NumberToken | undefined, hints: Hints): readonly Fault[] {
  const found: Fault[] = [];
  const where = matchesIn(text, hints);
  const head = number?.range.end ?? 0;
  const { blanks: gap = '', brackets = '' } = number ?? {};
  // A tab leads to the next cell of a row.
  const behind = gap.includes('\t') ? '' : gap;
  if (behind !== '' && brackets !== '')
    found.push(replacedAt('blankAfterNumber', text, head - behind.length, behind, ''));
  if (behind !== '' && number?.kind === 'han' && number.mark === '、')
    found.push(replacedAt('blankAfterMark', text, head - behind.length, behind, ''));
  for (const { index } of where(needs.figure, inFigure)) {
    if (index > head) found.push(replacedAt('blankInFigure', text, index, ' ', ''));
  }
  // 1998 年至 2001 年 keeps figures apart on both sides, as is the custom elsewhere: the plan as a whole tells.
  for (const { index } of where(needs.unit, beforeUnit))
    if (index >= head && !captioned.test(text.slice(0, index)))
      found.push(replacedAt('blankBeforeUnit', text, index, ' ', ''));
  for (const { index } of where(needs.beforeFigure, beforeFigure))
    if (index > head) found.push(replacedAt('blankBeforeFigure', text, index, ' ', ''));
  for (const { index } of text.includes('《') ? matchesOf(text, inTitle) : [])
    if (!isBetweenIssuers(text, index)) found.push(replacedAt('blankInTitle', text, index, ' ', ''));
  for (const { 0: raw, index } of where(needs.brackets, inBrackets))
    found.push(replacedAt('blankAtMark', text, index, raw, ''));
  for (const { 0: raw, index } of where(needs.join, besideJoin))
    found.push(replacedAt('blankAtMark', text, index, raw, ''));
  for (const { 0: raw, index } of where(needs.beforeBracket, beforeBracket))
    if (index >= head && !isSetApart(text, index)) found.push(replacedAt('blankBeforeBracket', text, index, raw, ''));
  for (const { 0: raw, index } of where(needs.stop, beforeStop))
    found.push(replacedAt('blankAtMark', text, index, raw, ''));
  for (const { 0: raw, index } of where(needs.colon, afterColon))
    found.push(replacedAt('blankAfterColon', text, index, raw, ''));
  // 男女比例为12: 13
  for (const [need, pattern] of datesAndTimes)
    for (const { 0: raw, index } of where(need, pattern))
      if (!text.slice(Math.max(0, index - 10), index).includes('比'))
        found.push(replacedAt('blankInDate', text, index, raw, ''));
  if (!running.test(text)) {
    found.push(...inCell(text, head));
    for (const pattern of [beforeMark, afterMark])
      for (const { 0: raw, index } of matchesOf(text, pattern))
        if (index >= head) found.push(replacedAt('blankAtMark', text, index, raw, ''));
    return found;
  }
  for (const { 0: raw, index } of matchesOf(text, inWord)) {
    if (index <= head || isSpacedLabel(text, head, index)) continue;
    if (tearsWord(text, index) || isBehindParticle(text, index))
      found.push(replacedAt('blankInWord', text, index, raw, ''));
    else if (isWithinClause(text, index)) found.push(replacedAt('blankInClause', text, index, raw, ''));
  }
  for (const { 0: raw, index } of where(needs.etc, beforeEtc)) {
    if (index > head && /、[^，。；：、 ]{1,12}$/.test(text.slice(Math.max(0, index - 14), index)))
      found.push(replacedAt('blankInClause', text, index, raw, ''));
  }
  for (const { 0: raw, index } of matchesOf(text, atMark)) {
    if (index >= head && index > 0) found.push(replacedAt('blankAtMark', text, index, raw, ''));
  }
  return found;
}

/** 张晓 （领队）, 三班 李明 （副）: a name, or a row of what stands apart. */
function isSetApart(text: string, index: number): boolean {
  const before = /[一-龥]+$/.exec(text.slice(0, index))?.[0] ?? '';
  return looksLikePerson(before) || matchesOf(text, apart).length > 1;
}
/** 参考排名 （总人数） 省排名: blanks around words. */
const apart = /(?<=[一-龥）]) {1,4}(?=[一-龥（])/g;

/** 门 诊楼二楼防火门: one blank that tears the first word of a clause, and a long stretch behind it is no name. */
const tornHead = /^[ \u3000]*[一-龥]{1,3} (?=[一-龥]{6,40}$)/;

/** Blanks of lines that are no running prose: titles, headings, cells. */
function inCell(text: string, head: number): Fault[] {
  const found = head === 0 ? tornHead.exec(text) : null;
  const index = (found?.[0].length ?? 0) - 1;
  if (found && tearsWord(text, index)) return [replacedAt('blankInWord', text, index, ' ', '')];
  const [torn, second] = matchesOf(text, inWord);
  return torn && !second && torn[0] === ' ' && torn.index > head && tearsAlone(text, torn.index)
    ? [replacedAt('blankInWord', text, torn.index, ' ', '')]
    : [];
}

/** Shorter names and labels are drawn out to the width of others: 组 长, 林 海. */
const SHORTEST_TORN = 4;
/** 第一组 长跑队, 校长林 海, 副县长 江涛: a unit, or somebody's post in front of the name, may end there. */
const mayEndName =
  /[一-龥][组班级部室科队区县市镇乡村校院局处站所会]$|[长任记员师事][一-龥]$|(?:[一-龥][长员师]|主任|书记|干事)$/;

/** 工作方 案: on both sides of the only blank stands one character that is no end of a word and no beginning of one. */
function tearsAlone(text: string, index: number): boolean {
  let [start, end] = [index, index + 1];
  while (start > 0 && mayBeHan(text.charCodeAt(start - 1))) start--;
  while (end < text.length && mayBeHan(text.charCodeAt(end))) end++;
  if (end - start - 1 < SHORTEST_TORN || !isWord(text.charAt(index - 1) + text.charAt(index + 1))) return false;
  const [before, behind] = [text.slice(start, index), text.slice(index + 1, end)];
  return (
    !mayEndName.test(before) &&
    !(looksLikePerson(before) && looksLikePerson(behind)) &&
    (before.length === 1 || wordBoundaries(before, before.length - 2, 2)?.has(before.length - 1) === true) &&
    (behind.length === 1 || wordBoundaries(behind, 0, 2)?.has(1) === true) &&
    tearsWord(text, index)
  );
}

/** 成　员：, below 副组长：: the label is drawn out to the width of the others. */
function isSpacedLabel(text: string, head: number, index: number): boolean {
  return spacedLabel.test(text.slice(head, index)) && labelEnd.test(text.slice(index));
}
const spacedLabel = /^[ \u3000]*[一-龥]$/;
const labelEnd = /^[ \u3000]{1,4}[一-龥][：:]/;

/** 为 大力提高全员意识, 让青少年都 懂得劳动: words of grammar lean on what follows. Behind 和 and 与 a name may stand. */
const leaning = tableOfUnits('为都把被从并且也就还要应使让向将的地');
/** 按照 有关规定: words of two characters that do so, at the head of a clause. */
const leaningWord = /(?:^|[，。；：])(?:按照|根据|依据|对于|为了|以及|围绕|通过|由于)$/;
/** What follows such a blank and is surely no name. */
const LONG = 5;

function isBehindParticle(text: string, index: number): boolean {
  if (leaning[text.charCodeAt(index - 1)] !== 1 && !leaningWord.test(text.slice(Math.max(0, index - 3), index)))
    return false;
  let end = text.charAt(index + 1) === ' ' ? index + 2 : index + 1;
  const start = end;
  while (end < text.length && mayBeHan(text.charCodeAt(end))) end++;
  // Of lists of names that stand apart, more blanks are near.
  return end - start >= LONG && !/[一-龥][ \u3000]/.test(text.slice(Math.max(0, index - 5), index));
}

/** So many characters on either side are no name, and a phrase that stands apart is seldom longer. */
const CLAUSE = 4;
/** Two phrases of four characters stand side by side: 提高认识 加强领导. */
const PHRASES = 10;
/** The longest first clause of a line that may be a title in two halves: 提高认识 加强领导。 */
const TITLE = 16;

/** 对城镇房屋 按照完好房分类: within a clause of running text, with no other blank near it. */
function isWithinClause(text: string, index: number): boolean {
  if (text.charAt(index) !== ' ') return false;
  const from = lastMark(text, index);
  const end = nextMark(text, index + 1);
  const before = text.slice(from, index);
  const behind = text.slice(index + 1, end);
  if (
    before.length < CLAUSE ||
    behind.length < CLAUSE ||
    /[^一-龥]/.test(before.slice(-CLAUSE) + behind.slice(0, CLAUSE))
  )
    return false;
  if (areParallel(before, behind) || /[ \u3000]/.test(before + behind) || before.length + behind.length < PHRASES)
    return false;
  // What stands in front of the first mark may be a title, and what a colon leads into a list.
  if (from === 0) return before.length + behind.length > TITLE && before.length !== behind.length;
  return text.charAt(from - 1) !== '：' && text.charAt(from - 1) !== ':';
}

/** 人民至上 生命至上, 人人讲安全 个个会应急: two halves of one slogan. */
function areParallel(before: string, behind: string): boolean {
  const twice = /(.)\1/;
  if (twice.test(before.slice(-7)) && twice.test(behind.slice(0, 2))) return true;
  for (let length = CLAUSE; length <= 6; length++) {
    const [a, b] = [before.slice(-length), behind.slice(0, length)];
    if (a.slice(-2) === b.slice(-2) || (a.charAt(0) === b.charAt(0) && a.length === b.length)) return true;
  }
  return false;
}

const partsClauses = /[，。；：、！？:,;“”（）()]/;

function lastMark(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) if (partsClauses.test(text.charAt(at))) return at + 1;
  return 0;
}

function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (partsClauses.test(text.charAt(at))) return at;
  return text.length;
}

/** 自 身: without the blank the dictionary sees one word, and neither half is one. */
export function tearsWord(text: string, index: number): boolean {
  const from = Math.max(0, index - 8);
  const joined = text.slice(from, index) + text.slice(index + 1, index + 9);
  const place = index - from;
  if (/[^一-龥]/.test(joined.slice(Math.max(0, place - 1), place + 1))) return false;
  return wordBoundaries(joined, place - 1, 2)?.has(place) === false;
}

/** How many figures of a line stand close to the word behind them. */
export function tightUnits(text: string): number {
  return matchesOf(text, tightUnit).length;
}

/** How many colons have their words right behind them. */
export function tightColons(text: string): number {
  return matchesOf(text, tightColon).length;
}

/** How many brackets stand close behind a word. */
export function tightBrackets(text: string): number {
  return matchesOf(text, tightBracket).length;
}

/** How many figures stand close behind a word. */
export function tightFigures(text: string): number {
  return matchesOf(text, tightFigure).length;
}
