import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from './capabilities.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';

const uri = 'untitled:plan.md';

let shared: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
});
afterAll(() => shared.stop());

const openPlan = (text = faultyPlan): Promise<ServerProcess> => shared.borrow(uri, text);

async function openElsewhere(text: string, options: ClientOptions): Promise<ServerProcess> {
  return (await ServerProcess.start(options)).borrow(uri, text);
}

async function problemOf(server: ServerProcess, rule: string): Promise<Diagnostic> {
  const found = (await server.problems(uri)).find(({ code }) => code === rule);
  if (!found) throw new Error(`no problem of ${rule}`);
  return found;
}

/** The document number that stands in a section; the first one stands in front of them all. */
async function secondNumber(server: ServerProcess): Promise<Diagnostic> {
  const [, second] = (await server.problems(uri)).filter(({ code }) => code === 'document-number');
  if (!second) throw new Error('there is one document number only');
  return second;
}

async function actionsFor(server: ServerProcess, rule: string): Promise<CodeAction[]> {
  return server.actions(uri, [await problemOf(server, rule)]);
}

async function countOf(server: ServerProcess, rule: string): Promise<number> {
  return (await server.problems(uri)).filter(({ code }) => code === rule).length;
}

describe('the menu of a blank', () => {
  const plan = (blank: string) => `---
plan: campaign
---

# 云溪区河道清理工作方案

根据《云溪区河道管理办法》，自2026年3月2日至5月29日清理河道，制定本方案。

## 一、主要任务

1. 清理漂浮物。由河道管理所负责，4月10日前完成。责任人：孙雅琴。
2. 拆除违建。由${blank}负责，5月8日前完成。
`;
  const fillings = async (text: string) => {
    const server = await openPlan(text);
    const actions = (await actionsFor(server, 'placeholder')).filter(({ title }) => title.startsWith('填入'));
    return { server, actions, titles: actions.map(({ title }) => title) };
  };

  test('offers the bodies that the plan names already', async () => {
    const { server, actions, titles } = await fillings(plan('××科'));
    expect(titles).toEqual(['填入“河道管理所”（本文件 1 处）']);
    await server.apply(uri, actions[0]);
    expect(server.text(uri)).toContain('拆除违建。由河道管理所负责');
  });

  test('offers days for a day, three at most', async () => {
    const { titles } = await fillings(plan('河道管理所').replace('5月8日', '××月××日'));
    expect(titles[0]).toBe('填入“5月29日”（整个活动结束 · 星期五）');
    expect(titles.length).toBe(3);
  });

  test('offers nothing for what nobody can know', async () => {
    const { titles } = await fillings(`${plan('河道管理所')}联系电话：【填写联系电话】\n`);
    expect(titles).toEqual([]);
  });
});

describe('the menu of a problem', () => {
  test('goes from the fix to the page of the rule', async () => {
    const server = await openPlan();
    const actions = await server.actions(uri, [await secondNumber(server)]);
    expect(actions.map(({ title }) => title)).toEqual([
      expect.stringContaining('〔2022〕'),
      '修正本规则的全部 2 处（document-number）',
      '修正全部可安全修正的 3 处',
      '在本行屏蔽规则 document-number',
      '在本节屏蔽规则 document-number',
      '在本文件屏蔽规则 document-number',
      '查看规则说明：document-number',
    ]);
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(['quickfix']));
    expect(actions.map(({ isPreferred }) => isPreferred === true)).toEqual([true, ...Array(6).fill(false)]);
  });

  test('has no fix where the author has to mend it alone', async () => {
    const server = await openPlan();
    const actions = await actionsFor(server, 'placeholder');
    const others = actions.filter(({ title }) => !title.startsWith('填入'));
    expect(others[0]?.title).toBe('修正全部可安全修正的 3 处');
    expect(actions.some(({ isPreferred }) => isPreferred)).toBe(false);
  });

  test('prefers no fix that the author has to look at', async () => {
    const server = await openPlan();
    const [fix] = await actionsFor(server, 'invalid-date');
    expect(fix?.edit).toBeDefined();
    expect(fix?.isPreferred).toBeUndefined();
  });

  test('is empty without problems of ours, and for problems that are gone', async () => {
    const server = await openPlan();
    const problem = await problemOf(server, 'duplicated-word');
    expect(await server.actions(uri, [])).toEqual([]);
    expect(await server.actions(uri, [{ ...problem, source: 'other' }])).toEqual([]);
    await server.replace(uri, '要要', '要');
    expect(await server.actions(uri, [problem])).toEqual([]);
  });

  test('is found for a problem that has moved since', async () => {
    const server = await openPlan();
    const problem = await problemOf(server, 'invalid-date');
    await server.change(uri, {
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } },
      text: '新',
    });
    const [fix] = await server.actions(uri, [problem]);
    await server.apply(uri, fix);
    expect(server.text(uri)).toContain('至11月30日');
  });

  test('is in English for an English editor, and without the page where none can be shown', async () => {
    const { window: _, ...capabilities } = fullCapabilities;
    const server = await openElsewhere(faultyPlan, { locale: 'en', capabilities });
    const titles = (await server.actions(uri, [await secondNumber(server)])).map(({ title }) => title);
    expect(titles.slice(1)).toEqual([
      'Fix all 2 problems of document-number',
      'Fix all 3 safely fixable problems',
      'Disable document-number on this line',
      'Disable document-number in this section',
      'Disable document-number in this file',
    ]);
  });
});

