import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ledgerCsv } from '../../server/src/exchange/csv/ledger.ts';
import { ledgerSheets } from '../../server/src/exchange/ledger/read.ts';
import { writeLedger } from '../../server/src/exchange/office/ledger-workbook.ts';
import { ledgerPlan, planOf } from '../unit/exchange/plans.ts';
import { directoryWith, fangan } from './fangan.ts';

/** A directory with a plan and its ledger, in which somebody typed. */
async function filledIn(plan: string, type: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const { document } = planOf(plan);
  const sheets = ledgerSheets(document, document.plans, '').map(({ sheet }) => sheet);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeLedger(sheets, '2026-03-01')).slice().buffer);
  const [sheet] = book.worksheets;
  if (sheet) type(sheet);
  return directoryWith({ '方案.md': plan, '台账.xlsx': new Uint8Array(await book.xlsx.writeBuffer()) });
}

const textOf = (cwd: string) => readFileSync(path.join(cwd, '方案.md'), 'utf8');

describe('fangan import --into', () => {
  test('returns what was typed, and says what it does', async () => {
    const cwd = await filledIn(ledgerPlan, (sheet) => {
      sheet.getCell('G4').value = '已完成';
      sheet.getCell('F3').value = new Date('2026-05-08T00:00:00Z');
    });
    const outcome = await fangan(['import', '台账.xlsx', '--into', '方案.md'], { cwd });
    expect(outcome.output).toBe(
      [
        '更新 2 处：',
        '  第1行“排水不畅”　完成时限  2026年4月30日前 → 2026年5月8日前',
        '  第2行“车辆乱停”　状态  （空） → 已完成',
        '',
      ].join('\n'),
    );
    expect([outcome.status, outcome.errors]).toEqual([0, '已更新 方案.md\n']);
    expect(textOf(cwd)).toBe(
      ledgerPlan.replace('2026年4月30日前', '2026年5月8日前').replace('4月底前 | |', '4月底前 | 已完成 |'),
    );
  });

  test('writes nothing on a dry run, and nothing when there is nothing new', async () => {
    const cwd = await filledIn(ledgerPlan, (sheet) => {
      sheet.getCell('G4').value = '已完成';
    });
    const dry = await fangan(['import', '台账.xlsx', '--into', '方案.md', '--dry-run'], { cwd });
    expect([dry.status, dry.output, textOf(cwd)]).toEqual([
      0,
      '更新 1 处：\n  第2行“车辆乱停”　状态  （空） → 已完成\n',
      ledgerPlan,
    ]);
    writeFileSync(path.join(cwd, '方案.md'), ledgerPlan.replace('4月底前 | |', '4月底前 | 已完成 |'));
    const again = await fangan(['import', '台账.xlsx', '--into', '方案.md'], { cwd });
    expect([again.status, again.output, again.errors]).toEqual([0, '台账与方案一致，没有需要更新的内容\n', '']);
  });

  test('shows conflicts side by side and leaves the plan alone there', async () => {
    const cwd = await filledIn(ledgerPlan, (sheet) => {
      sheet.getCell('G3').value = '已完成';
      sheet.getCell('G4').value = '未开始';
    });
    const mine = ledgerPlan.replace('前 | 进行中 |', '前 | 基本完成 |');
    writeFileSync(path.join(cwd, '方案.md'), mine);
    const outcome = await fangan(['import', '台账.xlsx', '--into', '方案.md'], { cwd });
    expect(outcome.status).toBe(1);
    expect(outcome.output).toContain(
      ['  第1行“排水不畅”　状态', '    导出时  进行中', '    方案中  基本完成', '    台账中  已完成', ''].join('\n'),
    );
    expect(textOf(cwd)).toBe(mine.replace('4月底前 | |', '4月底前 | 未开始 |'));
  });

  test('asks whose words count where both were changed', async () => {
    const cwd = await filledIn(ledgerPlan, (sheet) => {
      sheet.getCell('G3').value = '已完成';
    });
    writeFileSync(path.join(cwd, '方案.md'), ledgerPlan.replace('前 | 进行中 |', '前 | 基本完成 |'));
    const kept = await fangan(['import', '台账.xlsx', '--into', '方案.md', '--prefer', 'plan'], { cwd });
    expect([kept.status, textOf(cwd).includes('基本完成')]).toEqual([0, true]);
    const taken = await fangan(['import', '台账.xlsx', '--into', '方案.md', '--prefer', 'ledger'], { cwd });
    expect([taken.status, textOf(cwd).includes('前 | 已完成 |')]).toEqual([0, true]);
  });

  test('takes a CSV, and keeps byte order mark and line ends of the plan', async () => {
    const cwd = directoryWith({ '方案.md': `\ufeff${ledgerPlan.replaceAll('\n', '\r\n')}` });
    const { document } = planOf(ledgerPlan);
    const sheets = ledgerSheets(document, document.plans, '').slice(0, 1);
    const csv = ledgerCsv(sheets.map(({ sheet }) => sheet))
      .slice(1)
      .replace('长期坚持,,', '长期坚持,进行中,');
    writeFileSync(path.join(cwd, 'a.csv'), csv.replaceAll('\r\n', '\n'));
    const outcome = await fangan(['import', 'a.csv', '--into', '方案.md'], { cwd });
    expect([outcome.status, outcome.errors]).toEqual([0, '已更新 方案.md\n']);
    expect(textOf(cwd)).toBe(
      `\ufeff${ledgerPlan.replace('长期坚持 | |', '长期坚持 | 进行中 |').replaceAll('\n', '\r\n')}`,
    );
  });

  test.each<readonly [string, string, string | Uint8Array, string]>([
    ['an empty file', 'a.xlsx', '', '是空文件'],
    [
      'an encrypted workbook',
      'a.xlsx',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      '文件已加密，或是旧格式 .xls',
    ],
    ['a damaged workbook', 'a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), '文件已损坏'],
    ['another archive', 'a.xlsx', zipSync({ 'a.txt': new Uint8Array(10) }), '不是本工具导出的台账'],
    ['a zip bomb', 'a.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(120_000_000) }), '解压后的内容过大'],
    ['a CSV of somebody else', 'a.csv', '序号,问题\n1,甲\n', '没有“行标识'],
    ['a picture', 'a.csv', new Uint8Array(5000), '不是 Excel 工作簿，也不是 CSV 文本'],
  ])('ends with status 2 for %s and leaves the plan alone', async (_, name, content, message) => {
    const cwd = directoryWith({ '方案.md': ledgerPlan, [name]: content });
    const outcome = await fangan(['import', name, '--into', '方案.md'], { cwd });
    expect([outcome.status, outcome.output]).toEqual([2, '']);
    expect(outcome.errors).toContain(message);
    expect(textOf(cwd)).toBe(ledgerPlan);
  });

  test.each([
    ['a plan that is not there', ['台账.xlsx', '--into', 'b.md'], 'b.md：文件不存在'],
    ['a ledger that is not there', ['b.xlsx', '--into', '方案.md'], 'b.xlsx：文件不存在'],
    ['a ledger of another plan', ['台账.xlsx', '--into', 'other.md'], '对不上'],
    ['no plan', ['台账.xlsx'], '--into 方案.md'],
    ['two ledgers', ['台账.xlsx', 'b.xlsx', '--into', '方案.md'], '需要一个台账和一个方案'],
    ['a preference that is none', ['台账.xlsx', '--into', '方案.md', '--prefer', 'x'], '--prefer 只能是'],
  ])('ends with status 2 for %s', async (_, args, message) => {
    const cwd = await filledIn(ledgerPlan, (sheet) => {
      sheet.getCell('G4').value = '已完成';
    });
    writeFileSync(
      path.join(cwd, 'other.md'),
      '# 消防整改方案\n\n## 一、整改措施\n\n| 问题 | 措施 | 责任人 |\n| --- | --- | --- |\n| 通道堵塞 | 清理 | 高云 |\n',
    );
    const outcome = await fangan(['import', ...args], { cwd });
    expect([outcome.status, outcome.output]).toEqual([2, '']);
    expect(outcome.errors).toContain(message);
    expect(textOf(cwd)).toBe(ledgerPlan);
  });
});
