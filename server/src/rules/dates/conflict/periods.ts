import { conflictingEnds } from '../../../dates/compare.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import type { Dated, Plan } from '../../../plan/model.ts';

/** A period that the plan names, with its window in brackets in two places that disagree. */
export interface PeriodConflict {
  readonly name: string;
  readonly place: Dated;
  readonly other: Dated;
}

/** Periods of which a plan has one: 汛期（6月1日至9月30日）. */
const period =
  /(?:汛期|主汛期|供暖期|采暖期|防火期|禁渔期|休渔期|封山期|秋收期|收购期|禁烧期|度夏期|公示期|报名期|评审期|征集期|展示期|活动期|活动期间|试点期|过渡期|规划期|整治期|整改期|集中整改期|服务期|建设期|施工期)$/;

/** 迎峰度夏时间为6月15日至9月15日, said of the whole of it; 迎峰度夏期间（6月20日至9月10日） later on. */
const setFor = /(?:^|[，。；：:、\s（(])(\p{Script=Han}{3,8})(?:时间|期限)(?:为|是|[：:])\s?$/u;
const during = /(?:^|[，。；：:、\s（(]|在)(\p{Script=Han}{3,8})期间[（(]$/u;

/** From one day to another, and not quoted. */
function isWindow(dated: Dated): dated is Dated & { readonly span: DateSpan } {
  const { line, expression, span } = dated;
  return line.place !== 'quote' && expression.from !== expression.to && !!span?.start && !!span.end;
}

const isBehindBracket = ({ line, expression }: Dated): boolean =>
  /[（(]/.test(line.text.charAt(expression.range.start - 1));

function setPeriods(plan: Plan): ReadonlyMap<string, readonly Dated[]> {
  const found = new Map<string, Dated[]>();
  for (const dated of plan.dates) {
    if (!isWindow(dated)) continue;
    const { line, expression } = dated;
    const { start } = expression.range;
    const name = setFor.exec(line.text.slice(Math.max(0, start - 16), start))?.[1];
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), dated]);
  }
  return found;
}

/** The window that is set for something, and the one in brackets behind 期间 of the same words. */
function duringConflicts(plan: Plan): readonly PeriodConflict[] {
  const inBrackets = plan.dates.flatMap((place) => {
    if (!isWindow(place) || !isBehindBracket(place)) return [];
    const { line, expression, span } = place;
    const { start } = expression.range;
    const name = during.exec(line.text.slice(Math.max(0, start - 14), start))?.[1];
    return name === undefined ? [] : [{ name, place, span }];
  });
  if (inBrackets.length === 0) return [];
  const set = setPeriods(plan);
  return inBrackets.flatMap(({ name, place, span }): readonly PeriodConflict[] => {
    const [other, more] = set.get(name) ?? [];
    if (!other?.span || more || other.line === place.line || other.span.yearKnown !== span.yearKnown) return [];
    return conflictingEnds(span, other.span).length > 0 ? [{ name: `${name}期间`, place, other }] : [];
  });
}

/** Windows in brackets right behind the name of their period, compared by that name; the later place is marked. */
export function periodConflicts(plan: Plan): readonly PeriodConflict[] {
  const known = new Map<string, { readonly dated: Dated; readonly before: string }>();
  const found: PeriodConflict[] = [];
  for (const dated of plan.dates) {
    if (!isWindow(dated) || !isBehindBracket(dated)) continue;
    const { line, expression, span } = dated;
    const { start, end } = expression.range;
    if (!/[）)]/.test(line.text.charAt(end))) continue;
    const name = period.exec(line.text.slice(Math.max(0, start - 8), start - 1))?.[0];
    if (name === undefined) continue;
    const before = wordsIn.exec(line.text.slice(Math.max(0, start - 24), start - 1 - name.length))?.[0] ?? '';
    const first = known.get(name);
    const other = first?.dated;
    if (!other?.span) known.set(name, { dated, before });
    else if (areOfTwo(first?.before ?? '', before, other.line === line)) continue;
    else if (other.span.yearKnown === span.yearKnown && conflictingEnds(span, other.span).length > 0)
      found.push({ name, place: dated, other });
  }
  return [...found, ...duringConflicts(plan)];
}

/** The words right in front of the name of a period. */
const wordsIn = /[\p{Script=Han}\d]{0,12}$/u;
/** 春季防火期, 台汛期, 北部海域休渔期, 农村采暖期, 第一批公示期: which of several. */
const which =
  /[春夏秋冬]季?$|[东南西北中]部?$|[梅台前后早晚]$|(?:(?![全我本各该])\p{Script=Han}){0,3}(?<![全我本各该])(?:海域|水域|流域|河段|林区|牧区|山区|库区|地区|片区|城镇|城区|城市|农村|乡村|区域|区|县|镇|乡)$|第[一二三四五六\d]{1,2}.{0,2}$/u;

/** Periods with different words in front of them, told one beside the other or named for a season, a place, a lot. */
function areOfTwo(a: string, b: string, beside: boolean): boolean {
  if (a === b) return false;
  const [first, second] = [which.exec(a)?.[0], which.exec(b)?.[0]];
  if (first === undefined && second === undefined) return beside && a !== '' && b !== '';
  return !first || !second || !(first.endsWith(second) || second.endsWith(first));
}
