import type { Line, Plan } from '../../../../plan/model.ts';
import { houseNotice } from './house-notice.ts';

/** A superior office below a notice that speaks to the people of one house. */
export interface SuperiorSignature {
  /** 各位老师 */
  readonly addressed: string;
  /** 教科室, where things are handed in. */
  readonly office: string;
}

/** 10月8日前交到教科室: an office that a house has, and its superior has none of. */
const handedIn =
  /[交报送发名][到至给送]?[^，。；：、]{0,6}?(教科室|教务处|德育处|政教处|教导处|课程处|总务处|校办|校长室|校团委|院团委|年级组|护理部|医务科)/;
/** 市教育局, 省教育科学规划领导小组办公室 */
const superior =
  /(?:[省市县区州]|国家|教育|卫生|文化)[^校园]{0,20}(?:[局厅委]|委员会|办公室|研究院|中心|组织部|宣传部)$/;
const ownHouse = /学校|[中小大]学|学院|幼儿园|医院|[校院]办|集团|公司|\p{Script=Han}中$/u;

/** The superior's notice, turned into one of the house (各位老师：, 交到教科室) all but for its signature: 市教育局办公室. */
export function superiorSignature(plan: Plan, lines: readonly Line[]): SuperiorSignature | undefined {
  const signed = plan.issuer?.value ?? '';
  if (!superior.test(signed) || ownHouse.test(signed)) return undefined;
  const notice = houseNotice(plan, lines);
  if (!notice) return undefined;
  const office = notice.body.map(({ text }) => handedIn.exec(text)?.[1]).find((one) => one !== undefined);
  return office === undefined ? undefined : { addressed: notice.addressed, office };
}