describe('a fix', () => {
  test('takes its problem away and leaves the others', async () => {
    const server = await openPlan();
    const before = await server.problems(uri);
    const [fix] = await actionsFor(server, 'duplicated-word');
    await server.apply(uri, fix);
    const left = (await server.problems(uri)).map(({ code }) => code);
    expect(left).toEqual(before.map(({ code }) => code).filter((code) => code !== 'duplicated-word'));
  });

  test('of all of a rule leaves none of it', async () => {
    const server = await openPlan();
    const actions = await actionsFor(server, 'document-number');
    await server.apply(uri, actions[1]);
    expect(await countOf(server, 'document-number')).toBe(0);
    expect(await countOf(server, 'duplicated-word')).toBe(1);
  });

  test('of everything that is safe leaves nothing safely fixable', async () => {
    const server = await openPlan();
    const actions = await actionsFor(server, 'document-number');
    await server.apply(uri, actions[2]);
    expect((await server.problems(uri)).filter(({ data }) => data?.fix === 'safe')).toEqual([]);
    expect(await countOf(server, 'invalid-date')).toBe(1);
  });

  test('is bound to the version of the text, where the client knows that', async () => {
    const server = await openPlan();
    await server.replace(uri, '局长李云岚', '局长李云峰');
    const [fix] = await actionsFor(server, 'duplicated-word');
    expect(fix?.edit?.changes).toBeUndefined();
    expect(fix?.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 2 } }]);
  });

  test('is a plain list of changes for other clients', async () => {
    const server = await openElsewhere(faultyPlan, { capabilities: {} });
    await server.until(() => server.published.length > 0, 'problems');
    const problem = server.published[0]?.diagnostics.find(({ code }) => code === 'duplicated-word');
    const [fix] = await server.actions(uri, problem ? [problem] : []);
    expect(fix?.edit?.documentChanges).toBeUndefined();
    await server.apply(uri, fix);
    expect(server.text(uri)).toContain('各科室要提高认识');
  });
});

