import names from './stage-names.yaml';

const { words, campaign, process, occasions, kinds } = names as Readonly<
  Record<'words' | 'campaign' | 'process' | 'occasions' | 'kinds', readonly string[]>
>;
const stageNames = new RegExp(`^(?:${words.join('|')})+$`);

/** The stages of a campaign (学习教育活动), by which each of them is known. */
export const campaignStages: ReadonlySet<string> = new Set(campaign);

/** What stands below such a title are stages, whether they are called so or not. */
export const stepsTitle = /步骤|阶段|(?:时间|进度)安排/;

/** 动员部署, 整改落实, “回头看”: words put together from those that stages are called by. */
export function isStageName(words: string): boolean {
  const name = words.replace(/[\s\u3000“”"、和与]+|(?:工作|活动)$/g, '');
  return name.length >= 4 && name.length <= 10 && stageNames.test(name);
}

/** The label of a part of a contest or a selection: 初赛, 作品提交时间, 正式报名; 篮球比赛, 数学竞赛 are events. */
export function isProcessLabel(label: string): boolean {
  return label.length <= longestLabel && processLabel.test(label);
}
const longestLabel = 14;
const processLabel = new RegExp(
  `^(?:(?:${kinds.join('|')})?(?:${process.join('|')}){1,2}|(?:作品|网上|正式|现场)?(?:${occasions.join('|')}))(?:起止|截止)?(?:时间|日期|阶段|环节)?$`,
);

/** 前期准备, 活动中期, 后期: what comes before, within and behind an activity, in this order. */
export const periodNames = ['前', '中', '后'].map(
  (part) => new RegExp(`^(?:\\p{Script=Han}{0,4}${part}期|${part}期\\p{Script=Han}{0,6})$`, 'u'),
);

/** 时间：…, 完成时限：… in front of a window. */
export const timeLabel = /^[*\s]*(?:截止|起止|完成|实施|活动|工作)?(?:时间|日期|时限|期限)(?:安排)?\s*[：:]/;

/** What a plan about one stage is called behind the name of the stage, as the source of a pattern: 工作实施方案. */
export const STAGE_PLAN = '的?(?:工作|实施|活动|具体){0,2}(?:方案|计划|安排|办法|意见)$';
