import { describe, expect, test } from 'vitest';
import { signatureIndents } from '../../../server/src/exchange/office/paper/blocks.ts';
import { writePaper } from '../../../server/src/exchange/office/paper/write.ts';
import { filesOf, paperOf, paragraphWith } from './paper.ts';

/** The numbers are those of GB/T 9704-2012, written out here and not taken from the code: 1 mm is 1440 / 25.4 twips. */
const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

const text = `---
docNo: 云水发〔2026〕8号
issuer: 云岭县水务局
copyNo: "000012"
urgency: 特急
copies: [县委办公室, 县财政局]
printer: 云岭县水务局办公室
printed: 2026-03-06
---

# 云岭县防汛工作方案

各乡镇人民政府：

为做好“防汛”工作——制定**本方案**，*务必*落实。

## 一、工作目标

安全度汛。

### （一）压实责任

1. 各乡镇负责。

（1）各村负责。

（二）强化督查。每月通报进展。

| 序号 | 任务 | 责任单位 | 责任人 | 时限 | 措施 | 进展 | 备注 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 清淤 | 水务局 | 何志远 | 4月 | 清理 | 完成 | 无 |

附件：1.云岭县防汛抗旱指挥部成员单位名单
2.物资清单

云岭县水务局

2026年3月5日

（此件公开发布）

附件1

成员单位名单

各成员单位。
`;

const files = await filesOf(text);
const part = (name: string) => files[name] ?? '';
const document = part('word/document.xml');
const styles = part('word/styles.xml');
const styleOf = (id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}"[^>]*>.*?</w:style>`, 's').exec(styles)?.[0] ?? '';
const sections = document.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
const footers = Object.entries(files).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
const emptyLine =
  /^<w:p><w:pPr>(?:<w:keepNext\/>|<w:keepNext w:val="false"\/>)?<w:spacing w:line="579" w:lineRule="exact"\/><\/w:pPr><\/w:p>$/;
const paragraphs: readonly string[] = document.match(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs) ?? [];
const indexOf = (words: string) => paragraphs.indexOf(paragraphWith(document, words));
/** How many empty lines stand in front of a paragraph. */
function emptyAbove(words: string): number {
  let count = 0;
  for (let at = indexOf(words) - 1; emptyLine.test(paragraphs[at] ?? ''); at--) count++;
  return count;
}

