import headings from './headings.yaml';

const lists = headings as Readonly<Record<'eventHeadings' | 'runInHeadings', readonly string[]>>;

/** Names of parts that authors write without a number, or whose number was lost: 会议时间, 指导思想, 工作安排. */
export const headingNames: ReadonlySet<string> = new Set([...lists.eventHeadings, ...lists.runInHeadings]);
