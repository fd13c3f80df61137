import type { Plan } from '../../plan/model.ts';
import { showsOffice } from './offices.ts';

/** 2026年度责任单位目标管理（绩效）考核细则: of one year. Without a year it is a rule for lasting use. */
const appraisal =
  /20\d\d年度?.{2,50}(?:考核|考评)(?:评分|实施)?(?:细则|标准|指标|评分表|指标表)(?:[（(][^（()）]{1,12}[)）])?$/;
/** （15分）, 得1.5分 at what others are to do. */
const points = /[（(]\d{1,3}(?:\.\d)?分[)）]|[得扣计]\d{1,2}(?:\.\d)?分/;
/** So many things to do are assessed. */
const fewest = 6;

/**
 * Whether a paper sets units what they are assessed by in one year: work after work with its points.
 * @param title without blanks
 */
export function isAppraisal(plan: Plan, title: string): boolean {
  if (!appraisal.test(title) || !showsOffice(plan)) return false;
  return plan.lines.filter(({ text }) => points.test(text)).length >= fewest;
}
