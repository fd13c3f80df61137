import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ChecklistGroup,
  type ChecklistItem,
  checklistRequest,
  type DocumentChecklist,
} from '../../server/src/protocol.ts';
import { snippetText } from '../../server/src/rules/fixes.ts';
import { numberedPlan } from './drafting-plan.ts';
import { ServerProcess } from './server-process.ts';
import { readme } from './texts.ts';

const uri = 'file:///plans/market.md';

let shared: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
});
afterAll(() => shared.stop());

async function groups(text: string, server = shared): Promise<Map<string, ChecklistGroup>> {
  await server.borrow(uri, text);
  const list = await server.connection.sendRequest<DocumentChecklist>(checklistRequest, { uri });
  return new Map(list.plans[0]?.groups.map((group) => [group.key, group]));
}

function named(group: ChecklistGroup | undefined, label: string): ChecklistItem {
  const item = group?.items.find((one) => one.label === label);
  if (!item) throw new Error(`no “${label}” among ${group?.items.map((one) => one.label).join(' ')}`);
  return item;
}

/** The text after what is missing was put in. */
function inserted(text: string, item: ChecklistItem): string {
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const edits = (item.insert ?? []).map(({ range, text: added, snippet }) => ({
    range,
    newText: snippet ? snippetText(added) : added,
  }));
  return TextDocument.applyEdits(document, edits);
}

describe('checklist', () => {
  test('has what is there at its place', async () => {
    const found = await groups(numberedPlan);
    const organisation = named(found.get('sections'), '组织领导');
    expect(organisation.state).toBe('present');
    expect(organisation.range && shared.wordsAt(uri, organisation.range)).toBe('一、组织领导');
    expect(named(found.get('components'), '标题').detail).toBe('青湾镇农贸市场环境整治工作方案');
    expect(named(found.get('components'), '署名').detail).toBe('青湾镇人民政府');
  });

  test('has the stages with their windows, and the steps that lack something', async () => {
    const stage = named((await groups(numberedPlan)).get('stages'), '集中整治');
    expect(stage.detail).toBe('2026年3月21日至5月10日');
    expect(stage.children.map(({ label, state }) => [label, state])).toEqual([
      ['清理占道经营', 'present'],
      ['整修排水设施', 'incomplete'],
    ]);
    expect(stage.children[1]?.lacks).toEqual(['没有写明由谁负责']);
  });

  test('has the ledger with its incomplete rows', async () => {
    const [ledger] = (await groups(numberedPlan)).get('tables')?.items ?? [];
    expect(ledger?.state).toBe('incomplete');
    expect(ledger?.children.map(({ label, lacks }) => [label, lacks])).toEqual([['垃圾外溢', ['缺时限']]]);
  });

  test('takes the note of attachments for what it is', async () => {
    const note = numberedPlan.replace(/\n青湾镇人民政府\n/, '\n附件：1.摊位表\n      2.市场名单\n\n青湾镇人民政府\n');
    expect(note).not.toBe(numberedPlan);
    const item = named((await groups(note)).get('optional'), '附件');
    expect([item.state, item.insert]).toEqual(['present', undefined]);
    expect(item.range && shared.wordsAt(uri, item.range)).toBe('附件：1.摊位表');
  });

  test('puts a missing section in at its place, numbered, and the next list says that it is there', async () => {
    const text = `# 校园环境整治工作方案

根据学校安排，制定本方案。

一、主要任务

清扫包干区，清运垃圾，粉刷围墙300米。

二、方法步骤

4月1日至4月20日，逐处检查整改。
`;
    const missing = (await groups(text)).get('sections')?.items.find(({ state }) => state === 'missing');
    if (!missing) throw new Error('nothing is missing');
    expect(missing.label).toContain('组织领导');
    const after = inserted(text, missing);
    expect(after).toContain(`三、${missing.label}`);
    await shared.change(uri, { text: after });
    const list = await shared.connection.sendRequest<DocumentChecklist>(checklistRequest, { uri });
    const sections = list.plans[0]?.groups.find(({ key }) => key === 'sections');
    expect(named(sections, missing.label).state).not.toBe('missing');
  });

  test('puts parts in as its neighbours are written: as far in, and without marks of Markdown', async () => {
    const text = `　　临河乡安全生产专项整治工作方案

　　为抓好安全生产，制定本方案。

　　一、工作目标

　　不发生较大事故。

　　二、工作步骤

　　（一）动员部署阶段（2026年5月1日至5月15日）

　　1.召开动员部署会。

　　（二）集中整治阶段（2026年5月16日至8月31日）

　　1.开展检查。
`;
    const all = [...(await groups(text)).values()].flatMap(({ items }) => items);
    const insertable = all.flatMap((item) => [item, ...item.children]).filter((item) => item.insert);
    expect(insertable.length).toBeGreaterThan(4);
    for (const item of insertable) {
      const after = inserted(text, item);
      expect(after.length).toBeGreaterThan(text.length);
      for (const line of after.split('\n')) expect(line).toMatch(/^$|^\||^　　[^\s#]/);
    }
  });

  test('puts a label into a plan whose parts are labels', async () => {
    const text =
      '五（2）班“学雷锋”主题班会活动方案\n\n活动时间：2026年3月5日下午第三节\n活动地点：五（2）班教室\n参加人员：全体学生\n活动内容：讲雷锋故事\n';
    const all = await groups(text);
    const safety = [...all.values()].flatMap(({ items }) => items).find(({ label }) => label === '安全预案');
    expect(safety && inserted(text, safety)).toMatch(/\n安全预案：[^\n]+(?:\n|$)/);
  });

  test('tells the blanks of a section once, with their number', async () => {
    const text = numberedPlan
      .replace('组长：冯立新；副组长：孙雅琴；', '组长：×××；副组长：×××；')
      .replace('办公室设在市场服务中心', '办公室设在××科');
    const group = named((await groups(text)).get('sections'), '组织领导');
    expect(group.state).toBe('incomplete');
    expect(group.lacks.filter((lack) => lack.includes('待填'))).toEqual([
      expect.stringMatching(/^待填 [23] 处：“×××”/),
    ]);
  });

  test('says that a heading has nothing below it', async () => {
    const text = numberedPlan.replace(/(一、组织领导\n\n).*\n\n/, '$1');
    const empty = named((await groups(text)).get('sections'), '组织领导');
    expect(empty).toMatchObject({ state: 'incomplete', lacks: ['只有标题，没有内容'] });
  });

  test('is in the language of the editor', async () => {
    const english = await ServerProcess.start({ locale: 'en' });
    expect((await groups(numberedPlan, english)).get('sections')?.label).toBe('Required sections');
  });

  test('is empty for ordinary Markdown', async () => {
    await shared.borrow(uri, readme);
    expect(await shared.connection.sendRequest(checklistRequest, { uri })).toMatchObject({ plans: [] });
  });

  test('is null for a document that is not open', async () => {
    expect(await shared.connection.sendRequest(checklistRequest, { uri: 'file:///nowhere.md' })).toBeNull();
  });
});
