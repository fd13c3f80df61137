import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, changed, open, workOf } from './opened.ts';

/** A plan whose first stage holds these lines. */
const planWith = (lines: string, behind = '') => `# 清水河沿线环境整治工作方案

为整治清水河沿线环境，制定本方案。

一、组织领导

镇长负总责。

二、方法步骤

第一阶段：动员部署（2026年5月1日至5月20日）

${lines}
${behind}
第二阶段：集中整治（2026年5月21日至7月31日）

1.清理河面漂浮物，由水利站负责，6月10日前完成。

2.拆除沿岸违章棚舍，由综合执法队负责，7月20日前完成。

三、工作要求

各村要服从安排。
`;

/** The cells of the rows of the first table. */
function rowsIn(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[ \-|]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** The rules that have something to say of weight. */
const grave = (text: string) =>
  open(text)
    .problems.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule)
    .sort();

const tableOf = (lines: string, behind = '') => rowsIn(changed(planWith(lines, behind), 'toTable', '第一阶段'));

describe('the items of a stage as a table', () => {
  test('what, who and when stand in columns of their own, in whatever words', () => {
    const rows = tableOf(`1. 召开动员会，责任单位：办公室，完成时限：5月10日前。
2. 张贴通告，由城管办负责，5月12日前完成。
3. 印发倡议书（责任单位：宣传办；完成时限：5月15日前）。
4. 培训网格员，由组织办牵头，团委配合，于5月18日前完成。
5. 建立台账，责任人：周海燕。`);
    expect(rows).toEqual([
      ['序号', '工作任务', '责任单位', '完成时限', '牵头单位', '配合单位', '责任人'],
      ['1', '召开动员会', '办公室', '5月10日前', '—', '—', '—'],
      ['2', '张贴通告', '城管办', '5月12日前', '—', '—', '—'],
      ['3', '印发倡议书。', '宣传办', '5月15日前', '—', '—', '—'],
      ['4', '培训网格员', '—', '5月18日前', '组织办', '团委', '—'],
      ['5', '建立台账', '—', '', '—', '—', '周海燕'],
    ]);
  });

  test('labels on lines of their own are columns too', () => {
    const rows = tableOf(`（一）清理垃圾

各村逐户登记。

责任单位：城管办

完成时限：5月15日前

（二）疏通沟渠

责任单位：水利站

完成时限：5月18日前`);
    expect(rows).toEqual([
      ['序号', '工作任务', '具体要求', '责任单位', '完成时限'],
      ['（一）', '清理垃圾', '各村逐户登记。', '城管办', '5月15日前'],
      ['（二）', '疏通沟渠。', '—', '水利站', '5月18日前'],
    ]);
  });

  test('an item that says nothing else has no cell with a stop alone', () => {
    const rows = tableOf('1.召开动员会，由办公室负责，5月10日前完成。\n\n2.发放倡议书。');
    expect(rows.at(-1)).toEqual(['2', '发放倡议书', '', '']);
    expect(rows.flat()).not.toContain('。');
  });

  test('what follows the last item is not swallowed', () => {
    const text = planWith('1.召开动员会。\n\n2.发放倡议书。\n', '各村要高度重视，确保人人知晓。\n');
    const there = changed(text, 'toTable', '第一阶段');
    expect(there).toContain('| 2 | 发放倡议书。 |\n\n各村要高度重视，确保人人知晓。\n\n第二阶段');
  });

  test('but a second paragraph is kept with it, as with the others', () => {
    const rows = tableOf('1.召开动员会。\n\n各村参加。\n\n2.发放倡议书。\n\n每户一份。');
    expect(rows.at(-1)).toEqual(['2', '发放倡议书。', '每户一份。']);
  });

  test.each([
    ['what is said of a part of the item', '1.清点摊位，5月3日前完成；划定车位，由城管办负责，5月9日前完成。'],
    ['a limit in the middle', '1.由城管办负责，每村不少于20处，逐处登记造册。'],
    ['a verb with an object', '1.5月9日前完成划线，并报办公室备案。'],
    ['a short name in brackets', '1.走访经营单位、个体工商户（以下简称经营单位）。'],
    ['a time of day', '1.参加人员于14:20在镇政府集合。'],
  ])('%s stays in its sentence', (_what, item) => {
    const words = item.slice(2);
    const rows = tableOf(`${item}\n\n2.发放倡议书。`);
    expect(rows[1]?.[1]).toContain(words.replace(/，5月9日前完成。$/, ''));
    expect(rows[1]?.slice(2).filter((cell) => cell !== '' && cell !== '5月9日前')).toEqual([]);
  });

  test('who stands in front of the time limit, and what is done by then, have their cells', () => {
    const rows = tableOf(`1.修订管理制度，由办公室负责，2026年5月6日前印发执行。

2.核查人员档案，人事科负责，5月8日前完成。

3.建立问题台账，由纪检室牵头，人事科配合，并于5月9日前报局党组审定。

4.清点账目（财务科负责，5月12日前报送）。`);
    expect(rows).toEqual([
      ['序号', '工作任务', '责任单位', '完成时限', '牵头单位', '配合单位'],
      ['1', '修订管理制度', '办公室', '2026年5月6日前印发执行', '—', '—'],
      ['2', '核查人员档案', '人事科', '5月8日前', '—', '—'],
      ['3', '建立问题台账', '—', '5月9日前报局党组审定', '纪检室', '人事科'],
      ['4', '清点账目。', '财务科', '5月12日前报送', '—', '—'],
    ]);
  });

  test.each([
    [
      'who and until when',
      '1.修订管理制度，由办公室负责，2026年5月6日前印发执行。\n\n2.核查档案，人事科负责，5月8日前完成。',
    ],
    ['nothing', '1.召开动员会。\n\n2.发放倡议书。'],
    ['who', '1.召开动员会，由办公室负责。\n\n2.发放倡议书，由宣传科负责。'],
    [
      'who, some as a lead and some as persons',
      '1.召开动员会，由办公室牵头，宣传科配合。\n\n2.发放倡议书，责任人：周海燕。',
    ],
    [
      'until when, under two labels',
      '1.召开动员会，责任单位：办公室，完成时限：5月9日前。\n\n2.发放倡议书，责任部门：宣传科，整改时限：5月10日前。',
    ],
    ['who, some with more to say', '1.召开动员会。由办公室负责。\n\n2.发放倡议书。每户一份。各村党支部书记负责。'],
  ])('items that all say %s raise no new problem', (_what, items) => {
    const text = planWith(items);
    const there = changed(text, 'toTable', '第一阶段');
    expect(there).not.toBe(text);
    expect(grave(there)).toEqual(grave(text));
  });

  test.each([
    ['（责任单位：财务部，整改时限：2026年6月30日）', '2.修订制度，由办公室负责，2026年5月6日前印发执行。'],
    ['\n\n责任单位：财务部；整改时限：2026年6月30日前。', '2.公布结果，5月8日前完成。'],
  ])('what is said above for all is not put in doubt: %s', (above, other) => {
    const text = `# 会费管理问题整改方案\n\n一、整改措施\n\n（一）会费收缴不规范${above}\n\n1.清理欠缴会费。\n\n${other}\n`;
    expect(changed(text, 'toTable', '（一）')).toBe(text);
  });

  test('labels that mean the same make one column', () => {
    const rows = tableOf(`1.修订管理制度。责任单位：办公室；完成时限：5月6日前。

2.核查人员档案。责任部门：人事科；整改时限：5月8日前。`);
    expect(rows[0]).toEqual(['序号', '工作任务', '责任单位', '完成时限']);
    expect(rows[2]).toEqual(['2', '核查人员档案。', '人事科', '5月8日前']);
  });

  test('stages themselves are no items', () => {
    const text = planWith('1.召开动员会。\n\n2.发放倡议书。');
    expect(changed(text, 'toTable', '二、方法步骤')).toBe(text);
  });
});

