import type { PlanDocument } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';
import type { Directive } from '../directives.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import type { UnusedSuppression } from '../suppressions.ts';

/** Comments that silence nothing. Its findings come from `judgeDirectives`, which sees what the other rules found. */
export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  family: 'meta',
  severity: 'info',
  basis: ['practice'],
  faults: [],
  fixes: ['safe'],
  summary: {
    zh: '屏蔽注释没有屏蔽任何问题，或写错了规则名称',
    en: 'A suppression comment that silences nothing or names no rule',
  },
  messages: {
    unused: {
      zh: '这条注释屏蔽了规则 {id}，但此处并没有该规则的问题，可以删去。',
      en: 'This comment silences rule {id}, but the rule reports nothing here; it can be removed.',
    },
    unusedAll: {
      zh: '这条注释屏蔽了所有规则，但此处并没有任何问题，可以删去。',
      en: 'This comment silences all rules, but nothing is reported here; it can be removed.',
    },
    unknownRule: {
      zh: '没有名为“{id}”的规则，请核对拼写。',
      en: 'There is no rule named “{id}”; check the spelling.',
    },
    unknownWord: {
      zh: '不认识的注释“fangan-{word}”；可用的有 fangan-disable-line、-disable-next-line、-disable-section、-disable-file、-disable、-enable。',
      en: 'Unknown comment “fangan-{word}”; known are fangan-disable-line, -disable-next-line, -disable-section, -disable-file, -disable and -enable.',
    },
    unusedEnable: {
      zh: '前面没有与之对应的 fangan-disable，这条注释可以删去。',
      en: 'No fangan-disable comes before it; this comment can be removed.',
    },
  },
});

/**
 * What is wrong with the directives of a document.
 * @param unused what silenced nothing
 * @param stateOf whether a rule exists and runs; a comment for a rule that is turned off may be needed by others
 */
export function judgeDirectives(
  document: PlanDocument,
  directives: readonly Directive[],
  unused: readonly UnusedSuppression[],
  stateOf: (id: string) => 'on' | 'off' | 'unknown',
): readonly Finding[] {
  const { text } = document.markdown;
  const findings: Finding[] = [];
  for (const directive of directives) {
    if (!directive.kind) {
      findings.push({ message: 'unknownWord', params: { word: directive.word }, range: directive.range });
      continue;
    }
    for (const name of directive.ids) {
      if (stateOf(name.id) === 'unknown') {
        findings.push({ message: 'unknownRule', params: { id: name.id }, range: name.range });
      }
    }
  }
  for (const { directive, id, range } of unused) {
    // A comment for this rule is used by this very list; nobody can say that it is not.
    if (id !== undefined && (stateOf(id) !== 'on' || id === unusedSuppression.id)) continue;
    const fix: Fix = { title: remove, safety: 'safe', edits: [{ range: removal(text, directive, id), text: '' }] };
    findings.push(
      id === undefined ? { message: 'unusedAll', range, fix } : { message: 'unused', params: { id }, range, fix },
    );
  }
  for (const directive of needlessEnables(directives)) {
    const edits = [{ range: removal(text, directive, undefined), text: '' }];
    findings.push({ message: 'unusedEnable', range: directive.range, fix: { title: remove, safety: 'safe', edits } });
  }
  return findings;
}

const remove = { zh: '删去无用的屏蔽注释', en: 'Remove the useless suppression' };

function needlessEnables(directives: readonly Directive[]): readonly Directive[] {
  return directives.filter((directive, index) => {
    if (directive.kind !== 'enable') return false;
    const ids = new Set(directive.ids.map(({ id }) => id));
    return !directives
      .slice(0, index)
      .some((earlier) => earlier.kind === 'disable' && (ids.size === 0 || earlier.ids.some(({ id }) => ids.has(id))));
  });
}

/** The comment with its line when nothing else stands on it; only one name when there are others beside it. */
function removal(text: string, directive: Directive, id: string | undefined): Range {
  const { ids, range } = directive;
  const at = ids.findIndex((name) => name.id === id);
  const name = ids[at];
  if (name && ids.length > 1) {
    const next = ids[at + 1];
    const previous = ids[at - 1];
    return next
      ? { start: name.range.start, end: next.range.start }
      : { start: previous?.range.end ?? name.range.start, end: name.range.end };
  }
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = text.indexOf('\n', range.end);
  const after = lineEnd < 0 ? text.length : lineEnd + 1;
  const alone = text.slice(lineStart, range.start).trim() === '' && text.slice(range.end, after).trim() === '';
  if (alone) return { start: lineStart, end: after };
  const before = text.slice(lineStart, range.start);
  return { start: range.start - (before.length - before.trimEnd().length), end: range.end };
}
