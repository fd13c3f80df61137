import { lineMemo } from '../../plan/facts.ts';
import type { PlanTable, TableCell } from '../../plan/model.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

/** Those who are written about, not those who write: 谭某（家长，139…）. */
const persons =
  '居民|住户|租户|业主|户主|村民|群众|学生|家长|考生|申请人|当事人|举报人|投诉人|信访人|来信人|来访人|患者|病人|家属|产权人|失主|监护人';
/** 村民小组长, 家长委员会, 居民委员会主任: offices that are named after them. */
const offices =
  /(?:居民|村民|业主|家长|学生|群众)(?:小组|委员会|代表|议事|工作|服务|处|会|科|活动|办)|联系|联络|咨询|监督|热线|值班|报名|拨打|致电|负责|责任人|主任|书记|干部|老师|网格员|工作人员|服务电话|举报电话|投诉电话|可[^，。]{0,6}(?:打|找)/;
const person = new RegExp(
  `(?:${persons})(?:姓名)?[：:]?\\p{Script=Han}{0,4}|(?:来信|来访|反映|投诉|举报)[^，。；]{0,16}的\\p{Script=Han}{2,4}(?=[（(])`,
  'u',
);
/** So many characters in front of a number say whose it is. */
const BEFORE = 30;

/** True of a number beside somebody who only is written about: 住户谭某（手机139…）; `sentence` ends where the number begins. */
export function isOfPrivatePerson(sentence: string, whole: string): boolean {
  return person.test(sentence.slice(-BEFORE)) && !offices.test(whole);
}

const spot = '(?:\\d{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|单元|室|号|组)';
const addresses = new RegExp(
  [
    // 何某（住东村三组27号
    `(?<=\\p{Script=Han}{2,4}[（(，,]\\s?(?:现|家)?住[址在]?[：:]?)[^，。；（）()：:]{2,20}?${spot}(?:${spot}){0,3}`,
    `(?<=(?:家庭住址|户籍地址|户籍所在地|现住址|家庭地址)[：:为是]\\s?)[^，。；（）()：:]{2,20}?${spot}(?:${spot}){0,3}`,
    // 7栋2单元502室住户谭某（
    `\\d{1,3}(?:栋|幢|号楼)(?:\\d{1,2}单元)?\\d{1,4}室(?=的?(?:住户|居民|业主|户主|租户)\\p{Script=Han}{2,3}[（(])`,
  ].join('|'),
  'gu',
);
const none: readonly Range[] = [];

/** Home addresses of persons who are named beside them. */
export const addressesOn = lineMemo(({ text }): readonly Range[] =>
  /住|户籍|家庭地址/.test(text)
    ? matchesOf(text, addresses).map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
    : none,
);

const phoneHeader = /^(?:联系|家庭|手机|本人|家长|学生|户主)?(?:电话|手机|手机号码?|电话号码|联系方式|号码)$/;
const homeHeader = /^(?:家庭|户籍|现|居住|本人)(?:住址|地址|详细地址)$|^住址$/;
const ofPersons = new RegExp(`${persons}`);
const named = /姓名|人$|人员|员$|户主|家长|学生|教师|老师|干部|领导|长$|及电话$/;
const number = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const place = new RegExp(spot);
const clean = (text: string): string => text.replace(/[\s\u3000]+/g, '');

/** Cells of a list of persons that hold their own number or home: 家长姓名 | 学生班级 | 联系电话. */
export function privateCells(table: PlanTable): {
  readonly phones: readonly TableCell[];
  readonly homes: readonly TableCell[];
} {
  const headers = table.columns.map(({ header }) => clean(header.text));
  const isListed =
    /名单|名册|联系表|登记表|花名册|统计表/.test(table.title?.value ?? '') && ofPersons.test(table.title?.value ?? '');
  const cellsAt = (at: number, pattern: RegExp) =>
    table.rows.flatMap(({ cells }) => {
      const cell = cells[at];
      return cell && cell.carried === undefined && pattern.test(cell.text) ? [cell] : [];
    });
  const isPrivate = (at: number): boolean => {
    const header = headers[at] ?? '';
    // 产权人及电话 says by itself whose number it is.
    if (ofPersons.test(header)) return /电话|手机|号码/.test(header);
    if (!phoneHeader.test(header)) return false;
    const owner = headers.slice(0, at).findLast((one) => named.test(one));
    return (
      owner !== undefined && (ofPersons.test(owner) ? !/教师|老师|干部|代表/.test(owner) : isListed && owner === '姓名')
    );
  };
  const phones = headers.flatMap((_, at) => (isPrivate(at) ? cellsAt(at, number) : []));
  const homes = headers.some((header) => named.test(header))
    ? headers.flatMap((header, at) => (homeHeader.test(header) ? cellsAt(at, place) : []))
    : [];
  return { phones, homes };
}
