import { genreOf } from '../../plan/titles.ts';

/** 关于印发《…方案》的通知, 关于会签…预案的函: what is passed on, and what passes it on. */
const passesOn = /(?:印发|下发|转发|批转|发布|会签|报送|公布)(.{4,100}?)的?(?:通知|函|请示|报告)$/;
const isReport = /(?:报告|汇报|总结|小结)$/;
/** What a report may be about, and is not itself. */
const reported = /(?:方案|计划|安排|通知|任务分解|责任分解|任务分工|责任分工)(?=.{2})/g;
const remark = /[（(【[][^（()）【】[\]]{1,16}[)）】\]]$/;

/**
 * The words of a title that say what kind of text it is: of a notice, the title of the paper that it
 * passes on; of a report, its own name without that of the plan that it reports on.
 *
 * @param title without blanks
 */
export function namingPart(title: string): string {
  const passed = passedOn(title);
  if (passed) return passed;
  const bare = title.replace(remark, '');
  if (!isReport.test(bare)) return title;
  return bare
    .replace(/《[^》]*》/g, '')
    .replace(/的(?=(?:报告|汇报)$)/, '')
    .replace(reported, '');
}

/** The title of the plan that a notice or letter passes on; undefined for other titles. */
export function passedOn(title: string): string | undefined {
  let text = title;
  let found: string | undefined;
  // A letter may pass on the draft of a notice that passes on a plan.
  for (let depth = 0; depth < 3; depth++) {
    const inner = passesOn.exec(text)?.[1]?.replace(/^(?:关于)?[《<〈]|[》>〉]$/g, '');
    if (inner === undefined) return found;
    text = inner;
    const genre = genreOf(text);
    if (!genre) return found;
    if (!/^(?:通知|意见|报告|函)$/.test(genre)) found = text;
  }
  return found;
}
