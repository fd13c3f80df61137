import type { Range } from '../../../text/range.ts';
import type { Edit } from '../../rule.ts';

/** Kinds that are reported where they stand. */
export type SingleKind =
  | 'doubled' // 。。 ：， 。；
  | 'beforeAnd' // 、以及, 、且
  | 'beforeEtc' // 、等
  | 'stopInQuote' // 。”这一
  | 'approximate' // 一、两件
  | 'broken' // 。即：
  | 'brokenAnd' // 。并以
  | 'unparted' // 亲自抓亲自负责
  | 'commaInList' // 根据市教育局，镇政府的安排
  | 'commaInNouns' // 包括手机，手表等
  | 'goesOn' // 确需增加的：需获得
  | 'noPause' // 根据…》特制定本方案
  | 'asComma' // （如，试点学校
  | 'givesTo' // 对企业、给予补助
  | 'subjectPause' // 各村、要按照分工
  | 'behindStop' // 干部职工。（含合同工）
  | 'groundPause' // 根据《…》要求需做好
  | 'behindSemicolon' // 播放短片；（五分钟内）。
  | 'commaThenBracket' // 有奖问答，（讲座后进行）
  | 'secondColon' // 其中：…5项：…3项
  | 'firstPause' // 第一、…；第二，…
  | 'itemStop' // 。 within items that ； parts
  | 'itemEnd' // an item of several sentences that ends with ；
  | 'tornBrackets' // （…)
  | 'stray' // 人员的'安全
  | 'eventHan' // “七·一”
  | 'eventDay' // “4.14”火灾
  | 'introStop' // 提交以下材料。
  | 'intro' // 主要表现在；
  | 'unequal' // 既…、也… beside 既…，也…
  | 'introComma'; // 涵盖下列科目，会计、

/** Kinds that belong to the style of a whole plan and are counted over it. */
export type StyleKind =
  | 'halfWidth' // Han,Han
  | 'halfBrackets' // Han(Han)
  | 'straightQuotes' // "Han"
  | 'betweenQuotes' // ”、“
  | 'betweenTitles' // 》、《
  | 'nestedQuotes' // “解决“三农”问题”
  | 'nestedTitles' // 《关于印发《…》的通知》
  | 'conjunction' // 、和
  | 'ellipsis' // ... and 等……
  | 'dash' // Han--Han
  | 'rangeDash' // 10月――12月
  | 'activityTitle' // 《…活动》
  | 'documentQuotes' // “关于…的通知”
  | 'blankInWord'
  | 'blankInClause' // 对城镇房屋 按照完好房分类
  | 'blankInDate'
  | 'blankInFigure' // 1. 5米
  | 'blankBeforeUnit' // 晚7 点 among 早7点
  | 'blankBeforeFigure' // 不少于 5个
  | 'fullAt' // office＠example.com
  | 'smallForm' // 8﹕00
  | 'clockColon' // 8：00 among 23:00
  | 'clockHalf' // 23:00 among 8：00
  | 'percent' // 50％ among 40%
  | 'blankAfterColon' // 第一组： 食用油
  | 'classDots' // 1.2.6班 among 3、4班
  | 'blankInTitle' // 《某某 工作方案》
  | 'blankBeforeBracket' // 全面清查 （7月）
  | 'blankAtMark'
  | 'blankAfterNumber'
  | 'blankAfterMark'; // 一、 总体要求

/** A fault of punctuation on a line. Indexes count from the start of its text. */
export interface PunctuationFault<Kind = SingleKind | StyleKind> {
  readonly kind: Kind;
  readonly range: Range;
  /** As written, and as it should be. */
  readonly raw: string;
  readonly right: string;
  readonly edits: readonly Edit[];
}

/** A fault that is mended by writing `right` in place of `range`. */
export function replacing<Kind extends SingleKind | StyleKind>(
  kind: Kind,
  text: string,
  range: Range,
  right: string,
): PunctuationFault<Kind> {
  return { kind, range, raw: text.slice(range.start, range.end), right, edits: [{ range, text: right }] };
}

/** The same for what stands at `start`. */
export function replacedAt(
  kind: StyleKind,
  text: string,
  start: number,
  raw: string,
  right: string,
): PunctuationFault<StyleKind> {
  return replacing(kind, text, { start, end: start + raw.length }, right);
}
