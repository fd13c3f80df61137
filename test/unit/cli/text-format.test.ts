import { describe, expect, test } from 'vitest';
import { text } from '../../../server/src/cli/formats/text.ts';
import { type Failure, type FileReport, type Surface, Tally } from '../../../server/src/cli/report.ts';
import { reported } from '../../../server/src/cli/reported.ts';
import { plain } from '../../../server/src/cli/terminal.ts';
import type { Problem } from '../../../server/src/rules/rule.ts';
import { displayWidth } from '../../../server/src/text/display-width.ts';
import { Positions } from '../../../server/src/text/positions.ts';

const surface = { paint: plain, columns: 80, ambiguous: 1 as const, version: '0' };

const problemAt = (source: string, words: string, more: Partial<Problem> = {}): Problem => ({
  rule: 'sample',
  severity: 'warning',
  message: '有毛病。',
  range: { start: source.indexOf(words), end: source.indexOf(words) + words.length },
  related: [],
  ...more,
});

interface Report {
  readonly files: readonly FileReport[];
  readonly failures: readonly Failure[];
  readonly fixed: number;
  readonly language: 'zh' | 'en';
}

const report = (source: string, problems: readonly Problem[], more: Partial<FileReport> = {}): Report => ({
  files: [
    {
      path: 'a.md',
      profile: 'summary',
      problems: reported(problems, new Positions(source), undefined, '/'),
      language: 'zh',
      ...more,
    },
  ],
  failures: [],
  fixed: 0,
  language: 'zh',
});

function textFormat({ files, ...rest }: Report, to: Surface): string {
  const writer = text(to);
  const tally = new Tally();
  const pieces = files.map((file) => {
    tally.add(file);
    return writer.file(file);
  });
  return [...pieces, writer.end(tally.totals({ ...rest, known: 0 }))].join('');
}

/** The words above the carets, found by counting columns as a terminal does. */
function underlined(output: string): string {
  const lines = output.split('\n');
  const at = lines.findIndex((line) => /^ +│ *\^+$/.test(line));
  const carets = lines[at] ?? '';
  const source = lines[at - 1] ?? '';
  const from = displayWidth(carets.slice(0, carets.indexOf('^')));
  const to = displayWidth(carets);
  let column = 0;
  let words = '';
  for (const character of source) {
    if (column >= from && column < to) words += character;
    column += displayWidth(character);
  }
  return words;
}

describe('the carets stand under the words', () => {
  const long = `（三）${'全面落实各项措施，'.repeat(20)}于适时完成，${'确保取得实效，'.repeat(20)}`;
  test.each([
    ['at the head of a line', '适时完成。\n', '适时'],
    ['behind Chinese', '各部门应当适时完成。\n', '适时'],
    ['behind quotation marks, digits and letters', '“A1”组要2026年3月适时完成。\n', '适时'],
    ['behind an emoji', '😀各部门适时完成。\n', '适时'],
    ['behind a tab', '\t各部门适时完成。\n', '适时'],
    ['behind full-width blanks', '　　各部门适时完成。\n', '适时'],
    ['on a later line', '第一行\r\n各部门适时完成。\r\n', '适时'],
    ['in the middle of a long line', long, '适时'],
    ['at the end of a long line', `${long}结束`, '结束'],
  ])('%s', (_, source, words) => {
    const output = textFormat(report(source, [problemAt(source, words)]), surface);
    expect(underlined(output)).toBe(words);
    for (const line of output.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('an empty range has one caret', () => {
    const output = textFormat(report('甲乙', [{ ...problemAt('甲乙', '乙'), range: { start: 1, end: 1 } }]), surface);
    expect(output).toMatch(/│ {3}\^$/m);
  });

  test('of a range over several lines the first line is shown', () => {
    const source = '一、目标\n二、任务\n';
    const output = textFormat(report(source, [problemAt(source, '目标\n二、')]), surface);
    expect(underlined(output)).toBe('目标');
  });

  test('a range longer than the frame is cut', () => {
    const words = '甲'.repeat(200);
    const output = textFormat(report(words, [problemAt(words, words)]), surface);
    expect(output).toContain('…');
    for (const line of output.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});

describe('a problem as text', () => {
  const source = '适时完成。\n另有一处。\n';

  test('with place, severity, rule, message, related place and fix', () => {
    const problem = problemAt(source, '适时', {
      related: [{ message: '此处不同', range: { start: source.indexOf('另'), end: source.length } }],
      fix: { title: '改为“2026年3月31日前”', safety: 'suggested', edits: [] },
    });
    expect(textFormat(report(source, [problem]), surface)).toBe(`a.md:1:1  警告  sample
  有毛病。
    1 │ 适时完成。
      │ ^^^^
  参见 a.md:2:1  此处不同
  建议修改 改为“2026年3月31日前” (--fix --unsafe-fixes)

✖ 检查了 1 个方案文件：1 个警告
`);
  });

  test('in English', () => {
    const english = report(source, [problemAt(source, '适时', { severity: 'error', message: 'Vague.' })], {
      language: 'en',
    });
    const output = textFormat({ ...english, language: 'en' }, surface);
    expect(output).toContain('a.md:1:1  error  sample\n  Vague.\n');
    expect(output).toContain('✖ 1 plan file checked: 1 error\n');
  });

  test('the summary counts every severity, fixes and failures', () => {
    const problems = (['error', 'error', 'warning', 'info', 'hint'] as const).map((severity) =>
      problemAt(source, '适时', { severity, fix: { title: '改', safety: 'safe', edits: [] } }),
    );
    const failures = [{ place: 'b.md', message: { zh: '文件不存在', en: 'does not exist' } }];
    expect(textFormat({ ...report(source, problems), fixed: 2, failures }, surface)).toMatch(
      /✖ 检查了 1 个方案文件：2 个错误、1 个警告、1 条信息、1 条提示（已修正 2 处；5 处可用 --fix 自动修正；1 处无法读写）\n$/,
    );
  });

  test('nothing found', () => {
    expect(textFormat(report(source, []), surface)).toBe('✔ 检查了 1 个方案文件：没有发现问题\n');
  });
});

test('what --fix-dry-run would change is shown as a difference', () => {
  const before = '一\n二\n三\n四\n五\n六\n七\n八\n九\n';
  const after = '一\n二\n三\n四\n伍\n六\n七\n八\n九\n十\n';
  const output = textFormat(report(after, [], { change: { before, after } }), surface);
  expect(output.split('\n\n')[0]).toBe(`--- a.md
+++ a.md
@@ -3,5 +3,5 @@
 三
 四
-五
+伍
 六
 七
@@ -8,3 +8,4 @@
 八
 九
+十
 `);
});
