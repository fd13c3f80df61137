import { bodyKindOf } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/model.ts';
import { genreOf } from '../../plan/titles.ts';

/** 同心护河 共建家园: two halves of one measure. */
const slogan = /^(\p{Script=Han}{4,8})[ \t\u3000]+(\p{Script=Han}{4,8})$/u;
/** What is called so at its end tells what is done: 青年读书活动, 消防安全教育. */
const event =
  /(?:活动|行动|工程|项目|工作|大赛|竞赛|比赛|赛|展|节|月|周|日|会|班|课|营|教育|培训|演练|演习|宣传|宣讲|讲座|培养|建设|管理|服务|检查|整治|治理|评选|征集|招聘|招募|考试|考核|测试|名单|须知|规则|流程|简介|介绍|指南|制度|规定|章程|细则|公告|启事)$/;
/** No theme is longer than two lines of a couplet, with the blank between them. */
const longest = 17;

/**
 * Whether the first line of a paper is nothing but the theme or the slogan of what it sets: two halves of one measure
 * (同心护河 共建家园), or words that the text itself calls its theme or puts in quotation marks in front of 活动. It says
 * neither whose paper it is nor what for.
 */
export function isThemeAlone(first: string, plan: Plan): boolean {
  const text = first.trim();
  if (text.length > longest || genreOf(text) !== undefined || event.test(text)) return false;
  const [, one = '', other = ''] = slogan.exec(text) ?? [];
  if (one !== '' && one.length === other.length && bodyKindOf(one) === undefined) return true;
  return plan.lines.some((line) => {
    const at = line.text.indexOf(text);
    return at > 0 && (theme.test(line.text.slice(0, at)) || quoted.test(line.text.slice(at - 1).replace(text, '')));
  });
}
/** 活动主题：, 以“…”为主题 */
const theme = /主题(?:为|是)?[ \t\u3000]*[：:]?[ \t\u3000]*[“"]?$/;
const quoted = /^[“"][”"](?:为?主题|(?:主题|系列|志愿)?\p{Script=Han}{0,4}(?:活动|行动))/u;
