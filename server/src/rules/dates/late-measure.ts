import { compare } from '../../dates/civil.ts';
import { datedByLine, datedLimits } from '../../plan/dated-lines.ts';
import type { Dated, Line, Plan, Section } from '../../plan/model.ts';
import { hasField, limitFields } from '../../plan/table-fields.ts';
import type { Finding } from '../rule.ts';

const limit = { zh: '本项的时限“{raw}”', en: 'The time limit of the item, “{raw}”' };
/** 整改时限：…. */
const label = /(?:时限|期限|完成时间|办结时间)[ \u3000]?[：:][ \u3000]?$/;

/**
 * What is to be done for an item behind the day by which the item is to be settled: 整改时限：6月30日前 beside 8月30日前盘活1个, in the
 * cells of a row or in the lines of a section.
 */
export function measuresBehindLimit(plan: Plan): readonly Finding<'behindLimit'>[] {
  return [...inSections(plan), ...inRows(plan)];
}

function inSections(plan: Plan): readonly Finding<'behindLimit'>[] {
  const limits = plan.dates.filter(({ line, expression }) => {
    if (line.place === 'cell' || expression.kind !== 'span') return false;
    return label.test(line.text.slice(Math.max(0, expression.range.start - 8), expression.range.start));
  });
  if (limits.length === 0) return [];
  return limits.flatMap((own) => {
    const section = holderOf(plan.sections, own.line);
    // Two limits in one section are those of two items.
    if (!section || limits.some((other) => other !== own && isWithin(section, other))) return [];
    return late(
      own,
      plan.dates.filter((dated) => isWithin(section, dated)),
    );
  });
}

/** The innermost section that holds the line. */
function holderOf(sections: readonly Section[], line: Line): Section | undefined {
  const outer = sections.find(({ range }) => range.start <= line.range.start && line.range.end <= range.end);
  return outer && (holderOf(outer.sections, line) ?? outer);
}

const isWithin = ({ range }: Section, dated: Dated) => dated.range.start >= range.start && dated.range.end <= range.end;

function inRows(plan: Plan): readonly Finding<'behindLimit'>[] {
  const tables = plan.tables.filter(
    (table) => (table.kind === 'ledger' || table.kind === 'taskBreakdown') && hasField(table, limitFields),
  );
  if (tables.length === 0) return [];
  const byLine = datedByLine(plan.dates);
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const [own, ...more] = datedLimits(table, row, byLine);
      if (!own || more.length > 0) return [];
      const measures = (['measure', 'goal', 'requirement', 'activity'] as const).flatMap(
        (field) => table.cell(row, field)?.lines ?? [],
      );
      return late(
        own,
        measures.flatMap((line) => byLine.get(line) ?? []),
      );
    }),
  );
}

function late(own: Dated, dates: readonly Dated[]): readonly Finding<'behindLimit'>[] {
  const end = own.span?.bounds?.endHi ?? own.span?.end;
  if (!end || own.expression.kind !== 'span') return [];
  return dates.flatMap(({ expression, span, range }): readonly Finding<'behindLimit'>[] => {
    if (range.start === own.range.start || expression.deadline !== true || span?.yearKnown !== own.span?.yearKnown)
      return [];
    const until = span?.bounds?.startLo ?? span?.start ?? span?.end;
    const last = span?.bounds?.endLo ?? span?.end;
    if (!until || !last || compare(last, end) <= 0) return [];
    return [
      {
        message: 'behindLimit',
        params: { raw: expression.raw, limit: own.expression.raw },
        range,
        related: [{ message: limit, params: { raw: own.expression.raw }, range: own.range }],
      },
    ];
  });
}
