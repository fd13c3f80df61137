import { describe, expect, it } from 'vitest';
import { filledIn, snippets, tabStops } from './snippet-text.ts';

const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));
const cells = (row: string) => row.split('|').length - 2;

describe('snippets', () => {
  it('cover the standard sections and tables', () => {
    const sections = [
      '制定依据',
      '指导思想',
      '工作目标',
      '方法步骤三阶段',
      '整改落实阶段',
      '组织领导',
      '保障措施',
      '督导检查',
    ];
    const others = [
      '满意度测评',
      '整改台账',
      '任务分解表',
      '工作流程表',
      '问题清单',
      '附件说明',
      '署名日期',
      '阶段方案',
    ];
    expect([...snippets.keys()]).toEqual(expect.arrayContaining([...sections, ...others, '工作小结', '报送要求']));
    expect(snippets.size).toBeGreaterThanOrEqual(15);
  });

  it('have prefixes of their own: the name, and the initials of its pinyin', () => {
    const prefixes = [...snippets.values()].flatMap(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const [name, { prefix }] of snippets) {
      expect(prefix[0]).toBe(name);
      expect(prefix[1]).toMatch(/^[a-z]{4,7}$/);
    }
  });

  describe.each([...snippets])('%s', (name, snippet) => {
    const text = filledIn(snippet);

    it('is valid snippet syntax', () => {
      expect(snippet.description).not.toBe('');
      // Whatever is left of the syntax was not understood, here or by the editor.
      expect(text).not.toMatch(/[${}]|\\/);
    });

    it('leads through its blanks in the order of the text, and ends behind them', () => {
      const stops = tabStops(snippet);
      expect(stops.at(-1)).toBe(0);
      expect(stops.slice(0, -1)).toEqual(stops.slice(0, -1).map((_, index) => index + 1));
    });

    it('numbers by GB/T 9704: 一、（一）1.', () => {
      for (const line of text.split('\n')) {
        if (/^## (?!#)/.test(line)) expect(line).toMatch(/^## [一二三四五六七八九十]、/);
        if (line.startsWith('### ')) expect(line).toMatch(/^### （[一二三四五六七八九十]）/);
        expect(line).not.toMatch(/^\d+[、．)）]/);
      }
    });

    it('uses full-width marks beside Chinese words', () => {
      const prose = text.split('\n').filter((line) => !line.startsWith('|') && !/^(?:---|plan:)/.test(line));
      for (const line of prose) expect(line).not.toMatch(/\p{Script=Han}[,;:()!?]|[,;:()!?]\p{Script=Han}/u);
    });

    it('has as many cells in each row as in its header', () => {
      expect(new Set(rows(text).map(cells)).size).toBeLessThanOrEqual(1);
      if (/(?:台账|表)$|^问题清单$/.test(name)) expect(rows(text).length).toBeGreaterThanOrEqual(4);
    });
  });
});
