import type { Section } from '../../plan/model.ts';

/** 初选结束后, 届时: an event or another time says when, and no day. */
export const toldByEvent =
  /(?:结束|会议?|活动|考试|仪式|[选审赛])[之以]?后|当[天日场晚]|随后|届时|同时|期间|全程|另行|适时|随时/;

/** 反馈（与体检同步，11月15日前完成）, 总结（验收合格后15日内）, 巡查（汛期）: in the brackets behind the name, by an event, a season or as what always goes on. */
export function isToldInBrackets({ heading, titleAt }: Section): boolean {
  const told = bracketBehind.exec(heading.text.slice(titleAt, titleAt + 50))?.[1];
  return told !== undefined && byOther.test(told);
}
const bracketBehind = /^[^（(。：，；]{1,20}[（(]([^（()）]{2,24})[）)]/;
const byOther =
  /同步|同时|期间|(?:[天日周月后]|完成|结束)(?:之|以)?[后前内]|^(?:主|非|梅|台)?(?:汛|[一-龥]{1,3})[期季]$|随时|适时|全年|[长常]年|长期|全程|全过程|始终|日常|平时/;
