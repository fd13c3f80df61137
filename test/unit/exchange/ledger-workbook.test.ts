import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerSheets } from '../../../server/src/exchange/ledger/read.ts';
import { returnLedgers } from '../../../server/src/exchange/ledger/return.ts';
import { readLedger } from '../../../server/src/exchange/office/ledger-reading.ts';
import { writeLedger } from '../../../server/src/exchange/office/ledger-workbook.ts';
import { applyEdits } from '../../../server/src/rules/fixes.ts';
import { ledgerPlan, planOf } from './plans.ts';

async function bytesOf(text: string): Promise<Uint8Array> {
  const { document } = planOf(text);
  return writeLedger(
    ledgerSheets(document, document.plans, '方案').map(({ sheet }) => sheet),
    '2026-03-01',
  );
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

async function saved(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function merged(bytes: Uint8Array, plan: string) {
  const ledgers = await readLedger(bytes);
  if ('fault' in ledgers) throw new Error(ledgers.fault.zh);
  const { document } = planOf(plan);
  const back = returnLedgers(document, document.plans, ledgers);
  if ('fault' in back) throw new Error(back.fault.zh);
  return { ...back, text: applyEdits(plan, back.edits(back.changes.filter(({ kind }) => kind !== 'conflict'))) };
}

function sheetOf(book: ExcelJS.Workbook): ExcelJS.Worksheet {
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('a workbook', () => {
  let bytes: Uint8Array;
  let book: ExcelJS.Workbook;
  let sheet: ExcelJS.Worksheet;
  beforeAll(async () => {
    bytes = await bytesOf(ledgerPlan);
    book = await opened(bytes);
    sheet = sheetOf(book);
  });

  test('has a sheet for each table, and what belongs to nobody well hidden', () => {
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['整改台账', 'visible'],
      ['选项', 'veryHidden'],
      ['_fangan', 'veryHidden'],
    ]);
  });

  test('has its title above the header, and the header frozen and filtered', () => {
    expect(sheet.getCell('A1').text).toBe('青湾镇农贸市场环境整治方案整改台账');
    expect(sheet.getRow(2).values).toEqual([
      undefined,
      '序号',
      '存在问题',
      '整改措施',
      '责任单位',
      '责任人',
      '完成时限',
      '状态',
      '进展情况',
      '截止日',
      '行标识',
    ]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2, xSplit: 1 });
    expect(sheet.autoFilter).toBe('A2:J5');
  });

  test('hides the columns that are for finding rows and days', () => {
    expect([8, 9, 10].map((at) => sheet.getColumn(at).hidden)).toEqual([false, true, true]);
    expect([3, 4, 5].map((row) => sheet.getCell(row, 10).value)).toEqual(['t1r1', 't1r2', 't1r3']);
  });

  test('has days as dates that look as they were written, other times as words', () => {
    expect(sheet.getCell('F3').value).toEqual(new Date('2026-04-30T00:00:00Z'));
    expect(sheet.getCell('F3').numFmt).toBe('yyyy"年"m"月"d"日前"');
    expect([sheet.getCell('F4').value, sheet.getCell('F5').value]).toEqual(['4月底前', '长期坚持']);
  });

  test('works out the day on which a row is due, from what is typed where it is changed', () => {
    expect(sheet.getCell('I4').value).toEqual({
      formula: 'IF(ISNUMBER(F4),F4,IF(F4&""="4月底前",DATE(2026,4,30),""))',
      result: new Date('2026-04-30T00:00:00Z'),
    });
    expect(sheet.getCell('I5').formula).toBe('IF(ISNUMBER(F5),F5,IF(F5&""="长期坚持","",""))');
  });

  test('offers a choice of words, strict for the status and free for the progress', () => {
    expect(sheet.getCell('G3').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'选项'!$A$1:$A$6"],
      showErrorMessage: true,
    });
    expect(sheet.getCell('H5').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$B$1:$B$6"] });
    expect(sheet.getCell('H5').dataValidation.showErrorMessage).not.toBe(true);
    expect(sheet.getCell('G40').dataValidation).toMatchObject({ type: 'list' });
    const lists = book.getWorksheet('选项');
    expect([1, 2, 3, 4, 5, 6].map((row) => lists?.getCell(row, 1).text)).toEqual([
      '进行中',
      '未开始',
      '基本完成',
      '已完成',
      '长期坚持',
      '已销号',
    ]);
  });

  test('colours what is over and not finished, held against the day on which it is looked at', () => {
    const formats = (sheet as unknown as { conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[] })
      .conditionalFormattings;
    expect(formats[0]?.ref).toBe('A3:H5');
    expect(formats[0]?.rules.map(({ formulae }) => formulae[0])).toEqual([
      "AND(ISNUMBER($I3),$I3<TODAY(),COUNTIF('选项'!$C$1:$C$13,$G3)=0,COUNTIF('选项'!$C$1:$C$13,$H3)=0)",
      "AND(ISNUMBER($I3),$I3>=TODAY(),$I3<=TODAY()+7,COUNTIF('选项'!$C$1:$C$13,$G3)=0,COUNTIF('选项'!$C$1:$C$13,$H3)=0)",
    ]);
  });

  test('is wide enough for its words, wraps them, and prints on landscape paper with its header on each page', () => {
    expect(sheet.getColumn(3).width).toBeGreaterThan(14);
    expect(sheet.getCell('C4').alignment).toMatchObject({ wrapText: true, vertical: 'middle' });
    expect(sheet.getCell('C4').value).toBe('施划车位40个\n增设标志');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup.printTitlesRow).toBe('1:2');
  });

  test('never holds a formula that the plan brought', async () => {
    const own = sheetOf(await opened(await bytesOf(ledgerPlan.replace('更换管道60米', '=HYPERLINK("x")'))));
    expect(own.getCell('C3').value).toBe('=HYPERLINK("x")');
    expect(own.getCell('C3').type).toBe(ExcelJS.ValueType.String);
  });
});

