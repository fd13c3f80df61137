import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkdownParser } from '../../../server/src/markdown/incremental.ts';
import { PlanReader } from '../../../server/src/plan/read.ts';
import { recognise } from '../../../server/src/profiles/recognise.ts';
import { type DutyWishes, dutiesOf } from '../../../server/src/workspace/duties/duties.ts';
import { dutiesCsv, dutiesMarkdown } from '../../../server/src/workspace/duties/lists.ts';
import { readFacts } from '../../../server/src/workspace/index/read-facts.ts';

const ledger = `# 云岭县粮食储备库安全隐患整改方案

为做好安全隐患整改，制定本方案。

## 一、整改台账

| 序号 | 存在问题 | 整改措施 | 责任单位 | 责任人 | 完成时限 | 完成情况 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 灭火器过期 | 更换灭火器40具 | 保管科 | 王立群 | 2026年4月10日前 | 已完成 |
| 2 | 通道堵塞 | 清理消防通道 | 保管科 | 王立群、孙雅琴副主任 | 2026年4月20日前 | 正在推进，部分完成 |
| 3 | 线路老化 | 更换线路 | 设备科 | 孙雅琴 | 2026年4月28日前 | |
| 4 | 制度不全 | 修订制度 | 办公室 | | 2026年6月底前 | |
| 5 | 巡查不勤 | 每日巡查 | 保管科 | 专人 | 长期坚持 | |
| 6 | 台账不清 | 补录=1+1台账 | 保管科 | 王立群 | 2024年12月底前 | |

云岭县粮食储备库
2026年3月2日
`;

const schedule = `# 青湾镇防汛工作方案

为做好防汛工作，制定本方案。

## 二、工作步骤

第一阶段：汛前检查（2026年4月1日至4月30日）
1.检查水库堤防。由水利站负责，2026年4月25日前完成。
2.备足物资。由应急办负责，5月初完成。
3.广泛宣传，营造氛围。

第二阶段：汛期值守（2026年5月1日至9月30日）
1.落实值班。由应急办牵头，每月5日前报送值班表。

青湾镇人民政府
2026年3月20日
`;

function fileOf(uri: string, text: string) {
  const reading = new PlanReader().read(new MarkdownParser().parse(text));
  const facts = readFacts(TextDocument.create(uri, 'markdown', 1, text), reading, recognise(reading));
  expect(facts.plans).toHaveLength(1);
  return { uri, facts };
}

const files = [fileOf('file:///w/a.md', ledger), fileOf('file:///w/b.md', schedule)];
const wishes: DutyWishes = { by: 'person', today: { year: 2026, month: 4, day: 22 } };

/** Titles by group. */
function listed(more: Partial<DutyWishes> = {}) {
  const { groups } = dutiesOf(files, { ...wishes, ...more });
  return groups.map(({ key, duties }) => [key, duties.map(({ title }) => title)]);
}