describe('a table as prose', () => {
  test('a table of tasks of any office becomes numbered items', () => {
    const text = planWith(`| 序号 | 工作任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 召开动员会 | 办公室 | 5月10日前 |
| 2 | 发放倡议书 | — |  |`);
    expect(changed(text, 'toProse', '| 1')).toContain(
      '1.召开动员会，责任单位：办公室，完成时限：5月10日前。\n\n2.发放倡议书。\n',
    );
  });

  test('a column of remarks that nobody made keeps no task from being a sentence', () => {
    const table =
      '# 安全生产月活动方案\n\n## 一、任务分解\n\n| 序号 | 工作任务 | 责任部门 | 责任人 | 完成时限 | 备注 |\n| --- | --- | --- | --- | --- | --- |\n| 1 | 召开启动会 | 安环部 | 王强 | 2026年6月1日 | |\n| 2 | 应急演练 | 生产部 | 赵敏 | 2026年6月20日 | |\n';
    expect(changed(table, 'toProse', '| 1')).toContain(
      '1.召开启动会，责任部门：安环部，责任人：王强，完成时限：2026年6月1日。',
    );
    expect(changed(table.replace('6月1日 | |', '6月1日 | 全员参加 |'), 'toProse', '| 1')).toContain('备注：全员参加');
  });

  test('numbers are written as those of the plan', () => {
    const text = planWith('| 序号 | 工作任务 |\n| --- | --- |\n| 1 | 召开动员会。 |').replaceAll(/^(\d)\./gm, '$1、');
    expect(changed(text, 'toProse', '| 1')).toContain('\n1、召开动员会。\n');
  });

  test('a caption, a remark and a total are paragraphs of their own', () => {
    const text = planWith(`| 序号 | 存在问题 | 整改措施 | 责任单位 |
| --- | --- | --- | --- |
| 一、作风方面 | | | |
| 1 | 迟到早退 | 1.修订制度<br>2.加强检查 | 办公室 |
| **学风方面** | | | |
| 2 | 学习不深 | 组织学习 | 组织科 |
| 合计 | 2项 | 3条 | |
| 备注：以上各项每月报送。 | | | |`);
    expect(changed(text, 'toProse', '| ---')).toContain(`
（一）作风方面

1.存在问题：迟到早退；整改措施：（1）修订制度；（2）加强检查；责任单位：办公室。

**学风方面**

2.存在问题：学习不深；整改措施：组织学习；责任单位：组织科。

合计：存在问题2项；整改措施3条。

备注：以上各项每月报送。
`);
  });

  test('what kind of work a merged first cell names is said of each of its rows', () => {
    const text = planWith(`| 类别 | 工作任务 | 责任单位 |
| --- | --- | --- |
| 垃圾治理 | 清理积存垃圾 | 环卫所 |
|  | 增设垃圾桶200个 | 财政所 |
| 污水治理 | 接通管网3公里 | 村建所 |`);
    expect(changed(text, 'toProse', '| ---')).toContain(
      '类别：垃圾治理；工作任务：增设垃圾桶200个；责任单位：财政所。',
    );
  });

  test('so they are among tasks and in a table without numbers', () => {
    const tasks = planWith(`| 序号 | 工作任务 | 具体要求 | 责任单位 |
| --- | --- | --- | --- |
| 一、宣传 | | | |
| 1 | 加强管理 | 1.修订制度<br>2.加强检查 | 办公室<br>宣传科 |
| 合计 | 1项 | | |`);
    expect(changed(tasks, 'toProse', '| ---')).toContain(
      '\n（一）宣传\n\n1.加强管理：（1）修订制度；（2）加强检查，责任单位：办公室、宣传科。\n\n合计：1项。\n',
    );
    const others = planWith(`| 存在问题 | 整改措施 | 完成时限 |
| --- | --- | --- |
| **作风方面** | | |
| 迟到早退 | 1.修订制度<br>2.加强检查 | 2026年5月<br>10日前 |
| 注：每月报送。 | | |`);
    expect(changed(others, 'toProse', '| ---')).toContain(
      '\n**作风方面**\n\n存在问题：迟到早退；整改措施：（1）修订制度；（2）加强检查；完成时限：2026年5月10日前。\n\n注：每月报送。\n',
    );
  });

  test('nothing is lost of a cell behind the last column: the table stays', () => {
    const text = planWith('| 序号 | 工作任务 |\n| --- | --- |\n| 1 | 召开动员会 | 各村参加 |\n| 2 | 发放倡议书 |');
    expect(changed(text, 'toProse', '| ---')).toBe(text);
  });

  test('every word of the cells stands in the prose', () => {
    const word = fc.constantFrom(
      '',
      '',
      '—',
      '3',
      '合计',
      '一、作风方面',
      '**学风方面**',
      '备注：每月报送。',
      '修订制度<br>加强检查',
      '1.甲<br>2.乙',
      '办公室',
      '5月10日前',
    );
    const heads = fc.constantFrom(
      '| 序号 | 工作任务 | 责任单位 |',
      '| 序号 | 存在问题 | 备注 |',
      '| 存在问题 | 整改措施 | 责任单位 |',
      '| 序号 | 工作任务 | 具体要求 |',
    );
    fc.assert(
      fc.property(heads, fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 5 }), (head, rows) => {
        const lines = [head, '| --- | --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)];
        const text = planWith(lines.join('\n'));
        const prose = changed(text, 'toProse', '| ---');
        const from = prose.indexOf('第一阶段');
        const there = prose.slice(from, prose.indexOf('第二阶段'));
        for (const one of rows.flat().flatMap((cell) => cell.match(/[\p{Script=Han}\d]+/gu) ?? []))
          expect(there).toContain(one);
      }),
      { numRuns: 60 },
    );
  });
});