describe('a fix to be filled in', () => {
  const untitled = faultyPlan.replace(/^# .*\n/, '---\nplan: rectification-plan\n---\n');

  async function fixFor(capabilities: typeof fullCapabilities): Promise<CodeAction | undefined> {
    const server = await openElsewhere(untitled, { capabilities });
    const actions = await actionsFor(server, 'missing-title');
    return actions.find(({ edit }) => edit);
  }

  test('has tab stops for a client that knows them', async () => {
    const text = JSON.stringify((await fixFor(fullCapabilities))?.edit);
    expect(text).toMatch(/"snippet":\{"kind":"snippet","value":"[^"]*\$\{1:/);
  });

  test('is plain text for one that does not', async () => {
    const { workspace, ...others } = fullCapabilities;
    const fix = await fixFor({ ...others, workspace: { ...workspace, workspaceEdit: { documentChanges: true } } });
    const text = JSON.stringify(fix?.edit);
    expect(text).toContain('"newText"');
    expect(text).not.toMatch(/\$\{?\d|"snippet"/);
  });
});

test('a problem in front of all sections cannot be silenced for its section', async () => {
  const server = await openPlan();
  const titles = (await actionsFor(server, 'document-number')).map(({ title }) => title);
  expect(titles.filter((title) => title.includes('屏蔽'))).toEqual([
    '在本行屏蔽规则 document-number',
    '在本文件屏蔽规则 document-number',
  ]);
});

describe('silencing a problem', () => {
  test.each([
    ['在本行屏蔽规则 document-number', 1],
    ['在本节屏蔽规则 document-number', 1],
    ['在本文件屏蔽规则 document-number', 0],
  ])('“%s” leaves %i of the rule', async (title, left) => {
    const server = await openPlan();
    const problems = (await server.problems(uri)).filter(({ code }) => code === 'document-number');
    expect(problems).toHaveLength(2);
    const others = (await server.problems(uri))
      .filter(({ code }) => code !== 'document-number')
      .map(({ code }) => code);
    const actions = await server.actions(uri, problems.slice(1));
    await server.apply(
      uri,
      actions.find((action) => action.title === title),
    );
    const after = await server.problems(uri);
    expect(after.filter(({ code }) => code === 'document-number')).toHaveLength(left);
    expect(after.filter(({ code }) => code !== 'document-number').map(({ code }) => code)).toEqual(others);
  });
});

describe('source.fixAll.fangan', () => {
  test.each(['source', 'source.fixAll', 'source.fixAll.fangan'])('is given for %s', async (kind) => {
    const server = await openPlan();
    const actions = await server.actions(uri, [], [kind]);
    expect(actions.map((action) => action.kind)).toEqual(['source.fixAll.fangan']);
    await server.apply(uri, actions[0]);
    const left = await server.problems(uri);
    expect(left.filter(({ data }) => data?.fix === 'safe')).toEqual([]);
    expect(left.map(({ code }) => code)).toContain('invalid-date');
    expect(await server.actions(uri, [], [kind])).toEqual([]);
  });

  test('is not given for other kinds, nor in the menu', async () => {
    const server = await openPlan();
    expect(await server.actions(uri, [], ['source.organizeImports'])).toEqual([]);
    expect(await server.actions(uri, [], ['source.fixAll.other'])).toEqual([]);
    const menu = await actionsFor(server, 'document-number');
    expect(menu.map(({ kind }) => kind)).not.toContain('source.fixAll.fangan');
  });

  test('goes by the text as it is now, not by what the client was last told', async () => {
    const server = await openPlan();
    await server.problems(uri);
    await server.replace(uri, '要要', '要');
    const [action] = await server.actions(uri, [], ['source.fixAll']);
    await server.apply(uri, action);
    expect(server.text(uri)).toContain('各科室要提高认识');
    expect(server.text(uri)).toContain('云督〔2023〕8号');
  });

  test('offers nothing in ordinary Markdown', async () => {
    const server = await openPlan('# Notes\n\nSee 云督[2023]8号 for the the details.\n');
    expect(await server.actions(uri, [], ['source.fixAll'])).toEqual([]);
  });
});

describe('the page of a rule', () => {
  test('is opened outside the editor', async () => {
    const server = await openPlan();
    server.shown.length = 0;
    const actions = await actionsFor(server, 'placeholder');
    const command = actions.at(-1)?.command;
    expect(command?.command).toBe('fangan.openRulePage');
    await server.connection.sendRequest('workspace/executeCommand', { ...command });
    expect(server.shown).toEqual([expect.stringMatching(/\/docs\/rules\/placeholder\.md$/)]);
  });

  test('is that of a known rule or none', async () => {
    const server = await openPlan();
    server.shown.length = 0;
    for (const args of [['no-such-rule'], ['https://example.org'], [7], []]) {
      await server.connection.sendRequest('workspace/executeCommand', {
        command: 'fangan.openRulePage',
        arguments: args,
      });
    }
    await server.connection.sendRequest('workspace/executeCommand', { command: 'other', arguments: ['placeholder'] });
    expect(server.shown).toEqual([]);
  });
});