describe('duties', () => {
  test('are told by how pressing they are: what is finished or long past presses nobody', () => {
    const { overdue, soon, count } = dutiesOf(files, wishes);
    expect(overdue.map(({ title }) => title)).toEqual(['清理消防通道']);
    expect(soon.map(({ title, due }) => [title, due])).toEqual([
      ['检查水库堤防', '2026-04-25'],
      ['更换线路', '2026-04-28'],
    ]);
    expect(count).toBe(9);
    const all = dutiesOf(files, wishes).groups.flatMap(({ duties }) => duties);
    const urgency = (title: string) => all.find((duty) => duty.title === title)?.urgency;
    expect(urgency('更换灭火器40具')).toBe('done');
    expect(urgency('补录=1+1台账')).toBe('past');
    expect(urgency('每日巡查')).toBe('open');
    expect(urgency('修订制度')).toBe('later');
  });

  test('follow the day that counts as today, and no other clock', () => {
    const titles = (today: DutyWishes['today']) => dutiesOf(files, { ...wishes, today }).overdue.map(({ due }) => due);
    expect(titles({ year: 2026, month: 4, day: 20 })).toEqual([]);
    expect(titles({ year: 2026, month: 4, day: 21 })).toEqual(['2026-04-20']);
    expect(titles({ year: 2026, month: 7, day: 1 })).toContain('2026-06-30');
  });

  test('a day that is not exact is over when it is over for certain', () => {
    const all = dutiesOf(files, wishes).groups.flatMap(({ duties }) => duties);
    expect(all.find(({ title }) => title === '备足物资')?.due).toBe('2026-05-10');
  });

  test('by person, each with all that it answers for; those who have something pressing first', () => {
    expect(listed()).toEqual(
      [
        ['孙雅琴', ['清理消防通道', '更换线路']],
        ['王立群', ['清理消防通道', '更换灭火器40具', '补录=1+1台账']],
        ['', ['检查水库堤防', '备足物资', '修订制度', '每日巡查', '落实值班'].sort()],
      ].map(([key, titles]) => [key, key === '' ? expect.arrayContaining(titles as string[]) : titles]),
    );
  });

  test('by unit and by month', () => {
    expect(listed({ by: 'unit' }).map(([key]) => key)).toEqual(['保管科', '水利站', '设备科', '应急办', '办公室']);
    expect(listed({ by: 'month' }).map(([key]) => key)).toEqual([
      '2024-12',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-09',
      '',
    ]);
  });

  test('are filtered by words of the duty, its people and its plan', () => {
    expect(listed({ filter: '孙雅琴 线路' }).map(([key]) => key)).toEqual(['孙雅琴']);
    expect(dutiesOf(files, { ...wishes, filter: '防汛' }).count).toBe(3);
    expect(dutiesOf(files, { ...wishes, filter: '没有这样的词' })).toEqual({
      overdue: [],
      soon: [],
      groups: [],
      count: 0,
    });
  });
});

const style = { by: 'person', language: 'zh', shown: (uri: string) => uri.slice('file:///w/'.length) } as const;