describe('a workbook that comes back', () => {
  test('changes nothing when nothing was changed', async () => {
    const book = await opened(await bytesOf(ledgerPlan));
    const { changes, notices, text } = await merged(await saved(book), ledgerPlan);
    expect([changes, notices, text]).toEqual([[], [], ledgerPlan]);
  });

  test('brings status, progress and other columns into the table', async () => {
    const book = await opened(await bytesOf(ledgerPlan));
    const sheet = sheetOf(book);
    sheet.getCell('G4').value = '已完成';
    sheet.getCell('H4').value = { richText: [{ text: '已施划' }, { text: '40个' }] };
    sheet.getCell('E5').value = '冯立新';
    const { text } = await merged(await saved(book), ledgerPlan);
    expect(text).toContain(
      '| 2 | 车辆乱停 | 施划车位40个<br>增设标志 | 综合执法队 | 龙海 | 4月底前 | 已完成 | 已施划40个 |',
    );
    expect(text).toContain('| 3 | 垃圾外溢 | 增设垃圾箱12个 | 市场服务中心 | 冯立新 | 长期坚持 |  |  |');
  });

  test('writes a date as the plan writes it', async () => {
    const book = await opened(await bytesOf(ledgerPlan));
    const sheet = sheetOf(book);
    sheet.getCell('F3').value = new Date('2026-05-08T00:00:00Z');
    sheet.getCell('F4').value = new Date('2026-05-09T00:00:00Z');
    const { text } = await merged(await saved(book), ledgerPlan);
    expect(text).toContain('| 孙雅琴 | 2026年5月8日前 | 进行中 |');
    expect(text).toContain('| 龙海 | 5月9日前 | |');
  });

  test('writes a part of a hundred as it is shown, and the result of a formula', async () => {
    const book = await opened(await bytesOf(ledgerPlan));
    const sheet = sheetOf(book);
    sheet.getCell('H3').value = 0.8;
    sheet.getCell('H3').numFmt = '0%';
    sheet.getCell('H4').value = { formula: '"完成"&5', result: '完成5' };
    const { changes } = await merged(await saved(book), ledgerPlan);
    expect(changes.map((change) => 'to' in change && change.to)).toEqual(['80%', '完成5']);
  });

  test('finds its rows when they were sorted, its sheet when it was renamed, its header when lines came above', async () => {
    const book = await opened(await bytesOf(ledgerPlan));
    const sheet = sheetOf(book);
    sheet.name = '三月';
    const [first, last] = [sheet.getRow(3).values, sheet.getRow(5).values];
    sheet.getRow(3).values = last as ExcelJS.CellValue[];
    sheet.getRow(5).values = first as ExcelJS.CellValue[];
    sheet.getCell('G5').value = '已完成';
    sheet.insertRow(1, ['填报说明']);
    const { text, notices } = await merged(await saved(book), ledgerPlan);
    expect(text).toBe(ledgerPlan.replace('前 | 进行中 |', '前 | 已完成 |'));
    expect(notices.map(({ zh }) => zh)).toEqual([expect.stringContaining('行序')]);
  });

  test('shows a conflict with what was handed out', async () => {
    const book = await opened(await bytesOf(ledgerPlan));
    sheetOf(book).getCell('G3').value = '已完成';
    const plan = ledgerPlan.replace('前 | 进行中 |', '前 | 基本完成 |');
    const { changes, text } = await merged(await saved(book), plan);
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'conflict', base: '进行中', from: '基本完成', to: '已完成' }),
    ]);
    expect(text).toBe(plan);
  });

  test('says of columns and rows that came and went', async () => {
    const book = await opened(await bytesOf(ledgerPlan));
    const sheet = sheetOf(book);
    sheet.getCell('E2').value = '经办';
    sheet.spliceRows(5, 1);
    sheet.insertRow(4, [9, '照明不足', '增设路灯', '市场服务中心', '', '2026年5月8日']);
    const { changes, notices, text } = await merged(await saved(book), ledgerPlan);
    expect(changes.map(({ kind }) => kind)).toEqual(['row']);
    expect(text).toContain('| 9 | 照明不足 | 增设路灯 | 市场服务中心 |  | 2026年5月8日 |  |');
    expect(notices.map(({ zh }) => zh)).toEqual([
      '台账中的“经办”列导出时没有，未写回方案；如需要，请先在方案的表格中加上这一列再重新导出',
      '台账中的“责任人”列已删除或改名，方案中的这些列保持不变',
      '台账中已没有以下各行（或为导出后新增），方案中保留不动：第3行“垃圾外溢”',
    ]);
  });

  test('is refused when it is damaged or none of ours', async () => {
    const bytes = await bytesOf(ledgerPlan);
    expect(await readLedger(bytes.slice(0, 900))).toEqual({
      fault: expect.objectContaining({ zh: expect.stringContaining('已损坏') }),
    });
    const other = new ExcelJS.Workbook();
    other.addWorksheet('甲').addRow(['序号', '问题']);
    expect(await readLedger(await saved(other))).toEqual({
      fault: expect.objectContaining({ zh: expect.stringContaining('不是本工具导出') }),
    });
    const lost = await opened(bytes);
    lost.removeWorksheet('_fangan');
    expect('fault' in (await readLedger(await saved(lost)))).toBe(true);
  });

  test('fills no table with what was gathered from the text', async () => {
    const plan = ledgerPlan.replace(/## 二、整改台账[\s\S]*?(?=## 三)/, '');
    const book = await opened(await bytesOf(plan));
    const { document } = planOf(plan);
    const backFrom = async () => {
      const ledgers = await readLedger(await saved(book));
      return 'fault' in ledgers ? ledgers : returnLedgers(document, document.plans, ledgers);
    };
    const untouched = await backFrom();
    expect('notices' in untouched && untouched.notices).toEqual([]);
    sheetOf(book).getCell('H3').value = '已完成';
    const back = await backFrom();
    expect('fault' in back && back.fault.zh).toContain('由正文汇总');
  });
});
