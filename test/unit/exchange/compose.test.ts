import { describe, expect, test } from 'vitest';
import { titleLines } from '../../../server/src/exchange/paper/title-lines.ts';
import { outlineOf, paperOf } from './paper.ts';

const marked = `# 柳塘镇河道保洁工作方案

各村（社区），镇直各单位：

为保持**河道清洁**，制定本方案。

## 一、工作目标

全镇河道无垃圾。

## 二、主要任务

### （一）打捞漂浮物

1. 划分河段。各村划分责任河段，由村党支部书记负责，2026年4月30日前完成。

（二）清理岸坡。各村每月清理一次，~~两次~~。

- 先清理主干河道；
- 再清理支流。

附件：1.责任河段划分表
2.保洁人员名单

柳塘镇人民政府

2026年3月2日

（联系人：何志远）

附件1

责任河段划分表

| 河段 | 责任村 |
| --- | --- |
| 上游 | 柳塘村 |

附件2：保洁人员名单

一、上游

何志远
`;

/** The same plan as it comes from a word processor: no marks of Markdown, indented by blanks. */
const plain = `柳塘镇河道保洁工作方案
各村（社区），镇直各单位：
    为保持河道清洁，制定本方案。
    一、工作目标
    全镇河道无垃圾。
    二、主要任务
    （一）打捞漂浮物
    1.划分河段。各村划分责任河段，由村党支部书记负责，2026年4月30日前完成。
    （二）清理岸坡。各村每月清理一次，两次。
    附件：1.责任河段划分表
    2.保洁人员名单
    柳塘镇人民政府
    2026年3月2日
    （联系人：何志远）
`;

describe('a plan as a paper', () => {
  test('keeps everything in its order and tells the elements apart', () => {
    expect(outlineOf(marked)).toEqual([
      [
        'title 柳塘镇河道保洁工作方案',
        'addressee 各村（社区），镇直各单位：',
        'paragraph 为保持河道清洁，制定本方案。',
        'heading1 hei«一、工作目标»',
        'paragraph 全镇河道无垃圾。',
        'heading1 hei«二、主要任务»',
        'heading2 kai«（一）打捞漂浮物»',
        'paragraph 1.划分河段。各村划分责任河段，由村党支部书记负责，2026年4月30日前完成。',
        'paragraph kai«（二）清理岸坡。»各村每月清理一次，两次。',
        'bullet 先清理主干河道；',
        'bullet 再清理支流。',
        'attachmentNote 1.责任河段划分表|2.保洁人员名单',
        'signature 柳塘镇人民政府|2026年3月2日',
        'paragraph （联系人：何志远）',
      ],
      ['label 附件1', 'title 责任河段划分表', 'table 河段 责任村 上游 柳塘村'],
      ['label 附件2', 'title 保洁人员名单', 'heading1 hei«一、上游»', 'paragraph 何志远'],
    ]);
  });

  test('keeps the blank behind a number that has no mark of its own', () => {
    const paper = paperOf(
      '云台镇粮食应急预案\n\n1　总则\n\n1.1　编制目的\n\n保障供应。\n\n2　组织机构\n\n设指挥部。\n',
    );
    expect(JSON.stringify(paper)).toContain('1　总则');
    expect(JSON.stringify(paper)).toContain('2　组织机构');
  });

  test('is the same from plain text with blanks in front of its lines', () => {
    const [body] = outlineOf(marked);
    expect(outlineOf(plain)).toEqual([body?.filter((block) => !block.startsWith('bullet'))]);
  });

  test('keeps bold, emphasised and struck words, cell breaks and merged cells', () => {
    const { blocks = [] } =
      paperOf(
        `# 方案\n\n一、要求\n\n要**抓紧**、*抓实*、~~抓细~~。\n\n| 阶段 | 时间 | 活动内容 |\n| --- | --- | --- |\n| 准备 | 3月 | 开会<br>发文 |\n| | | 培训 |\n`,
      ).parts[0] ?? {};
    const runs = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
    expect(runs).toEqual([
      { text: '要' },
      { text: '抓紧', strong: true },
      { text: '、' },
      { text: '抓实', emphasis: true },
      { text: '、' },
      { text: '抓细', struck: true },
      { text: '。' },
    ]);
    const table = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0];
    expect(table?.rows[0]?.cells[2]?.runs).toEqual([{ text: '开会' }, { text: '发文', breakBefore: true }]);
    expect(table?.rows[1]?.cells.map(({ merged }) => merged)).toEqual([true, true, false]);
  });

  test('takes 版头, 版记, addressee and signature from the front matter', () => {
    const paper = paperOf(`---
issuer: 云岭县水务局
date: 2026-03-05
docNo: 云水发〔2026〕8号
urgency: 加急
signer: [郑立群, 沈丽]
addressee: 县政府办公室
copies: [县委办公室, 县财政局]
printer: 云岭县水务局办公室
printed: 2026-03-06
sealed: 否
---

# 防汛工作方案

为做好防汛工作，制定本方案。
`);
    expect(paper.head).toEqual({
      marks: [{ text: '加急', kind: 'urgency' }],
      letterhead: '云岭县水务局文件',
      documentNumber: '云水发〔2026〕8号',
      signers: ['郑立群', '沈丽'],
    });
    expect(paper.imprint).toEqual({
      copies: '县委办公室，县财政局',
      printer: '云岭县水务局办公室',
      printed: '2026年3月6日',
    });
    expect(paper.sealed).toBe(false);
    expect(paper.parts[0]?.blocks.map(({ kind }) => kind)).toEqual(['title', 'addressee', 'paragraph', 'signature']);
  });

  test('takes them from the text of a pasted paper', () => {
    const paper = paperOf(`云岭县水务局文件
云水发〔2026〕8号
关于印发防汛工作方案的通知
各乡镇人民政府：
现将《防汛工作方案》印发给你们，请认真贯彻执行。
云岭县水务局
2026年3月5日
抄送：县委办公室，县财政局。
云岭县水务局办公室 2026年3月6日印发
`);
    expect(paper.head).toMatchObject({ letterhead: '云岭县水务局文件', documentNumber: '云水发〔2026〕8号' });
    expect(paper.imprint).toEqual({
      copies: '县委办公室，县财政局',
      printer: '云岭县水务局办公室',
      printed: '2026年3月6日',
    });
    expect(paper.sealed).toBe(true);
  });

  test('puts 附件 above the title of a plan that a notice carries', () => {
    const parts = outlineOf(`# 关于印发防汛工作方案的通知

各乡镇人民政府：

现将《云岭县防汛工作方案》印发给你们，请认真贯彻执行。

云岭县水务局

2026年3月5日

附件

# 云岭县防汛工作方案

为做好防汛工作，制定本方案。

## 一、工作目标

安全度汛。
`);
    expect(parts.map(([first]) => first)).toEqual(['title 关于印发防汛工作方案的通知', 'label 附件']);
    expect(parts[1]?.[1]).toBe('title 云岭县防汛工作方案');
  });

  test('turns a table with many columns sideways, and leaves a narrow one upright', () => {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const table = (columns: number) =>
      [
        row(Array.from({ length: columns }, (_, at) => `栏目${at}`)),
        row(Array.from({ length: columns }, () => '---')),
        row(Array.from({ length: columns }, () => '内容')),
      ].join('\n');
    const { parts } = paperOf(`# 方案\n\n一、任务\n\n${table(4)}\n\n二、台账\n\n${table(9)}\n`);
    const tables = parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    );
    expect(tables.map(({ landscape }) => landscape)).toEqual([false, true]);
    expect(tables.map(({ widths }) => widths.reduce((sum, width) => sum + width, 0))).toEqual([8844, 12756]);
  });

  test('names the outermost level 黑体 where nothing is numbered 一、', () => {
    const [blocks] = outlineOf('# 学校读书节活动方案\n\n## 1. 活动时间\n\n4月。\n\n### （1）地点\n\n操场。\n');
    expect(blocks).toContain('heading1 hei«1.活动时间»');
    expect(blocks).toContain('heading2 kai«（1）地点»');
  });
});

