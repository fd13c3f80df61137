import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInlineNumbers } from '../../../server/src/numbering/inline.ts';

const rows: readonly (readonly [text: string, raws: readonly string[]])[] = [
  ['应当具备：（1）有固定场所；（2）有专职人员；（3）有经费来源。', ['（1）', '（2）', '（3）']],
  ['要做到(1)提前谋划,(2)责任到位', ['(1)', '(2)']],
  ['一是健全机制；二是强化督查；三是严格考核。', ['一是', '二是', '三是']],
  ['重点抓好三项工作。一是“摸底”。对象要全。二是“建账”。', ['一是', '二是']],
  ['一要提高认识，二要落实经费。', ['一要', '二要']],
  ['包括①组织领导②经费保障③督导检查', ['①', '②', '③']],
  ['⑴组织领导；⑵经费保障', ['⑴', '⑵']],
  ['主要任务：1.摸清底数；2.建立台账；3.逐项销号。', ['1.', '2.', '3.']],
  ['主要任务:1、摸清底数;2、建立台账', ['1、', '2、']],
  ['组织领导1、成立专班2、明确分工', ['1、', '2、']],
  ['2、健全机制。3、强化督查。4、严格考核。', ['2、', '3、', '4、']],
  ['一、总体要求。 二、工作步骤。 三、保障措施。', ['一、', '二、', '三、']],
  ['分两步走。第一阶段：摸底排查；第二阶段：集中整改。', ['第一阶段：', '第二阶段：']],
  ['第一步（3月）摸底，第二步（4月）整改', ['第一步', '第二步']],
  ['首先，统一思想；其次，压实责任；最后，严格考核。', ['首先，', '其次，', '最后，']],
  ['第一，统一思想；第二，压实责任。', ['第一，', '第二，']],
  [
    '（一）摸底。（1）查场所；（2）查人员。（二）整改。（1）建账；（2）销号。',
    ['（一）', '（1）', '（2）', '（二）', '（1）', '（2）'],
  ],
  ['（3）其他。', []],
  ['按照第3条、第4条的规定执行', []],
  ['按照（一）、（二）项的规定执行', []],
  ['1、2、3年级学生参加', []],
  ['高一、高二、高三年级', []],
  ['星期一、星期二值班', []],
  ['统一、规范、有序', []],
  ['附件1、附件2一并报送', []],
  ['比上年增长1.5万元，减少2.5万元', []],
  ['见附件1.名单，附件2.台账', []],
  ['本月完成1（其中新建2）处', []],
  ['（1）班和（2）班学生', []],
  ['8.1建军节前、9.2日前', []],
  ['第一、第二阶段', []],
  ['第一批：镇直单位；第二批：村', []],
  ['坚持党的领导', []],
  ['', []],
];

describe('findInlineNumbers', () => {
  it.each(rows)('%s', (text, raws) => {
    expect(findInlineNumbers(text).map((number) => number.raw)).toEqual(raws);
  });

  it('never throws; the numbers are in order and do not overlap', () => {
    const piece = fc.constantFrom(
      '一',
      '二',
      '是',
      '、',
      '（1）',
      '（2）',
      '1.',
      '2.',
      '①',
      '②',
      '摸底',
      '整改',
      '；',
      '第一阶段：',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const number of findInlineNumbers(text)) {
          expect(number.range.start).toBeGreaterThanOrEqual(end);
          expect(text.startsWith(number.raw, number.range.start)).toBe(true);
          end = number.range.start + number.raw.length;
        }
      }),
    );
  });
});
