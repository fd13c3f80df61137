import { Document, type IRunOptions, type ISectionOptions, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { importFile } from '../../../server/src/exchange/import/import-file.ts';
import * as office from '../../../server/src/exchange/office/main.ts';

/** A document of one section as the bytes of a .docx file. */
export async function wordFile(
  children: ISectionOptions['children'],
  options: Partial<ConstructorParameters<typeof Document>[0]> = {},
  section: Partial<ISectionOptions> = {},
): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ ...options, sections: [{ ...section, children }] })));
}

export const text = (words: string, run: IRunOptions = {}) =>
  new Paragraph({ children: [new TextRun({ text: words, ...run })] });

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A file of hand-written parts: what stands in the body, and further parts by their names without folder. */
export function rawWordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${word} ${others}><w:body>${body}</w:body></w:document>`,
    ),
  };
  for (const [name, content] of Object.entries(parts)) {
    files[`word/${name}.xml`] = strToU8(`<?xml version="1.0"?><w:${name} ${word}>${content}</w:${name}>`);
  }
  return zipSync(files);
}

/** A paragraph with properties in front of its text. */
export const rawParagraph = (words: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** What `fangan import` makes of the bytes. */
export async function importedWord(bytes: Uint8Array) {
  const answer = await importFile(bytes, async () => office);
  if ('fault' in answer) throw new Error(answer.fault.en);
  return {
    markdown: answer.documents[0]?.text ?? '',
    paragraphs: (answer.documents[0]?.text ?? '').trim().split('\n\n'),
    notices: answer.notices,
  };
}