describe('the page', () => {
  test('5.1: is A4', () => {
    expect(sections[0]).toContain(`<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"`);
  });

  test('5.2.1: has margins of 37 mm above and 28 mm at the binding, and a text area of 156 × 225 mm', () => {
    const [, top, right, bottom, left] =
      /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(sections[0] ?? '') ?? [];
    expect([top, left].map(Number)).toEqual([twips(37), 1588]);
    expect(Math.abs(1588 - twips(28))).toBeLessThanOrEqual(1);
    expect(Math.abs(twips(210) - Number(left) - Number(right) - twips(156))).toBeLessThanOrEqual(1);
    expect(Math.abs(twips(297) - Number(top) - Number(bottom) - twips(225))).toBeLessThanOrEqual(1);
  });

  test('5.2.1: has the binding edge inside on even pages too', () => {
    expect(part('word/settings.xml')).toMatch(/<w:mirrorMargins\/><w:defaultTabStop/);
  });

  test('5.2.3: has 22 lines of 28 characters', () => {
    const [, pitch, space] =
      /<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)" w:charSpace="(-?\d+)"\/>/.exec(sections[0] ?? '') ?? [];
    const height = twips(225);
    expect(Math.floor(height / Number(pitch))).toBe(22);
    expect(height - 22 * Number(pitch)).toBeLessThan(22);
    const character = 16 + Number(space) / 4096;
    expect(Math.floor(twips(156) / 20 / character)).toBe(28);
    // The text itself keeps to both without the grid.
    const line = Number(/w:line="(\d+)" w:lineRule="exact"/.exec(styleOf('Normal'))?.[1]);
    const spacing = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(styleOf('Gongwen'))?.[1]);
    expect([Math.floor(height / line), Math.floor(twips(156) / (320 + spacing))]).toEqual([22, 28]);
  });

  test('5.2.2, 5.2.4: is set in 3号仿宋, black', () => {
    const defaults = /<w:rPrDefault>.*?<\/w:rPrDefault>/s.exec(styles)?.[0] ?? '';
    for (const slot of ['ascii', 'hAnsi', 'eastAsia', 'cs']) expect(defaults).toContain(`w:${slot}="仿宋"`);
    expect(defaults).toContain('<w:sz w:val="32"/>');
    expect(defaults).toContain('w:eastAsia="zh-CN"');
    expect(styles + document).not.toMatch(/w:(?:ascii|hAnsi|eastAsia|cs)Theme=/);
    const colours = new Set([...document.matchAll(/<w:color w:val="([^"]*)"/g)].map(([, colour]) => colour));
    expect([...colours]).toEqual([]);
  });

  test('8: lies down for a wide table, with its upper edge at the binding, and comes back', () => {
    const [upright, wide, after] = sections;
    expect(sections).toHaveLength(3);
    expect(wide).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    expect(wide).toContain('w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"');
    expect([upright, after].map((one) => one?.includes('landscape'))).toEqual([false, false]);
  });

  test('8: has its number where all pages have it when it lies down: turned, at the left', () => {
    const turned = footers.filter(([, xml]) => xml.includes('<w:tbl>')).map(([, xml]) => xml);
    expect(turned).toHaveLength(2);
    for (const xml of turned) {
      expect(xml).toContain('<w:textDirection w:val="tbRl"/>');
      expect(xml).toMatch(/w:vertAnchor="page"/);
      expect(xml).toContain('w:tblpX="1427"');
      expect(xml).toContain('w:tblpY="1588"');
    }
  });
});

describe('the head', () => {
  test('7.2.1, 7.2.3: begins with 份号 in 仿宋 and 紧急程度 in 黑体', () => {
    expect(indexOf('000012')).toBe(0);
    expect(indexOf('特急')).toBe(1);
    expect(paragraphWith(document, '特急')).toContain('w:eastAsia="黑体"');
  });

  test('7.2.4: has its name 35 mm below the edge of the text, red, in 小标宋', () => {
    const above = paragraphs.slice(0, indexOf('云岭县水务局文件'));
    const filler = Number(/w:line="(\d+)"/.exec(above[2] ?? '')?.[1]);
    expect(above).toHaveLength(3);
    expect(2 * 579 + filler).toBe(twips(35));
    expect(styleOf('GongwenLetterhead')).toContain('w:eastAsia="方正小标宋简体"');
    expect(styleOf('GongwenLetterhead')).toContain('<w:color w:val="FF0000"/>');
    expect(styleOf('GongwenLetterhead')).toContain('<w:jc w:val="center"/>');
  });

  test('7.2.5, 7.2.7: has its number two lines below, centred, and a red line 4 mm below that', () => {
    expect(emptyAbove('云水发〔2026〕8号')).toBe(2);
    const line = paragraphWith(document, '云水发〔2026〕8号');
    expect(line).toMatch(/<w:bottom w:val="single" w:color="FF0000" w:sz="\d+" w:space="11"\/>/);
    expect(11).toBe(Math.round((4 / 25.4) * 72));
    expect(styleOf('GongwenNumber')).toContain('<w:jc w:val="center"/>');
  });

  test('7.2.5, 7.2.6: has number and signer at the edges in a paper to a superior', async () => {
    const upward = (await filesOf(text.replace('urgency: 特急', 'signer: [郑立群, 沈丽]')))['word/document.xml'] ?? '';
    const line = paragraphWith(upward, '签发人');
    expect(line).toContain('w:firstLine="320" w:firstLineChars="100"');
    // The red line goes from indent to indent: it is as wide as the text.
    expect(line).not.toMatch(/w:(?:left|right)(?:Chars)?=/);
    expect(line).toContain('<w:tab w:val="right" w:pos="8524"/>');
    expect(/w:eastAsia="楷体"[^>]*\/><\/w:rPr><w:t[^>]*>郑立群　沈丽</.test(line)).toBe(true);
  });

  test('7.3.1: leaves two lines above the title', () => {
    expect(emptyAbove('云岭县防汛工作方案')).toBe(2);
  });
});

