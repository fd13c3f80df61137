import { matchAt, opened, skipBlanks } from './glyphs.ts';

/** What stands behind a date and says which side of a span it is. */
export interface Mark {
  readonly kind: 'before' | 'from' | 'within' | 'until' | 'around' | 'during';
  readonly end: number;
}

const BEFORE = opened(
  '之以前下',
  // 5月6日下班前; 5月6日前提交 hands something in, 前提 is a condition.
  / {0,2}(?:下班)?(?:[之以])?前(?!往|来|去|后|夕|赴|列|排|沿|线|期|提(?![交供出请])|半|任|身|置|进|述|款|景|瞻|面|所|言|辈|程|端)/y,
);
const AROUND = opened('左前上', / {0,2}(?:左右|前后|上下|前夕)/y);
const FROM = opened(
  '起开启以之后',
  / {0,2}(?:起(?!草|步|来|到|用|点|因|初|源|床|飞|诉|义|航|伏|着|码)|开始|启动|以来|以后|之后|后(?!期|续|勤|半|来|备|方|果|天|进|面|台|旬|排|盾|者|代|援))/y,
);
const WITHIN = opened('之以内', / {0,2}(?:[之以])?内(?!容|部|设|涵|外|控|参|蒙|地|蕴|行|心|页|在|审|务|需|环|科)/y);
const UNTIL = opened('为止基全结', / {0,2}(?:为?止(?!步|损|血|住|境)|(?:基本|全部|全面)?结束(?!时|后|前|的|以|语))/y);
const DURING = opened('假放期', / {0,2}(?:假期|放假)?期间/y);

/** Behind a bare year 前 and a number begin 前三季度, 前10个月. */
const NUMBER = /[一二两三四五六七八九十\d]/;

/** The mark at the index, if any; `bareYear` when the date before it is a year and nothing else. */
export function readMark(text: string, at: number, bareYear: boolean): Mark | undefined {
  const before = BEFORE(text, at);
  if (before) {
    const end = at + before[0].length;
    if (bareYear && NUMBER.test(text.charAt(end))) return undefined;
    return { kind: 'before', end };
  }
  const around = AROUND(text, at);
  if (around) return { kind: 'around', end: at + around[0].length };
  const from = FROM(text, at);
  if (from) return { kind: 'from', end: at + from[0].length };
  const within = WITHIN(text, at);
  if (within) return { kind: 'within', end: at + within[0].length };
  const during = DURING(text, at);
  if (during) return { kind: 'during', end: at + during[0].length };
  const until = UNTIL(text, at);
  return until ? { kind: 'until', end: at + until[0].length } : undefined;
}

/** A connector between two dates. */
export interface Connector {
  readonly end: number;
  /** 开始，… : the second side counts only with 结束, 完成 or a limit behind it. */
  readonly needsEnding: boolean;
  readonly dash: boolean;
}

const CONNECTOR = opened(
  ' ,起开启至到直截-~/一',
  // 1月5日一1月6日: the dash was read, or typed, as 一.
  / {0,2}(?:起|开始|启动)? {0,1}(,)? {0,2}(?:(至|到|直至|直到|截至|截止到?)|(-{1,4}|~{1,2}|\/(?=\d{4}-)|一(?=\d{1,2}[月日]))) {0,2}/y,
);
const OPENED = opened(
  '起开启全展动',
  / {0,2}(?:起|开始|启动|全面启动|全面展开|展开|动员部署|动员) {0,1}, {0,2}(?:于|在)? {0,2}/y,
);
const ENDING =
  /(?: {0,2}(?:之|以)?前)? {0,2}(?:要|须|应)?(?:基本|全部|全面|如期|顺利|圆满)?(?:结束|完成|完毕|收官|告一段落)|(?: {0,2}(?:为?止))/y;

