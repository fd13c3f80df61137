import type { Plan, Section } from '../../plan/model.ts';
import { linesWith, sign } from '../../plan/signs.ts';
import { itemsOf, type LabelledItem, listOf } from '../../plan/tasks/item-forms.ts';
import type { UnevenItems } from '../../plan/tasks/labelled-items.ts';

/** So many groups beside it name their head. */
const OTHERS = 2;

const groupSign = sign({ words: ['组长'] });
/** 抢险堵漏组。, （三）宣传报道组： */
const groupName = /^(?!第)[^，。；：、]{1,14}组(?:[。：:（(\s\u3000]|$)/;
const head = /组[\s\u3000]*长/;
/** Somebody, or some body, is named in another way. */
const named =
  /组\s*长|负责人|召集人|联络员|牵头|带队|责任(?:人|单位|部门)|由|成员(?:单位)?[：:]|同[上前]|人员[：:]|以?[^，。；]{2,12}为主/;

/** Groups in one list that name their heads, and the one that has members or duties only. */
export function headlessGroups({ lines, sections }: Plan): readonly UnevenItems[] {
  if (linesWith(lines, groupSign).length <= OTHERS - 1) return [];
  const found: UnevenItems[] = [];
  const visit = (section: Section): void => {
    section.sections.forEach(visit);
    for (const items of [itemsOf(section), listOf(section)]) {
      if (items.length <= OTHERS || !items.every(isGroup)) continue;
      const headed = items.filter((item) => item.lines.some(({ text }) => head.test(text)));
      const without = items.filter((item) => isNobodys(item));
      const [like] = headed;
      if (like && headed.length >= OTHERS && without.length === 1 && headed.length === items.length - 1)
        found.push({ like, without });
    }
  };
  sections.forEach(visit);
  return found;
}

const isGroup = ({ lines: [first] }: LabelledItem): boolean =>
  first !== undefined && groupName.test(first.text.slice(first.facts.number?.range.end ?? 0).trimStart());

const isNobodys = ({ lines }: LabelledItem): boolean =>
  lines.every(({ text, facts }) => !named.test(text) && facts.parties.every(({ vague }) => vague));
