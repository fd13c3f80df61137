import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../server/src/exchange/import/import-file.ts';
import { readPlans } from '../../../server/src/plan/read.ts';
import { importedWord, rawParagraph, rawWordFile, text, wordFile } from './word-files.ts';

const numbering = {
  config: [
    {
      reference: 'plan',
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
        { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
        { level: 2, format: LevelFormat.DECIMAL, text: '%3.' },
        { level: 3, format: LevelFormat.DECIMAL, text: '（%4）' },
      ],
    },
    { reference: 'dots', levels: [{ level: 0, format: LevelFormat.BULLET, text: '●' }] },
  ],
};
const numbered = (words: string, level: number) =>
  new Paragraph({ text: words, numbering: { reference: 'plan', level } });

describe('Word files', () => {
  test('numbers of lists that stand nowhere in the text are written out', async () => {
    const bytes = await wordFile(
      [
        new Paragraph({ text: '云台镇防汛工作方案', alignment: AlignmentType.CENTER }),
        text('为做好防汛工作，制定本方案。'),
        numbered('工作目标', 0),
        text('全镇安全度汛。'),
        numbered('工作措施', 0),
        numbered('排查隐患', 1),
        numbered('巡查堤防。每日2次。', 2),
        numbered('检修泵站。5月底前完成。', 2),
        numbered('储备物资', 1),
        numbered('编织袋2000条。', 2),
        numbered('存放于镇仓库；', 3),
      ],
      { numbering },
    );
    expect((await importedWord(bytes)).paragraphs).toEqual([
      '# 云台镇防汛工作方案',
      '为做好防汛工作，制定本方案。',
      '## 一、工作目标',
      '全镇安全度汛。',
      '## 二、工作措施',
      '### （一）排查隐患',
      '1.巡查堤防。每日2次。',
      '2.检修泵站。5月底前完成。',
      '### （二）储备物资',
      '1.编织袋2000条。',
      '（1）存放于镇仓库；',
    ]);
  });

  test('headings by style, below the title', async () => {
    const heading = (words: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
      new Paragraph({ text: words, heading: level });
    const bytes = await wordFile([
      heading('云台镇防汛工作方案', HeadingLevel.TITLE),
      text('为做好防汛工作，制定本方案。'),
      heading('工作目标', HeadingLevel.HEADING_1),
      text('全镇安全度汛。'),
      heading('工作措施', HeadingLevel.HEADING_1),
      heading('排查隐患', HeadingLevel.HEADING_2),
      heading(
        '各村每日巡查堤防。发现险情立即报告镇防汛办，由镇防汛办组织抢险，并按规定上报县防汛抗旱指挥部。',
        HeadingLevel.HEADING_3,
      ),
    ]);
    expect((await importedWord(bytes)).paragraphs).toEqual([
      '# 云台镇防汛工作方案',
      '为做好防汛工作，制定本方案。',
      '## 工作目标',
      '全镇安全度汛。',
      '## 工作措施',
      '### 排查隐患',
      '各村每日巡查堤防。发现险情立即报告镇防汛办，由镇防汛办组织抢险，并按规定上报县防汛抗旱指挥部。',
    ]);
  });

  test('where the title has the style of the first heading, the others stand below it', async () => {
    const bytes = await wordFile([
      new Paragraph({ text: '云台镇防汛工作方案', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ text: '一、工作目标', heading: HeadingLevel.HEADING_2 }),
      text('全镇安全度汛。'),
    ]);
    expect((await importedWord(bytes)).paragraphs).toEqual([
      '# 云台镇防汛工作方案',
      '## 一、工作目标',
      '全镇安全度汛。',
    ]);
  });

  test('a title of two centred paragraphs, or of two lines, is one', async () => {
    const centred = (words: string) => new Paragraph({ text: words, alignment: AlignmentType.CENTER });
    const two = await wordFile([
      centred('云台镇关于开展春季爱国卫生'),
      centred('运动的实施方案'),
      text('为改善环境，制定本方案。'),
    ]);
    const broken = await wordFile([
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun('云台镇关于开展春季爱国卫生'), new TextRun({ text: '运动的实施方案', break: 1 })],
      }),
      text('为改善环境，制定本方案。'),
    ]);
    for (const bytes of [two, broken]) {
      expect((await importedWord(bytes)).paragraphs[0]).toBe('# 云台镇关于开展春季爱国卫生运动的实施方案');
    }
  });

  test('bullets are items, bold and colours go, links keep their address', async () => {
    const bytes = await wordFile(
      [
        new Paragraph({ text: '值班人员', numbering: { reference: 'dots', level: 0 } }),
        text('加强值守。', { bold: true, color: 'FF0000' }),
        new Paragraph({
          children: [
            new TextRun('见'),
            new ExternalHyperlink({ link: 'https://example.cn/a', children: [new TextRun('通知')] }),
          ],
        }),
      ],
      { numbering },
    );
    expect((await importedWord(bytes)).paragraphs).toEqual([
      '- 值班人员',
      '加强值守。',
      '见通知（https://example.cn/a）',
    ]);
  });

  test('numbers below bullets, and numbers of one kind within each other, keep their depth', async () => {
    const level = (at: number, format: 'bullet' | 'decimal') => ({
      level: at,
      format,
      text: format === 'bullet' ? '●' : `%${at + 1}.`,
    });
    const lists = {
      config: [
        { reference: 'dots', levels: [level(0, 'bullet'), level(1, 'decimal')] },
        { reference: 'figures', levels: [level(0, 'decimal'), level(1, 'decimal')] },
      ],
    };
    const item = (words: string, reference: string, at: number) =>
      new Paragraph({ text: words, numbering: { reference, level: at } });
    const bytes = await wordFile(
      [
        item('排查阶段（6月）', 'dots', 0),
        item('检查用电', 'dots', 1),
        item('检查用气', 'dots', 1),
        item('整改阶段（7月）', 'dots', 0),
        text('两个阶段之间报送小结。'),
        item('建立台账', 'figures', 0),
        item('逐项登记', 'figures', 1),
        item('逐项销号', 'figures', 0),
      ],
      { numbering: lists },
    );
    expect((await importedWord(bytes)).paragraphs).toEqual([
      '- 排查阶段（6月）\n  1. 检查用电\n  2. 检查用气\n- 整改阶段（7月）',
      '两个阶段之间报送小结。',
      '1. 建立台账\n   1. 逐项登记\n2. 逐项销号',
    ]);
  });

  test('footnotes, comments, headers and pictures are left out, and told', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const bytes = await wordFile(
      [
        new Paragraph({
          children: [new TextRun('投入资金30万元'), new FootnoteReferenceRun(1), new TextRun('，全部到位。')],
        }),
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('由水利站负责。'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
        new Paragraph({
          children: [new ImageRun({ type: 'png', data: png, transformation: { width: 9, height: 9 } })],
        }),
      ],
      {
        footnotes: { 1: { children: [text('含县级补助10万元。')] } },
        comments: { children: [{ id: 0, children: [text('水利站已撤并，请核实。')] }] },
      },
      { headers: { default: new Header({ children: [text('云台镇人民政府文件')] }) } },
    );
    const { paragraphs, notices } = await importedWord(bytes);
    expect(paragraphs).toEqual(['投入资金30万元，全部到位。', '由水利站负责。']);
    expect(notices.map(({ message, removed }) => [message.zh, ...removed])).toEqual([
      ['脚注和尾注未导入（1条）', '含县级补助10万元。'],
      ['批注未导入（1条）', '水利站已撤并，请核实。'],
      ['页眉和页脚未导入', '云台镇人民政府文件'],
      ['图片未导入（1张）'],
    ]);
  });

  test('what Word only shows in shapes, formulas and tracked changes', async () => {
    const box = (words: string) => `<w:txbxContent>${rawParagraph(words)}</w:txbxContent>`;
    const bytes = rawWordFile(
      [
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('签发人：李明')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('签发人：李明')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('流程一：受理')}</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`,
        '<w:p><w:r><w:t>得分=</w:t></w:r><m:oMath><m:r><m:t>A+B×2</m:t></m:r></m:oMath></w:p>',
        '<w:p><w:r><w:t>3月</w:t></w:r><w:del><w:r><w:delText>10日</w:delText></w:r></w:del><w:ins><w:r><w:t>15日</w:t></w:r></w:ins><w:r><w:t>前完成。</w:t></w:r></w:p>',
        '<w:p><w:moveTo><w:r><w:t>移来一句。</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>移来一句。</w:t></w:r></w:moveFrom></w:p>',
        '<w:p><w:r><w:ruby><w:rt><w:r><w:t>tái</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>台</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
      ].join(''),
    );
    const { paragraphs, notices } = await importedWord(bytes);
    expect(paragraphs).toEqual(['签发人：李明', '流程一：受理', '得分=A+B×2', '3月15日前完成。', '移来一句。', '台']);
    expect(notices.map(({ removed }) => removed)).toEqual([['10日']]);
  });

  test('the table of contents is no part of the text', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>';
    const bytes = rawWordFile(
      rawParagraph('一、工作目标 1', '<w:pStyle w:val="a1"/>') +
        rawParagraph('一、工作目标', '<w:pStyle w:val="1"/>') +
        rawParagraph('安全度汛。'),
      { styles },
    );
    const { paragraphs, notices } = await importedWord(bytes);
    expect(paragraphs).toEqual(['## 一、工作目标', '安全度汛。']);
    expect(notices.map(({ removed }) => removed)).toEqual([['一、工作目标 1']]);
  });

  test('nothing but a heading style tells depth: styles are followed to what they are based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="x"><w:name w:val="一级标题"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="y"><w:name w:val="小标题"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>';
    const bytes = rawWordFile(
      rawParagraph('工作目标', '<w:pStyle w:val="x"/>') +
        rawParagraph('近期目标', '<w:pStyle w:val="y"/>') +
        rawParagraph('安全度汛。'),
      { styles },
    );
    expect((await importedWord(bytes)).paragraphs).toEqual(['## 工作目标', '### 近期目标', '安全度汛。']);
  });
});

test('where nothing loads the libraries of Word files, as in a browser, one sentence says so', async () => {
  const bytes = await wordFile([text('云台镇防汛工作方案')]);
  const answer = await importFile(bytes, undefined);
  expect('fault' in answer && answer.fault.zh).toContain('需要桌面版');
  expect(await importFile(new TextEncoder().encode('云台镇防汛工作方案'), undefined)).toHaveProperty('documents');
});

describe('tables of Word files', () => {
  const cell = (words: string, more: object = {}) =>
    new TableCell({ children: words.split('\n').map((line) => text(line)), ...more });
  const row = (...cells: TableCell[]) => new TableRow({ children: cells });
  const tableOf = async (rows: TableRow[]) => {
    const { markdown } = await importedWord(await wordFile([text('云台镇工作台账'), new Table({ rows })]));
    return markdown.split('\n').filter((line) => line.startsWith('|'));
  };

  test('merged stages stay in their first row, where the reader carries them down', async () => {
    const rows = await tableOf([
      row(cell('步 骤'), cell('时 间'), cell('活动内容'), cell('责任单位')),
      row(
        cell('学习\n调研', { rowSpan: 2 }),
        cell('2026年3月\n至4月', { rowSpan: 2 }),
        cell('动员部署'),
        cell('镇党政办', { rowSpan: 3 }),
      ),
      row(cell('专题学习')),
      row(cell('整改'), cell('2026年5月'), cell('制定措施')),
    ]);
    expect(rows).toEqual([
      '| 步骤 | 时间 | 活动内容 | 责任单位 |',
      '| --- | --- | --- | --- |',
      '| 学习调研 | 2026年3月至4月 | 动员部署 | 镇党政办 |',
      '|  |  | 专题学习 | 镇党政办 |',
      '| 整改 | 2026年5月 | 制定措施 | 镇党政办 |',
    ]);
    const [table] = readPlans(`${rows.join('\n')}\n`).plans[0]?.tables ?? [];
    const second = table?.rows[1];
    expect(second && table.cell(second, 'stage')?.text).toBe('学习调研');
    expect(second && table.cell(second, 'time')?.text).toBe('2026年3月至4月');
  });

  test('a merged issue has several measures; who and until when is said of each', async () => {
    const rows = await tableOf([
      row(cell('序号'), cell('存在问题'), cell('整改措施'), cell('责任人'), cell('完成时限')),
      row(
        cell('1', { rowSpan: 2 }),
        cell('制度缺失', { rowSpan: 2 }),
        cell('修订制度'),
        cell('陈立', { rowSpan: 2 }),
        cell('4月底', { rowSpan: 2 }),
      ),
      row(cell('开展培训')),
    ]);
    expect(rows.slice(2)).toEqual(['| 1 | 制度缺失 | 修订制度 | 陈立 | 4月底 |', '|  |  | 开展培训 | 陈立 | 4月底 |']);
  });

  test('a title row becomes the line above, a caption row stays between the rows, a repeated header goes', async () => {
    const bytes = await wordFile([
      new Table({
        rows: [
          row(cell('云台镇任务分解表', { columnSpan: 3 })),
          row(cell('序号'), cell('工作任务'), cell('责任单位')),
          row(cell('一、环境整治', { columnSpan: 3 })),
          row(cell('1'), cell('清运垃圾'), cell('城建办\n各村')),
          row(cell('序号'), cell('工作任务'), cell('责任单位')),
          row(cell('2'), cell('疏浚沟渠'), cell('水利站')),
        ],
      }),
    ]);
    const { markdown, notices } = await importedWord(bytes);
    expect(markdown.trim().split('\n')).toEqual([
      '# 云台镇任务分解表',
      '',
      '| 序号 | 工作任务 | 责任单位 |',
      '| --- | --- | --- |',
      '|  | 一、环境整治 |  |',
      '| 1 | 清运垃圾 | 城建办<br>各村 |',
      '| 2 | 疏浚沟渠 | 水利站 |',
    ]);
    expect(notices.map(({ removed }) => removed)).toEqual([['序号 工作任务 责任单位']]);
  });

  test('a header of two rows is one', async () => {
    const rows = await tableOf([
      row(
        cell('序号', { rowSpan: 2 }),
        cell('工作任务', { rowSpan: 2 }),
        cell('责任分工', { columnSpan: 2 }),
        cell('完成时限', { rowSpan: 2 }),
      ),
      row(cell('牵头单位'), cell('配合单位')),
      row(cell('1'), cell('清运垃圾'), cell('城建办'), cell('各村'), cell('4月底')),
    ]);
    expect(rows).toEqual([
      '| 序号 | 工作任务 | 责任分工牵头单位 | 配合单位 | 完成时限 |',
      '| --- | --- | --- | --- | --- |',
      '| 1 | 清运垃圾 | 城建办 | 各村 | 4月底 |',
    ]);
  });

  test('merges that are only marked in the rows below count as well', async () => {
    const rows = await tableOf([
      row(cell('序号'), cell('任务'), cell('责任单位')),
      row(cell('1'), cell('清运|垃圾'), cell('城建办', { verticalMerge: VerticalMergeType.RESTART })),
      row(cell('2'), cell('疏浚沟渠'), cell('', { verticalMerge: VerticalMergeType.CONTINUE })),
    ]);
    expect(rows.slice(2)).toEqual(['| 1 | 清运\\|垃圾 | 城建办 |', '| 2 | 疏浚沟渠 | 城建办 |']);
  });

  test('a frame around paragraphs is no table', async () => {
    const bytes = await wordFile([new Table({ rows: [row(cell('一、工作目标\n全镇安全度汛。'))] })]);
    expect((await importedWord(bytes)).paragraphs).toEqual(['## 一、工作目标', '全镇安全度汛。']);
  });

  const rawTable = (...rows: readonly (readonly string[])[]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
  const inner = rawTable(
    ['序号', '问题', '责任人'].map((words) => rawParagraph(words)),
    ['1', '路不平', '张三'].map((words) => rawParagraph(words)),
  );

  test('a table within a cell is lines of the cell, and told', async () => {
    const outer = rawTable(
      [rawParagraph('事项'), rawParagraph('说明')],
      [rawParagraph('整改'), `${rawParagraph('见下表')}${inner}${rawParagraph('以上')}`],
    );
    const { markdown, notices } = await importedWord(rawWordFile(outer));
    expect(markdown).toContain('| 整改 | 见下表<br>序号　问题　责任人<br>1　路不平　张三<br>以上 |');
    expect(notices).toEqual([
      {
        message: expect.objectContaining({ zh: '单元格内的表格改为了单元格内的文字（1个），请与原文核对' }),
        removed: [],
      },
    ]);
  });

  test('a frame around paragraphs and a table is neither', async () => {
    const frame = rawTable([`${rawParagraph('外框里的话。')}${inner}${rawParagraph('框尾。')}`]);
    const { paragraphs, notices } = await importedWord(rawWordFile(frame));
    expect(paragraphs).toEqual([
      '外框里的话。',
      '| 序号 | 问题 | 责任人 |\n| --- | --- | --- |\n| 1 | 路不平 | 张三 |',
      '框尾。',
    ]);
    expect(notices).toEqual([]);
  });

  test('two dates of a cell stay two lines, one that the column breaks is one', async () => {
    const table = rawTable(
      ['问题', '整改措施', '完成时限'].map((words) => rawParagraph(words)),
      [rawParagraph('路不平'), rawParagraph('修路'), `${rawParagraph('4月10日前')}${rawParagraph('5月20日前')}`],
      [rawParagraph('灯不亮'), rawParagraph('换灯'), `${rawParagraph('2026年')}${rawParagraph('4月底前')}`],
      [rawParagraph('水不通'), rawParagraph('清淤'), `${rawParagraph('3月1日')}${rawParagraph('至4月1日')}`],
    );
    const { markdown } = await importedWord(rawWordFile(table));
    expect(markdown).toContain('| 4月10日前<br>5月20日前 |');
    expect(markdown).toContain('| 2026年4月底前 |');
    expect(markdown).toContain('| 3月1日至4月1日 |');
  });

  test('a deleted row is told, a row that begins further on keeps its columns', async () => {
    const cell = (words: string) => `<w:tc>${rawParagraph(words)}</w:tc>`;
    const row = (properties: string, ...words: readonly string[]) =>
      `<w:tr><w:trPr>${properties}</w:trPr>${words.map(cell).join('')}</w:tr>`;
    const table = `<w:tbl>${[
      row('', '序号', '问题', '责任人'),
      row('<w:gridBefore w:val="1"/>', '路面不平', '张三'),
      row('<w:del w:id="1" w:author="x"/>', '3', '灯不亮', '王五'),
    ].join('')}</w:tbl>`;
    const { markdown, notices } = await importedWord(rawWordFile(table));
    expect(markdown).toBe('| 序号 | 问题 | 责任人 |\n| --- | --- | --- |\n|  | 路面不平 | 张三 |\n');
    expect(notices.map(({ removed }) => removed)).toEqual([['3 灯不亮 王五']]);
  });
});

describe('what the converter does not know', () => {
  const part = (content: string) => `<w:r>${content}</w:r>`;
  const field = (...codes: readonly string[]) =>
    [
      part('<w:fldChar w:fldCharType="begin"/>'),
      ...codes.map((code) => part(`<w:instrText>${code}</w:instrText>`)),
      part('<w:fldChar w:fldCharType="end"/>'),
    ].join('');

  test('is told word by word', async () => {
    const unknown = `<w:p>${part('<w:t>全镇2</w:t>')}<w:other>${part('<w:t>个村3组</w:t>')}</w:other></w:p>`;
    const { notices } = await importedWord(rawWordFile(unknown + rawParagraph('另有')));
    expect(notices).toEqual([
      { message: expect.objectContaining({ zh: '有4个字未能转换，请与原文核对' }), removed: ['个村3组'] },
    ]);
  });

  test('enclosed characters are written out', async () => {
    const body = `<w:p>${field(' EQ \\o\\ac(○,1) ')}${part('<w:t>排查堤防。</w:t>')}</w:p><w:p>${part('<w:t>图中</w:t>')}${field('eq \\o\\ac(', '□', ',甲)')}${part('<w:t>处</w:t>')}</w:p>`;
    expect((await importedWord(rawWordFile(body))).paragraphs).toEqual(['①排查堤防。', '图中甲处']);
  });

  test('the words of a simple field stay', async () => {
    const body = `<w:p>${part('<w:t>截至</w:t>')}<w:fldSimple w:instr=" DATE ">${part('<w:t>2026年3月1日</w:t>')}</w:fldSimple></w:p>`;
    const { paragraphs, notices } = await importedWord(rawWordFile(body));
    expect({ paragraphs, notices }).toEqual({ paragraphs: ['截至2026年3月1日'], notices: [] });
  });

  test('a year with a full stop is no item of a list', async () => {
    const { paragraphs } = await importedWord(rawWordFile(rawParagraph('1986. 这年开始，本镇设立水文站。')));
    expect(paragraphs).toEqual(['1986\\. 这年开始，本镇设立水文站。']);
    expect(readPlans(paragraphs[0] ?? '').lines.map(({ place }) => place)).toEqual(['paragraph']);
  });

  test('what a formula shows becomes a line of text, and is told', async () => {
    const run = (content: string) => `<w:r>${content}</w:r>`;
    const field = (code: string) =>
      `${run('<w:fldChar w:fldCharType="begin"/>')}${run(`<w:instrText xml:space="preserve">${code}</w:instrText>`)}${run('<w:fldChar w:fldCharType="end"/>')}`;
    const words = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
    const math = (content: string) => `<m:oMath>${content}</m:oMath>`;
    const letter = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const bytes = rawWordFile(
      [
        `<w:p>${words('合格率=')}${field(' EQ \\f(合格数,抽查数×2) ')}${words('，')}${field('eq \\f(1,2)')}</w:p>`,
        `<w:p>${words('面积')}${field('EQ m\\s\\up6(2)')}${words('、')}${field('EQ \\r(3,x+1)')}${words('、')}${field('EQ \\b\\bc\\{(\\a\\al(第3项,第4项))')}</w:p>`,
        `<w:p><w:hyperlink>${field('EQ \\x(盖章处)')}</w:hyperlink><w:fldSimple w:instr=" EQ \\o(甲,乙) "/>${field('EQ \\o\\ac(○,3)')}</w:p>`,
        `<w:p>${field('MACROBUTTON NoMacro 单击填写2026年日期')}${field('PAGE')}</w:p>`,
        `<w:p>${words('得分=')}${math(`<m:f><m:num>${letter('A+B')}</m:num><m:den>${letter('2')}</m:den></m:f>`)}${math(letter('，C×3'))}</w:p>`,
        `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>EQ \\f(5,6)</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${words('5/6')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`,
      ].join(''),
    );
    const { paragraphs, notices } = await importedWord(bytes);
    expect(paragraphs).toEqual([
      '合格率=合格数/(抽查数×2)，1/2',
      '面积m2、3√(x+1)、{第3项 第4项}',
      '盖章处甲乙③',
      '单击填写2026年日期',
      '得分=(A+B)/2，C×3',
      '5/6',
    ]);
    expect(notices.flatMap(({ removed }) => removed).sort()).toEqual(
      ['合格数/(抽查数×2)', '1/2', 'm2', '3√(x+1)', '{第3项 第4项}', '盖章处', '甲乙', '(A+B)/2'].sort(),
    );
  });
});
