import { describe, expect, it } from 'vitest';
import { checkedNodes, type FileWithProblems, type ShownProblem } from '../../../client/src/views/checkedTree.ts';
import chinese from '../../../l10n/bundle.l10n.zh-cn.json';

const words: Record<string, string> = chinese;
const t = (message: string, ...values: (string | number)[]) =>
  (words[message] ?? `未译：${message}`).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

const problem = (severity: ShownProblem['severity'], line: number): ShownProblem => ({
  message: `${severity} 的问题`,
  rule: 'invalid-date',
  severity,
  line,
});

function file(path: string, title: string, ...problems: ShownProblem[]): FileWithProblems {
  return {
    file: { uri: `file:///w/${path}`, title, counts: { errors: 9, warnings: 9, infos: 9, hints: 9 } },
    path,
    problems,
  };
}

describe('the view of plans with problems', () => {
  const nodes = checkedNodes(
    [
      file('a.md', '甲方案', problem('warning', 5), problem('info', 1)),
      file('b.md', '乙方案'),
      file('c.md', '', problem('hint', 7), problem('error', 9), problem('error', 2)),
    ],
    t,
  );

  it('has those first that have the most errors, and none without problems', () => {
    expect(nodes.map(({ label, description }) => [label, description])).toEqual([
      ['c.md', '2 个错误 · c.md'],
      ['甲方案', '1 个警告 · a.md'],
    ]);
    expect(nodes[1]?.spoken).toBe('甲方案，1 个警告，a.md');
  });

  it('has the gravest problems of a plan first', () => {
    expect(nodes[0]?.children.map(({ description, icon }) => [description, icon])).toEqual([
      ['第 3 行 · invalid-date', 'error'],
      ['第 10 行 · invalid-date', 'error'],
      ['第 8 行 · invalid-date', 'lightbulb'],
    ]);
  });

  it('says how grave a problem is, which only an icon shows', () => {
    expect(nodes[0]?.children.map(({ spoken }) => spoken)).toEqual([
      '错误，error 的问题，第 3 行，invalid-date',
      '错误，error 的问题，第 10 行，invalid-date',
      '提示，hint 的问题，第 8 行，invalid-date',
    ]);
  });
});
