import { describe, expect, test } from 'vitest';
import { finish, importText } from '../../../server/src/exchange/import/import-text.ts';
import { lostSigns } from '../../../server/src/exchange/import/nothing-lost.ts';
import { pastedPlans } from './pasted-plans.ts';

const signs = (text: string) => (text.match(/[\p{Script=Han}\p{Nd}]/gu) ?? []).join('');

/** The signs of the result stand in the source in this order, and what is not among them was told: no more, no less. */
function expectAll(source: string, result: string, removed: readonly string[], name: string): void {
  const [all, kept, told] = [signs(source), signs(result), signs(removed.join(''))];
  let at = 0;
  for (const sign of kept) {
    at = all.indexOf(sign, at) + 1;
    if (at === 0) break;
  }
  expect(at, `${name}: in order`).toBeGreaterThan(0);
  expect([...kept, ...told].sort().join(''), name).toBe([...all].sort().join(''));
}

/** Numbers that look random and are the same in each run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = [
  '云台镇卫生整治工作方案',
  '云台镇卫生整治\n工作方案',
  '一、工作目标',
  '    二、重点任务',
  '　　（一）加强领导。成立领导小组，镇长任组长，分管副镇长任副组长。',
  '1. 清理河道3.5公里，6月30日前完成。',
  '2、拆除违建12处；',
  '- 清运垃圾200吨',
  '第一阶段：动员部署（3月1日—3月15日）',
  '为改善镇区环境，根据《云台县人居环境整治实施意见》（云政发〔2026〕8号），结合我镇实际，制定本方案，请各村认真贯',
  '彻执行，确保各项任务按期完成，群众满意度达到90%以上，全年不发生环境污染事件，垃圾分类覆盖率逐年上升，形成长',
  '效机制。',
  '<b>重点</b><span style="width: 83px">：</span>*不留死角*，__严禁__焚烧，见 http://example.cn/a_b?c=1&d=2',
  '&ldquo;门前三包&rdquo;责任书签订率100%',
  '打印本页 | 关闭窗口',
  '上一篇：无',
  '— 97 —',
  '序号\t任务\t责任单位\t完成时限\n1\t清河\t水利站\t4月1日\n2\t清路\t城建办\t5月1日',
  '\t步骤\n\t时间\n\t活动内容\n\n\t准备\n阶段\n\t3月\n\t1、动员\n\n\t\n\t\n\t2、学习',
  '| 竖线 | 不是表格 |',
  '# 3号地块',
  '===',
  '> 引用2段',
  '附件：1.任务分工表\n      2.联系方式',
  '云台镇人民政府\n2026年3月5日',
  '联系人：王小满，电话：0555-1234567',
];

describe('nothing is lost', () => {
  test('of texts of any pieces in any order: every Chinese character and digit stands in the result or is told, in order', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomFrom(seed);
      const parts = Array.from({ length: 3 + random(14) }, () => pieces[random(pieces.length)] ?? '');
      const text = parts.join(random(2) === 0 ? '\n' : '\n\n');
      const answer = importText(text);
      if ('fault' in answer) throw new Error(answer.fault.en);
      const result = answer.documents.map((document) => document.text).join('\n');
      const removed = answer.notices.flatMap((notice) => notice.removed);
      expectAll(text, result, removed, `seed ${seed}`);
    }
  });

  test('of tables whose cells stand on lines of their own', () => {
    const answer = importText(pastedPlans, { split: true });
    if ('fault' in answer) throw new Error(answer.fault.en);
    const removed = answer.notices.flatMap((notice) => notice.removed);
    expectAll(pastedPlans, answer.documents.map(({ text }) => text).join('\n'), removed, 'tables');
  });

  test('what is missing is found by its count', () => {
    expect(lostSigns('第1条和第12条', '第1条', ['和'])).toBe('第12条');
    expect(lostSigns('甲乙', '乙甲', [])).toBe('');
  });

  test('what a step would lose all the same is told, and tables stay whole', () => {
    const draft = '云台镇防汛工作方案\n\n| 序号 | 任务 |\n| --- | --- |\n| 1 | 清淤 |\n\n一、目标';
    const answer = finish(`${draft}\n丢失的话`, draft, [], [], {});
    if ('fault' in answer) throw new Error(answer.fault.en);
    expect(answer.notices.map(({ removed }) => removed)).toEqual([['丢失的话']]);
    expect(answer.documents[0]?.text).toBe(`${draft}\n`);
  });
});