/** The connector at the index: 至, 到, dashes, 起至, 开始，到; or 开始， and the like before a closing clause. */
export function readConnector(text: string, at: number): Connector | undefined {
  const plain = CONNECTOR(text, at);
  const begun = plain && (plain[2] || !plain[1]) ? null : OPENED(text, at);
  if (begun) return { end: at + begun[0].length, needsEnding: true, dash: false };
  if (!plain) return undefined;
  // 10月9日，—… is no range: a comma needs 起 or 开始 before it.
  if (plain[1] && !/起|开始|启动/.test(plain[0])) return undefined;
  return { end: at + plain[0].length, needsEnding: false, dash: plain[3] !== undefined };
}

/** Whether 结束, 前完成, 止 … closes a range at the index. */
export function hasEnding(text: string, at: number): boolean {
  return matchAt(ENDING, text, at) !== null;
}

const VAGUE_END =
  /(?:本?学?期末|学期结束|学年末|(?:活动|工作|项目|任务|整改)?(?:全部)?结束|目前|现在|今)(?!年|日|天|后|年度)/y;
const VAGUE_END_BEHIND_DASH = /(?:本?学?期末|学期结束|学年末|(?:活动|工作|项目|任务)?结束|至?今)(?!年|日|天|后|考)/y;

/** The end of a range that names no day: 期末, 活动结束, 今. */
export function readVagueEnd(text: string, at: number, dash: boolean): { readonly end: number } | undefined {
  const match = matchAt(dash ? VAGUE_END_BEHIND_DASH : VAGUE_END, text, at);
  return match ? { end: at + match[0].length } : undefined;
}

/** What stands directly before a date. */
export interface Prefix {
  readonly kind: 'deadline' | 'from' | 'to';
  readonly start: number;
}

const DEADLINE =
  /(?:截至|截止(?:日期|时间)?(?:到|至|为|是|于)?:?|不(?:得)?[迟晚]于|最[迟晚](?:不(?:得)?(?:超过|晚于|迟于))?(?:于|在|到|至)?|直[至到]|务必(?:于|在)|截到) {0,2}$/;
const FROM_PREFIX = /(?:自从|自|从)(?:于)? {0,2}$/;
const TO_PREFIX = /[到至] {0,2}$/;
/** Verbs and words that end in 到, 至, 自: no mark of time. */
const NO_FROM_AFTER = /[来亲各独暗擅私]/;
const NO_TO_AFTER = /[收达得看受遇提做找感听想接赶甚以乃寄送遵回报转临涉悟谈见]/;

/** The prefix that ends at the index, not reaching before `floor`. */
export function readPrefix(text: string, at: number, floor: number): Prefix | undefined {
  const last = text.charAt(skipBack(text, at, floor) - 1);
  if (!'至止:到为是于迟晚在从自过'.includes(last) || last === '') return undefined;
  const from = Math.max(floor, at - 14);
  const head = text.slice(from, at);
  const deadline = DEADLINE.exec(head);
  if (deadline) return { kind: 'deadline', start: from + deadline.index };
  const start = FROM_PREFIX.exec(head);
  if (start) {
    const index = from + start.index;
    return index > 0 && NO_FROM_AFTER.test(text.charAt(index - 1)) ? undefined : { kind: 'from', start: index };
  }
  const to = TO_PREFIX.exec(head);
  if (!to) return undefined;
  const index = from + to.index;
  return index > 0 && NO_TO_AFTER.test(text.charAt(index - 1)) ? undefined : { kind: 'to', start: index };
}

function skipBack(text: string, at: number, floor: number): number {
  let index = at;
  while (index > floor && text.charCodeAt(index - 1) === 32) index -= 1;
  return index;
}

/** Whether nothing that would make a bare day part of something else stands around `[start, end)`. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(skipBlanks(text, end));
  return (
    (before === '' || ' ,、。;；(（|于在'.includes(before)) &&
    (after === '' || ',、。;；)）|上下晚召举'.includes(after))
  );
}
