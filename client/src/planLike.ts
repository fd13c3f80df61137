/** So much of a text is looked at, in UTF-16 units. */
export const planHead = 20_000;

const words =
  /方案|预案|整改|台账|实施意见|(?:工作|活动|实施|推进|行动)计划|工作(?:小结|总结)|第[一二三123]阶段|责任(?:单位|部门|人)|(?:完成|整改)时限/;

/**
 * Whether a plain text may hold a plan, so that the server has to look at it. Logs, lists and letters do not start
 * it; a text that does so in vain only costs its start.
 * @param head the first `planHead` units
 */
export function mayBePlan(head: string): boolean {
  return words.test(head) || /^---[ \t]*\r?\n(?:.*\r?\n){0,40}?plan[ \t]*:/.test(head);
}
