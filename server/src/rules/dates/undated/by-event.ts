import type { Section } from '../../../plan/model.ts';

/** 初选结束后, 届时: an event or another time says when, and no day. */
export const toldByEvent =
  /(?:结束|会议?|活动|考试|仪式|[选审赛])[之以]?后|当[天日场晚]|随后|届时|同时|期间|全程|另行|适时|随时/;

const count = '[一二两三四五六七八九十\\d]{1,3}';
const some = `(?:的|第)?${count}个?(?:工作日|自然日|日历天|课时|小时|日|天|周|月)`;
/** 第1—2周, 开学第一周, 期末, T日—T+10日, 合同签订后30日内, 赛前29天, 比赛当天, 每年3月. */
const windowByEvent = new RegExp(
  `^(?:时间|时限|期限|工期)?[：:]?(?:(?:教学)?第${count}(?:[-—–~～至到、和]{1,2}第?${count})?(?:教学)?周|开学|(?:全|整个|本)?学[期年](?:$|[初中末内前后全])|期[初中末]|[TDtd]日?(?:[+＋-－—]|$)|每(?:年|学[期年])${count}?|[^，。；：\\d]{1,14}(?:[前后]${some}|当[天日])|[^，。；：\\d]{0,10}${some}(?:内|之?后)|${some}$)`,
);
/** （赛前）, （试用期满后） in brackets alone: the text may begin so without telling the time of the stage. */
const besideEvent = /^[^，。；：\d]{1,14}[前后]$/;
/** 反馈（与体检同步，11月15日前完成）, 巡查（汛期）: in the brackets behind the name, by an event, a season or as what always goes on. */
const bracketBehind = /^[^（(。：，；]{1,20}[（(]([^（()）]{2,24})[)）]/;
const byOther =
  /同步|同时|期间|(?:[天日周月后]|完成|结束)(?:之|以)?[后前内]|^(?:主|非|梅|台)?(?:汛|[一-龥]{1,3})[期季]$|随时|适时|全年|[长常]年|长期|全程|全过程|始终|日常|平时/;
/** Words in front of a bracket: the name of the stage. */
const FIRST = 48;

/** Whether a part has its time by weeks of a term, an event or a season, in brackets behind its name or right behind that. */
export function tellsTimeOtherwise(section: Section | undefined): boolean {
  if (!section) return false;
  const { heading, body, titleAt } = section;
  const beside = bracketBehind.exec(heading.text.slice(titleAt, titleAt + FIRST))?.[1];
  if (beside !== undefined && byOther.test(beside)) return true;
  const head = heading.text.slice(0, FIRST).replace(/[*\s]/g, '');
  for (const [, words = ''] of head.matchAll(/[（(]([^（()）]{2,24})[)）]/g))
    if (windowByEvent.test(words) || besideEvent.test(words)) return true;
  const begins = (text: string) => windowByEvent.test(/^[^，。；（(]*/.exec(text)?.[0] ?? '');
  const behind = /[：:](.*)$/.exec(head)?.[1];
  if (behind !== undefined && begins(behind)) return true;
  const first =
    section.runIn === undefined
      ? body[0]?.text.slice(0, FIRST)
      : heading.text.slice(section.runIn, section.runIn + FIRST);
  return first !== undefined && begins(first.replace(/[*\s]/g, ''));
}
