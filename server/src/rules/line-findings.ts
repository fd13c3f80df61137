import { type LineFacts, lineMemo } from '../plan/facts.ts';
import type { Line } from '../plan/model.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { Edit, Finding, Fix, Rule } from './rule.ts';

/** A rule together with the options that it runs with. */
export interface ConfiguredRule {
  readonly rule: Rule;
  readonly options: unknown;
}

export interface LineFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

type Reader = (lines: readonly Line[]) => readonly LineFinding[];

interface Known {
  rules: readonly ConfiguredRule[] | undefined;
  /** Absent where there is nothing, as in nearly every line. */
  found: LineFinding[] | undefined;
}

/** What was last found in a line, and by which rules: those of one file are the same for all its lines. */
const known = lineMemo((): Known => ({ rules: undefined, found: undefined }));

/** Sets of configured rules that are remembered at a time: an editor has one, or one per folder. */
const REMEMBERED = 16;
const readers = new Map<string, Reader>();
/** The same by the list itself, which most checks share. */
const byRules = new WeakMap<readonly ConfiguredRule[], Reader>();

/**
 * The findings of the line rules on lines, with source ranges. What a line's text gives is kept
 * with its facts and read once; quotations are left out, and findings in code or addresses too.
 */
export function lineFindings(rules: readonly ConfiguredRule[]): Reader {
  const before = byRules.get(rules);
  if (before) return before;
  const key = JSON.stringify(rules.map(({ rule, options }) => [rule.id, options]));
  let reader = readers.get(key);
  if (!reader) {
    reader = makeReader(rules);
    const oldest = readers.keys().next();
    if (readers.size >= REMEMBERED && !oldest.done) readers.delete(oldest.value);
    readers.set(key, reader);
  }
  byRules.set(rules, reader);
  return reader;
}

function makeReader(rules: readonly ConfiguredRule[]): Reader {
  return (ofPlan) => {
    const own = ofPlan.filter(({ place }) => place !== 'quote');
    const unread = new Map<LineFacts, Line>();
    for (const line of own) if (known(line.facts).rules !== rules) unread.set(line.facts, line);
    const lines = [...unread.values()];
    for (const { facts } of lines) {
      const entry = known(facts);
      entry.rules = undefined;
      entry.found = undefined;
    }
    // Rule by rule: the code and the words of one rule stay at hand while it goes through the lines.
    for (const { rule, options } of rules) {
      if (!rule.checkLine || lines.length === 0) continue;
      // One context for all lines: hardly a rule finds anything in a line, and there are many of both.
      const context = {
        line: lines[0] as Line,
        options,
        report: (finding: Finding): void => {
          const entry = known(context.line.facts);
          entry.found ??= [];
          entry.found.push({ rule, finding });
        },
      };
      for (const line of lines) {
        context.line = line;
        rule.checkLine(context);
      }
    }
    for (const { facts } of lines) known(facts).rules = rules;
    const placed: LineFinding[] = [];
    for (const line of own) for (const one of known(line.facts).found ?? []) placed.push(...place(one, line));
    return placed;
  };
}

/** The finding with its indexes turned into source offsets. */
function place({ rule, finding }: LineFinding, line: Line): LineFinding[] {
  if (line.literals.some((literal) => overlaps(literal, finding.range))) return [];
  const { range, fix: relativeFix, related, ...rest } = finding;
  const at = ({ start, end }: Range) => line.at(start, end);
  const fix = relativeFix && placeFix(relativeFix, line);
  return [
    {
      rule,
      finding: {
        range: at(range),
        ...rest,
        ...(related ? { related: related.map((place) => ({ ...place, range: at(place.range) })) } : {}),
        ...(fix ? { fix } : {}),
      },
    },
  ];
}

/**
 * The fix with source offsets; undefined when Markdown marks stand among the words that it would
 * replace, as they would be lost.
 */
export function placeFix(fix: Fix, line: Pick<Line, 'at'>): Fix | undefined {
  const edits: Edit[] = [];
  for (const edit of fix.edits) {
    const range = line.at(edit.range.start, edit.range.end);
    if (range.end - range.start !== edit.range.end - edit.range.start) return undefined;
    edits.push({ ...edit, range });
  }
  return { ...fix, edits };
}
