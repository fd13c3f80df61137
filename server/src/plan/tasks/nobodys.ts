import { lineMemo } from '../facts.ts';

/** 由河道科, 河道科负责, 责任人：: somebody is named for it, or is meant to be. */
const ownerWords =
  /由[^，。；由]{2,24}|负责(?!任)|牵头|主持|主办|承办|承担|责任(?:人|单位|部门)|专人|委托|邀请|聘请|我/;

/** 全部, 督办, 场所 and the like end as units do and are none. */
const noUnit = '(?<!(?:全|内|外|局)部|[查惩四到]处|[督交查举转催补申]办|[布格]局|[场厕]所|网站|[住出]院)';

/**
 * 各班组自查, 施工单位整改: units and people who do it, at the beginning of a clause. The subject may have been told by its
 * kind only.
 */
const subject = new RegExp(
  `(?:^|[，。；：:、.．)）\\s\\u3000])[^，。；：:、\\s《》“”\\d]{0,12}(?:[部处科室局委办厅院馆站所会团队组班村镇乡社站]${noUnit}(?<![社机]会|值班)|政府|中心|公司|学校|单位|部门|街道|企业|机构|老师|教师|师生|学员|学生|选手|考生|人员|领导|[员长者师](?<!动员|[增延成生]长)|家长|代表|干部|职工|居民|村民|群众|商户|业主|双方|大家)(?![的、]|(?<=会)[前后上中]|\\d(?!\\d?月)|[\\p{Script=Han}]{0,4}的)`,
  'u',
);

const itemTitle = /^[\s\u3000]*[^，。；：:]{2,10}[。：:]/;

/** The words of an item behind its number and its title: 群众告知。, 社区宣传： names a thing, and nobody who does it. */
export const saidOn = lineMemo(({ text, number }): string => {
  const item = text.slice(number?.range.end ?? 0);
  return item.slice(itemTitle.exec(item)?.[0].length ?? 0);
});

/** Whether a line of an item names nobody, and says of nobody that they do something. */
export const isNobodysOn = lineMemo((facts): boolean => {
  if (facts.parties.length > 0 || facts.actors(0).length > 0) return false;
  const said = saidOn(facts);
  return !ownerWords.test(said) && !subject.test(said);
});

/** 文化站编印书目: a unit at the head of a clause, and what it does. */
const unitActs = new RegExp(
  `(?:^|[，。；：:]\\s*)(?!在|于|到|对|向|给|将|把|从|与|经)[^，。；：:、\\s《》“”\\d]{1,8}(?:[部处科股局办站所院馆]${noUnit}|中心|公司|学校|街道|政府)(?!长|的)\\p{Script=Han}{2}`,
  'u',
);

/** Whether a unit is the subject of a clause of the line, its title left out. */
export const hasActingUnit = lineMemo((facts): boolean => unitActs.test(saidOn(facts)));
