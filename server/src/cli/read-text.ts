import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Label } from '../profiles/profile.ts';

/** Bytes from which on a file is not read: far beyond any plan. */
export const largestFile = 20_000_000;

/** A file as read: its text without byte order mark, or the reason why there is none. */
export type TextReading =
  | { readonly text: string; readonly byteOrderMark: boolean }
  | { readonly failure: 'unreadable' | 'large' | 'binary' | 'encoding'; readonly message: Label };

/**
 * Reads a file. Whatever it is, the answer is a text or a reason. Without detours through the event loop, which cost
 * more than small files take.
 */
export function readText(path: string): TextReading {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > largestFile) return tooLarge(size);
      return decode(readFileSync(file));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { failure: 'unreadable', message: reasonOf(error) };
  }
}

/** Turns bytes into text: UTF-8 with or without byte order mark. */
export function decode(bytes: Uint8Array): TextReading {
  if (bytes.length > largestFile) return tooLarge(bytes.length);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const zh = '是 UTF-16 编码，请另存为 UTF-8 后再检查';
    return { failure: 'encoding', message: { zh, en: 'is UTF-16; save it as UTF-8 first' } };
  }
  if (isBinary(bytes)) {
    return { failure: 'binary', message: { zh: '不是文本文件（二进制内容）', en: 'is no text file (binary content)' } };
  }
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', byteOrderMark ? 3 : 0);
    return { text, byteOrderMark };
  }
  const line = lineOfFault(bytes);
  if (line > 1 && isMostlyUtf8(bytes)) {
    return {
      failure: 'encoding',
      message: {
        zh: `第 ${line} 行有无法解码的字节，其余是 UTF-8：文件可能已损坏，请改正这一行后重新保存`,
        en: `has bytes on line ${line} that cannot be decoded, the rest is UTF-8: the file may be damaged; mend that line and save it again`,
      },
    };
  }
  return {
    failure: 'encoding',
    message: {
      zh: `不是 UTF-8 编码（第 ${line} 行起无法解码，可能是 GB18030/GBK），请另存为 UTF-8 后再检查`,
      en: `is not UTF-8 (cannot be decoded from line ${line} on; perhaps GB18030/GBK); save it as UTF-8 first`,
    },
  };
}

function tooLarge(size: number): TextReading {
  const megabytes = (size / 1_000_000).toFixed(1);
  const limit = largestFile / 1_000_000;
  return {
    failure: 'large',
    message: {
      zh: `文件过大（${megabytes} MB，上限 ${limit} MB），未读取`,
      en: `is too large (${megabytes} MB, the limit is ${limit} MB) and was not read`,
    },
  };
}

/** More than a stray NUL or two among the first bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  if (!head.includes(0)) return false;
  let nul = 0;
  for (const byte of head) if (byte === 0) nul++;
  return nul > 8 || (nul > 0 && nul * 50 > head.length);
}

/** Chinese that decodes, and hardly a byte that does not: no other encoding looks like that. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.split('\uFFFD').length - 1;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return lost * 20 < han;
}

/** One-based line of the first byte that is no UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  let start = 0;
  // A line feed is never part of a longer sequence, so that every line decodes by itself.
  while (start <= bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    line++;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

/** Why the operating system refused, in words. */
export function reasonOf(error: unknown): Label {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { zh: '文件不存在', en: 'does not exist' };
    case 'EACCES':
    case 'EPERM':
      return { zh: '没有访问权限', en: 'may not be accessed' };
    case 'EISDIR':
      return { zh: '是目录，不是文件', en: 'is a directory, not a file' };
    case 'ELOOP':
      return { zh: '链接成环', en: 'is a circle of links' };
    case 'ENOSPC':
      return { zh: '磁盘空间不足', en: 'has no room on the disk' };
    case 'EROFS':
      return { zh: '所在磁盘只读', en: 'is on a read-only disk' };
    default: {
      const detail = code || (error instanceof Error ? error.message : String(error));
      return { zh: `无法读写（${detail}）`, en: `cannot be read or written (${detail})` };
    }
  }
}
