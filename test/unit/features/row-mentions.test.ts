import { describe, expect, test } from 'vitest';
import { planAt } from '../../../server/src/features/plans-at.ts';
import { refactorings } from '../../../server/src/features/refactorings/menu.ts';
import { changed, open } from './opened.ts';

const planWith = (words: string, more = '') => `# 学校食堂管理问题整改方案

为整改检查发现的问题，制定本方案。

一、整改任务

| 序号 | 存在问题 | 整改措施 | 责任单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |
| 2 | 证照过期 | 换发证照 | 办公室 | 5月10日前 |
| 3 | 台账不清 | 补记台账 | 食堂 | 7月10日前 |
| 4 | 标识不清 | 补贴标识 | 食堂 | 5月20日前 |

二、工作要求

${words}
${more}`;

const last = (text: string) => text.split('二、工作要求\n\n')[1]?.trim() ?? '';
const inserted = (words: string, more = '') => last(changed(planWith(words, more), 'insertRow', '证照过期'));
const sorted = (words: string) => last(changed(planWith(words), 'sortByDeadline', '证照过期'));
const doubts = (words: string, more = '') => {
  const plan = open(planWith(words, more));
  const offset = plan.text.indexOf('证照过期');
  const recognised = planAt(plan, offset);
  const insert = refactorings.find(({ kind }) => kind.endsWith('insertRow'));
  return recognised ? insert?.doubts?.({ open: plan, recognised, offset }) : undefined;
};

describe('words that name a row by its number follow it', () => {
  test.each([
    ['见上表第4项。', '见上表第5项。'],
    ['台账第4项由校长督办。', '台账第5项由校长督办。'],
    ['第4项问题由校长督办。', '第5项问题由校长督办。'],
    ['整改台账中的第三项、第4项要现场验收。', '整改台账中的第四项、第5项要现场验收。'],
    ['上表第1项立行立改。', '上表第1项立行立改。'],
  ])('behind a new row: %s', (before, after) => {
    expect(inserted(before)).toBe(after);
    expect(doubts(before)).toEqual([]);
  });

  test('when the rows are sorted', () => {
    expect(sorted('上表第2项立行立改，第4项问题由食堂负责，台账第1项最后验收。')).toBe(
      '上表第1项立行立改，第2项问题由食堂负责，台账第3项最后验收。',
    );
  });

  test.each(['见上表第3、4项。', '县级清单第4项由食堂负责。', '台账第3至4项由食堂负责。'])(
    'what is not sure stays and is told: %s',
    (words) => {
      expect(inserted(words)).toBe(words);
      expect(doubts(words)).toHaveLength(1);
    },
  );

  test('a cell of the table itself moves with its row, and is told', () => {
    const plan = open(planWith('立行立改。').replace('补贴标识', '同第3项'));
    const offset = plan.text.indexOf('证照过期');
    const recognised = planAt(plan, offset);
    const insert = refactorings.find(({ kind }) => kind.endsWith('insertRow'));
    expect(recognised && insert?.doubts?.({ open: plan, recognised, offset })).toEqual(['第3项']);
  });

  test('with a second table that is numbered, only what says which is sure', () => {
    const more =
      '\n| 序号 | 事项 | 责任单位 |\n| --- | --- | --- |\n| 4 | 换灯 | 总务处 |\n\n按上表第4项、台账第4项办理。\n';
    expect(inserted('上表第4项先办。', more)).toContain('上表第5项先办。');
    expect(inserted('上表第4项先办。', more)).toContain('按上表第4项、台账第4项办理。');
    expect(doubts('上表第4项先办。', more)).toEqual(['台账第4项']);
  });

  test.each(['第4项工作由食堂负责。', '依据《食品安全法》第四条第4项。', '表4第二行。', '第4个月验收。'])(
    'what names no row stays without a word: %s',
    (words) => {
      expect(inserted(words)).toBe(words);
      expect(doubts(words)).toEqual([]);
    },
  );
});
