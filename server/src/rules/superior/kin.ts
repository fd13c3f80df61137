import type { Plan } from '../../plan/model.ts';

/** 实施方案, 工作小结（2024年上半年）: what a paper calls itself at the end of its title. */
const kindAtEnd =
  /(?:的)?(?:实施|工作|活动|整改|落实|推进|进展|总体)*(?:方案|办法|计划|安排|意见|小结|总结|汇报|报告|情况报告|情况汇报|情况)(?:[（(].{1,20}[)）])?$/;
const reportAtEnd = /(?:小结|总结|汇报|报告)(?:[（(].{1,20}[)）])?$/;
/** What a title may say behind the name of the activity when it speaks of a part of it. */
const part =
  /^(?:活动|工作|行动|的)*(?:第[一二三四五六]阶段|[\p{Script=Han}、]{2,10}阶段)?(?:活动|工作|行动|推进|进展|落实|开展|整改|情况|的)*$/u;
/** Shorter names of activities are borne by too many. */
const shortestActivity = 7;

const activities = new Map<string, string>();
const mostActivities = 2_000;

/** The activity with its unit, without the kind of paper: 河口村人居环境整治. */
function activityOf(title: string): string {
  let activity = activities.get(title);
  if (activity === undefined) {
    activity = title
      .replace(/[\s\u3000“”"《》]/g, '')
      .replace(kindAtEnd, '')
      .replace(/(?:活动|工作|行动)$/, '');
    if (activities.size >= mostActivities) activities.clear();
    activities.set(title, activity);
  }
  return activity;
}

/** Whether a title is that of a report on something done: 工作小结. */
export function isReportTitle(title: string): boolean {
  return reportAtEnd.test(title.replace(/[\s\u3000]/g, ''));
}

/**
 * Whether a paper is about a stage of that plan or reports on it, as their titles say: the same unit and
 * activity, and a stage or the word of a report behind it. 河口村人居环境整治第一阶段工作方案 is about
 * 河口村人居环境整治工作方案.
 */
export function isPartOf({ title }: Plan, whole: Plan): boolean {
  return title !== undefined && whole.title !== undefined && isPartTitle(title.value, whole.title.value);
}

/** The same of two titles. */
export function isPartTitle(own: string, whole: string): boolean {
  if (own === whole) return false;
  const report = isReportTitle(own);
  if (!(report || own.includes('阶段'))) return false;
  const activity = activityOfWhole(whole);
  const ours = activityOf(own);
  if (activity === undefined || !ours.startsWith(activity)) return false;
  const rest = ours.slice(activity.length);
  return part.test(rest) && (report || rest.includes('阶段'));
}

/** The activity in the title of a plan that others can be parts of. */
export function activityOfWhole(title: string): string | undefined {
  if (title.includes('阶段') || isReportTitle(title)) return undefined;
  const activity = activityOf(title);
  return activity.length < shortestActivity ? undefined : activity;
}

/** The activities of which the paper of that title can be a part, as `activityOfWhole` gives them. */
export function activitiesIn(title: string): readonly string[] {
  if (!(title.includes('阶段') || isReportTitle(title))) return [];
  const ours = activityOf(title);
  const lengths = Array.from(
    { length: Math.max(0, ours.length - shortestActivity + 1) },
    (_, at) => at + shortestActivity,
  );
  return lengths.map((length) => ours.slice(0, length));
}

/** What the bodies of one place are called behind its name: 中共青岚镇委员会, 青岚镇人民政府. */
const beforePlace = /^(?:中国共产党|中共)/;
const behindPlace =
  /(?:人民政府|街道办事处|办事处|(?:工作|总支部|支部)?委员会|党工委|党委|党组|党总支|党支部|(?<=[省市县区旗镇乡州])委|办公室|办公厅)+$/;

function placeOfIssuer({ issuer }: Plan): string {
  const name = (issuer?.value ?? '').replace(/[\s\u3000]/g, '').replace(beforePlace, '');
  const place = name.replace(behindPlace, '');
  // 中共临江街道工作委员会 and 临江街道办事处.
  return place === name ? name : place.replace(/街道$/, '');
}

/** The unit with which a title begins, in front of the activity in quotation marks: 青岚镇开展“…”活动实施方案. */
function unitInTitle({ title }: Plan): { readonly unit: string; readonly activity: string } | undefined {
  const [, unit = '', activity = ''] =
    /^(.{2,20}?)(?:关于)?(?:在全.)?(?:深入|集中|扎实)?(?:开展)?[“"]([^”"]{4,40})[”"]/.exec(
      title?.value.replace(/[\s\u3000]/g, '') ?? '',
    ) ?? [];
  return unit === '' ? undefined : { unit, activity };
}

/** Whether two papers are of one unit: by those who issued them, party and government of a place being one, or by their titles. */
export function sameUnit(plan: Plan, other: Plan): boolean {
  const place = placeOfIssuer(plan);
  if (place.length >= 2 && place === placeOfIssuer(other)) return true;
  const [own, theirs] = [unitInTitle(plan), unitInTitle(other)];
  return own !== undefined && own.unit === theirs?.unit && own.activity === theirs.activity;
}