const title = fc.constantFrom('召开动员会', '排查安全隐患', '张贴通告', '开展入户宣传', '修补破损路面', '建立问题台账');
const unit = fc.constantFrom('办公室', '综合执法队', '教务处、总务处', '青年路社区');
const limit = fc.constantFrom('5月10日前', '2026年5月18日前', '5月底前');
const more = fc.constantFrom('', '。各村参加，讲清要求', '，做到不漏一户', '。在 A|B 两处设点，**逐户**登记');
const item = fc.record({ title, unit, limit, more, form: fc.nat(6) }).map((one) => {
  const words = one.title + one.more;
  return [
    `${words}。`,
    `${words}，责任单位：${one.unit}，完成时限：${one.limit}。`,
    `${words}。责任单位：${one.unit}；完成时限：${one.limit}。`,
    `${words}，由${one.unit}负责，${one.limit}完成。`,
    `${words}（责任单位：${one.unit}；完成时限：${one.limit}）。`,
    `${words}。\n\n责任单位：${one.unit}\n\n完成时限：${one.limit}`,
    `${words}，${one.limit}完成。`,
  ][one.form];
});
const numbers = fc.constantFrom<(at: number) => string>(
  (at) => `${at}.`,
  (at) => `${at}. `,
  (at) => `（${'一二三四五六'.charAt(at - 1)}）`,
  (at) => `${at}、`,
);
const stage = fc
  .tuple(fc.array(item, { minLength: 2, maxLength: 6 }), numbers, fc.boolean())
  .map(([items, number, followed]) =>
    planWith(
      items.map((words, at) => number(at + 1) + words).join('\n\n'),
      followed ? '\n以上各项每周报送进展。\n' : '',
    ),
  );

