import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Label } from '../../profiles/profile.ts';

/** Bytes that all parts together may have once they are inflated: a text of millions of characters. */
const mostBytes = 100_000_000;
/** More entries than this has no document that people write. */
const mostEntries = 20_000;

/** What is read of a Word file: text, styles, numbers, notes; never pictures. */
const readParts = /^(?:_rels\/\.rels|(?:word\/)?(?:_rels\/)?[^/]+\.xml(?:\.rels)?|word\/diagrams\/data\d*\.xml)$/;

/** The parts by their names, or why there are none. */
export type PartReading = { readonly parts: ReadonlyMap<string, Uint8Array> } | { readonly fault: Label };

const damaged: Label = {
  zh: '文件已损坏，无法解压；请在 Word 中打开并修复后另存，再导入',
  en: 'is damaged and cannot be unpacked; open and repair it in Word first',
};

class TooLarge extends Error {}

/**
 * Unpacks the parts of a Word file that hold text. The directory says how large each will be; an entry that turns out
 * larger than it says is refused while it is inflated, and nothing is inflated that is not needed.
 */
export function unpack(bytes: Uint8Array): PartReading {
  let total = 0;
  let entries = 0;
  let locked = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        if (name === 'EncryptedPackage' || name === 'encryption.xml') locked = true;
        if (!readParts.test(name)) return false;
        total += originalSize;
        if (total > mostBytes || entries > mostEntries) throw new TooLarge();
        return true;
      },
    });
    if (locked) return { fault: { zh: '文件已加密，无法读取', en: 'is encrypted' } };
    return { parts: new Map(Object.entries(files)) };
  } catch (error) {
    if (error instanceof TooLarge) {
      const limit = mostBytes / 1_000_000;
      return {
        fault: {
          zh: `解压后的内容过大（超过 ${limit} MB），可能是恶意构造的压缩文件，未导入`,
          en: `holds more than ${limit} MB once it is unpacked (perhaps a zip bomb) and was not imported`,
        },
      };
    }
    return { fault: damaged };
  }
}

export { damaged };

/** A Word file of its document and the addresses of its links, and nothing else. */
export function packDocument(document: Uint8Array, relationships: Uint8Array | undefined): Uint8Array {
  return zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes),
      '_rels/.rels': strToU8(rootRelationships),
      'word/document.xml': document,
      // The converter fails on a table that names a style where there are none at all.
      'word/styles.xml': strToU8(noStyles),
      ...(relationships ? { 'word/_rels/document.xml.rels': relationships } : {}),
    },
    { level: 0 },
  );
}

const noStyles = `<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`;

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

const rootRelationships = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
