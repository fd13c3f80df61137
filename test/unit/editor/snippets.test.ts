import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../../server/src/profiles/load.ts';
import { plainEntries } from '../../../server/src/profiles/snippets.ts';
import { templateStages } from '../../../server/src/profiles/template.ts';
import { filledIn, snippets, tabStops } from './snippet-text.ts';

const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));
const cells = (row: string) => row.split('|').length - 2;

describe('snippets', () => {
  it('cover the standard sections, tables and pieces', () => {
    const sections = [
      '制定依据',
      '指导思想',
      '目标任务',
      '主要任务',
      '方法步骤',
      '组织领导',
      '保障措施',
      '督导检查',
      '总结测评',
      '报送要求',
    ];
    const tables = ['整改台账', '任务分解表', '工作流程表', '问题清单'];
    const pieces = ['整改事项', '责任时限标注', '动员大会', '附件说明', '署名日期', '方案类型'];
    expect([...snippets.keys()]).toEqual(expect.arrayContaining([...sections, ...tables, ...pieces]));
  });

  it.each(shippedProfiles().map((profile) => [profile.label.zh, profile] as const))(
    'hold the whole plan and the stages of %s',
    (_, profile) => {
      const name = (profile.label.zh.split('、')[0] ?? '').replace(/（.*）$/, '');
      const whole = snippets.get(`${name}全文`);
      expect(whole && filledIn(whole)).toContain(`plan: ${profile.id}`);
      for (const { label } of profile.stages.length > 0 ? templateStages(profile) : []) {
        const title = /^第/.test(label.zh) ? label.zh : `${label.zh}阶段`;
        expect([...snippets.keys()].some((one) => one.startsWith(title))).toBe(true);
      }
    },
  );

  it('are there for plain text as well, without marks of Markdown', () => {
    const plain = plainEntries(Object.fromEntries(snippets));
    expect(JSON.parse(readFileSync(new URL('../../../snippets/plain.json', import.meta.url), 'utf8'))).toEqual(plain);
    expect(Object.keys(plain)).toEqual([...snippets.keys()].filter((name) => name !== '方案类型'));
    for (const { body } of Object.values(plain)) {
      for (const line of body) expect(line).not.toMatch(/^#|^---$/);
    }
  });

  it('have prefixes of their own: the name, and the initials of its pinyin', () => {
    const prefixes = [...snippets.values()].flatMap(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const [name, { prefix }] of snippets) {
      expect(prefix[0]).toBe(name);
      if (prefix[1] !== undefined) expect(prefix[1]).toMatch(/^[a-z0-9]{2,24}$/);
    }
  });

  it('have columns for who answers and until when in every table of work', () => {
    for (const name of ['整改台账', '任务分解表', '工作流程表', '问题清单']) {
      const head = rows(filledIn(snippets.get(name) ?? { prefix: [], description: '', body: [] }))[0] ?? '';
      expect(head).toMatch(/责任人/);
      expect(head).toMatch(/时限|时间/);
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
      const first = stops.slice(0, -1).filter((stop, at, all) => all.indexOf(stop) === at);
      expect(first).toEqual(first.map((_, index) => index + 1));
    });

    it('numbers by GB/T 9704: 一、（一）1.', () => {
      for (const line of text.split('\n')) {
        if (/^## (?!#)/.test(line)) expect(line).toMatch(/^## [一二三四五六七八九十]+、/);
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
      if (/^(?:整改台账|任务分解表|工作流程表|问题清单)$/.test(name))
        expect(rows(text).length).toBeGreaterThanOrEqual(4);
    });
  });
});