describe('lists of duties', () => {
  test('for a spreadsheet: a row for each person and duty, no cell of which is a formula', () => {
    const formula = fileOf('file:///w/c.md', ledger.replace('补录=1+1台账', '=1+1，"台账"'));
    const csv = dutiesCsv(dutiesOf([formula], wishes), style);
    expect(csv.startsWith('\uFEFF责任人,状态,期限,事项,责任主体,阶段,方案,文件,行\r\n')).toBe(true);
    const rows = csv.trimEnd().split('\r\n');
    expect(rows[1]).toBe(
      '孙雅琴,已逾期,2026年4月20日,清理消防通道,王立群（责任人）、孙雅琴（责任人）、保管科（负责）,,云岭县粮食储备库安全隐患整改方案,c.md,10',
    );
    expect(csv).toContain(`,"'=1+1，""台账""",`);
    expect(rows).toHaveLength(1 + 7);
  });

  test('as Markdown: what presses first', () => {
    const text = dutiesMarkdown(dutiesOf(files, wishes), style);
    expect([...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual([
      '已逾期（1）',
      '七日内到期（2）',
      '孙雅琴（2）',
      '王立群（3）',
      expect.stringMatching(/^未明确到人/),
    ]);
    expect(text).toContain(
      '| 七日内到期 | 2026年4月25日 | 检查水库堤防 | 水利站（负责） | 汛前检查 | 青湾镇防汛工作方案 |',
    );
  });
});

describe('what is given to somebody in running text', () => {
  const plan = fileOf(
    'file:///w/d.md',
    `# 青湾镇职工运动会活动方案

为丰富职工生活，制定本方案。

## 一、任务分工

1. 开幕式由文化站负责组织，4月25日前完成排练。安监部负责现场安全。
2. 加强裁判培训。组织裁判员学习规则。（责任单位：教体办牵头，文化站、应急办等部门分工负责；完成时限：2026年4月28日前）
3. 印制秩序册。（工会负责，文化站配合）
4. 后勤保障。做好饮水供应。

责任人：王立群副主任；联系电话：0000

## 二、附则

本方案由镇工会负责解释。

青湾镇工会
2026年4月1日
`,
  );
  const { groups } = dutiesOf([plan], { ...wishes, by: 'unit' });
  const of = (name: string) => groups.find(({ key }) => key === name)?.duties.map(({ title, due }) => [title, due]);

  test('is a duty of those whom its sentence names', () => {
    expect(of('文化站')?.[0]).toEqual(['开幕式由文化站负责组织，4月25日前完成排练。', '2026-04-25']);
    expect(of('安监部')).toEqual([['安监部负责现场安全。', '']]);
  });

  test('has a label or brackets behind it, which name what comes before them', () => {
    expect(of('教体办')).toEqual([['加强裁判培训。', '2026-04-28']]);
    expect(of('应急办')).toEqual([['加强裁判培训。', '2026-04-28']]);
    expect(of('工会')).toEqual([['印制秩序册。', '']]);
    const people = dutiesOf([plan], wishes).groups.map(({ key, duties }) => [key, duties.map(({ title }) => title)]);
    expect(people[0]).toEqual(['王立群', ['后勤保障。']]);
  });

  test('is no duty where the paper speaks of itself, and where nobody is named', () => {
    expect(of('镇工会')).toBeUndefined();
    expect(groups.flatMap(({ duties }) => duties).some(({ title }) => title.includes('解释'))).toBe(false);
  });

  test('names the role that each has in a list', () => {
    const duty = groups.find(({ key }) => key === '教体办')?.duties[0];
    expect(duty?.parties).toEqual([
      { name: '教体办', role: 'leadUnit', person: false },
      { name: '文化站', role: 'responsibleUnit', person: false },
      { name: '应急办', role: 'responsibleUnit', person: false },
    ]);
  });
});

describe('what stands on the line of its stage', () => {
  const plan = fileOf(
    'file:///w/e.md',
    `# 白杨乡燃气安全专项整治工作方案

为整治燃气安全隐患，制定本方案。

一、组织领导

成立工作专班，组长由乡长担任，办公室设在应急办。

二、工作步骤

第一阶段：宣传发动（2026年3月1日至3月31日）。召开动员会，由党政办公室负责。

第二阶段：集中整改（2026年4月1日至6月30日）。由经发办印发隐患清单，4月10日前完成。由派出所逐户核查，5月20日前完成。由综治中心负责宣传。

第三阶段：总结提升（2026年7月）。由应急办汇总情况，7月25日前报县安委会。

白杨乡人民政府
2026年2月20日
`,
  );
  const { groups, count } = dutiesOf([plan], { ...wishes, by: 'unit' });
  const of = (name: string) => groups.find(({ key }) => key === name)?.duties.map(({ title, due }) => [title, due]);

  test('is listed once, with the day of its own sentence before the window of the stage', () => {
    expect(of('党政办公室')).toEqual([['召开动员会，由党政办公室负责。', '2026-03-31']]);
    expect(of('应急办')).toEqual([['由应急办汇总情况，7月25日前报县安委会。', '2026-07-25']]);
  });

  test('is told sentence by sentence where each of them names somebody', () => {
    expect(of('经发办')).toEqual([['由经发办印发隐患清单，4月10日前完成。', '2026-04-10']]);
    expect(of('派出所')).toEqual([['由派出所逐户核查，5月20日前完成。', '2026-05-20']]);
    expect(of('综治中心')).toEqual([['由综治中心负责宣传。', '2026-06-30']]);
    expect(count).toBe(5);
  });
});

describe('what is due by a day in running text', () => {
  const told = (body: string) => {
    const text = `# 青湾镇春季植树工作方案\n\n为做好植树工作，制定本方案。\n\n${body}\n\n青湾镇人民政府\n2026年2月20日\n`;
    const { groups } = dutiesOf([fileOf('file:///w/g.md', text)], { ...wishes, by: 'month' });
    return groups.flatMap(({ duties }) =>
      duties.map(({ title, due, parties }) => `${due} ${title} ${parties.map(({ name }) => name).join('、')}`.trim()),
    );
  };

  test.each([
    ['各村于4月30日前将工作总结报镇林业站。', '2026-04-30 各村于4月30日前将工作总结报镇林业站。 各村'],
    ['名单最迟2026年3月5日报应急办。', '2026-03-05 名单最迟2026年3月5日报应急办。'],
    ['表格务必于2026年3月6日前报应急办。', '2026-03-06 表格务必于2026年3月6日前报应急办。'],
    ['名单请于3月8日前发至邮箱。', '2026-03-08 名单请于3月8日前发至邮箱。'],
  ])('is a duty of whoever is its subject, or of nobody: %s', (sentence, duty) => {
    expect(told(`## 一、工作要求\n\n${sentence}植树要注意安全。`)).toEqual([duty]);
  });

  test.each([
    '2026年2月底前已完成苗木采购。',
    '2025年12月底前全镇共完成改造120户。',
    '截至2026年3月1日，全镇完成整地30亩。',
    '2025年6月30日前建成的苗圃优先供苗。',
    '4月15日前完成栽植的村，每亩奖励50元。',
    '对3月31日前未完成备案的苗圃，依法处理。',
    '未在5月31日前完成整改的，依法关停。',
    '力争2026年9月底前基本完成补植任务。',
    '到2026年底，基本建成一河两岸景观带。',
  ])('is none where it is past, a condition or a goal: %s', (sentence) => {
    expect(told(`## 一、工作要求\n\n${sentence}植树要注意安全。`)).toEqual([]);
  });

  test('is none in a section of goals', () => {
    expect(told('## 一、工作目标\n\n2026年6月底前，全面建成林长制信息平台。')).toEqual([]);
  });

  test('has its label on the next line', () => {
    expect(told('## 一、工作要求\n\n加强苗木检疫，2026年4月10日前完成并上报。\n\n责任单位：经发办')).toEqual([
      '2026-04-10 加强苗木检疫，2026年4月10日前完成并上报。 经发办',
    ]);
  });

  test('is told sentence by sentence in a step, and the day of one is not that of another', () => {
    const stage = (sentences: string) =>
      told(`## 一、工作步骤\n\n第一阶段：栽植（2026年3月1日至3月31日）。${sentences}`);
    expect(stage('召开动员会，由党政办公室负责。各村于3月10日前完成摸底并上报台账。')).toEqual([
      '2026-03-10 各村于3月10日前完成摸底并上报台账。 各村',
      '2026-03-31 召开动员会，由党政办公室负责。 党政办公室',
    ]);
    expect(stage('林业站于3月5日前完成放线。整地由各组组长王强负责。')).toEqual([
      '2026-03-05 林业站于3月5日前完成放线。 林业站',
      expect.stringMatching(/^2026-03-31 整地由各组组长王强负责。/),
    ]);
    expect(stage('由经发办印发清单，3月4日前完成。各村于3月20日前完成整改。由综治中心负责宣传。')).toEqual([
      '2026-03-04 由经发办印发清单，3月4日前完成。 经发办',
      '2026-03-20 各村于3月20日前完成整改。 各村',
      '2026-03-31 由综治中心负责宣传。 综治中心',
    ]);
    expect(stage('由林业站整地。由应急办备水。3月15日前全部完成。')).toEqual([
      '2026-03-15 由林业站整地。 林业站',
      '2026-03-15 由应急办备水。 应急办',
    ]);
  });
});

test('a long title is cut off with a sign that it goes on', () => {
  const long = ledger.replace(
    /\| 序号[\s\S]*\| 2024年12月底前 \| \|\n/,
    `${'对全库消防设施、电气线路、堆放场所、出入通道、值班值守、应急物资逐项开展拉网式排查'.repeat(2)}，由保管科负责。\n`,
  );
  const [duty] = dutiesOf([fileOf('file:///w/f.md', long)], wishes).groups[0]?.duties ?? [];
  expect(duty?.title).toMatch(/^对全库.{57}…$/u);
});
