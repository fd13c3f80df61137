import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import {
  type ExportedFile,
  exportRequest,
  type LedgerChanges,
  ledgerChangesRequest,
  ledgerEditsRequest,
  type ProposedEdit,
} from '../../server/src/protocol.ts';
import { toBase64 } from '../../server/src/text/base64.ts';
import { ledgerPlan } from '../unit/exchange/plans.ts';
import { ServerProcess } from './server-process.ts';

const uri = 'file:///plans/%E6%96%B9%E6%A1%88.md';

async function filledIn(file: ExportedFile, type: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(Buffer.from(file.base64 ?? '', 'base64')).buffer);
  const [sheet] = book.worksheets;
  if (sheet) type(sheet);
  return toBase64(new Uint8Array(await book.xlsx.writeBuffer()));
}

describe('a ledger that comes back into an open plan', () => {
  test('is shown as changes and conflicts, and gives edits for those that are taken', async () => {
    const server = await ServerProcess.start();
    await server.open(uri, ledgerPlan);
    const file = await server.connection.sendRequest<ExportedFile>(exportRequest, { uri, target: 'xlsx' });
    expect(file.fileName).toBe('方案.xlsx');
    const base64 = await filledIn(file, (sheet) => {
      sheet.getCell('G3').value = '已完成';
      sheet.getCell('G4').value = '进行中';
    });
    const at = ledgerPlan.split('\n').findIndex((line) => line.startsWith('| 1 |'));
    const cell = (ledgerPlan.split('\n')[at] ?? '').indexOf('进行中');
    await server.change(uri, {
      range: { start: { line: at, character: cell }, end: { line: at, character: cell + 3 } },
      text: '基本完成',
    });
    const answer = await server.connection.sendRequest<LedgerChanges>(ledgerChangesRequest, { uri, base64 });
    expect(answer).toEqual({
      changes: [
        { kind: 'conflict', place: '第1行“排水不畅”　状态', from: '基本完成', to: '已完成', base: '进行中' },
        { kind: 'cell', place: '第2行“车辆乱停”　状态', from: '', to: '进行中' },
      ],
      notices: [],
    });
    const edits = (chosen: number[]) =>
      server.connection.sendRequest<ProposedEdit[]>(ledgerEditsRequest, { uri, base64, chosen });
    expect((await edits([1])).map(({ text }) => text)).toEqual([' 进行中 ']);
    expect((await edits([0, 1])).map(({ text }) => text)).toEqual(['已完成', ' 进行中 ']);
    expect(await edits([])).toEqual([]);
  });

  test('is refused with a reason when it is none', async () => {
    const server = await ServerProcess.start();
    await server.open(uri, ledgerPlan);
    const base64 = toBase64(new TextEncoder().encode('序号,问题\n1,甲\n'));
    const answer = await server.connection.sendRequest<LedgerChanges>(ledgerChangesRequest, { uri, base64 });
    expect(answer.fault).toContain('行标识');
    expect(await server.connection.sendRequest(ledgerChangesRequest, { uri: 'file:///no.md', base64 })).toBeNull();
  });
});
