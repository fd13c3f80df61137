import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDocumentNumbers, findReferences } from '../../../../server/src/plan/line/references.ts';

describe('findDocumentNumbers', () => {
  it.each([
    ['（云教发〔2023〕15号）', '云教发〔2023〕15号', '云教发', 2023, 15],
    ['根据云政办发〔2024〕3号文件要求', '云政办发〔2024〕3号', '云政办发', 2024, 3],
    ['按照青河委〔2022〕108号、青河政〔2022〕9号', '青河委〔2022〕108号', '青河委', 2022, 108],
    ['（和政发〔2020〕7号）', '和政发〔2020〕7号', '和政发', 2020, 7],
    ['云发〔1997〕11号', '云发〔1997〕11号', '云发', 1997, 11],
    ['〔2023〕15号', '〔2023〕15号', '', 2023, 15],
  ])('reads %s', (text, raw, code, year, serial) => {
    const [number] = findDocumentNumbers(text);
    expect(number).toMatchObject({ raw, code, year, serial });
    expect(number?.fault).toBeUndefined();
    expect(number?.correction).toBeUndefined();
  });

  it.each([
    ['（云教发[2023]15号）', 'brackets', '云教发〔2023〕15号'],
    ['云教发（2023）15号', 'brackets', '云教发〔2023〕15号'],
    ['云教发(2023)15号', 'brackets', '云教发〔2023〕15号'],
    ['云教发【2023】15号', 'brackets', '云教发〔2023〕15号'],
    ['云教发［2023］15号', 'brackets', '云教发〔2023〕15号'],
    ['云教发〔2023]15号', 'brackets', '云教发〔2023〕15号'],
    ['[2023]15号', 'brackets', '〔2023〕15号'],
    ['《关于开展排查的通知》（2023）15号', 'brackets', '〔2023〕15号'],
    ['云教党[2023]（15号）', 'brackets', '云教党〔2023〕15号'],
    ['云教党〔2023〕(15号)', 'brackets', '云教党〔2023〕15号'],
    ['云教发〔2023〕第15号', 'ordinal-word', '云教发〔2023〕15号'],
    ['云教发[2023]第015号', 'brackets', '云教发〔2023〕15号'],
    ['云教发〔2023〕05号', 'padding', '云教发〔2023〕5号'],
    ['云教发〔23〕15号', 'short-year', '云教发〔2023〕15号'],
    ['云教发〔98〕15号', 'short-year', '云教发〔1998〕15号'],
    ['云教发〔2023年〕15号', 'year-mark', '云教发〔2023〕15号'],
    ['（云教发〔2023〕15）', 'missing-mark', '云教发〔2023〕15号'],
    ['云教发〔２０２３〕１５号', 'digits', '云教发〔2023〕15号'],
    ['云教发 〔2023〕 15 号', 'blanks', '云教发〔2023〕15号'],
    ['云教发2023年15号', 'no-brackets', '云教发〔2023〕15号'],
  ])('says what is wrong with %s', (text, fault, correction) => {
    expect(findDocumentNumbers(text)).toMatchObject([{ fault, correction }]);
  });

  it.each([
    '活动时间（2023年）',
    '共有[1]个附件',
    '见参考文献[12]',
    '第二学期（2023）招生',
    '本周在（2023）届学生中开展',
    '学生公寓（12）6号楼',
    '某市公告2023年第6号',
    '不动产证（2023）0012号',
    '集合地点：启明路15号',
    '6号下午',
    '（1）15号前报送',
    '第15号令',
    '见表[2024]（共15份）',
    '考场[2024]（第3号楼）',
    '[2024]（15号）',
    '',
  ])('takes nothing in %s for a document number', (text) => {
    expect(findDocumentNumbers(text)).toEqual([]);
  });
});

