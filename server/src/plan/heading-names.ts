import headings from './headings.yaml';

const lists = headings as Readonly<Record<'eventHeadings' | 'runInHeadings' | 'pageHeadings', readonly string[]>>;

/** Names of parts that authors write without a number, or whose number was lost: 会议时间, 指导思想, 工作安排. */
export const headingNames: ReadonlySet<string> = new Set([...lists.eventHeadings, ...lists.runInHeadings]);

/** 条件, 流程, 联系我们 on a line of their own: pages about an activity have such headings. */
export const pageHeadings: ReadonlySet<string> = new Set(lists.pageHeadings);
