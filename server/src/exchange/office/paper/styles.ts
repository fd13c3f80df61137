import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import * as standard from '../../paper/standard.ts';
import { fontOf } from './fonts.ts';

const exactly = (line: number) => ({ before: 0, after: 0, line, lineRule: LineRuleType.EXACT });
const indented = { firstLine: 2 * standard.character, firstLineChars: standard.firstLineCharacters };

/** A heading of a level: typeface by 7.3.3, never bold, kept with what follows it. */
function heading(face: 'hei' | 'kai' | 'fang', level: number) {
  return {
    basedOn: 'Normal',
    next: styleIds.body,
    quickFormat: true,
    run: {
      font: fontOf(face),
      size: standard.bodySize,
      characterSpacing: standard.characterSpacing,
      bold: false,
      italics: false,
      color: '000000',
    },
    paragraph: { spacing: exactly(standard.lineHeight), indent: indented, keepNext: true, outlineLevel: level - 1 },
  };
}

/** Ids of our own styles. */
export const styleIds = {
  body: 'Gongwen',
  subtitle: 'GongwenSubtitle',
  addressee: 'GongwenAddressee',
  note: 'GongwenNote',
  signature: 'GongwenSignature',
  label: 'GongwenLabel',
  quote: 'GongwenQuote',
  bullet: 'GongwenBullet',
  caption: 'GongwenCaption',
  verbatim: 'GongwenVerbatim',
  tableHead: 'GongwenTableHead',
  tableText: 'GongwenTableText',
  letterhead: 'GongwenLetterhead',
  number: 'GongwenNumber',
  imprint: 'GongwenImprint',
  pageNumber: 'GongwenPageNumber',
} as const;

/** The styles of the paper, called as offices call them; everything that can stand in a style stands there. */
export function paperStyles(): IStylesOptions {
  const style = (
    id: string,
    name: string,
    paragraph: Record<string, unknown>,
    run: Record<string, unknown> = {},
    basedOn = 'Normal',
  ) => ({
    id,
    name,
    basedOn,
    quickFormat: true,
    paragraph,
    // 28 to a line are characters of the text's own size (5.2.3).
    run: 'size' in run ? run : { characterSpacing: standard.characterSpacing, ...run },
  });
  const inTable = { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO };
  return {
    default: {
      document: {
        run: {
          font: fontOf('fang'),
          size: standard.bodySize,
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: exactly(standard.lineHeight), alignment: AlignmentType.BOTH },
      },
      title: {
        basedOn: 'Normal',
        next: styleIds.body,
        quickFormat: true,
        run: { font: fontOf('biaosong'), size: standard.titleSize, bold: false, color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(standard.titleLineHeight), keepNext: true },
      },
      heading1: heading('hei', 1),
      heading2: heading('kai', 2),
      heading3: heading('fang', 3),
      heading4: heading('fang', 4),
    },
    paragraphStyles: [
      // Word and others measure the grid by the size of this style.
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run: { font: fontOf('fang'), size: standard.bodySize },
        paragraph: { spacing: exactly(standard.lineHeight) },
      },
      style(styleIds.body, '公文正文', { indent: indented }),
      style(styleIds.subtitle, '公文题注', { alignment: AlignmentType.CENTER }, { font: fontOf('kai') }),
      style(styleIds.addressee, '公文主送机关', { alignment: AlignmentType.LEFT }),
      style(styleIds.note, '公文附件说明', { alignment: AlignmentType.LEFT }),
      style(styleIds.signature, '公文署名', { alignment: AlignmentType.RIGHT }),
      style(styleIds.label, '公文附件', { alignment: AlignmentType.LEFT, keepNext: true }, { font: fontOf('hei') }),
      style(
        styleIds.quote,
        '公文引文',
        { indent: { ...indented, left: 2 * standard.character, right: 2 * standard.character } },
        { font: fontOf('kai') },
      ),
      style(styleIds.bullet, '公文列项', {}),
      style(
        styleIds.caption,
        '公文表题',
        { alignment: AlignmentType.CENTER, keepNext: true },
        { font: fontOf('hei'), size: standard.tableSize },
      ),
      style(styleIds.verbatim, '公文原样', { alignment: AlignmentType.LEFT }),
      style(
        styleIds.tableHead,
        '公文表头',
        { alignment: AlignmentType.CENTER, spacing: inTable, keepNext: true },
        { font: fontOf('hei'), size: standard.tableSize },
      ),
      style(
        styleIds.tableText,
        '公文表格',
        { alignment: AlignmentType.LEFT, spacing: inTable },
        { size: standard.tableSize },
      ),
      style(
        styleIds.letterhead,
        '公文发文机关标志',
        { alignment: AlignmentType.CENTER },
        { font: fontOf('biaosong'), color: standard.red },
      ),
      style(styleIds.number, '公文发文字号', { alignment: AlignmentType.CENTER }),
      style(
        styleIds.imprint,
        '公文版记',
        {
          spacing: exactly(standard.lineHeight),
          alignment: AlignmentType.LEFT,
          indent: { left: standard.imprintCharacter, right: standard.imprintCharacter },
        },
        { size: standard.imprintSize },
      ),
      style(
        styleIds.pageNumber,
        '公文页码',
        { spacing: exactly(standard.footerLineHeight) },
        { font: fontOf('song'), size: standard.pageNumberSize },
      ),
    ],
  };
}
