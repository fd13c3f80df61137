import type { ImportedDocument } from './import.ts';

/** What no file system takes in a name, and what would lead out of the folder. */
const forbidden = /[\\/:*?"<>|\0-\x1f\x7f]+/g;
/** Characters of a title in a name: with the number and the ending far below what file systems take. */
const longestTitle = 60;
/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Names for the documents that came out of one file: its own name, with number and title where there are several.
 * @param source name of the file, without folder
 */
export function documentNames(source: string, documents: readonly ImportedDocument[]): readonly string[] {
  const stem = safe(source.replace(/\.(?:docx|docm|txt|md|markdown)$/i, ''));
  if (documents.length === 1) return [`${stem}.md`];
  return documents.map(({ title }, at) => {
    const named = safe(title, '').slice(0, longestTitle);
    return `${stem}-${at + 1}${named === '' ? '' : `-${named}`}.md`;
  });
}

function safe(name: string, otherwise = '方案'): string {
  const plain = name
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? otherwise : devices.test(plain) ? `_${plain}` : plain;
}
