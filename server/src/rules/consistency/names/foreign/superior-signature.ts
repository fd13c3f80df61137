import type { Line, Plan } from '../../../../plan/model.ts';
import { overlaps } from '../../../../text/range.ts';
import { houseNotice } from './house-notice.ts';

/** A superior office below a notice that speaks to the people of one house. */
export interface SuperiorSignature {
  readonly issuer: NonNullable<Plan['issuer']>;
  /** 各位老师 */
  readonly addressed: string;
  /** 教科室, where things are handed in. */
  readonly office: string;
}

/** Offices that a house has, and its superior has none of. */
const houseOffices = '教科室|教务处|德育处|政教处|教导处|课程处|总务处|校长室|年级组|护理部|医务科';
/** 10月8日前交到教科室. */
const handedIn = new RegExp(`[交报送发名][到至给送]?[^，。；：、]{0,6}?(${houseOffices}|校办|校团委|院团委)`);
/** 市教育局, 云川省教育科学规划领导小组办公室: a place, and an office that a house has above itself. */
const superior =
  /^(?:国家|全国|\p{Script=Han}{0,8}[省市县区州])(?:[^校园院]{0,10}、)?[^校园院、]{0,6}(?:教育局|教体局|教育体育局|教育和体育局|教育厅|卫健委|卫健局|卫生健康局|教研室|教学研究室|教育教学研究院|教育科学规划(?:领导小组)?办公室|教育局办公室)$/u;
/** 校团委, 教科室 beside the signature: the house signs as well. */
const ownOffice = new RegExp(`${houseOffices}|[校院]团委|[校院]工会|[校院]办|安全处|党政办`);
/** A line that is no more than a signature. */
const SHORT = 30;
const ownHouse = /学校|[中小大]学|学院|幼儿园|医院|[校院]办|集团|公司|\p{Script=Han}中$/u;

/** The superior's notice, turned into one of the house (各位老师：, 交到教科室) all but for its signature: 市教育局办公室. */
export function superiorSignature(plan: Plan, lines: readonly Line[]): SuperiorSignature | undefined {
  const { issuer } = plan;
  if (!issuer || !superior.test(issuer.value) || ownHouse.test(issuer.value)) return undefined;
  const at = lines.findIndex(({ range }) => overlaps(range, issuer.range));
  if (lines.slice(Math.max(0, at - 1), at + 2).some(({ text }) => text.length < SHORT && ownOffice.test(text)))
    return undefined;
  const notice = houseNotice(plan, lines);
  if (!notice) return undefined;
  const office = notice.body.map(({ text }) => handedIn.exec(text)?.[1]).find((one) => one !== undefined);
  return office === undefined ? undefined : { issuer, addressed: notice.addressed, office };
}
