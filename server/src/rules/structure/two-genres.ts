/** Genres that never stand side by side for a good reason; 计划方案 and 决定方案 may be plans of a plan. */
const pair = /(?<!评审|审核|审查|处理|修改|整改|指导|提出)(?:意见通知|通知意见|请示报告|请示通知|方案意见|意见决定)$/;
/** 征求意见通知, 落实巡察意见报告: what is done with an opinion, of which the paper tells. */
const handled = /征求|征集|听取|收集|落实|贯彻|办理|反馈|审计|验收|评估|建议|巡视|巡察/;

/** …情况意见通知, …请示报告: the two genres a title ends in. */
export function twoGenres(title: string): string | undefined {
  return handled.test(title) ? undefined : pair.exec(title)?.[0];
}
