import type { Plan, Section } from '../../plan/model.ts';

/** What is told right behind the colon: a day, a place, a name. Lists and what is required may follow as items of the same rank. */
const told =
  /^[\p{Script=Han}\s\u3000]{0,10}(?:时\s*间|地\s*点|时限|期限|日期|对象|范围|方式|联系人|负责人|主持人|责任人|电话|邮箱|提交|上交|报送|经费|费用|名额|(?:主办|承办|协办|责任|牵头|报名)单位)$/u;
const longestTitle = 14;

/**
 * 3. 报名时间： with the next item right below it: whoever wrote the number meant to fill it in. Only among items
 * that say something; a form leaves all of its labels open.
 */
export function openLabels(plan: Plan): readonly Section[] {
  const found: Section[] = [];
  const visit = (siblings: readonly Section[]): void => {
    const open = siblings.filter(isOpen);
    if (open.length > 0 && open.length * 2 < siblings.length) found.push(...open);
    for (const { sections } of siblings) if (sections.length > 0) visit(sections);
  };
  visit(plan.sections);
  return found;
}

function isOpen({ heading, title, number, runIn, body, tables, sections }: Section): boolean {
  if (!number || !itemNumbers.has(number.kind) || runIn !== undefined) return false;
  if (body.length > 0 || tables.length > 0 || sections.length > 0) return false;
  return title.value.length <= longestTitle && /[：:]$/.test(heading.text.trimEnd()) && told.test(title.value.trim());
}

/** 一、 and （一） open sections, which empty-section looks at in any case. */
const itemNumbers: ReadonlySet<string> = new Set(['arabic', 'arabicBracket', 'circled']);
