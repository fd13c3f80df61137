import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullCapabilities } from './capabilities.ts';
import { groupPlan } from './drafting-plan.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';

const uri = 'untitled:plan.md';

const plan = `# 云溪区河道清理工作方案

为做好2022年河道清理工作，根据《云溪区河道管理办法》，制定本方案。

## 一、工作步骤

第一阶段：宣传动员（2022年9月初至9月中旬）。召开动员大会，张贴公告。责任单位：办公室。

第二阶段：集中清理（10月8日—11月下旬）。清理河面漂浮物，自动员大会结束之日起15日内完成首轮清理。责任单位：河道管理所。

## 二、工作要求

（一）适时组织检查，检查时间不少于两个月，每季度通报一次，做到长期坚持。

(二) 2023年1月31日前报送总结。

云溪区水务局
2022年8月20日
`;

let shared: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
});
afterAll(() => shared.stop());

/** What is said about the first of these words; empty where nothing is. */
async function hoverOn(words: string, text = plan, options?: ClientOptions): Promise<string> {
  const server = await (options ? await ServerProcess.start(options) : shared).borrow(uri, text);
  const hover = await server.hover(uri, server.rangeOf(uri, words).start);
  if (!hover) return '';
  if (typeof hover.contents !== 'object' || !('value' in hover.contents)) throw new Error('not markup');
  return hover.contents.value;
}

describe('hover on a date', () => {
  test.each([
    ['2022年9月初', '**2022年9月初至9月中旬** → 2022年9月1日至20日'],
    ['10月8日', '**10月8日—11月下旬** → 2022年10月8日至11月30日'],
    ['2023年1月31日', '**2023年1月31日前** → 2023年1月31日前（含当日）'],
    ['适时', '**适时**：没有说明期限，读不出完成日期'],
    ['不少于两个月', '**不少于两个月**：时长不少于2个月'],
    ['每季度', '**每季度**：每3个月重复一次'],
    ['长期坚持', '**长期坚持**：长期事项，没有截止日'],
    ['2022年8月20日', '**2022年8月20日** → 2022年8月20日'],
  ])('%s says what it was read as', async (words, reading) => {
    expect((await hoverOn(words)).split(/ *\n/)[0]).toBe(reading);
  });

  test('says where a year that is not written comes from', async () => {
    expect(await hoverOn('10月8日')).toContain('年份取自前文“2022年9月初至9月中旬”');
    expect(await hoverOn('2022年9月初')).not.toContain('年份');
  });

  test('says how long it lasts, and that it is no exact time', async () => {
    expect(await hoverOn('10月8日')).toContain('共 54 天');
    expect(await hoverOn('2022年9月初')).toContain('约数');
  });

  test('says what a relative deadline counts from', async () => {
    expect(await hoverOn('15日内')).toMatch(/自“.*动员大会.*”起15日内/);
  });

  test('says the last day of a time that is counted from the issue, and how it was counted', async () => {
    const said = await hoverOn('自印发之日起', groupPlan);
    expect(said).toContain('→ 2026年3月7日前（含当日）');
    expect(said).toContain('自2026年2月20日的次日起算，满15日');
    expect(said).toContain('起算日取自成文日期');
    expect(said).not.toMatch(/共|前文/);
    const english = await hoverOn('自印发之日起', groupPlan, { locale: 'en' });
    expect(english).toContain('15 days from the day after 2026-02-20');
  });

  test('says what is wrong with a malformed one', async () => {
    expect(await hoverOn('11月31日', faultyPlan)).toContain('该月没有这一天，是否应为“11月30日”？');
  });

  test('covers the words of the date', async () => {
    const server = await shared.borrow(uri, plan);
    const hover = await server.hover(uri, server.rangeOf(uri, '月下旬').start);
    expect(hover?.range && server.wordsAt(uri, hover.range)).toBe('10月8日—11月下旬');
  });

  test('is in the language of the editor', async () => {
    const english = await hoverOn('10月8日', plan, { locale: 'en' });
    expect(english).toContain('2022-10-08 – 2022-11-30');
    expect(english).toContain('54 days');
    expect(english).toContain('year taken from');
  });

  test('is plain text where the client shows no Markdown', async () => {
    const { textDocument, ...others } = fullCapabilities;
    const capabilities = { ...others, textDocument: { ...textDocument, hover: {} } };
    expect(await hoverOn('10月8日', plan, { capabilities })).toMatch(/^10月8日—11月下旬 → 2022年10月8日至11月30日\n共/);
  });
});

describe('hover on somebody', () => {
  test.each([
    ['王建华　', '**王建华**（组长）在本方案中共有 1 项'],
    ['张　伟', '**张伟**（副组长）在本方案中共有 2 项'],
    ['刘洋负责联', '**刘洋**（负责）在本方案中共有 3 项'],
    ['李秀英兼任', '**李秀英**（办公室主任）'],
    ['督导室、何', '**督导室**（配合）在本方案中共有 2 项'],
    ['职成股和', '[逐家登记]'],
    ['县公安局', '**县公安局**（配合）在本方案中共有 1 项'],
    ['督导室、何', '[核查资质](untitled:plan.md#L20,3)：2026年2月20日至3月7日'],
  ])('%s', async (words, said) => {
    expect(await hoverOn(words, groupPlan)).toContain(said);
  });
});

describe('hover elsewhere', () => {
  test('on a number says its level', async () => {
    expect(await hoverOn('一、工作步骤')).toContain('第 1 层序数');
    expect(await hoverOn('(二)')).toContain('规范写法如“（一）”');
  });

  test('on a problem says what the rule wants, on what basis, and where to read on', async () => {
    const said = await hoverOn('××', faultyPlan);
    expect(said).toContain('依据：《党政机关公文处理工作条例》第19条 · ');
    expect(said).toMatch(/\[placeholder\]\(https:\S+\/placeholder\.md\)/);
  });

  test('on ordinary words says nothing', async () => {
    expect(await hoverOn('张贴公告')).toBe('');
  });

  test('in ordinary Markdown says nothing, dates or not', async () => {
    expect(await hoverOn('2022-10-08', '# Changelog\n\n## 1.2.0 (2022-10-08)\n\n- fixed the thing\n')).toBe('');
  });

  test('outside the text says nothing', async () => {
    const server = await shared.borrow(uri, plan);
    expect(await server.hover(uri, { line: 900, character: 3 })).toBeNull();
  });
});
