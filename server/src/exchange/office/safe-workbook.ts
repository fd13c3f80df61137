import { unzipSync, zipSync } from 'fflate';
import type { Label } from '../../profiles/profile.ts';

/** Bytes that all parts of a workbook together may have once they are inflated. */
const mostBytes = 100_000_000;
const mostEntries = 5_000;

class TooLarge extends Error {}

/**
 * A workbook that can be opened without harm: its parts were inflated within bounds, and are packed again
 * as they are. The directory says how large each part will be; one that is larger than it says is refused
 * while it is inflated.
 */
export function safeWorkbook(bytes: Uint8Array): { readonly bytes: Uint8Array } | { readonly fault: Label } {
  let total = 0;
  let entries = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        entries++;
        total += originalSize;
        if (total > mostBytes || entries > mostEntries) throw new TooLarge();
        return true;
      },
    });
    return { bytes: zipSync(files, { level: 0 }) };
  } catch (error) {
    const limit = mostBytes / 1_000_000;
    if (!(error instanceof TooLarge)) return { fault: damagedWorkbook };
    return {
      fault: {
        zh: `解压后的内容过大（超过 ${limit} MB），可能是恶意构造的压缩文件，未读取`,
        en: `holds more than ${limit} MB once it is unpacked (perhaps a zip bomb) and was not read`,
      },
    };
  }
}

export const damagedWorkbook: Label = {
  zh: '文件已损坏，无法作为 Excel 工作簿读取',
  en: 'is damaged and cannot be read as a workbook',
};
