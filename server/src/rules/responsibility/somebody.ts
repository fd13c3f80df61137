import type { Line, Plan, PlanTable, Section } from '../../plan/model.ts';
import { endsLikeParty, isLikelyPerson } from '../../plan/parties/words.ts';
import { matchesOf } from '../../text/matches.ts';

/** Words by which persons are given their parts: 组长, 主考, 项目经理. */
const posts =
  '(?:组长|主任|主考|巡视|总?指挥|指挥长|总负责人?|负责人|责任人|经理|主编|队长|领队|联系人|召集人|牵头人|主持人?|主讲|护士长|班主任|馆长|站长|园长|总监|总控|总管|统筹)';
/** 主考：葛天, 项目经理 魏东. */
const namedPost = new RegExp(`${posts}[：:]?[ \\u3000]{0,4}([\\p{Script=Han}·]{2,4})(?=$|[，。；、,;（(\\s])`, 'gu');
/** 魏东（组长）. */
const postBehind = new RegExp(`([\\p{Script=Han}·]{2,4})[（(](?:副|兼|常务)?${posts}[）)]`, 'gu');
/** 后勤处（鲜于飞）负责施工. */
const nameBehindUnit = /[局科室处部办院所站组队班会中心][（(]\p{Script=Han}{2,4}[）)](?:负责|牵头|承办|落实)/u;
/** 领导小组由副校长（组长）、后勤处、财务处负责人组成. */
const composedGroup = /(?:小组|委员会|指挥部|专班|工作组|项目组|组委会)由[^。]{2,120}组成/;

/** Sections that say who does what. */
const ofDuties = /分工|职责|责任|人员|项目组|工作组|小组|指挥部|委员会|组委会|机构|团队|班子/;
/** 工程部：总牵头，魏东。 施工管理：魏东 魏东——施工管理 */
const part = /^[-*·•\s\d一二三四五六七八九十.．、（）()①-⑳]{0,8}([^：:，。；—\s]{2,14})(?:[：:]|——|—)\s?(\S{2,})/u;
/** 年级组长：桑榆；班主任：101 叶老师、102 花老师 */
const filledPost = new RegExp(`${posts}[：:][ \\u3000]{0,4}[\\p{Script=Han}\\d]`, 'u');
/** So many parts make a division of the work. */
const leastParts = 2;

/** Columns of those who do the work, beside the ones that are read as such: 编写人, 姓名, 执行. */
const doers = /^(?:姓名|人员|成员|执行|复核|承担|主笔|[\p{Script=Han}]{1,4}(?:人|者|员|人员|负责))$/u;

/**
 * Whether a plan names somebody who has a part in it, in whatever form: a post with its name, a division of the work, a table of
 * persons. It may still leave open who answers for a task.
 */
export function namesSomebody({ lines, sections, tables }: Plan): boolean {
  return lines.some(isNamed) || sections.some(dividesWork) || tables.some(listsPersons);
}

function isNamed({ text }: Line): boolean {
  if (composedGroup.test(text) || nameBehindUnit.test(text)) return true;
  return [...matchesOf(text, namedPost), ...matchesOf(text, postBehind)].some(({ 1: name = '' }) =>
    isLikelyPerson(name),
  );
}

function dividesWork({ title, body, sections }: Section): boolean {
  if (sections.some(dividesWork)) return true;
  if (!ofDuties.test(title.value)) return false;
  if (sections.filter((inner) => endsLikeParty(inner.title.value)).length >= leastParts) return true;
  if (body.some(({ text }) => filledPost.test(text))) return true;
  const parts = body.filter(({ text }) => {
    const [, doer = '', rest = ''] = part.exec(text) ?? [];
    return endsLikeParty(doer) || isLikelyPerson(doer) || isLikelyPerson(rest.replace(/[，。；、].*$/u, ''));
  });
  return parts.length >= leastParts;
}

function listsPersons({ columns, rows }: PlanTable): boolean {
  return columns.some(
    ({ header }, at) =>
      doers.test(header.text.replace(/\s/g, '')) &&
      rows.filter(({ cells }) => (cells[at]?.text.trim() ?? '').length > 1).length >= leastParts,
  );
}
