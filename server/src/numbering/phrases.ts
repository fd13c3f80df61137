import { halfWidthDigits, readCount } from './han.ts';

/**
 * What counts or measures: behind a numeral and a blank it makes a quantity (`3 个`, `12 月`), not
 * a heading.
 */
const unit =
  /^(?:[年月秒天件户亩米里元万亿千百吨岁号届张份只把些倍折度]|日(?![常程])|时(?!间)|点(?!位)|分(?![工类级析解])|周(?![边期密])|个(?![人别体])|名(?![称单额])|位(?!置)|人(?![员才事力])|项(?!目)|家(?![庭长校])|所(?!属)|处(?![置理罚])|级(?!别)|批(?!准)|场(?![地所])|次(?!序)|台(?!账)|套(?!餐)|支(?![持部撑])|种(?![植子])|类(?!别)|公[里斤顷分]|小时|平方|季度|学[期年时])/;

/** What two neighbouring ordinals share in 一、二年级 or 3、4月份. */
const shared =
  /^(?:年级|[月日班号线楼层队期届级类组区批岁周幢栋栏版]|产业|等[奖级]|季度|中队|年代|后(?![勤续期来])|[人名]|课时|单元)/;

/** True when the text from `at` on, blanks passed over, goes on with a unit. */
export function startsWithUnit(text: string, at: number): boolean {
  return unit.test(text.slice(at, at + 14).trimStart());
}

const NUMERALS = '0123456789０１２３４５６７８９一二三四五六七八九十百零〇';
const threeFigures = /^[0-9０-９]{1,2}、[0-9０-９]{1,2}(?![0-9０-９.．])/;
const nextNumeral = /^(?:[0-9０-９]{1,4}|[一二三四五六七八九十百零〇]{1,5})/;

/**
 * True when what looks like a number and its mark is the beginning of a phrase: 一、二年级, 60、70年代,
 * 8:30, 1,000, 一.五倍.
 * @param at index behind the mark
 */
export function isNumeralPhrase(text: string, at: number, value: number, mark: string): boolean {
  if (!NUMERALS.includes(text[at] ?? '.')) return false;
  const behind = text.slice(at, at + 24);
  const next = nextNumeral.exec(behind)?.[0];
  if (next === undefined) return false;
  if (mark !== '、' && mark !== '，' && mark !== ',')
    return !/^[0-9０-９]{1,4}[年月个项名]/.test(behind) && isDigit(next);
  // 三、四月份打算 heads a part: a plan for two months would be one for 三月和四月.
  if (/^[一二三四五六七八九十]{1,2}月份的?(?:工作)?打算/.test(behind)) return false;
  if (mark === ',' && isDigit(next) && next.length === 3) return true;
  // 3、4、6不考物理的学生: three of them are a list.
  if (mark === '、' && threeFigures.test(behind)) return true;
  return sharesUnit(behind, value);
}

function isDigit(text: string): boolean {
  return /^\d/.test(halfWidthDigits(text));
}

/** 一、二、三年级: follows the chain of neighbouring numerals and looks at what stands behind the last. */
function sharesUnit(behind: string, value: number): boolean {
  let rest = behind;
  let last = value;
  for (let count = 0; count < 6; count++) {
    const next = nextNumeral.exec(rest)?.[0];
    if (next === undefined) return false;
    const number = readCount(next);
    if (number !== last + 1 && number !== last + 10) return false;
    last = number;
    rest = rest.slice(next.length);
    if (shared.test(rest)) return true;
    if (!/^[、，,]/.test(rest)) return false;
    rest = rest.slice(1);
  }
  return false;
}
