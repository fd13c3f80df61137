import type { Label } from '../../profiles/profile.ts';
import type { OfficeLoader } from '../office-loader.ts';
import { decodeText, kindOf, oleFault } from './decode.ts';
import type { ImportAnswer } from './import.ts';
import { importBlocks } from './import-blocks.ts';
import { type ImportOptions, importText } from './import-text.ts';

/** Bytes from which on a file is not read: a document with many photographs is smaller. */
export const largestImport = 100_000_000;

/** A .docx or text file as Markdown. What it is, its bytes say; its name only serves the messages of the caller. */
export async function importFile(
  bytes: Uint8Array,
  office: OfficeLoader | undefined,
  options: ImportOptions = {},
): Promise<ImportAnswer> {
  if (bytes.length > largestImport) return { fault: tooLargeFile(bytes.length) };
  if (bytes.length === 0) return { fault: { zh: '是空文件', en: 'is empty' } };
  switch (kindOf(bytes)) {
    case 'ole':
      return { fault: oleFault(bytes) };
    case 'rtf':
      return { fault: { zh: '是 RTF 格式，请在 Word 中另存为 .docx 后再导入', en: 'is RTF; save it as .docx first' } };
    case 'pdf':
      return {
        fault: {
          zh: '是 PDF，请用 Word 或 WPS 转为 .docx，或者复制文字后“粘贴为方案”',
          en: 'is PDF; turn it into .docx, or copy its text and paste it as a plan',
        },
      };
    case 'zip': {
      if (!office) return { fault: needsDesktop };
      const reading = await (await office()).readWord(bytes);
      return 'fault' in reading ? reading : importBlocks(reading.blocks, reading.notices, options);
    }
    default: {
      const decoded = decodeText(bytes);
      return 'fault' in decoded ? decoded : importText(decoded.text, options);
    }
  }
}

const needsDesktop: Label = {
  zh: '导入 Word 文档需要桌面版（或远程）VS Code 或命令行；文本文件和粘贴的文字可以直接导入',
  en: 'importing Word files needs VS Code on a desktop or the command line; text can be imported here',
};

/** @param size in bytes */
export function tooLargeFile(size: number): Label {
  const megabytes = Math.round(size / 1_000_000);
  const limit = largestImport / 1_000_000;
  return {
    zh: `文件过大（${megabytes} MB，上限 ${limit} MB），未读取`,
    en: `is too large (${megabytes} MB, the limit is ${limit} MB) and was not read`,
  };
}
