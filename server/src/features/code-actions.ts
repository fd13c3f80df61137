import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import { applyEdits, collectEdits, fixAllOfRule, fixUntilStable } from '../rules/fixes.ts';
import { ruleById } from '../rules/index.ts';
import type { Language } from '../rules/messages.ts';
import type { Edit, Problem } from '../rules/rule.ts';
import { type SuppressionScope, suppressionEdit } from '../rules/suppressions.ts';
import { replacementOf } from '../text/difference.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { agreements } from './date-conflict-actions.ts';
import { source, toDiagnostic } from './diagnostics.ts';
import { dictionaryActions } from './dictionary-actions.ts';
import { openRulePage } from './execute-command.ts';
import { fillings } from './fill-actions.ts';
import { fromLspRange } from './ranges.ts';
import { refactoringActions, refactoringKinds } from './refactorings/menu.ts';
import { workspaceEdit } from './workspace-edits.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.fangan`;

/** The kinds that are offered, for the server's capabilities. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, fixAllKind, ...refactoringKinds];

/**
 * What can be done about the problems under the cursor, in this order: fix it, fill it in, or choose between two ways; fix all of its rule;
 * fix everything that is safe; say that its name is one of ours; silence it on its line, in its section, in the file; open the page of
 * its rule. Then what can be done with the form of the text. `source.fixAll.fangan` is given only when
 * source actions are asked for.
 * @param others the open documents
 */
export function codeActions(
  open: OpenPlan,
  { context, range }: CodeActionParams,
  client: Client,
  others: readonly OpenPlan[] = [],
): CodeAction[] {
  const wants = (kind: string) => !context.only || context.only.some((only) => isWithin(kind, only));
  const asked = fromLspRange(open.document, range);
  const actions: CodeAction[] = [];
  if (context.only && wants(fixAllKind)) actions.push(...fixAll(open, client));
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(open, context.diagnostics, asked, client, others));
  // A light bulb on every line would say nothing: what is always possible is shown when it is asked for.
  if (!context.only && context.triggerKind !== CodeActionTriggerKind.Invoked) return actions;
  return [...actions, ...refactoringActions(open, asked.start, client, wants)];
}

function quickFixes(
  open: OpenPlan,
  diagnostics: readonly Diagnostic[],
  asked: Range,
  client: Client,
  others: readonly OpenPlan[],
): CodeAction[] {
  const problems = problemsOf(open, diagnostics, asked);
  if (problems.length === 0) return [];
  const menu = new Menu(open, problems, client);
  return [
    ...menu.fixes(),
    ...menu.fillings(others),
    ...menu.agreements(),
    ...menu.allOfRule(),
    ...menu.allSafe(),
    ...dictionaryActions(open, problems, client),
    ...menu.suppressions(),
    ...menu.pages(),
  ];
}

/** `quickfix` is within ``, `quickfix` and no other kind; `source.fixAll.fangan` within `source` and so on. */
function isWithin(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

/**
 * The problems that the client's diagnostics stand for. A diagnostic of an older text is matched by
 * its rule at its place; one whose problem is gone is passed over.
 */
function problemsOf(open: OpenPlan, diagnostics: readonly Diagnostic[], asked: Range): readonly Problem[] {
  const found = new Set<Problem>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.source !== source) continue;
    const range = fromLspRange(open.document, diagnostic.range);
    const ofRule = open.problems.filter((problem) => problem.rule === diagnostic.code);
    const same = ofRule.find((problem) => problem.range.start === range.start && problem.range.end === range.end);
    const problem = same ?? ofRule.find((other) => overlaps(other.range, range) || overlaps(other.range, asked));
    if (problem) found.add(problem);
  }
  return [...found];
}

/**
 * Every safe fix of the text as it is now, until none is left: one more check finds what became
 * fixable by another fix.
 */
function fixAll(open: OpenPlan, client: Client): CodeAction[] {
  const edits = safeEdits(open);
  if (edits.length === 0) return [];
  return [
    {
      title: open.language === 'zh' ? '修正所有可安全修正的问题' : 'Fix all safely fixable problems',
      kind: fixAllKind,
      edit: workspaceEdit(open, edits, client),
    },
  ];
}

function safeEdits(open: OpenPlan): readonly Edit[] {
  const { edits } = collectEdits(open.text, open.problems, 'safe');
  if (edits.length === 0) return edits;
  const once = applyEdits(open.text, edits);
  const { text, applied } = fixUntilStable(once, (changed) => open.problemsIn(changed), 'safe');
  return applied.length === 0 ? edits : [replacementOf(open.text, text)];
}