/** Words and figures without numbers of items and the words that labels take the place of. */
const said = (text: string) =>
  [
    ...text
      .replace(/<br>/g, '\n')
      .replace(/^(?:\| )?(?:\d[.、 ]|（[一二三四五六]）)/gm, '')
      .replace(/序号|工作任务|具体要求|责任单位|完成时限|由(?=\S+负责)|负责|(?<=前)完成/g, '')
      .replace(/[^\p{Script=Han}\dA-Za-z]/gu, ''),
  ]
    .sort()
    .join('');

test.each([
  '1.召开动员会，责任单位：办公室，完成时限：5月10日前。\n\n2.张贴通告。\n\n3.印发倡议书，完成时限：5月15日前。\n\n4.印发通知，责任单位：城管办。\n',
  '1.召开动员会。各村参加。责任单位：办公室；完成时限：5月10日前。\n\n2.张贴通告。\n\n3.印发倡议书。责任单位：宣传办。\n',
  '1.召开动员会。\n\n2.张贴通告。\n\n3.印发倡议书。\n',
  '1.召开动员会；\n\n2.张贴通告；\n\n3.印发倡议书。\n',
  '（1）召开动员会。\n\n（2）张贴通告，责任单位：城管办。\n\n（3）印发倡议书。\n',
  '①召开动员会，责任单位：办公室。\n\n②张贴通告。\n',
])('items of which some name no unit or limit come back from a table as they were', (lines) => {
  const text = planWith(lines);
  const table = changed(text, 'toTable', '第一阶段');
  expect(table).toContain('| --- |');
  expect(changed(table, 'toProse', '---')).toBe(text);
  const indented = text.replace(/^(?=[^\n#])/gm, '　　');
  expect(changed(changed(indented, 'toTable', '第一阶段'), 'toProse', '---')).toBe(indented);
});

test('to a table and back the plan says the same, and asks for the same work', () => {
  fc.assert(
    fc.property(stage, (text) => {
      const plan = open(text);
      const there = after(plan, 'toTable', text.indexOf('第一阶段')) ?? '';
      const table = open(there);
      expect(said(there)).toBe(said(text));
      expect(workOf(table)).toEqual(workOf(plan));
      const back = after(table, 'toProse', there.indexOf('| ---')) ?? '';
      expect(said(back)).toBe(said(text));
      expect(workOf(open(back))).toEqual(workOf(plan));
      expect(after(open(back), 'toTable', back.indexOf('第一阶段'))).toBe(there);
    }),
    { numRuns: 150 },
  );
});
