import type { Label } from '../../profiles/profile.ts';

/** What the first bytes of a file say that it is. */
export type FileKind = 'zip' | 'ole' | 'rtf' | 'pdf' | 'text';

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive without entries.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The name of a file may say anything; its first bytes tell. */
export function kindOf(bytes: Uint8Array): FileKind {
  return signatures.find(([, head]) => head.every((byte, at) => bytes[at] === byte))?.[0] ?? 'text';
}

/** UTF-16LE of a name in the directory of an OLE file. */
const wide = (name: string) => [...name].flatMap((unit) => [unit.charCodeAt(0), 0]);
const encryptedPackage = wide('EncryptedPackage');

/** Why an OLE file is not read: a .docx with a password is one, and so is every .doc. */
export function oleFault(bytes: Uint8Array): Label {
  if (includes(bytes, encryptedPackage)) {
    return {
      zh: '文件已加密（设有打开密码），无法读取；请在 Word 中取消密码后再导入',
      en: 'is encrypted with a password; remove the password in Word first',
    };
  }
  return {
    zh: '是旧版格式（.doc、.wps），无法读取；请在 Word 或 WPS 中另存为 .docx 后再导入',
    en: 'is in the old format (.doc, .wps); save it as .docx first',
  };
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** What the bytes of a text file say, in whatever encoding offices use; or why they say nothing. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly fault: Label } {
  const marked = byteOrder(bytes);
  if (marked) return decoded(bytes, marked) ?? unreadable(marked);
  if (isBinary(bytes)) return { fault: { zh: '不是文本文件（二进制内容）', en: 'is no text file (binary content)' } };
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030') ?? unreadable('UTF-8、GB18030');
}

function byteOrder(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): { readonly text: string } | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}

function unreadable(encoding: string): { readonly fault: Label } {
  const named = encoding.toUpperCase();
  return {
    fault: {
      zh: `文字编码无法识别（不是完好的 ${named}），请另存为 UTF-8 后再导入`,
      en: `is in no encoding that is known (not sound ${named.replaceAll('、', ', ')}); save it as UTF-8 first`,
    },
  };
}

/** More than a stray NUL or two among the first bytes. */
function isBinary(bytes: Uint8Array): boolean {
  let nul = 0;
  for (const byte of bytes.subarray(0, 8192)) if (byte === 0) nul++;
  return nul > 2;
}
