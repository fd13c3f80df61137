import type { Line, Plan } from '../../../../plan/model.ts';
import type { Range } from '../../../../text/range.ts';
import { houseNotice } from './house-notice.ts';

/** Those whom only a superior tells what to do, in a notice of a house to its own people. */
export interface SuperiorOrder {
  readonly addressed: string;
  readonly word: string;
  readonly range: Range;
}

/** 各区、县（市）教体局要严格审核 */
const districts =
  /(?:^|[。；：])(?:\s*[（(]?[\d一二三四五六七八九十]{1,2}[)）.．、]?\s*)?(各(?:区、县（市）|县（市、区）|县[、区]区?|区县)(?:教[育体研][\p{Script=Han}]{0,4})?)(?:和[\p{Script=Han}]{2,8})?(?:要(?!求)|应|须|在[\p{Script=Han}]{2,6}须|严格)/u;
/** The superior's own notice. */
const bySuperior = /(?:局|厅|政府|(?<![团党纪工])委|卫生健康委员会|教育委员会)$/;

/** 各区、县（市）要把好审核关 in a notice to 各位老师: the words of the superior's notice that it was made from. The first place is told. */
export function superiorOrder(plan: Plan, lines: readonly Line[]): SuperiorOrder | undefined {
  if (bySuperior.test(plan.issuer?.value ?? '')) return undefined;
  const notice = houseNotice(plan, lines);
  for (const line of notice?.body ?? []) {
    const match = districts.exec(line.text);
    const [raw, word = ''] = match ?? [];
    if (!notice || !match || raw === undefined) continue;
    const start = match.index + raw.indexOf(word);
    return { addressed: notice.addressed, word, range: line.at(start, start + word.length) };
  }
  return undefined;
}
