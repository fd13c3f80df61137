import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const head = '# 柳湾镇环境整治工作方案\n\n';
const planOf = (text: string) => readPlans(`${head}${text}`).plans[0];
const tablesOf = (text: string) =>
  (planOf(text)?.tables ?? []).map(({ columns, rows }) => ({
    fields: columns.map(({ field, header }) => field ?? header.text),
    rows: rows.map(({ cells }) => cells.map((cell) => cell.text)),
  }));
const linesOf = (text: string) => planOf(text)?.lines.flatMap(({ place, text: own }) => (place === 'cell' ? [] : own));

const rows = '任务\t责任单位\t完成时限\n清理河道\t水利站\t3月6日\n拆除旱厕\t村建办\t3月20日\n';
const table = {
  fields: ['activity', 'responsibleUnit', 'deadline'],
  rows: [
    ['清理河道', '水利站', '3月6日'],
    ['拆除旱厕', '村建办', '3月20日'],
  ],
};

describe('rows parted by tabs', () => {
  test.each([
    ['alone', rows],
    ['below a sentence and above another', `任务分工如下：\n${rows}以上任务按时完成。\n`],
    ['with a tab at their end', rows.replaceAll('\n', '\t\n')],
    ['with blanks around the tabs', rows.replaceAll('\t', ' \t ')],
    ['with line ends of Windows', rows.replaceAll('\n', '\r\n')],
  ])('%s they are a table', (_, text) => {
    const [only, ...more] = tablesOf(text);
    expect(more).toEqual([]);
    expect(only?.fields.slice(0, 3)).toEqual(table.fields);
    expect(only?.rows.map((cells) => cells.slice(0, 3))).toEqual(table.rows);
  });

  test('what stands in front of them and behind them stays text', () => {
    expect(linesOf(`任务分工如下：\n${rows}以上任务按时完成。\n`)).toEqual([
      '柳湾镇环境整治工作方案',
      '任务分工如下：',
      '以上任务按时完成。',
    ]);
  });

  test('a row of merged cells has fewer of them, and a tab at its head an empty one', () => {
    const merged =
      '类别\t任务\t责任单位\n村容\t清理河道\t水利站\n\t拆除旱厕\t村建办\n绿化\t栽植苗木\t林业站\n合计\t三项\n';
    expect(tablesOf(merged)).toEqual([
      {
        fields: ['类别', 'activity', 'responsibleUnit'],
        rows: [
          ['村容', '清理河道', '水利站'],
          ['', '拆除旱厕', '村建办'],
          ['绿化', '栽植苗木', '林业站'],
          ['合计', '三项'],
        ],
      },
    ]);
  });

  test('a wider line ends them', () => {
    expect(tablesOf(`${rows}甲\t乙\t丙\t丁\n`)).toEqual([table]);
  });

  test('one known column will do where the rows are as wide as the header', () => {
    const texts = '序号\t姓名\t特长\n1\t李明\t朗诵\n2\t王芳\t书法\n';
    expect(tablesOf(texts)[0]?.rows).toContainEqual(['1', '李明', '朗诵']);
    // Most of these rows are narrower by two cells and more.
    expect(tablesOf('序号\t姓名\t特长\t作品\n1\t李明\n2\t王芳\n3\t孙丽\n')).toEqual([]);
  });

  test('cells and table stand in the source where they are written', () => {
    const source = `${head}分工如下：\n${rows}`;
    const [only] = readPlans(source).plans[0]?.tables ?? [];
    expect(only && source.slice(only.range.start, only.range.end)).toBe(rows.trimEnd());
    for (const { cells } of only?.rows ?? [])
      for (const { range, text } of cells) expect(source.slice(range.start, range.end)).toBe(text);
    for (const { header } of only?.columns ?? [])
      expect(source.slice(header.range.start, header.range.end)).toBe(header.text);
  });
});

describe('tabs in text', () => {
  test.each([
    ['stray ones', '各村要\t抓紧落实。\n责任单位\t要到位。\n按时\t报送。\n'],
    ['a numbered list', '1.\t清理河道，责任单位水利站。\n2.\t拆除旱厕，责任单位村建办。\n3.\t栽植苗木。\n'],
    ['labels side by side', '时间：3月6日\t地点：礼堂\t主持人：李明\n时间：3月7日\t地点：操场\t主持人：孙丽\n'],
    ['indentation', '\t任务要求\n\t各单位要落实责任单位职责。\n\t完成时限为三月底。\n'],
    ['a header with one row', '任务\t责任单位\t完成时限\n清理河道\t水利站\t3月6日\n'],
    ['a header with a figure', '3月任务\t责任单位\t完成时限\n清理河道\t水利站\t3月6日\n拆除旱厕\t村建办\t3月9日\n'],
    ['two cells', '任务\t责任单位\n清理河道\t水利站\n拆除旱厕\t村建办\n'],
    ['names of no column', '柳湾村\t河东村\t河西村\n清理河道\t拆除旱厕\t栽植苗木\n李明\t孙丽\t周强\n'],
    ['a quotation', `> ${rows.trimEnd().replaceAll('\n', '\n> ')}\n`],
    ['items', `- ${rows.trimEnd().replaceAll('\n', '\n- ')}\n`],
  ])('%s are no table', (_, text) => expect(tablesOf(text)).toEqual([]));
});