describe('the text', () => {
  test('7.3.1: has a title in 2号小标宋, centred, not bold', () => {
    expect(paragraphWith(document, '云岭县防汛工作方案')).toContain('<w:pStyle w:val="Title"/>');
    const title = styleOf('Title');
    expect(title).toContain('w:eastAsia="方正小标宋简体"');
    expect(title).toContain('<w:sz w:val="44"/>');
    expect(title).toContain('<w:b w:val="false"/>');
    expect(title).toContain('<w:jc w:val="center"/>');
    const line = Number(/w:line="(\d+)" w:lineRule="exact"/.exec(title)?.[1]);
    expect(line).toBeGreaterThanOrEqual(640);
    expect(line).toBeLessThanOrEqual(700);
  });

  test('7.3.2: has the addressee one line below, flush left', () => {
    expect(emptyAbove('各乡镇人民政府：')).toBe(1);
    expect(paragraphWith(document, '各乡镇人民政府：')).toContain('"GongwenAddressee"');
    expect(styleOf('GongwenAddressee')).not.toContain('w:ind');
  });

  test('7.3.3 b: begins each paragraph two characters in', () => {
    expect(paragraphWith(document, '安全度汛。')).toContain('"Gongwen"');
    expect(styleOf('Gongwen')).toContain('<w:ind w:firstLine="640" w:firstLineChars="200"/>');
  });

  test('7.3.3 c: has headings in 黑体, 楷体, 仿宋, not bold, with their numbers as text', () => {
    expect(paragraphWith(document, '一、工作目标')).toContain('"Heading1"');
    expect(paragraphWith(document, '（一）压实责任')).toContain('"Heading2"');
    for (const [level, font] of ['黑体', '楷体', '仿宋', '仿宋'].entries()) {
      const style = styleOf(`Heading${level + 1}`);
      expect(style).toContain(`w:eastAsia="${font}"`);
      expect(style).toContain('<w:sz w:val="32"/>');
      expect(style).toContain('<w:b w:val="false"/>');
      expect(style).toContain(`<w:outlineLvl w:val="${level}"/>`);
      expect(style).toContain('w:firstLineChars="200"');
      expect(style).toContain('<w:keepNext/>');
    }
    expect(paragraphWith(document, '1.各乡镇负责。')).not.toContain('w:numPr');
    expect(paragraphWith(document, '（1）各村负责。')).not.toContain('w:numPr');
  });

  test('7.3.3 c: gives a heading that its text follows the typeface for its own sentence only', () => {
    const paragraph = paragraphWith(document, '（二）强化督查。');
    expect(paragraph).toContain('"Gongwen"');
    const runs = [...paragraph.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => [
      run.replace(/<[^>]*>/g, ''),
      run.includes('楷体'),
    ]);
    expect(runs).toEqual([
      ['（二）强化督查。', true],
      ['每月通报进展。', false],
    ]);
  });

  test('keeps bold, sets emphasis as dots, and hints that marks are Chinese', () => {
    const paragraph = paragraphWith(document, '为做好');
    expect(paragraph).toMatch(/<w:b\/><w:bCs\/>.*?<w:t[^>]*>本方案</s);
    expect(paragraph).toMatch(/<w:em w:val="dot"\/>.*?<w:t[^>]*>务必</s);
    const runs = paragraph.match(/<w:r>.*?<\/w:r>/gs) ?? [];
    expect(runs.every((run) => run.includes('w:hint="eastAsia"'))).toBe(true);
  });

  test('repeats the header of a table and lets its lines grow', () => {
    const table = /<w:tbl>.*?<\/w:tbl>/s.exec(document)?.[0] ?? '';
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(twips(225));
    expect(styleOf('GongwenTableText')).toMatch(/w:lineRule="auto"/);
  });
});

