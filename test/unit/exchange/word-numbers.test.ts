import { describe, expect, test } from 'vitest';
import { formatCount } from '../../../server/src/exchange/office/word-numbers.ts';
import { importedWord, rawParagraph, rawWordFile } from './word-files.ts';

describe('formats of numbers', () => {
  test.each([
    [
      'chineseCounting',
      [1, 10, 11, 20, 21, 100, 101, 110, 111],
      ['一', '十', '十一', '二十', '二十一', '一百', '一百零一', '一百一十', '一百一十一'],
    ],
    ['chineseCountingThousand', [1, 12, 30], ['一', '十二', '三十']],
    ['japaneseCounting', [1, 12], ['一', '十二']],
    ['chineseLegalSimplified', [1, 12], ['壹', '拾贰']],
    ['ideographDigital', [1, 10, 12], ['一', '一〇', '一二']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['decimalEnclosedCircleChinese', [3], ['③']],
    ['decimalFullWidth', [1, 12], ['１', '１２']],
    ['decimalZero', [1, 12], ['01', '12']],
    ['upperLetter', [1, 26, 27], ['A', 'Z', 'AA']],
    ['lowerRoman', [4, 9, 14], ['iv', 'ix', 'xiv']],
    ['decimal', [7], ['7']],
    ['of no kind that is known', [7], ['7']],
  ])('%s', (format, counts, texts) => {
    expect(counts.map((count) => formatCount(count, format))).toEqual(texts);
  });
});

const level = (at: number, format: string, words: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${words}"/></w:lvl>`;
const definition = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (words: string, list: number, at = 0) =>
  rawParagraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
const read = async (body: string, numbering: string, styles = '') =>
  (await importedWord(rawWordFile(body, { numbering, styles }))).paragraphs.map((one) => one.replace(/^#+ /, ''));

describe('numbers as Word counts them', () => {
  const two = definition(0, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.'));

  test('lower levels begin again below each upper one, and text between does not end a list', async () => {
    const body =
      item('甲', 1) + item('子', 1, 1) + item('丑', 1, 1) + rawParagraph('正文。') + item('乙', 1) + item('寅', 1, 1);
    expect(await read(body, two + num(1, 0))).toEqual(['一、甲', '1.子', '2.丑', '正文。', '二、乙', '1.寅']);
  });

  test('two lists of one definition count on, unless one says where it starts', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const body = item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3);
    expect(await read(body, two + num(1, 0) + num(2, 0) + num(3, 0, start))).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
    ]);
  });

  test('numbers of several levels, in Arabic figures where the level says so', async () => {
    const levels = level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>');
    const body = item('总则', 1) + item('目的', 1, 1) + item('范围', 1, 1) + item('职责', 1) + item('分工', 1, 1);
    expect(await read(body, definition(0, levels) + num(1, 0))).toEqual([
      '第一章 总则',
      '1.1 目的',
      '1.2 范围',
      '第二章 职责',
      '2.1 分工',
    ]);
  });

  test('numbers that hang on styles', async () => {
    const levels =
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>') +
      level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>');
    const style = (id: string, own: string, based = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="样式${id}"/>${based}<w:pPr><w:numPr>${own}</w:numPr></w:pPr></w:style>`;
    const styles =
      style('A', '<w:numId w:val="1"/>') +
      style('B', '<w:ilvl w:val="1"/><w:numId w:val="1"/>') +
      '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="样式C"/><w:basedOn w:val="A"/></w:style>';
    const body =
      rawParagraph('甲', '<w:pStyle w:val="A"/>') +
      rawParagraph('子', '<w:pStyle w:val="B"/>') +
      rawParagraph('乙', '<w:pStyle w:val="C"/>') +
      rawParagraph('无号', '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>');
    expect(await read(body, definition(0, levels) + num(1, 0), styles)).toEqual([
      '一、甲',
      '（一）子',
      '二、乙',
      '无号',
    ]);
  });

  test('a definition that is a style of numbers, an empty paragraph and a level that never begins again', async () => {
    const linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>';
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const levels = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>');
    const body = item('甲', 2) + item('子', 2, 1) + item('', 2) + item('乙', 2) + item('丑', 2, 1);
    expect(await read(body, definition(0, levels) + linked + num(1, 0) + num(2, 5), styles)).toEqual([
      '一、甲',
      '1.子',
      '三、乙',
      '2.丑',
    ]);
  });
});
