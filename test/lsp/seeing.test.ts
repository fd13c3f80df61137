import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { showPlacesCommand } from '../../server/src/protocol.ts';
import { numberedPlan } from './drafting-plan.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';
import { readme } from './texts.ts';

const uri = 'file:///plans/market.md';
const textDocument = { uri };
const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

let shared: ServerProcess;
let inVsCode: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
  inVsCode = await ServerProcess.launch({ name: 'Visual Studio Code' });
});
afterAll(() => Promise.all([shared.stop(), inVsCode.stop()]));

describe('inlay hints', () => {
  /** Each hint behind the words of its line that it follows. */
  async function hints(text = numberedPlan, options?: ClientOptions, range = everything): Promise<string[]> {
    const server = await (options ? await ServerProcess.start(options) : shared).borrow(uri, text);
    const found = await server.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    return found.map(({ position, label }) => {
      const start = { line: position.line, character: Math.max(0, position.character - 6) };
      return `${server.wordsAt(uri, { start, end: position })} ${label}`;
    });
  }

  test('say what a fuzzy time was read as, and how long a window is', async () => {
    const found = await hints();
    expect(found).toContain('至3月20日 3月1日至20日，共20天');
    expect(found.some((hint) => hint.endsWith('4月30日前（含当日）'))).toBe(true);
    expect(found.some((hint) => hint.endsWith('共51天'))).toBe(true);
  });

  test('say nothing where the days are written, and no more than the client shows', async () => {
    const found = await hints();
    expect(found.filter((hint) => /^.*4月10日前|2月25日|3月10日前|5月31日前/.test(hint))).toEqual([]);
    const none = await hints(numberedPlan, undefined, {
      start: { line: 0, character: 0 },
      end: { line: 1, character: 0 },
    });
    expect(none).toEqual([]);
  });

  test('write the years of a window that is longer than two', async () => {
    const text = numberedPlan.replace('2026年3月上旬到5月底', '2026年3月上旬到2028年底');
    expect((await hints(text))[0]).toContain('2026年3月1日至2028年12月31日');
  });

  test('are in the language of the editor', async () => {
    expect((await hints(numberedPlan, { locale: 'en' })).some((hint) => / 51 days$/.test(hint))).toBe(true);
  });
});

describe('code lenses', () => {
  async function lenses(server: ServerProcess): Promise<{ at: string; lens: CodeLens }[]> {
    await server.borrow(uri, numberedPlan);
    const found = await server.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    return found.map((lens) => ({ at: server.wordsAt(uri, lens.range).slice(0, 8), lens }));
  }

  test('count the steps of a stage, and those that nobody answers for', async () => {
    const found = await lenses(inVsCode);
    const titles = found.filter(({ at }) => at.startsWith('第一阶段')).map(({ lens }) => lens.command?.title);
    expect(titles).toEqual(['2 个步骤', '1 项未明确责任']);
  });

  test('count the rows of a ledger, and lead to those without a time limit', async () => {
    const found = await lenses(inVsCode);
    const table = found.filter(({ at }) => at.startsWith('序号')).map(({ lens }) => lens);
    expect(table.map(({ command }) => command?.title)).toEqual(['台账 3 行', '1 项无时限']);
    const command = table[1]?.command;
    expect(command?.command).toBe(showPlacesCommand);
    const [address, , places] = command?.arguments ?? [];
    expect(address).toBe(uri);
    expect(places.map((range: never) => inVsCode.wordsAt(uri, range))).toEqual(['增设垃圾箱12个']);
  });

  test('call a table by what it is, and count its rows without time or owner', async () => {
    const stalls = (title: string, head: string, rows: string) => `# 青湾镇占道摊点清理工作方案

为清理占道摊点，制定本方案。

## 一、清理任务

${title}

| ${head} |
| --- | --- | --- |
${rows}

## 二、工作要求

各单位要落实责任。
`;
    const titlesOf = async (text: string) => {
      await inVsCode.borrow(uri, text);
      const found = await inVsCode.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
      const told = found.map(({ command }) => [
        command?.title,
        ...(command?.arguments?.[2] ?? []).map((range: never) => inVsCode.wordsAt(uri, range)),
      ]);
      await inVsCode.close(uri);
      return told;
    };
    const rows = `| 东门早餐摊 | 2026年3月10日前 | 城管办 |
| 西街修鞋摊 |  | 城管办 |
| 河边水果摊 | 2026年3月20日前 |  |
| 合计 | 3处 |  |`;
    const head = '摊点 | 清理时限 | 责任单位';
    expect(await titlesOf(stalls('分工如下：', head, rows))).toEqual([
      ['责任分工表 4 行'],
      ['1 项无时限', '西街修鞋摊'],
      ['1 项未明确责任', '河边水果摊'],
    ]);
    expect((await titlesOf(stalls('占道摊点清理清单如下：', head, rows)))[0]).toEqual(['清单 4 行']);
    expect((await titlesOf(stalls('占道摊点清理台账', head, rows)))[0]).toEqual(['台账 4 行']);
    const days = `| 3月2日 | 动员会 | 会议室 |\n| 3月3日 | 入户走访 | 各村 |`;
    expect(await titlesOf(stalls('日程如下：', '时间 | 内容 | 地点', days))).toEqual([['日程表 2 行']]);
  });

  test('are words only in an editor without our commands', async () => {
    const found = await lenses(shared);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ lens }) => lens.command?.command).filter(Boolean)).toEqual([]);
  });
});

