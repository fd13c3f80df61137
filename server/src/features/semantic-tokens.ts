import type { SemanticTokens } from 'vscode-languageserver';
import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { Plan } from '../plan/model.ts';
import { namedParties } from '../plan/parties/named-parties.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { plansWithin } from './plans-at.ts';

/** Our own types; the extension's manifest says what they look like. */
export const tokenTypes = ['stage', 'date', 'deadline', 'party', 'placeholder'] as const;
type TokenType = (typeof tokenTypes)[number];

interface Token {
  readonly range: Range;
  readonly type: TokenType;
}

/** Rules whose problems mark what is still to be filled in. */
const placeholderRules: ReadonlySet<string> = new Set(['placeholder']);

/**
 * What the words of plans are: names of stages, dates, time limits, those who answer, blanks.
 * @param asked source range that the client wants; the whole text otherwise
 */
export function semanticTokens(open: OpenPlan, asked: Range = { start: 0, end: open.text.length }): SemanticTokens {
  const tokens = [
    ...plansWithin(open, asked).flatMap(({ plan }) => tokensOf(plan)),
    ...open.problems
      .filter(({ rule }) => placeholderRules.has(rule))
      .map(({ range }): Token => ({ range, type: 'placeholder' })),
  ];
  const builder = new SemanticTokensBuilder();
  let behind = 0;
  for (const { range, type } of tokens.filter((token) => overlaps(token.range, asked)).sort(byPosition)) {
    // Tokens must not overlap: where a blank stands within a name, the blank goes first.
    if (range.start < behind) continue;
    behind = range.end;
    for (const piece of onSingleLines(open.text, range)) {
      const { line, character } = open.document.positionAt(piece.start);
      builder.push(line, character, piece.end - piece.start, tokenTypes.indexOf(type), 0);
    }
  }
  return builder.build();
}

function tokensOf(plan: Plan): readonly Token[] {
  const deadlineCells = plan.tables.flatMap((table) =>
    table.rows.flatMap((row) => table.cell(row, 'deadline')?.range ?? []),
  );
  return [
    ...plan.stages.map(({ name }): Token => ({ range: name.range, type: 'stage' })),
    ...plan.dates.flatMap(({ expression, range }): readonly Token[] => {
      if (expression.kind === 'vague' || expression.kind === 'ongoing' || expression.kind === 'immediate') return [];
      const isLimit = expression.deadline || deadlineCells.some((cell) => overlaps(cell, range));
      return [{ range, type: isLimit ? 'deadline' : 'date' }];
    }),
    ...namedParties(plan).map(({ range }): Token => ({ range, type: 'party' })),
  ];
}

function byPosition(a: Token, b: Token): number {
  const first = a.range.start - b.range.start;
  return first || tokenTypes.indexOf(b.type) - tokenTypes.indexOf(a.type);
}

/** A token may not reach over a line break: a date that was wrapped is two. */
function onSingleLines(text: string, { start, end }: Range): readonly Range[] {
  const pieces: Range[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 10;
    if (code !== 10 && code !== 13) continue;
    if (at > from) pieces.push({ start: from, end: at });
    from = at + 1;
  }
  return pieces;
}
