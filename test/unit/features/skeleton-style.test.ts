import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/rules/fixes.ts';
import { open } from './opened.ts';
import { taken } from './proposals.ts';

const plan = (items: string, title = '青湾镇农贸市场环境整治活动实施方案') => `# ${title}

根据《江湾县关于开展整治的意见》（江湾委发〔2026〕8号）要求，我镇自2026年3月1日起至8月31日开展整治，制定本方案。

一、目标任务

${items}

▏

青湾镇人民政府
2026年2月25日
`;
const apart = '1、满意率达到90%以上。\n\n2、占道摊点清零。';
/** What stands below the new section. */
const below = (text: string, label: string) =>
  taken(text, label)
    .split(`${label}\n`)[1]
    ?.split('\n青湾镇人民政府')[0]
    ?.replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .trim() ?? '';
const heads = (words: string) => words.split('\n').map((line) => line.slice(0, 3));

describe('a skeleton is numbered as the plan is', () => {
  test('1、 where the plan writes 1、, each item in a paragraph of its own as there', () => {
    expect(heads(below(plan(apart), '二、保障措施'))).toEqual(['1、压', '', '2、保', '', '3、统']);
    const steps = below(plan(apart), '二、方法步骤');
    expect(steps).toContain('\n\n1、制定方案。××科负责，××月××日前印发。\n\n2、动员部署。');
    expect(steps).not.toMatch(/\d\. /);
  });

  test('without blank lines where the items of the plan have none', () => {
    expect(heads(below(plan(apart.replace('\n\n', '\n')), '二、保障措施'))).toEqual(['1、压', '2、保', '3、统']);
    expect(heads(below(plan(apart.replaceAll('、', '．').replace('\n\n', '\n')), '二、保障措施'))[0]).toBe('1．压');
  });

  test('1. in a list of Markdown, and where the plan has no items', () => {
    const list = ['1. 压', '2. 保', '3. 统'].map((line) => line.slice(0, 3));
    expect(heads(below(plan('1. 满意率达到90%以上。\n2. 占道摊点清零。'), '二、保障措施'))).toEqual(list);
    expect(heads(below(plan('满意率达到90%以上。'), '二、保障措施'))).toEqual(list);
  });

  test('the parts of the plan are no items', () => {
    const text = plan('满意率达到90%以上。').replace('一、目标', '1、目标');
    expect(heads(below(text, '2、保障措施'))[0]).toBe('1. ');
  });

  test('a quick fix writes it likewise', () => {
    const opened = open(plan(apart).replace('▏\n\n', ''));
    const texts = opened.problems.flatMap(({ rule, fix }) =>
      rule === 'missing-section' && fix ? [applyEdits(opened.text, fix.edits)] : [],
    );
    expect(texts.some((text) => text.includes('\n\n1、制定方案。'))).toBe(true);
    expect(texts.some((text) => text.includes('\n\n成立农贸市场环境整治活动领导小组，'))).toBe(true);
  });
});

describe('the activity of the title', () => {
  test('fills in what a skeleton leaves open', () => {
    expect(below(plan(apart), '二、组织领导')).toMatch(/^成立农贸市场环境整治活动领导小组，/);
    expect(below(plan(apart), '二、重大意义')).toMatch(/^开展农贸市场环境整治活动，/);
  });

  test('stays open where the title names none', () => {
    expect(below(plan(apart, '青湾镇工作方案'), '二、组织领导')).toMatch(/^成立××活动领导小组，/);
    expect(below(plan(apart, '青湾镇农村饮水安全保障能力实施方案'), '二、组织领导')).toMatch(/^成立××活动领导小组，/);
  });
});
