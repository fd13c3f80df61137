/** How the parts begin that stand among steps, stages and rounds, and are not done at a time of their own: 工作要求, 奖项设置. */
const besideSteps =
  /要求|说明|保障|原则|方法|办法|注意|纪律|组织(?:领导|机构)|领导小组|机制|职责|分工|对象|范围|材料|经费|方式|条件(?!审)|标准|须知|备注|其他|目标|内容|地点|联系|奖|附|评分|规则/;
/** So many units of a title say what the part is. */
const TITLE = 12;

export const isNoStep = (title: string): boolean => besideSteps.test(title.slice(0, TITLE));
