import { lineMemo } from '../../plan/facts.ts';
import type { Plan, Section } from '../../plan/model.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import { genreOf } from '../../plan/titles.ts';
import { isOwnAffair } from './private-papers.ts';

/** 组长：, 组  员：, 副主考：, 司铃员： with the names behind: who is in the group. */
const isStaff = lineMemo(({ text }) => staff.test(text.replace(/[ \u3000]+/g, '')));
const staff =
  /^(?:[（(]?\d{1,2}[）).、．])?(?:总?指挥|副总指挥|(?:副|总)?(?:组|队|班|站)长|(?:组|队|成|队)员|(?:主要|总)?负责人|责任人|领队|主考|副主考|牵头人|召集人|联络[员人]|工作人员|人员)[：:]\p{Script=Han}/u;
/** 主要职责：, 工作任务： in front of what it is to do. */
const isDuty = lineMemo(({ text }) => duty.test(text));
const duty = /^[（(]?[\d]{0,2}[）).、．]?(?:主要|工作|具体|岗位|小组|本组)?(?:职责|任务|分工)[：:]/;
/** Fewer groups stand in any paper. */
const leastGroups = 3;
/** Who is named by a group: 后勤保障组, 领导小组, 志愿者服务队. */
const groupName = /(?:组|队|专班|办公室|中心)(?:[（(：:]|$)/;

/**
 * Whether a paper shares a piece of work among groups: each has its number as offices count, its head and its members by
 * name, and its duties. Hardly anybody but an office writes so.
 */
export function staffsGroups(plan: Plan, title: string): boolean {
  const genre = genreOf(title);
  if (genre === undefined || !/(?:方案|安排|预案|计划|通知|办法|分工)$/.test(genre)) return false;
  if (isOwnAffair(title) || /拍摄|剧组|婚|杀青/.test(title)) return false;
  let groups = 0;
  let duties = 0;
  const look = (section: Section): void => {
    const { number, title: name } = section;
    const isGroup = (number?.kind === 'han' || number?.kind === 'hanBracket') && groupName.test(name.value);
    if (isGroup) {
      const lines = linesOf(section);
      if (lines.some((line) => isStaff(line.facts))) groups++;
      if (lines.some((line) => isDuty(line.facts))) duties++;
      return;
    }
    section.sections.forEach(look);
  };
  plan.sections.forEach(look);
  return groups >= leastGroups && duties >= leastGroups;
}
