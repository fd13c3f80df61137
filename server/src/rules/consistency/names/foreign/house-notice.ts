import type { Line, Plan } from '../../../../plan/model.ts';

/** A notice to the people of one house. */
export interface HouseNotice {
  /** 各位老师 */
  readonly addressed: string;
  /** What stands behind that line, without tables and quotations. */
  readonly body: readonly Line[];
}

/** So many lines from the top those stand to whom the notice goes. */
const TOP = 8;
/** 各位老师：, 全体教工： */
const toOwnPeople =
  /^((?:各位|全[体校院]|本[校院])(?:\p{Script=Han}{1,4})?(?:老师|教师|教工|教职员?工|师生|同学|学生|班主任|职工|员工|医护人员))[：:]$/u;
/** 各区、县（市）教育局，各市直学校：, of the superior's own notice behind it. */
const toOthers = /^(?:各|全[市县区省])[^，。；：:]{1,30}(?:[，、][^。；：:]{1,40})?[：:]$/;
const noticeBehind = /^(?:附件?[：:]?)?关于.{4,40}的通知$/;

/** The notice, where the plan is one, and no letter; with the superior's text whole behind it, it is two. */
export function houseNotice({ title }: Plan, lines: readonly Line[]): HouseNotice | undefined {
  if (!/^(?!.*转发).*通知/.test(title?.value ?? '')) return undefined;
  const at = lines.slice(0, TOP).findIndex(({ text }) => toOwnPeople.test(text.trim()));
  const addressed = toOwnPeople.exec(lines[at]?.text.trim() ?? '')?.[1];
  if (addressed === undefined) return undefined;
  const body = lines.slice(at + 1).filter(({ place }) => place !== 'cell' && place !== 'quote');
  const isPassedOn = body.some(({ text }) => toOthers.test(text) || noticeBehind.test(text.trim()));
  return isPassedOn ? undefined : { addressed, body };
}
