import { describe, expect, test } from 'vitest';
import { applyEdits, applyFixes, fixAllOfRule, fixUntilStable, snippetText } from '../../../server/src/rules/fixes.ts';
import type { Edit, Problem } from '../../../server/src/rules/rule.ts';

const problem = (edits: readonly Edit[], safety: 'safe' | 'suggested' = 'safe', rule = 'some-rule'): Problem => ({
  rule,
  severity: 'warning',
  message: '',
  range: { start: 0, end: 1 },
  related: [],
  fix: { title: '', safety, edits },
});
const edit = (start: number, end: number, text: string): Edit => ({ range: { start, end }, text });

/** A tab stop as a snippet writes it. */
const stop = (inner: string) => `\${${inner}}`;

describe('applying fixes', () => {
  const text = '甲乙丙丁戊';

  test('takes the safe ones only, unless asked for more', () => {
    const problems = [problem([edit(0, 1, 'A')]), problem([edit(2, 3, 'C')], 'suggested')];
    expect(applyFixes(text, problems, 'safe').text).toBe('A乙丙丁戊');
    expect(applyFixes(text, problems, 'suggested').text).toBe('A乙C丁戊');
  });

  test('applies a fix whole or not at all, the first in the text first', () => {
    const first = problem([edit(0, 2, 'A')]);
    const torn = problem([edit(1, 3, 'B'), edit(4, 5, 'E')]);
    const result = applyFixes(text, [torn, first], 'safe');
    expect(result.text).toBe('A丙丁戊');
    expect(result.applied).toEqual([first]);
  });

  test('two insertions at one place have no order, so only one is made', () => {
    const result = applyFixes(text, [problem([edit(2, 2, 'x')]), problem([edit(2, 2, 'y')])], 'safe');
    expect(result.text).toBe('甲乙x丙丁戊');
    expect(result.applied).toHaveLength(1);
  });

  test('fixes that touch but do not overlap are both made', () => {
    expect(applyFixes(text, [problem([edit(0, 1, 'A')]), problem([edit(1, 2, 'B')])], 'safe').text).toBe('AB丙丁戊');
  });

  test('leaves what stays the same out of an edit', () => {
    expect(fixAllOfRule('[2024]6号', [problem([edit(0, 8, '〔2024〕6号')])], 'some-rule')).toEqual([
      edit(0, 6, '〔2024〕'),
    ]);
  });

  test('fix all of a rule leaves the other rules alone', () => {
    const edits = fixAllOfRule(
      text,
      [problem([edit(0, 1, 'A')]), problem([edit(2, 3, 'C')], 'safe', 'other')],
      'other',
    );
    expect(applyEdits(text, edits)).toBe('甲乙C丁戊');
  });

  test('repeats until nothing is left, and stops where two fixes undo each other', () => {
    const shrink = (source: string) => (source.length > 1 ? [problem([edit(0, 1, '')])] : []);
    expect(fixUntilStable(text, shrink, 'safe').text).toBe('戊');
    const swing = (source: string) => [problem([edit(0, 1, source.startsWith('甲') ? '乙' : '甲')])];
    expect(fixUntilStable('甲', swing, 'safe').applied).toHaveLength(10);
  });

  test('writes snippets as plain text', () => {
    const snippet = { ...edit(5, 5, `（责任人：${stop('1:姓名')}，${stop('2|6月底前,9月底前|')}）$0`), snippet: true };
    expect(applyFixes(text, [problem([snippet], 'suggested')], 'suggested').text).toBe(
      '甲乙丙丁戊（责任人：姓名，6月底前）',
    );
    expect(snippetText(`\\$1 价 \\} ${stop('3')}$4`)).toBe('$1 价 } ');
  });
});
