import { STAGE_PLAN } from '../stages/stage-words.ts';

const blanks = /[\s\u3000]+/g;

/** Sections whose items are measures: 整改措施, 整改任务, 问题清单及整改措施. */
export const measureTitle =
  /整改(?:落实)?(?:的)?(?:具体|主要|重点|工作)?(?:措施|任务|内容|事项|清单|项目|举措|台账)|问题(?:及|和|与).{0,6}整改|(?:立行立改|限期整改|长期整改|持续整改)/;
/** In a summary, what is to be done next. */
const nextTitle = /下一?(?:步|阶段).{0,8}(?:打算|安排|计划|工作|措施|思路|重点)|努力方向|今后(?:的)?(?:打算|工作)/;
/** Whether a heading of a summary says that what is to be done next stands below it. */
export const isNextTitle = (title: string): boolean => nextTitle.test(title);
export const rectifying = /整改/;
/** What is accounted for in such a paper has been done. */
const reporting = /小结|总结|汇报|报告|情况/;

/** 整改落实: all below such a heading is a list of measures. */
const rectification = /^(?:第[一二三四五六]阶段)?[：:]?整改落实(?:阶段|环节|工作|措施|清单)?$/;
/** 整改台账, 问题整改情况一览表: titles of papers that are such a list. */
const ledgerTitle = /整改.{0,8}(?:台账|清单|一览表|汇总表|登记表)$/;

/** Whether a title is that of an account of what was done. */
export const isAccount = (title: string): boolean => reporting.test(title);

/** Whether the heading of a section, or the title of a paper, says that things are put right below it. */
export function isRectification(heading: string): boolean {
  return rectification.test(heading.replace(blanks, ''));
}

/** Whether the title of a paper is that of a list of what is put right. */
export function isRectificationTitle(title: string): boolean {
  return isRectification(title) || ledgerTitle.test(title.replace(blanks, ''));
}

const ofStage = new RegExp(`(?:整改落实(?:阶段|环节)[）)]?|第[一二三四五六]阶段[（(：:]?整改落实[）)]?)${STAGE_PLAN}`);

/** Whether a plan is about that stage only: 学习教育活动整改落实阶段实施方案. */
export function isOfRectificationStage(title: string): boolean {
  return ofStage.test(title.replace(blanks, ''));
}

const workTitle = /(?:任务|措施|举措|内容|事项|重点工作)$/;

/** Whether a heading may be that of the measures where the title of the plan says that things are put right: 重点任务. */
export const isWorkTitle = (title: string): boolean => workTitle.test(title);
