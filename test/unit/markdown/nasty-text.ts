import fc from 'fast-check';

/** Heads of lines: indents, containers, and what looks like one. */
const HEADS = [
  ...['', '', '', '', '', ' ', '  ', '   ', '    ', '      ', '\t', ' \t', '　　', '\u00a0\u00a0 '],
  ...['> ', '>', '> > ', '- ', '-', '+ ', '* ', '1. ', '2. ', '1) ', '10. ', '1234567890. ', '1.', '一、', '（一）'],
  ...[
    '- - ',
    '> - ',
    '- > ',
    '1. - ',
    '  - ',
    '    - ',
    '\t- ',
    '-\t',
    '- [ ] ',
    '- [x] ',
    '[^n]: ',
    '[^n]:',
    '    > ',
  ],
];

/** What stands in a line. Some open blocks, some close them, some mean something only beside others. */
const BODIES = [
  ...[
    '',
    '',
    '',
    '',
    ' ',
    '\t',
    '　',
    '正文一段。',
    '正文',
    '2026年3月底前',
    '1．摸底',
    '1、摸底',
    '1.摸底',
    '１. 摸底',
  ],
  ...[
    '# 标题',
    '## 标题 ##',
    '### ',
    '#',
    '#标题',
    '##一、标题##',
    '###标题',
    '####### 七',
    '# 标题 #尾',
    '=',
    '===',
    '---',
    '--- ',
    '- - -',
    '***',
    '--',
  ],
  ...['```', '````', '``` js', '```js`', '~~~', '~~~~', '~~~ x', '`` ` ``', '~~', '``'],
  ...[
    '<!--',
    '-->',
    '<!-- 注 -->',
    '<?',
    '?>',
    '<!X',
    '>',
    '<![CDATA[',
    ']]>',
    '<script>',
    '</script>',
    '<pre>',
    '</pre>',
  ],
  ...['<div>', '</div>', '<b>', '</b> ', '<br>', '<a href="x">', '<x y', '<table><tr>', '<style', '<textarea>'],
  ...['| a | b |', '| - | - |', '|-|', ':-', ':-:', '-|-', '| 甲 | ', '甲 | 乙', '| \\| | `|` |', '||', '|'],
  ...[
    '[l]: /u',
    '[l]:',
    '/u',
    '"t"',
    '[L]: <u> "t',
    '[l]',
    '[x][l]',
    '![y][l]',
    '[z](u)',
    '[z](<u',
    '[^n]',
    '[^n]: 注',
    '[^N]',
    '[l][]',
  ],
  ...[
    '**责任人：**张三',
    '*a',
    'a*',
    '**',
    '_',
    '____年',
    '~删~',
    '3~5日',
    '~~删~~',
    '\\*',
    '\\',
    '\\\\',
    '&amp;',
    '&#12288;',
    '&x;',
    '&',
  ],
  ...[
    'https://a.cn/b。后',
    'www.a.cn',
    '见www.a.cn',
    'WWW.A.CN',
    'a@b.cn',
    '甲a@b.cn',
    'http://',
    '<https://a.cn>',
    'x@',
    '://',
  ],
  ...[
    '🙂',
    '\ud800',
    '\udc00字',
    '\0',
    '\ufeff',
    'x\0y',
    '\u2028',
    '\u000b',
    '行尾  ',
    '行尾 ',
    '行尾\t',
    '行尾\\',
    '`a',
    'a`',
    '![',
    '](',
  ],
];

const EOLS = ['\n', '\n', '\n', '\n', '\n\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\r\r', '\n \n', '\n\t\n', ''];

const head = fc.constantFrom(...HEADS);
const body = fc.constantFrom(...BODIES);
const eol = fc.constantFrom(...EOLS);

const line = fc
  .tuple(head, fc.array(body, { minLength: 1, maxLength: 2 }), eol)
  .map(([start, bodies, end]) => start + bodies.join('') + end);

/** Texts of up to some dozen lines in which any two traits of Markdown may meet. */
export const nastyText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '', '', '\uFEFF', '---\n', '---\ntitle: 甲\n---\n'), fc.array(line, { maxLength: 24 }))
  .map(([start, lines]) => start + lines.join(''));

/** A stretch to be replaced, as fractions of the text, and what takes its place. */
export interface RandomEdit {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

/** Keystrokes, line breaks, deletions and pasted lines. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 })),
  insert: fc.oneof(
    fc.constantFrom('加', 'a', ' ', '\n', '\n\n', '#', '-', '`', '```\n', '<', '[', '|', '\r', ''),
    line,
  ),
});

/** The text after the edit. */
export function applyEdit(text: string, { at, length, insert }: RandomEdit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + length);
}

/** Paragraphs and headings as plain as most plans have them. */
export const plainText: fc.Arbitrary<string> = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(
          '',
          '',
          '',
          ' ',
          '   ',
          '    ',
          '\t',
          '　　',
          '\u00a0 ',
          '# ',
          '## ',
          '#\t',
          '  ### ',
          '###### ',
        ),
        fc.constantFrom(
          '',
          '正文。',
          '正文 间隔',
          '1.摸底',
          '1、摸底',
          '一、要求',
          'a:b',
          '(1) 甲',
          '2+3=5',
          '！？“”',
          '\t',
          ' ',
          '🙂',
          '\ud800',
        ),
        fc.constantFrom('', '', '', ' ', '  ', '\t', '　'),
        eol,
      )
      .map((pieces) => pieces.join('')),
    { maxLength: 16 },
  )
  .map((lines) => lines.join(''));

const bar = fc.constantFrom('|', '|', '|', '| ', ' |', '||', ' | ');
const cell = fc.constantFrom(
  ...[
    '甲',
    ' 责任单位 ',
    '2026年3月底前',
    ' ',
    '',
    '　',
    '\t乙\t',
    'a:b',
    '-',
    ':-',
    '# 丙',
    '1. 丁',
    '> 戊',
    '！“己”',
    '🙂',
    '\ud800',
    'x  y',
  ],
);
const delimiter = fc.constantFrom('---', ' --- ', ':-', ' :-: ', '-:', '-', '\t--\t', '- -', '', ':');

/** Rows of a table, most of them sound, between other lines. */
export const tableText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: row(cell) },
      { weight: 6, arbitrary: table() },
      { weight: 2, arbitrary: plainText },
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

function row(cells: fc.Arbitrary<string>, most = 4): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('', '', '', '', '', ' ', '    ', '文'),
      fc.array(fc.tuple(bar, cells), { minLength: 1, maxLength: most }),
      fc.constantFrom('|', '|', '|', '|', '|', '| ', '|\t', '', '|尾'),
      fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r', ''),
    )
    .map(([indent, found, end, eolOf]) => `${indent}${found.flat().join('')}${end}${eolOf}`);
}

function table(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 3 }).chain((width) => {
    const of = (cells: fc.Arbitrary<string>) =>
      fc
        .array(cells, { minLength: width, maxLength: width })
        .map((found) => `|${found.map((one) => one || ' ').join('|')}|`);
    return fc
      .tuple(of(cell), of(delimiter), fc.array(fc.oneof(of(cell), of(cell), row(cell)), { maxLength: 4 }), eol)
      .map(([header, delimiters, rows, end]) => `\n${header}\n${delimiters}\n${rows.join('\n')}${end}`);
  });
}