describe('a title', () => {
  test.each([
    ['白鹭镇农村道路交通安全整治工作方案', 1],
    ['云岭县教育局关于开展全县中小学校园安全隐患大排查大整治专项行动的实施方案', 2],
    ['云岭县人民政府办公室关于印发《云岭县推动大规模设备更新和消费品以旧换新实施方案》的通知', 3],
  ])('%s is broken between words into lines of like lengths', (title, count) => {
    const lines = titleLines([title]);
    expect(lines.join('')).toBe(title);
    expect(lines.length).toBe(count);
    expect(lines.every((line) => line.length <= 20 && line.length >= 5)).toBe(true);
    expect(lines.some((line) => /^[的之》”）、，]|[《“（]$/.test(line))).toBe(false);
  });

  test('keeps the genre whole, and the lines that its author made', () => {
    expect(titleLines(['柳塘镇中心小学校园周边环境综合治理专项整治工作方案']).at(-1)).toMatch(/工作方案$/);
    expect(titleLines(['柳塘镇中心小学', '校园环境治理工作方案'])).toEqual(['柳塘镇中心小学', '校园环境治理工作方案']);
  });

  test('does not cut a term that the text uses', () => {
    const title = '兰溪街道开展深入学习实践绿色发展观活动第一阶段实施方案';
    const text = '深入学习实践绿色发展观。\n推动学习实践绿色发展观。\n检查学习实践绿色发展观的成效。';
    expect(titleLines([title]).some((line) => line.includes('绿色发展观'))).toBe(false);
    expect(titleLines([title], text).some((line) => line.includes('绿色发展观'))).toBe(true);
  });

  test('of any length ends the search', () => {
    const long = '推动经济社会高质量发展'.repeat(40);
    expect(titleLines([long])).toEqual([long]);
  });
});
