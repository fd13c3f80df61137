import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../server/src/numbering/read.ts';
import type { NumberKind } from '../../../server/src/numbering/token.ts';

type Row = readonly [text: string, kind: NumberKind, value: number, raw: string, mark?: string, brackets?: string];

const numbers: readonly Row[] = [
  ['一、总体要求', 'han', 1, '一、', '、'],
  ['十二、附则', 'han', 12, '十二、', '、'],
  ['二十、经费保障', 'han', 20, '二十、', '、'],
  ['九十九、其他', 'han', 99, '九十九、', '、'],
  ['一百零一、其他', 'han', 101, '一百零一、', '、'],
  ['一．总体要求', 'han', 1, '一．', '．'],
  ['二，工作步骤', 'han', 2, '二，', '，'],
  ['三：保障措施', 'han', 3, '三：', '：'],
  ['四 、保障措施', 'han', 4, '四 、', '、'],
  ['一　总则', 'han', 1, '一', ''],
  ['三、三个阶段的安排', 'han', 3, '三、', '、'],
  ['五、十一期间值班', 'han', 5, '五、', '、'],
  ['（一）动员部署', 'hanBracket', 1, '（一）', '', '（）'],
  ['(三)检查验收', 'hanBracket', 3, '(三)', '', '()'],
  ['（四)总结', 'hanBracket', 4, '（四)', '', '（)'],
  ['（ 二 ）总结', 'hanBracket', 2, '（ 二 ）', '', '（）'],
  ['（十一）、总结', 'hanBracket', 11, '（十一）、', '、', '（）'],
  ['（一）：动员', 'hanBracket', 1, '（一）：', '：', '（）'],
  ['二）自查', 'hanBracket', 2, '二）', '）'],
  ['㈠动员', 'hanBracket', 1, '㈠', ''],
  ['㈩收尾', 'hanBracket', 10, '㈩', ''],
  ['1.召开会议', 'arabic', 1, '1.', '.'],
  ['1. 召开会议', 'arabic', 1, '1.', '.'],
  ['12．召开会议', 'arabic', 12, '12．', '．'],
  ['3、召开会议', 'arabic', 3, '3、', '、'],
  ['１．召开会议', 'arabic', 1, '１．', '．'],
  ['２、召开会议', 'arabic', 2, '２、', '、'],
  ['4,召开会议', 'arabic', 4, '4,', ','],
  ['5：召开会议', 'arabic', 5, '5：', '：'],
  ['3: 2026年启动', 'arabic', 3, '3:', ':'],
  ['4： 6个村先行', 'arabic', 4, '4：', '：'],
  ['6 、召开会议', 'arabic', 6, '6 、', '、'],
  ['1　编制目的', 'arabic', 1, '1', ''],
  ['7.', 'arabic', 7, '7.', '.'],
  ['⒈召开会议', 'arabic', 1, '⒈', '.'],
  ['1.2024年10月底前完成排查', 'arabic', 1, '1.', '.'],
  ['2.2024届毕业生代表发言', 'arabic', 2, '2.', '.'],
  ['3.10月12日召开动员会', 'arabic', 3, '3.', '.'],
  ['4.3个镇先行试点', 'arabic', 4, '4.', '.'],
  ['2、2024年工作安排', 'arabic', 2, '2、', '、'],
  ['1）召开会议', 'arabicBracket', 1, '1）', '）'],
  ['2)召开会议', 'arabicBracket', 2, '2)', ')'],
  ['（1）召开会议', 'arabicBracket', 1, '（1）', '', '（）'],
  ['(12) 召开会议', 'arabicBracket', 12, '(12)', '', '()'],
  ['（３）召开会议', 'arabicBracket', 3, '（３）', '', '（）'],
  ['（1）、召开会议', 'arabicBracket', 1, '（1）、', '、', '（）'],
  ['（1）班级管理更加规范', 'arabicBracket', 1, '（1）', '', '（）'],
  ['⑴召开会议', 'arabicBracket', 1, '⑴', ''],
  ['①召开会议', 'circled', 1, '①', ''],
  ['⑳召开会议', 'circled', 20, '⑳', ''],
  ['㉑召开会议', 'circled', 21, '㉑', ''],
  ['㊱召开会议', 'circled', 36, '㊱', ''],
  ['②、召开会议', 'circled', 2, '②、', '、'],
  ['A.宣传到位', 'letter', 1, 'A.', '.'],
  ['b) 宣传到位', 'letter', 2, 'b)', ')'],
  ['（C）宣传到位', 'letter', 3, '（C）', '', '（）'],
  ['D、宣传到位', 'letter', 4, 'D、', '、'],
  ['第一章 总则', 'chapter', 1, '第一章', ''],
  ['第十二章总则', 'chapter', 12, '第十二章', ''],
  ['第二节　职责', 'section', 2, '第二节', ''],
  ['第三条 本办法自印发之日起施行。', 'article', 3, '第三条', ''],
  ['第5条：责任', 'article', 5, '第5条：', '：'],
  ['第一部分 现状', 'part', 1, '第一部分', ''],
  ['第一阶段：动员部署', 'stage', 1, '第一阶段：', '：'],
  ['第三阶段，总结提高', 'stage', 3, '第三阶段，', '，'],
  ['第二阶段（4月1日至5月10日）', 'stage', 2, '第二阶段', ''],
  ['第二阶段自查自纠（4月）', 'stage', 2, '第二阶段', ''],
  ['第二个阶段：自查自纠', 'stage', 2, '第二个阶段：', '：'],
  ['第 三 阶段：巩固提高', 'stage', 3, '第 三 阶段：', '：'],
  ['第一阶段', 'stage', 1, '第一阶段', ''],
  ['第一阶段为各单位自查阶段。', 'stage', 1, '第一阶段', ''],
  ['第一环节：学习培训', 'phasePart', 1, '第一环节：', '：'],
  ['第一步：摸底', 'stepOrdinal', 1, '第一步：', '：'],
  ['第二步骤：整改', 'stepOrdinal', 2, '第二步骤：', '：'],
  ['一是健全机制', 'hanIs', 1, '一是', ''],
  ['十一是健全机制', 'hanIs', 11, '十一是', ''],
  ['三要强化督查', 'hanIs', 3, '三要', ''],
  ['二是：强化督查', 'hanIs', 2, '二是：', '：'],
  ['首先，统一思想', 'first', 1, '首先，', '，'],
  ['其次要压实责任', 'first', 2, '其次', ''],
  ['再次，严格考核', 'first', 3, '再次，', '，'],
  ['最后，做好总结', 'first', 4, '最后，', '，'],
  ['第一，统一思想', 'first', 1, '第一，', '，'],
  ['其三，严格考核', 'first', 3, '其三，', '，'],
];

