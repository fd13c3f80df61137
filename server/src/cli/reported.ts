import type { PlanDocument, Section } from '../plan/model.ts';
import { plainText } from '../rules/fixes.ts';
import type { Problem, Severity } from '../rules/rule.ts';
import { type Place, Positions } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { shownPath } from './find-files.ts';

/** Another place that a problem speaks of. */
export interface ReportedPlace {
  /** As the user is told of it, when it is another file. */
  readonly path?: string;
  readonly place: Place;
  /** The words that it covers. */
  readonly text: string;
  readonly message: string;
}

/** The line that a problem begins on, or of a very long one the part around it. */
export interface Excerpt {
  readonly text: string;
  /** Index in `text` where the problem begins. */
  readonly at: number;
  /** Text in front was left out. */
  readonly cut: boolean;
}

/**
 * A problem with all its places worked out: plain data, which a worker can hand over and a cache can
 * keep, and which needs the text of its file no more.
 */
export interface ReportedProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** The words that the place covers. */
  readonly text: string;
  readonly line: Excerpt;
  /** Title of the section that it begins in, without its number; empty where there is none. */
  readonly section: string;
  readonly related: readonly ReportedPlace[];
  readonly fix?: {
    readonly title: string;
    readonly safety: 'safe' | 'suggested';
    readonly edits: readonly { readonly place: Place; readonly text: string }[];
  };
}

const ofFiles = new WeakMap<object, Positions>();

/** Finds lines in the file that a related place lies in. */
function positionsOf(file: { readonly text: string }): Positions {
  const positions = ofFiles.get(file) ?? new Positions(file.text);
  ofFiles.set(file, positions);
  return positions;
}

/** @param document what was read of the text, for the titles of its sections */
export function reported(
  problems: readonly Problem[],
  positions: Positions,
  document: PlanDocument | undefined,
  workingDirectory: string,
): readonly ReportedProblem[] {
  return problems.map(({ rule, severity, message, range, related, fix }) => {
    const place = positions.place(range);
    return {
      rule,
      severity,
      message,
      place,
      text: words(positions, range),
      line: excerpt(positions.line(place.start.line), place.start.character),
      section: document ? sectionAt(document, range.start) : '',
      related: related.map((other) => {
        const own = other.file ? positionsOf(other.file) : positions;
        return {
          ...(other.file ? { path: shownPath(other.file.path, workingDirectory) } : {}),
          place: own.place(other.range),
          text: words(own, other.range),
          message: other.message,
        };
      }),
      ...(fix
        ? {
            fix: {
              title: fix.title,
              safety: fix.safety,
              edits: fix.edits.map((edit) => ({
                place: positions.place(edit.range),
                text: plainText(edit),
              })),
            },
          }
        : {}),
    };
  });
}

/** Order of position, as `compareProblems` has it. */
export function compareReported(a: ReportedProblem, b: ReportedProblem): number {
  return (
    a.place.start.offset - b.place.start.offset ||
    b.place.end.offset - a.place.end.offset ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

const words = ({ text }: Positions, { start, end }: Range) => text.slice(start, end);

/** UTF-16 units that are kept of a line in front of a problem and behind its beginning: more than terminals show. */
const keptBefore = 400;
const keptBehind = 600;

function excerpt(line: string, at: number): Excerpt {
  let from = Math.max(0, at - keptBefore);
  if (from > 0 && isTrail(line.charCodeAt(from))) from -= 1;
  let to = Math.min(line.length, at + keptBehind);
  if (to < line.length && isTrail(line.charCodeAt(to))) to += 1;
  return { text: line.slice(from, to), at: at - from, cut: from > 0 };
}

/** The second half of a character beyond the basic plane: nothing is cut in front of it. */
const isTrail = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

function sectionAt({ plans }: PlanDocument, offset: number): string {
  const plan = plans.find(({ range }) => range.start <= offset && offset <= range.end);
  let found: Section | undefined;
  let sections = plan?.sections ?? [];
  for (;;) {
    const inner = sections.findLast(({ range }) => range.start <= offset && offset <= range.end);
    if (!inner) return found?.title.value ?? '';
    found = inner;
    sections = inner.sections;
  }
}