describe('hover on a person or unit', () => {
  async function said(words: string): Promise<string> {
    const server = await shared.borrow(uri, numberedPlan);
    const hover = await server.hover(uri, server.rangeOf(uri, words).start);
    if (!hover || typeof hover.contents !== 'object' || !('value' in hover.contents)) return '';
    return hover.contents.value;
  }

  test('lists everything that it answers for, with times and links', async () => {
    const text = await said('综合执法队负责');
    expect(text).toContain('共有 3 项任务、职责');
    expect(text).toMatch(/\[施划车位40个\]\(file:\/\/\/plans\/market\.md#L\d+,\d+\)：2026年4月10日前/);
    expect(text).toContain('[清理占道经营]');
  });

  test('knows the people of a table', async () => {
    expect(await said('龙海')).toContain('施划车位40个');
  });

  test('is silent on ordinary words', async () => {
    expect(await said('排水不畅')).toBe('');
  });
});

describe('semantic tokens', () => {
  interface Word {
    readonly type: string;
    readonly words: string;
  }
  function read(server: ServerProcess, { data }: SemanticTokens): Word[] {
    const types = server.initialized?.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const words: Word[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at + 4 < data.length; at += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
      character = lines > 0 ? characters : character + characters;
      line += lines;
      const range = { start: { line, character }, end: { line, character: character + length } };
      words.push({ type: types[type] ?? '', words: server.wordsAt(uri, range) });
    }
    return words;
  }

  test('tell stages, dates, time limits and those who answer', async () => {
    const server = await shared.borrow(uri, numberedPlan);
    const words = read(
      server,
      await server.connection.sendRequest('textDocument/semanticTokens/full', { textDocument }),
    );
    expect(words).toContainEqual({ type: 'stage', words: '宣传发动' });
    expect(words).toContainEqual({ type: 'date', words: '3月21日—5月10日' });
    expect(words).toContainEqual({ type: 'deadline', words: '4月10日前' });
    expect(words).toContainEqual({ type: 'party', words: '冯立新' });
    expect(words).toContainEqual({ type: 'party', words: '综合执法队' });
  });

  test('mark blanks that are still to be filled in', async () => {
    const server = await shared.borrow(uri, numberedPlan.replace('龙海', '×××'));
    const words = read(
      server,
      await server.connection.sendRequest('textDocument/semanticTokens/full', { textDocument }),
    );
    expect(words).toContainEqual({ type: 'placeholder', words: '×××' });
  });

  test('of a part of the text are those of that part', async () => {
    const server = await shared.borrow(uri, numberedPlan);
    const range = server.rangeOf(uri, '| 2 | 车辆乱停 | 施划车位40个 | 综合执法队 | 龙海 | 4月10日前 |');
    const words = read(
      server,
      await server.connection.sendRequest('textDocument/semanticTokens/range', { textDocument, range }),
    );
    expect(words.map((word) => word.words)).toEqual(['综合执法队', '龙海', '4月10日前']);
  });
});

describe('structure', () => {
  test('numbered paragraphs fold', async () => {
    const server = await inVsCode.borrow(uri, numberedPlan);
    const found = await server.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    const lines = numberedPlan.split('\n');
    const heads = found.map(({ startLine, endLine }) => [lines[startLine]?.slice(0, 6), lines[endLine]?.slice(0, 6)]);
    expect(heads).toContainEqual(['二、工作步骤', '2.整修排水']);
    expect(heads).toContainEqual(['第一阶段：宣', '2.张贴通告']);
  });

  test('Markdown headings are left to an editor that folds them by itself', async () => {
    const text = numberedPlan.replace(/^[一二三四]、/gm, '## $&');
    const startLines = async (server: ServerProcess) => {
      await server.borrow(uri, text);
      const found = await server.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument });
      return found.map(({ startLine }) => text.split('\n')[startLine]);
    };
    expect(await startLines(inVsCode)).not.toContain('## 二、工作步骤');
    expect(await startLines(shared)).toContain('## 二、工作步骤');
  });

  test('a selection grows from the date to the sentence, the paragraph, the section, the plan', async () => {
    const server = await shared.borrow(uri, numberedPlan);
    const { start } = server.rangeOf(uri, '3月10日前');
    const [found] = await server.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [start],
    });
    const steps: string[] = [];
    for (let one = found; one; one = one.parent) steps.push(server.wordsAt(uri, one.range));
    expect(steps.slice(0, 3)).toEqual([
      '3月10日前',
      '由市场服务中心组织，3月10日前完成。',
      '1.召开动员会。由市场服务中心组织，3月10日前完成。',
    ]);
    expect(steps.some((step) => step.startsWith('第一阶段') && step.endsWith('倡议书。'))).toBe(true);
    expect(steps.at(-1)).toBe(numberedPlan);
  });
});