describe('findReferences', () => {
  it.each([
    ['按《考勤办法》执行', ['考勤办法']],
    ['学习《甲办法》、《乙办法》和《丙规定》', ['甲办法', '乙办法', '丙规定']],
    ['《关于印发〈排查方案〉的通知》', ['关于印发〈排查方案〉的通知']],
    ['《关于印发《排查方案》的通知》', ['关于印发《排查方案》的通知']],
    ['《关于印发<排查方案>的通知》', ['关于印发<排查方案>的通知']],
    ['《关于转发〈关于印发《排查方案》的通知〉的通知》', ['关于转发〈关于印发《排查方案》的通知〉的通知']],
    ['《关于印发《排查方案》的通知', ['排查方案']],
    ['《甲办法、《乙办法》', ['乙办法']],
    ['没有书名号》', []],
    ['《》', []],
    ['', []],
  ])('%s', (text, titles) => {
    expect(findReferences(text).map((mention) => mention.title)).toEqual(titles);
  });

  it.each([
    ['《排查方案》（云教发〔2023〕15号）', '《排查方案》（云教发〔2023〕15号'],
    ['《排查方案》(云教发[2023]15号)', '《排查方案》(云教发[2023]15号'],
    ['《排查方案》（试行）（云教发〔2023〕15号）', '《排查方案》（试行）（云教发〔2023〕15号'],
    ['云教发〔2023〕15号《排查方案》', '云教发〔2023〕15号《排查方案》'],
    ['云教发〔2023〕15号文件《排查方案》', '云教发〔2023〕15号文件《排查方案》'],
    ['（云教发〔2023〕15号）《排查方案》', '云教发〔2023〕15号）《排查方案》'],
  ])('joins title and number of %s', (text, covered) => {
    const mentions = findReferences(text);
    expect(mentions).toMatchObject([{ title: '排查方案', documentNumber: { serial: 15 } }]);
    expect(text.slice(mentions[0]?.range.start, mentions[0]?.range.end)).toBe(covered);
  });

  it('gives each title its own number', () => {
    const mentions = findReferences('根据《甲通知》（云教发〔2023〕1号）和《乙通知》（云教发〔2023〕2号）精神');
    expect(mentions.map((mention) => [mention.title, mention.documentNumber?.serial])).toEqual([
      ['甲通知', 1],
      ['乙通知', 2],
    ]);
  });

  it('keeps a number without title as a mention of its own', () => {
    expect(findReferences('按照云教发〔2023〕15号要求')).toMatchObject([
      { documentNumber: { serial: 15 }, basis: true },
    ]);
  });

  it.each([
    ['根据《甲通知》精神', true],
    ['根据教育局《甲通知》（云教发〔2023〕1号）、《乙通知》等文件精神', true],
    ['为贯彻落实《甲条例》，制定本方案。', true],
    ['按照《甲通知》（以下简称《通知》，见附件1），以及《乙通知》精神', true],
    ['根据上级要求，各校要组织学习《甲条例》', false],
    ['根据上级要求。学习《甲条例》', false],
    ['组织学习《甲条例》', false],
    ['填写《情况报告表》', false],
  ])('knows whether the last title of %s is the basis', (text, basis) => {
    expect(findReferences(text).at(-1)?.basis).toBe(basis);
  });

  it.each([
    ['根据《关于规范办学行为的规定》（以下简称《规定》，见附件1）', '规定'],
    ['《排查方案》（云教发〔2023〕15号，以下简称《方案》）', '方案'],
    ['《排查方案》（云教发〔2023〕15号）（以下简称“方案”）', '方案'],
  ])('reads the short name in %s, once', (text, shortName) => {
    const mentions = findReferences(text);
    expect(mentions).toHaveLength(1);
    expect(mentions[0]?.shortName?.value).toBe(shortName);
    expect(text.slice(mentions[0]?.shortName?.range.start, mentions[0]?.shortName?.range.end)).toBe(shortName);
  });

  it('does not give a document the short name of an activity', () => {
    const text = '根据《甲通知》（云教发〔2023〕1号）的总体安排，排查整治活动（以下简称“整治活动”）即日开始。';
    expect(findReferences(text)[0]?.shortName).toBeUndefined();
  });

  it('never throws; mentions are in order and inside the text', () => {
    const piece = fc.constantFrom(
      '《',
      '》',
      '〈',
      '〉',
      '云教发',
      '〔',
      '〕',
      '[',
      ']',
      '2023',
      '第',
      '6',
      '号',
      '（',
      '）',
      '根据',
      '以下简称',
      '，',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const mention of findReferences(text)) {
          expect(mention.range.start).toBeGreaterThanOrEqual(last);
          expect(mention.range.end).toBeGreaterThan(mention.range.start);
          expect(mention.range.end).toBeLessThanOrEqual(text.length);
          last = mention.range.start;
        }
      }),
    );
  });
});
