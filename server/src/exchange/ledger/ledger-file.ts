import type { Label } from '../../profiles/profile.ts';
import { readLedgerCsv } from '../csv/ledger.ts';
import { decodeText, kindOf } from '../import/decode.ts';
import type { OfficeLoader } from '../office-loader.ts';
import type { ReturnedLedger } from './sheet.ts';

/** Bytes from which on a file is not read: a ledger of thousands of rows is far smaller. */
export const largestLedger = 50_000_000;

/**
 * The ledgers of a workbook or CSV that comes back. What it is, its bytes say.
 * @param office absent in a browser, which reads CSV only
 */
export async function readLedgerFile(
  bytes: Uint8Array,
  office: OfficeLoader | undefined,
): Promise<readonly ReturnedLedger[] | { readonly fault: Label }> {
  if (bytes.length === 0) return { fault: { zh: '是空文件', en: 'is empty' } };
  if (bytes.length > largestLedger) return { fault: tooLargeLedger(bytes.length) };
  switch (kindOf(bytes)) {
    case 'zip':
      return office ? (await office()).readLedger(bytes) : { fault: onDesktop };
    case 'ole':
      return { fault: oldOrLocked };
    case 'text': {
      const decoded = decodeText(bytes);
      return 'fault' in decoded ? { fault: noLedger } : readLedgerCsv(decoded.text);
    }
    default:
      return { fault: noLedger };
  }
}

const oldOrLocked: Label = {
  zh: '文件已加密，或是旧格式 .xls；请在 Excel 或 WPS 中取消密码、另存为 .xlsx 后再用',
  en: 'is encrypted, or in the old format .xls; remove the password and save it as .xlsx',
};

const noLedger: Label = {
  zh: '不是 Excel 工作簿，也不是 CSV 文本',
  en: 'is neither a workbook nor a CSV',
};

/** @param size in bytes */
export function tooLargeLedger(size: number): Label {
  const limit = largestLedger / 1_000_000;
  return {
    zh: `文件过大（${Math.round(size / 1_000_000)} MB，上限 ${limit} MB），未读取`,
    en: `is too large (${Math.round(size / 1_000_000)} MB, the limit is ${limit} MB) and was not read`,
  };
}

const onDesktop: Label = {
  zh: '在浏览器中不能读取 Excel 工作簿，请用桌面版 VS Code 或命令行；CSV 台账可以直接读取',
  en: 'A workbook cannot be read in a browser: use a desktop VS Code or the command line. A CSV can be read here',
};