const noNumbers: readonly string[] = [
  '',
  '总体要求',
  '一个月内完成',
  '一些单位重视不够',
  '一把手负总责',
  '一九九七年四月八日',
  '二〇二四年三月',
  '三年行动计划',
  '三个阶段',
  '十七大精神',
  '十九届四中全会',
  '四 个月',
  '一、二年级学生参加',
  '一、二、三等奖各若干名',
  '二、三产业协调发展',
  '七、八月份集中整治',
  '第三批参加单位',
  '第一责任人由校长担任',
  '第一、二阶段工作',
  '第一、第二阶段工作',
  '第一阶段工作基本结束时，各单位要召开会议。',
  '第一阶段从3月1日开始，到4月底结束。',
  '第二阶段的工作重点',
  '第二阶段至第三阶段',
  '第三条、第五条规定',
  '第三条规定的情形',
  '第三节课后集中',
  '第一时间上报',
  '第一小学',
  '2024年3月1日',
  '3月1日前完成',
  '1月至3月',
  '10月12日',
  '1.5万元',
  '1.5个百分点',
  '1.5个月',
  '2.0升级版',
  '3.15国际消费者权益日',
  '6.1儿童节活动',
  '2024.3.1前',
  '0.5公里',
  '8:30集合',
  '13: 30集合',
  '9： 00开会',
  '1,000人参加',
  '3 个工作日内',
  '12 月底前',
  '24小时值班',
  '120周年校庆',
  '60、70年代建成的校舍',
  '3、4月份',
  '3-5人一组',
  '（2024年）',
  '（2024）6号',
  '（1）班和（2）班',
  '（某某）办公室',
  '[1]见附件',
  'A、B两类单位',
  'A级景区',
  'a.m.前到场',
  'PPT制作',
  '最后一周集中检查',
  '再次强调纪律',
  '其一贯表现',
  '十十、错误的数',
];

describe('readNumber', () => {
  it.each(
    numbers.map(([text, kind, value, raw, mark = '', brackets = '']) => ({ text, kind, value, raw, mark, brackets })),
  )('reads the number of $text', ({ text, ...expected }) => {
    expect(readNumber(text)).toMatchObject(expected);
  });

  it.each(noNumbers)('finds no number in %s', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it.each([
    ['1.1编制目的', [1, 1], '1.1'],
    ['1.2 编制依据', [1, 2], '1.2'],
    ['2.3.1　组织机构', [2, 3, 1], '2.3.1'],
    ['3.2、组织机构', [3, 2], '3.2、'],
    ['４．２ 组织机构', [4, 2], '４．２'],
    ['2.1节约用水', [2, 1], '2.1'],
  ] as const)('reads the levels of %s', (text, multi, raw) => {
    const number = readNumber(text);
    expect(number).toMatchObject({ kind: 'arabic', multi, raw, value: multi.at(-1) });
    expect(number?.level).toBeUndefined();
  });

  it.each([
    ['一、目标', 1],
    ['（一）目标', 2],
    ['1.目标', 3],
    ['（1）目标', 4],
    ['①目标', 5],
    ['第一章 目标', undefined],
    ['一是目标', undefined],
  ])('gives %s the level of GB/T 9704', (text, level) => {
    expect(readNumber(text)?.level).toBe(level);
  });

  it('covers the blanks behind the number and keeps them apart from it', () => {
    expect(readNumber('1.　 目标')).toMatchObject({ raw: '1.', blanks: '　 ', range: { start: 0, end: 4 } });
  });

  it('reads at the index asked for, so that a second number behind the first can be read', () => {
    const text = '（一）第一环节：学习培训';
    const first = readNumber(text);
    expect(readNumber(text, first?.range.end)).toMatchObject({ kind: 'phasePart', range: { start: 3, end: 8 } });
    expect(readNumber(text, 100)).toBeUndefined();
  });

  it('never throws, and every range lies in the text', () => {
    const piece = fc.constantFrom(
      '一',
      '十',
      '、',
      '（',
      '）',
      '1',
      '9',
      '.',
      '第',
      '阶段',
      '章',
      '①',
      ' ',
      '是',
      'A',
      '月',
      '总则',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          for (let at = 0; at <= text.length; at++) {
            const number = readNumber(text, at);
            if (!number) continue;
            expect(number.range.start).toBe(at);
            expect(number.range.end).toBeLessThanOrEqual(text.length);
            expect(text.slice(at, number.range.end)).toBe(number.raw + number.blanks);
            expect(number.value).toBeGreaterThanOrEqual(1);
          }
        },
      ),
    );
  });
});
