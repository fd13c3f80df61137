import type { Plan, Stage, Task } from '../../plan/model.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';

/** 整改, 集中整改, 整改提高, 落实整改: what was found is put right there; 排查整改 begins with the search. */
const rectifying = /^(?:集中|全面|限期|彻底|抓好|落实)?整改/;

/**
 * The steps of a stage in which things are put right and that nobody is the subject of, in a plan whose other stages
 * say who acts. Where the stage is called 整改落实, and where its work is listed, each measure is looked at by itself.
 */
export function unownedStages(plan: Plan): readonly { stage: Stage; step: Task }[] {
  const { stages, measures } = plan;
  const unowned = stages.flatMap((stage) => {
    const [step, ...others] = stage.steps;
    const isTold = !step || others.length > 0 || !rectifying.test(stage.name.value) || someoneActs(stage);
    return isTold || !stages.some((other) => other !== stage && someoneActs(other)) ? [] : [{ stage, step }];
  });
  return unowned.length === 0 || measures.length > 0 || hasGroup(plan) ? [] : unowned;
}

const group = /(?:成立|设立|组建)[^。]{0,30}(?:领导小组|工作组|专班|办公室)|任(?:组长|总指挥|总负责人)/;

/** Whether a group is set up, or a head named, that answers for the whole plan. */
export const hasGroup = ({ lines }: Plan): boolean => lines.some(({ text }) => group.test(text));

/** Whether anybody is named in a stage or is the subject of one of its sentences: 各校, 有关单位 are for others to judge. */
function someoneActs({ section, steps }: Stage): boolean {
  if (steps.some(({ parties }) => parties.length > 0)) return true;
  return section !== undefined && linesOf(section).some(({ facts }) => facts.actors(0).length > 0);
}
