import type { NumberToken } from '../../numbering/token.ts';
import { numberLists } from '../../plan/line/number-lists.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import { allSections } from '../../plan/sections.ts';
import type { Range } from '../../text/range.ts';
import type { Finding } from '../rule.ts';

const usualPlace = { zh: '其他部分的写法', en: 'What other parts have' };
const parentPlace = { zh: '上一级序号', en: 'The number above it' };

const headingDepth = ({ heading }: Section): number => (heading.place === 'heading' ? heading.depth : 0);

const firstBelow = ({ sections }: Section) => sections.find((one) => headingDepth(one) > 0);

/** ## with #### right below it. */
function skipsHeading(section: Section): boolean {
  const depth = headingDepth(section);
  const first = depth === 0 || section.sections.length === 0 ? undefined : firstBelow(section);
  return first !== undefined && headingDepth(first) >= depth + 2;
}

/** ## with #### right below it, where another ## has ###. */
export function skippedHeadings(plan: Plan): readonly Finding<'heading'>[] {
  const all = allSections(plan);
  return all.filter(skipsHeading).flatMap((section): readonly Finding<'heading'>[] => {
    const depth = headingDepth(section);
    const first = firstBelow(section);
    if (!first) return [];
    const regular = all.flatMap((other) => {
      const below = headingDepth(other) === depth ? firstBelow(other) : undefined;
      return below && headingDepth(below) === depth + 1 ? [below] : [];
    });
    const [model] = regular;
    // The #### that it has is that of what stands below ### elsewhere.
    if (!model || !regular.some((one) => one.sections.some((inner) => headingDepth(inner) === headingDepth(first))))
      return [];
    return [
      {
        message: 'heading',
        severity: 'info',
        params: { parent: section.title.value, inner: headingDepth(first), usual: depth + 1 },
        range: first.number ? rangeOf(first.heading, first.number) : first.title.range,
        related: [{ message: usualPlace, range: model.title.range }],
      },
    ];
  });
}

/** 4.1.1 below 4, and no 4.1 in the paper; other parts have 5.1. */
export function skippedDecimals(plan: Plan): readonly Finding<'decimal'>[] {
  // Numbers of one list are as deep as its first.
  if (!numberLists(plan).some(({ numbers: [first] }) => first?.token.multi?.length === 3)) return [];
  const numbered = plan.lines.flatMap((line) => {
    const number = line.place === 'cell' || line.place === 'quote' ? undefined : line.facts.number;
    return number?.kind === 'arabic' ? [{ line, number }] : [];
  });
  const known = new Set(numbered.map(({ number }) => pathOf(number)));
  const hasTwo = numbered.some(({ number }) => number.multi?.length === 2);
  const told = new Set<string>();
  let outer: (typeof numbered)[number] | undefined;
  return numbered.flatMap(({ line, number }): readonly Finding<'decimal'>[] => {
    if (!number.multi) outer = { line, number };
    if (number.multi?.length !== 3 || !hasTwo || !outer || number.multi[0] !== outer.number.value) return [];
    const missing = number.multi.slice(0, 2).join('.');
    if (number.value !== 1 || known.has(missing) || told.has(missing)) return [];
    told.add(missing);
    return [
      {
        message: 'decimal',
        params: { parent: outer.number.raw.trim(), raw: number.raw.trim(), missing },
        range: rangeOf(line, number),
        related: [{ message: parentPlace, range: rangeOf(outer.line, outer.number) }],
      },
    ];
  });
}

const pathOf = ({ multi, value }: NumberToken): string => multi?.join('.') ?? String(value);

/** 附：有以下行为之一的，不得推荐： and its list belong to all the parts above, and not to the last of them. */
export const endsWithAfterword = ({ body }: Section): boolean => /^附[：:]/.test(body.at(-1)?.text ?? '');

/** （一）→（1） once, where two other （一） of the plan have 1. below them. */
export function skippedBrackets(plan: Plan): readonly Finding<'skipped'>[] {
  const parents = allSections(plan).filter(
    (section) => section.number?.kind === 'hanBracket' && section.sections.length > 1 && !endsWithAfterword(section),
  );
  const below = parents.flatMap((parent) => {
    const numbered = parent.sections.filter(({ number, style }) => number && style !== 'inline');
    const [first] = numbered;
    return first?.number?.value === 1 && numbered.length > 1 ? [{ parent, first, number: first.number }] : [];
  });
  const odd = below.filter(({ number }) => number.kind === 'arabicBracket');
  const regular = below.filter(({ number }) => number.kind === 'arabic' && !number.multi);
  const [one] = odd;
  const [model] = regular;
  if (!one || !model || odd.length > 1 || regular.length < 2 || below.length > odd.length + regular.length) return [];
  return [
    {
      message: 'skipped',
      severity: 'info',
      params: { parent: one.parent.number?.raw ?? '', raw: one.number.raw, usual: model.number.raw },
      range: rangeOf(one.first.heading, one.number),
      related: [{ message: usualPlace, range: rangeOf(model.first.heading, model.number) }],
    },
  ];
}

function rangeOf(line: Line, { range, raw }: NumberToken): Range {
  return line.at(range.start, range.start + raw.length);
}