describe('links', () => {
  async function links(server: ServerProcess, text: string): Promise<[string, string | undefined][]> {
    await server.borrow(uri, text);
    const found = await server.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument });
    return found.map(({ range, target }) => [server.wordsAt(uri, range), target]);
  }

  test('lead from a mention to the attachment', async () => {
    const line = numberedPlan.split('\n').findIndex((one) => one.startsWith('附件1'));
    expect(await links(shared, numberedPlan)).toEqual([['附件1', `${uri}#L${line + 1},1`]]);
  });

  test('lead from a mention that words go on behind', async () => {
    const text = numberedPlan.replace('附件1', '附件1所列');
    const words = (await links(shared, text)).map(([word]) => word);
    expect(words).toEqual(['附件1']);
  });

  test('lead nowhere from words that count', async () => {
    expect((await links(shared, numberedPlan.replace('附件1', '附件1份'))).map(([word]) => word)).toEqual([]);
  });

  test('lead to the note where the attachment itself is another file', async () => {
    const text = `# 青湾镇市场管理实施方案\n\n为加强市场管理，制定本方案。\n\n## 一、工作目标\n\n管好附件2所列市场。\n\n附件：1. 摊位表\n      2. 市场名单\n\n青湾镇人民政府\n2026年2月25日\n`;
    expect(await links(shared, text)).toEqual([['附件2', `${uri}#L10,7`]]);
  });

  test('lead to the superior plan in the front matter', async () => {
    const text = `---\nsuperior: ../上级/总方案.md\n---\n\n${numberedPlan}`;
    expect(await links(shared, text)).toContainEqual([
      '../上级/总方案.md',
      `file:///${encodeURIComponent('上级')}/${encodeURIComponent('总方案.md')}`,
    ]);
  });

  test('lead from a title to the open plan that has it', async () => {
    const other = 'file:///plans/other.md';
    await shared.borrow(
      other,
      '# 青湾镇市场管理实施方案\n\n为加强市场管理，制定本方案。\n\n## 一、工作目标\n\n管好市场。\n',
    );
    await shared.hover(other, { line: 0, character: 0 });
    const text = numberedPlan.replace('《青湾镇市场管理办法》', '《青湾镇市场管理实施方案》');
    expect(await links(shared, text)).toContainEqual(['《青湾镇市场管理实施方案》', `${other}#L1,3`]);
  });
});

test('ordinary Markdown gets none of it', async () => {
  const server = await inVsCode.borrow(uri, readme);
  const { connection } = server;
  expect(await connection.sendRequest('textDocument/inlayHint', { textDocument, range: everything })).toEqual([]);
  expect(await connection.sendRequest('textDocument/codeLens', { textDocument })).toEqual([]);
  expect(await connection.sendRequest('textDocument/documentLink', { textDocument })).toEqual([]);
  expect(await connection.sendRequest('textDocument/foldingRange', { textDocument })).toEqual([]);
  expect(await connection.sendRequest('textDocument/semanticTokens/full', { textDocument })).toMatchObject({
    data: [],
  });
});