describe('the ending', () => {
  test('7.3.4: lists attachments one line below, two characters in, names below names', () => {
    expect(emptyAbove('附件：1.云岭县防汛抗旱指挥部')).toBe(1);
    // 附件： is three characters, 1. one; the name begins six characters in.
    expect(paragraphWith(document, '附件：1.')).toContain('w:leftChars="600" w:hangingChars="400"');
    expect(paragraphWith(document, '2.物资清单')).toContain('w:leftChars="600" w:hangingChars="100"');
  });

  test('7.3.5.1: sealed, has the date four characters in and the issuer in the middle above it', () => {
    expect(paragraphWith(document, '2026年3月5日')).toMatch(/w:rightChars="400".*<w:jc|"GongwenSignature"/s);
    expect(paragraphWith(document, '2026年3月5日')).toContain('w:right="1280" w:rightChars="400"');
    // The date is six characters wide, the issuer six: both begin and end together.
    const signature = paragraphs.filter((one) => one.includes('"GongwenSignature"'));
    expect(signature[0]).toContain('w:rightChars="400"');
    expect(styleOf('GongwenSignature')).toContain('<w:jc w:val="right"/>');
  });

  test('7.3.5.1: sealed, centres longer issuers and keeps them on the page', () => {
    expect(signatureIndents(['云岭县教育局和体育局'], '2026年3月5日', true)).toEqual({ date: 4, issuers: [2] });
    const long = signatureIndents(['中共云岭县委防汛抗旱指挥部办公室关于'.slice(0, 18)], '2026年3月5日', true);
    expect(long).toEqual({ date: 6, issuers: [0] });
  });

  test('7.3.5.2: unsealed, has the issuer two characters in and the date two to the right of its beginning', () => {
    const { date, issuers } = signatureIndents(['白鹭镇人民政府办公室'], '2026年3月5日', false);
    expect(issuers).toEqual([2]);
    // Ten characters begin 12 from the right, the date 10, and is six wide.
    expect(date).toBe(4);
    // A date that is longer than the issuer: it is two in, the issuer begins two to the left of it.
    expect(signatureIndents(['白鹭镇'], '2026年3月5日', false)).toEqual({ date: 2, issuers: [7] });
  });

  test('7.3.5.5: has the last paragraph on the page of note and signature', async () => {
    const plan = '# 方案\n\n一、要求\n\n抓紧。\n\n抓实。\n\n附件：名单\n\n云岭县水务局\n\n2026年3月5日\n';
    const { 'word/document.xml': xml = '' } = await filesOf(plan);
    const all: readonly string[] = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const kept = all.map((one) => one.includes('<w:keepNext/>'));
    const from = all.indexOf(paragraphWith(xml, '抓实'));
    expect(kept.slice(from)).toEqual([true, true, true, true, true, false]);
    expect(kept[from - 1]).toBe(false);
  });

  test('7.3.6: has a note two characters in', () => {
    expect(paragraphWith(document, '（此件公开发布）')).toContain('"Gongwen"');
  });

  test('7.3.7: begins an attachment on a new page, 附件 in 黑体 on line 1, the title on line 3', () => {
    const label = paragraphWith(document, '附件1');
    expect(label).toContain('<w:pageBreakBefore/>');
    expect(label).toContain('"GongwenLabel"');
    expect(styleOf('GongwenLabel')).toContain('w:eastAsia="黑体"');
    const at = paragraphs.indexOf(label);
    expect(paragraphs[at + 1]).toMatch(emptyLine);
    expect(paragraphs[at + 2]).toContain('"Title"');
  });

  test('7.4.1: has an imprint between lines of 0.35 mm, with one of 0.25 mm within', () => {
    const table = (document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).at(-1) ?? '';
    expect(table).toMatch(/<w:top w:val="single"[^>]*w:sz="8"/);
    expect(table).toMatch(/<w:bottom w:val="single"[^>]*w:sz="8"/);
    expect(table).toMatch(/<w:insideH w:val="single"[^>]*w:sz="6"/);
    expect(table).toContain('w:tblpYSpec="bottom"');
    expect(table).toContain(`<w:tblW w:type="dxa" w:w="8844"/>`);
    expect([8, 6].map((eighths) => (eighths / 8 / 72) * 25.4)).toEqual([
      expect.closeTo(0.35, 2),
      expect.closeTo(0.26, 2),
    ]);
  });

  test('7.4.2, 7.4.3: has it in 4号, one character in on both sides', () => {
    const copies = paragraphWith(document, '抄送：县委办公室，县财政局。');
    expect(copies).toContain('w:leftChars="400" w:rightChars="100" w:hangingChars="300"');
    const printed = paragraphWith(document, '2026年3月6日印发');
    expect(printed).toContain('<w:tab w:val="right" w:pos="8564"/>');
    expect(styleOf('GongwenImprint')).toContain('<w:sz w:val="28"/>');
    expect(styleOf('GongwenImprint')).toContain('w:leftChars="100" w:rightChars="100"');
  });

  test('7.5: numbers pages in 4号宋体 between dashes, odd at the right, even at the left, one character in', () => {
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const upright = footers.filter(([, xml]) => !xml.includes('<w:tbl>'));
    const odd = upright.filter(([, xml]) =>
      xml.includes('<w:ind w:right="280" w:rightChars="100"/><w:jc w:val="right"/>'),
    );
    const even = upright.filter(([, xml]) =>
      xml.includes('<w:ind w:left="280" w:leftChars="100"/><w:jc w:val="left"/>'),
    );
    expect([odd.length, even.length, upright.length]).toEqual([2, 2, 4]);
    for (const [, xml] of footers)
      expect(xml.replace(/<w:instrText.*?<\/w:instrText>/s, '1').replace(/<[^>]*>/g, '')).toContain('— 1 —');
    expect(styleOf('GongwenPageNumber')).toContain('w:eastAsia="宋体"');
    expect(styleOf('GongwenPageNumber')).toContain('<w:sz w:val="28"/>');
    // The dash is in the middle of a line of 14 pt, whose lower edge is so far from that of the page: 28 mm in all.
    expect(sections[0]).toContain('w:footer="1447"');
    expect(Math.abs(1447 + 140 - twips(35 - 7))).toBeLessThanOrEqual(1);
  });
});

describe('the file', () => {
  test('names other fonts for each typeface, in case one is not installed', () => {
    const table = part('word/fontTable.xml');
    for (const name of ['方正小标宋简体', '黑体', '楷体', '仿宋', '宋体'])
      expect(table).toMatch(new RegExp(`<w:font w:name="${name}"><w:altName w:val="[^"]{5,}"/>`));
  });

  test('is the same each time, and says nothing of when or where it was made', async () => {
    const [first, second] = [await writePaper(paperOf(text)), await writePaper(paperOf(text))];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(part('docProps/core.xml')).toContain('<dc:creator>云岭县水务局</dc:creator>');
    expect(part('docProps/core.xml')).toMatch(/2012-07-01T00:00:00Z/);
    expect(part('docProps/core.xml')).not.toMatch(/20(?!12-07-01)\d\d-\d\d-\d\dT/);
  });

  test('holds text that XML cannot hold in no form at all', async () => {
    const { 'word/document.xml': xml = '' } = await filesOf('# 方案\n\n一、要求\n\n甲\u0001乙\ud800丙 < & > 丁。\n');
    expect(xml).toContain('甲乙\ufffd丙 &lt; &amp; &gt; 丁。');
  });
});
