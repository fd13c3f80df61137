import { sentenceTo } from '../../../plan/line/sentences.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import { liesWithin } from '../../../text/range.ts';

/** What was so in earlier years is told of in such words. */
const lookingBack =
  /[已曾原了未]|以来|期间|历年|至今|去年|上年|成立|任职|出生|考入|毕业|印发|发布|施行|注册|取得|投资|建成的|往届|上[一届]|因故|延期|推迟|暂停|搁置/;
/** 定于, 决定从, 活动时间：, 将于: what lies ahead. */
export const settingAhead =
  /(?:定于|拟于|将于|将在|决定(?:于|在|从|自)|计划(?:于|在|从|自)|(?:时间|日期)(?:安排)?(?:定在|定于|是|为)?[：:]?)\s*$/;
/** 第二阶段从…开始，到…结束, under 时间安排. */
const ofStage = /(?:^|[。；，：\s])[^，。；：]{0,12}阶段[^，。；：]{0,8}[，,]?(?:从|自|为|是)?\s*$/;
/** What a time stands behind in a section that has no other words: a number, a label, a mark. */
const bare = /^[\s\u3000（()）\d一二三四五六七八九十.．、*]*$/;

/** 自 of 自5月1日: it is read as a part of the date, and belongs to the words in front of it. */
export const prepositionOf = (raw: string): string => /^[自从]/.exec(raw)?.[0] ?? '';

/**
 * Whether a date lays down when something takes place: 定于9月1日, 活动时间：9月1日至10日, or the first words of a section
 * 检查时间. What is to be done by a day is none of it.
 */
export function isSetAhead(plan: Plan, { expression, line, range, span }: Dated): boolean {
  const { raw, kind, deadline, range: at } = expression;
  if (kind !== 'span' || line.place === 'quote' || line.place === 'cell' || span?.precision === 'year') return false;
  const { text } = line;
  const sentence = sentenceTo(text, at.start) + prepositionOf(raw);
  const behind = /^[^。；]*/.exec(text.slice(at.end))?.[0] ?? '';
  if (lookingBack.test(sentence.slice(-20) + behind)) return false;
  if (deadline !== true && settingAhead.test(sentence)) return true;
  const section = plan.sections.find((one) => liesWithin(range, one.range));
  if (!section || !/(?:时间|日期)(?:[和与及、][^，。；]{1,6}|安排)?$/.test(section.title.value)) return false;
  return (
    deadline !== true && (ofStage.test(sentence) || (line === section.body[0] && bare.test(text.slice(0, at.start))))
  );
}
