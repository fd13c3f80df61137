import mammoth from 'mammoth';
import type { Label } from '../../profiles/profile.ts';
import { counted } from '../../text/counted.ts';
import type { ImportNotice, SourceReading } from '../import/import.ts';
import { blocksOf, styleMap } from './word-blocks.ts';
import { type LeftOut, notesOf, prepareDocument } from './word-prepare.ts';
import { documentText, lostNotices } from './word-proof.ts';
import { DamagedXml, parseXml, textBelow, writeXml, type XmlElement } from './word-xml.ts';
import { damaged, packDocument, unpack } from './word-zip.ts';

/**
 * Reads a .docx file: its paragraphs and tables in order, and what of it has no place in Markdown.
 * @param bytes of a zip archive
 */
export async function readWord(bytes: Uint8Array): Promise<SourceReading> {
  const unpacked = unpack(bytes);
  if ('fault' in unpacked) return unpacked;
  const { parts } = unpacked;
  const path = documentPath(parts);
  const body = parts.get(path);
  if (!body) return { fault: noDocument(parts) };
  try {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const part = (name: string) => {
      const own = parts.get(folder + name);
      return own && parseXml(own);
    };
    const document = parseXml(body);
    const source = documentText(document);
    const left = prepareDocument(document, part('styles.xml'), part('numbering.xml'));
    const relationships = part(`_rels/${path.slice(folder.length)}.rels`);
    const packed = packDocument(writeXml(document), relationships && linksOf(relationships));
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(packed) },
      { styleMap: [...styleMap], includeDefaultStyleMap: false, includeEmbeddedStyleMap: false },
    );
    const { blocks, nested } = blocksOf(value);
    const notices = [
      ...nestedNotices(nested),
      ...noticesOf(left, parts, folder, part),
      ...lostNotices(source, blocks, [...left.deleted, ...left.contents]),
    ];
    return { blocks, notices };
  } catch (error) {
    // Whatever else goes wrong in a file that unpacks is its own doing, a tree too deep among it.
    if (error instanceof DamagedXml || error instanceof Error) return { fault: damagedPart(error) };
    throw error;
  }
}

function damagedPart(error: Error): Label {
  return error instanceof DamagedXml
    ? {
        zh: '文件内容已损坏，无法读取；请在 Word 中打开并修复后另存，再导入',
        en: 'is damaged inside and cannot be read; open and repair it in Word first',
      }
    : damaged;
}

/** Where the main document stands: the package says. */
function documentPath(parts: ReadonlyMap<string, Uint8Array>): string {
  const usual = 'word/document.xml';
  const root = parts.get('_rels/.rels');
  if (!root) return usual;
  try {
    for (const { attributes } of relationshipsOf(parseXml(root))) {
      if (/\/officeDocument$/.test(attributes.get('Type') ?? ''))
        return (attributes.get('Target') ?? usual).replace(/^\//, '');
    }
  } catch {
    // Without it, the usual place is looked at.
  }
  return usual;
}

const relationshipsOf = (root: XmlElement) =>
  root.children.filter((child): child is XmlElement => typeof child === 'object' && child.local === 'Relationship');

/** The addresses of links alone: whatever else the document points to is not handed on. */
function linksOf(relationships: XmlElement): Uint8Array {
  const isLink = ({ attributes }: XmlElement) => /\/hyperlink$/.test(attributes.get('Type') ?? '');
  return writeXml({ ...relationships, children: relationshipsOf(relationships).filter(isLink) });
}

function noDocument(parts: ReadonlyMap<string, Uint8Array>): Label {
  const isOffice = parts.has('[Content_Types].xml');
  return isOffice
    ? { zh: '不是 Word 文档：其中没有正文（document.xml）', en: 'is no Word document: it holds no document.xml' }
    : { zh: '不是 Word 文档，只是一个压缩文件', en: 'is no Word document, only an archive' };
}

function nestedNotices(count: number): readonly ImportNotice[] {
  if (count === 0) return [];
  const zh = `单元格内的表格改为了单元格内的文字（${count}个），请与原文核对`;
  const en = `tables within cells of tables became lines of text (${count}); compare with the source`;
  return [{ message: { zh, en }, removed: [] }];
}

function noticesOf(
  left: LeftOut,
  parts: ReadonlyMap<string, Uint8Array>,
  folder: string,
  part: (name: string) => XmlElement | undefined,
): readonly ImportNotice[] {
  const notices: ImportNotice[] = [];
  const tell = (removed: readonly string[], zh: string, en: string) => {
    if (removed.length > 0) notices.push({ message: { zh, en }, removed });
  };
  const notes = [...notesOf(part('footnotes.xml'), 'footnote'), ...notesOf(part('endnotes.xml'), 'endnote')];
  tell(notes, `脚注和尾注未导入（${notes.length}条）`, `footnotes and endnotes were left out (${notes.length})`);
  const comments = notesOf(part('comments.xml'), 'comment');
  tell(comments, `批注未导入（${comments.length}条）`, `comments were left out (${comments.length})`);
  tell(
    left.deleted,
    `修订中已删除的文字未导入（${left.deleted.length}处）`,
    `text deleted in tracked changes was left out (${left.deleted.length})`,
  );
  tell(
    left.contents,
    `目录未导入（${left.contents.length}行）`,
    `the table of contents was left out (${counted(left.contents.length, 'line')})`,
  );
  const { formulas } = left;
  tell(
    formulas,
    `公式改写成了一行文字（${formulas.length}处），请与原文核对`,
    `formulas became a line of text (${formulas.length}); compare with the source`,
  );
  const margins = textsOf(parts, new RegExp(`^${folder}(?:header|footer)\\d*\\.xml$`)).filter((text) =>
    /\p{Script=Han}/u.test(text),
  );
  tell(margins, '页眉和页脚未导入', 'headers and footers were left out');
  const diagrams = textsOf(parts, /^word\/diagrams\/data\d*\.xml$/);
  if (left.drawings > 0 || diagrams.length > 0) {
    notices.push({
      message: {
        zh: '图表和流程图未导入，其中的文字请手工补上',
        en: 'charts and diagrams were left out; add their words by hand',
      },
      removed: diagrams,
    });
  }
  if (left.pictures > 0) {
    notices.push({
      message: { zh: `图片未导入（${left.pictures}张）`, en: `pictures were left out (${left.pictures})` },
      removed: [],
    });
  }
  return notices;
}

/** Each text once: most pages have the same head. */
function textsOf(parts: ReadonlyMap<string, Uint8Array>, names: RegExp): readonly string[] {
  const texts = new Set<string>();
  for (const [name, bytes] of parts) {
    if (!names.test(name)) continue;
    const text = textBelow(parseXml(bytes));
    if (text !== '') texts.add(text);
  }
  return [...texts];
}
