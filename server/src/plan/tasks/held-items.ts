import { lineMemo } from '../facts.ts';
import type { Plan, Section } from '../model.ts';
import { isPerson } from '../parties/persons.ts';
import { endsLikeParty } from '../parties/words.ts';
import { versionMemo } from '../plan-memo.ts';
import { itemsOf, type LabelledItem, labelLinesOf, listOf } from './item-forms.ts';
import type { UnevenItems } from './labelled-items.ts';
import { isNobodysOn } from './nobodys.ts';

/** Parts of a plan that give each thing to somebody. */
const dividing = /分工|职责|筹备|准备|任务|责任|保障|服务/;
/** 车辆停放：保卫科 屠国强，…: the thing, and what stands in front of the first mark behind it. */
const given = /^[\s\u3000]*[^，。；：:（(]{2,16}(?:[（(][^（）()]{1,12}[）)])?[：:][\s\u3000]*([^，。；,;（(]{1,24})/;
/** So many beside the only one without somebody begin with one. */
const FEWEST = 3;

/** The one thing of a division of labour behind whose colon nobody stands, where somebody stands behind all others: 会场布置：会前半天完成。 */
export const unheldItems = versionMemo(({ sections }: Plan): readonly UnevenItems[] => {
  const found: UnevenItems[] = [];
  const visit = (section: Section): void => {
    section.sections.forEach(visit);
    if (!dividing.test(section.title.value)) return;
    for (const items of [itemsOf(section), listOf(section), labelLinesOf(section)]) {
      if (items.length <= FEWEST || !items.every(isGiven)) continue;
      const [without, more] = items.filter((item) => !isHeld(item));
      const like = items.find(isHeld);
      if (
        without &&
        !more &&
        like &&
        !isCircumstance(without) &&
        without.lines.every(({ facts }) => isNobodysOn(facts))
      )
        found.push({ like, without: [without] });
    }
  };
  sections.forEach(visit);
  return found;
});

/** 集合时间：, 会期：: nothing that somebody does. */
const isCircumstance = ({ lines: [head] }: LabelledItem): boolean => circumstance.test(head?.text ?? '');
const circumstance = /^[^：:]{0,20}(?:时间|会期|日期|地点|经费|时长|人数|规模)[：:]/;

const firstOf = lineMemo(({ text, number }): string => given.exec(text.slice(number?.range.end ?? 0))?.[1] ?? '');

const headOf = ({ lines: [line] }: LabelledItem): string => (line ? firstOf(line.facts) : '');
const isGiven = (item: LabelledItem): boolean => headOf(item) !== '';
/** 保卫科 屠国强, 各班班主任, 何敏. */
const isHeld = (item: LabelledItem): boolean => {
  const [first = ''] = headOf(item)
    .trim()
    .split(/[、和及\s\u3000]+/);
  return isPerson(first) || (first.length > 1 && endsLikeParty(first));
};