/** The parts of the quick fix menu for some problems of a document. */
class Menu {
  readonly #open: OpenPlan;
  readonly #problems: readonly Problem[];
  readonly #client: Client;
  readonly #language: Language;

  constructor(open: OpenPlan, problems: readonly Problem[], client: Client) {
    this.#open = open;
    this.#problems = problems;
    this.#client = client;
    this.#language = open.language;
  }

  fixes(): CodeAction[] {
    return this.#problems.flatMap((problem) => {
      if (!problem.fix) return [];
      const action = this.#action(problem.fix.title, problem.fix.edits, [problem]);
      return [problem.fix.safety === 'safe' ? { ...action, isPreferred: true } : action];
    });
  }

  fillings(others: readonly OpenPlan[]): CodeAction[] {
    return this.#problems.flatMap((problem) =>
      fillings(this.#open, problem, others).map(({ title, edits }) => this.#action(title, edits, [problem])),
    );
  }

  /** Two ways out of a conflict of dates, of which the author chooses: neither is taken with other fixes. */
  agreements(): CodeAction[] {
    return this.#problems.flatMap((problem) =>
      agreements(this.#open, problem).map(({ title, edits }) => this.#action(title, edits, [problem])),
    );
  }

  allOfRule(): CodeAction[] {
    return this.#rules().flatMap((rule) => {
      const fixable = this.#open.problems.filter((problem) => problem.rule === rule && problem.fix);
      if (fixable.length < 2) return [];
      const count = fixable.length;
      const title =
        this.#language === 'zh' ? `修正本规则的全部 ${count} 处（${rule}）` : `Fix all ${count} problems of ${rule}`;
      return [this.#action(title, fixAllOfRule(this.#open.text, this.#open.problems, rule), fixable)];
    });
  }

  allSafe(): CodeAction[] {
    const { edits, applied } = collectEdits(this.#open.text, this.#open.problems, 'safe');
    const rules = new Set(applied.map(({ rule }) => rule));
    // With one rule only, it would be the same as the action above it.
    if (applied.length < 2 || (rules.size === 1 && this.#rules().some((rule) => rules.has(rule)))) return [];
    const count = applied.length;
    const title =
      this.#language === 'zh' ? `修正全部可安全修正的 ${count} 处` : `Fix all ${count} safely fixable problems`;
    return [this.#action(title, edits, applied)];
  }

  suppressions(): CodeAction[] {
    return this.#firstOfEachRule().flatMap((problem) =>
      scopes.flatMap(({ scope, zh, en }) => {
        const edit = suppressionEdit(this.#open.reading, problem, scope);
        if (!edit) return [];
        const title = this.#language === 'zh' ? `${zh} ${problem.rule}` : `Disable ${problem.rule} ${en}`;
        return [this.#action(title, [edit], [problem])];
      }),
    );
  }

  pages(): CodeAction[] {
    if (!this.#client.showsDocuments) return [];
    return this.#firstOfEachRule().map((problem) => {
      const title = this.#language === 'zh' ? `查看规则说明：${problem.rule}` : `Open the page of ${problem.rule}`;
      return {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(this.#open, problem, this.#client)],
        command: { title, command: openRulePage, arguments: [problem.rule] },
      };
    });
  }

  #action(title: string, edits: readonly Edit[], problems: readonly Problem[]): CodeAction {
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: problems.map((problem) => toDiagnostic(this.#open, problem, this.#client)),
      edit: workspaceEdit(this.#open, edits, this.#client),
    };
  }

  #rules(): readonly string[] {
    return [...new Set(this.#problems.map(({ rule }) => rule))];
  }

  /** What is no rule of the catalogue can neither be silenced nor looked up. */
  #firstOfEachRule(): readonly Problem[] {
    return this.#problems.filter(
      (problem, index) => ruleById(problem.rule) && this.#problems.findIndex((p) => p.rule === problem.rule) === index,
    );
  }
}

const scopes: readonly { readonly scope: SuppressionScope; readonly zh: string; readonly en: string }[] = [
  { scope: 'line', zh: '在本行屏蔽规则', en: 'on this line' },
  { scope: 'section', zh: '在本节屏蔽规则', en: 'in this section' },
  { scope: 'file', zh: '在本文件屏蔽规则', en: 'in this file' },
];
