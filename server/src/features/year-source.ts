import type { DateSpan } from '../dates/expression.ts';
import type { Dated, FrontMatter, Plan } from '../plan/model.ts';
import type { Language } from '../rules/messages.ts';
import type { Range } from '../text/range.ts';

/**
 * Where the year of a date that writes none comes from, in words. The places are tried in the order
 * of the design (dates, “The year”); the first one with that very year is named.
 * @returns undefined where the year stands in the date itself
 */
export function yearSourceText(
  dated: Dated,
  plan: Plan,
  frontMatter: FrontMatter | undefined,
  language: Language,
): string | undefined {
  const { span, expression } = dated;
  if (!span || span.yearWritten) return undefined;
  const zh = language === 'zh';
  // 自印发之日起30日内 has no year, but a day to count from.
  const anchor = expression.anchor ?? expression.from?.anchor;
  if (anchor && span.yearKnown) {
    if (anchor.kind !== 'issued') return undefined;
    return zh ? '起算日取自成文日期' : 'counted from the date of issue';
  }
  if (!span.yearKnown) return zh ? '年份不详：上下文没有写明年份' : 'year unknown: none is written around it';
  const years = yearsOf(span);
  const before = dateBefore(dated, plan, years);
  if (before) return zh ? `年份取自前文“${before.span.raw}”` : `year taken from “${before.span.raw}” before it`;
  if (plan.span && shares(plan.span, years)) {
    return zh ? `年份取自方案的起止时间“${plan.span.raw}”` : `year taken from the plan's window “${plan.span.raw}”`;
  }
  if (years.some((year) => plan.title?.value.includes(String(year)))) {
    return zh ? '年份取自标题' : 'year taken from the title';
  }
  if (plan.issued && shares(plan.issued, years)) {
    return zh ? `年份取自成文日期“${plan.issued.raw}”` : `year taken from the date of issue “${plan.issued.raw}”`;
  }
  const front = frontMatter?.values.get('date')?.value ?? frontMatter?.values.get('issued')?.value;
  if (years.some((year) => String(front).startsWith(String(year)))) {
    return zh ? '年份取自文件头' : 'year taken from the front matter';
  }
  return zh ? '年份由上下文推定' : 'year inferred from the context';
}

/** The last date before this one in the same outermost section that writes its year. */
function dateBefore(dated: Dated, plan: Plan, years: readonly number[]): { readonly span: DateSpan } | undefined {
  const at = dated.range.start;
  const section = plan.sections.find(({ range }) => range.start <= at && at < range.end);
  const scope: Range = section?.range ?? plan.range;
  let found: { readonly span: DateSpan } | undefined;
  let foundAt = -1;
  for (const { span, range } of plan.dates) {
    if (!span?.yearWritten || !shares(span, years)) continue;
    if (range.start < scope.start || range.start >= at || range.start <= foundAt) continue;
    found = { span };
    foundAt = range.start;
  }
  return found;
}

function yearsOf(span: DateSpan): readonly number[] {
  return [span.start?.year, span.end?.year].filter((year) => year !== undefined);
}

function shares(span: DateSpan, years: readonly number[]): boolean {
  return span.yearKnown && yearsOf(span).some((year) => years.includes(year));
}
