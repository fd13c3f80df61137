/** …情况意见通知, …请示报告: two genres side by side; 征求意见通知 asks for opinions, and is a notice. */
export const twoGenres =
  /(?<!征求|反馈|评审|审核|审查|处理|修改|整改|指导|提出)(?<first>意见|请示|方案|计划|决定|办法|规定|细则|预案)(?<second>通知|请示|报告|方案|意见|计划|决定)$/;
