import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { type ImportParams, type ImportResult, importRequest } from '../../server/src/protocol.ts';
import { toBase64 } from '../../server/src/text/base64.ts';
import { pastedPlans } from '../unit/exchange/pasted-plans.ts';
import { text, wordFile } from '../unit/exchange/word-files.ts';
import { ServerProcess } from './server-process.ts';

const bytesOf = (words: string) => toBase64(new TextEncoder().encode(words));

async function asked(params: ImportParams, options?: object): Promise<ImportResult> {
  const server = await ServerProcess.start(options);
  return server.connection.sendRequest<ImportResult>(importRequest, params);
}

describe('imports', () => {
  test('of a Word file give one document, named after the file', async () => {
    const bytes = await wordFile([
      text('云台镇防汛工作方案'),
      text('为做好防汛工作，制定本方案。'),
      text('一、工作目标'),
      text('全镇安全度汛。'),
    ]);
    expect(await asked({ name: '防汛 方案.docx', base64: toBase64(bytes) })).toEqual({
      documents: [
        {
          fileName: '防汛 方案.md',
          title: '云台镇防汛工作方案',
          text: '# 云台镇防汛工作方案\n\n为做好防汛工作，制定本方案。\n\n## 一、工作目标\n\n全镇安全度汛。\n',
        },
      ],
      parts: [],
      notices: [],
    });
  });

  test('of several plans give them apart as well, and tell what was left out', async () => {
    const result = await asked({ name: 'a.txt', base64: bytesOf(pastedPlans) });
    expect(result.documents.map(({ fileName }) => fileName)).toEqual(['a.md']);
    expect(result.parts.map(({ fileName }) => fileName)).toEqual([
      'a-1-全县镇村开展清廉乡村建设活动实施方案.md',
      'a-2-全县学校开展清廉校园建设活动实施方案.md',
    ]);
    expect(result.notices).toEqual([
      { message: '删去表格跨页重复的表头1处', removed: ['步 骤 时 间 活动内容 工 作 要 求 备 注'] },
    ]);
  });

  test('that nobody waits for any more are given up', async () => {
    const server = await ServerProcess.start();
    const source = new CancellationTokenSource();
    const long = '一、工作目标。各单位要于2026年3月10日前完成。'.repeat(4000);
    const answer = server.connection.sendRequest(importRequest, { name: '', text: long }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });

  test('of text from the clipboard', async () => {
    const { documents } = await asked({ name: '', text: '　　一、工作目标\n　　全镇安全度汛。\n' });
    expect(documents.map((document) => document.text)).toEqual(['## 一、工作目标\n\n全镇安全度汛。\n']);
  });

  test('of what cannot be read say why, and the server goes on', async () => {
    const server = await ServerProcess.start();
    const ask = (params: ImportParams) => server.connection.sendRequest<ImportResult>(importRequest, params);
    const old = await ask({
      name: 'a.doc',
      base64: toBase64(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    });
    expect([old.documents, old.fault]).toEqual([[], expect.stringContaining('旧版格式')]);
    const damaged = await ask({ name: 'a.docx', base64: toBase64(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9])) });
    expect(damaged.fault).toContain('已损坏');
    expect((await ask({ name: '', text: ' ' })).fault).toBe('没有文字内容');
    expect((await ask({ name: '', text: '云台镇防汛工作方案' })).documents[0]?.title).toBe('云台镇防汛工作方案');
  });
});

test('the libraries of Word and Excel files are in no other bundle than their own, and nothing but its need loads it', () => {
  const dist = new URL('../../dist/', import.meta.url);
  const names = readdirSync(dist).filter((name) => /\.c?js$/.test(name));
  expect(names).toEqual(expect.arrayContaining(['server.js', 'server.web.js', 'cli.js', 'office.js']));
  for (const name of names) {
    const text = readFileSync(new URL(name, dist), 'utf8');
    expect(/mammoth|exceljs/.test(text), name).toBe(name === 'office.js');
    // Loaded when needed is `import('./office.js')`; `from './office.js'` would load it at the start.
    expect(text, name).not.toMatch(/from\s*["']\.\/office\.js["']/);
  }
});

test('what the server in a browser loads asks for nothing of Node', () => {
  const dist = new URL('../../dist/', import.meta.url);
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const text = readFileSync(new URL(name, dist), 'utf8');
    expect(text, name).not.toMatch(/__require\("/);
    for (const [, module = ''] of text.matchAll(/(?:\}\s*from|^import)\s*"([^"]+)"/gm)) {
      expect(module, `imported by ${name}`).toMatch(/^\.\/(?:server|chunk)/);
      load(module.slice('./'.length));
    }
  };
  load('server.web.js');
  expect(loaded.size).toBeGreaterThan(1);
});
