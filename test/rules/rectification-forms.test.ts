import { describe, expect, test } from 'vitest';
import { problemsOf } from './harness.ts';

/** What is found wrong, what is done about it, by whom and until when. */
interface Issue {
  readonly issue: string;
  readonly measure: string;
  readonly leader: string;
  readonly unit: string;
  readonly limit: string;
}

const issues: readonly Issue[] = [
  {
    issue: '值班制度落实不严',
    measure: '修订值班制度，每月抽查2次并通报',
    leader: '周敏',
    unit: '办公室',
    limit: '2025年6月底前',
  },
  {
    issue: '渠道巡查不到位',
    measure: '制定巡查路线图，每周巡查2次并留存照片',
    leader: '王海',
    unit: '灌溉股',
    limit: '2025年5月底前',
  },
  {
    issue: '项目资金拨付缓慢',
    measure: '清理在建项目台账，按进度拨付资金',
    leader: '李芸',
    unit: '计财股',
    limit: '2025年7月底前',
  },
];

type Parts = readonly (readonly [label: string, value: string])[];

/** What is said of an issue, a part with an empty value left out. */
function partsOf({ measure, leader, unit, limit }: Issue, labels: readonly [string, string, string, string]): Parts {
  const all = [`${measure}。`, leader, unit, limit].map((value, at) => [labels[at] ?? '', value] as const);
  return all.filter(([, value]) => value !== '');
}

const usual = ['整改措施', '责任领导', '责任股室', '完成时限'] as const;
const han = ['一', '二', '三'];

/** The ways in which offices write the items of a rectification plan. */
const forms: Readonly<Record<string, (issue: Issue, at: number) => string>> = {
  'labels on lines of their own': (issue, at) =>
    [`（${han[at]}）${issue.issue}`, ...partsOf(issue, usual).map(([label, value]) => `${label}：${value}`)].join(
      '\n\n',
    ),
  'labels in a list': (issue, at) =>
    [
      `### （${han[at]}）关于“${issue.issue}”问题\n`,
      ...partsOf(issue, usual).map(([label, value]) => `- **${label}**：${value}`),
    ].join('\n'),
  'labels that are numbered': (issue, at) =>
    [
      `（${han[at]}）关于“${issue.issue}”的问题`,
      ...[['整改目标', '彻底解决。'] as const, ...partsOf(issue, usual)].map(
        ([label, value], index) => `${index + 1}.${label}：${value}`,
      ),
    ].join('\n\n'),
  'labels that are numbered below a heading': (issue, at) =>
    [
      `### ${at + 1}. ${issue.issue}`,
      ...[['问题表现', '个别站所有此情况。'] as const, ...partsOf(issue, usual)].map(
        ([label, value], index) => `（${index + 1}）${label}：${value}`,
      ),
    ].join('\n\n'),
  'everything on one line': (issue, at) =>
    `${at + 1}.${issue.issue}。${partsOf(issue, usual)
      .map(([label, value]) => `${label}：${value.replace(/。$/, '')}`)
      .join('；')}。`,
  'labels as headings of their own': (issue, at) =>
    [
      `#### 问题${at + 1}：${issue.issue}`,
      ...partsOf(issue, usual).flatMap(([label, value]) => [`**${label}**`, value]),
    ].join('\n\n'),
  'owner and limit in brackets behind the issue': ({ issue, measure, leader, unit, limit }, at) => {
    const rest = partsOf({ issue, measure: '', leader, unit, limit }, usual).filter(([label]) => label !== '整改措施');
    const bracket = rest.map(([label, value]) => `${label}：${value}`).join('，');
    return `（${han[at]}）关于${issue}的问题（${bracket}）\n\n1.${measure}。\n\n2.召开专题会议研究1次。`;
  },
  'parts as numbered headings': ({ issue, measure, leader, unit, limit }, at) =>
    [
      `（${han[at]}）针对${issue}的问题`,
      '1.整改措施',
      `（1）${measure}。`,
      '（2）召开专题会议研究1次。',
      ...(leader === '' ? [] : ['2.责任分工', `责任领导：${leader}；责任股室：${unit}。`]),
      ...(limit === '' ? [] : [`${leader === '' ? 2 : 3}.完成时限`, `${limit}。`]),
    ].join('\n\n'),
  'a list in a list': (issue, at) =>
    [
      `${at + 1}. 问题：${issue.issue}`,
      ...partsOf(issue, ['措施', '责任人', '责任股室', '时限']).map(([label, value]) => `   - ${label}：${value}`),
    ].join('\n'),
};

const planOf = (form: (issue: Issue, at: number) => string, all: readonly Issue[]) => `---
plan: inspection-rectify
---
# 青溪县水利局关于巡察反馈问题的整改方案

根据县委第三巡察组2025年3月12日反馈的意见，制定本方案。

## 一、总体要求

逐条逐项整改，2项制度上墙。

## 二、整改任务

${all.map(form).join('\n\n')}

## 三、工作要求

各股室每月25日前向局办公室报送进展。

青溪县水利局

2025年3月28日
`;

describe.each(Object.entries(forms))('%s', (_, form) => {
  const found = (all: readonly Issue[]) =>
    problemsOf(planOf(form, all))
      .filter(({ rule }) => rule === 'missing-responsible' || rule === 'missing-deadline')
      .map(({ rule, message }) => `${rule}: ${message}`);
  const changed = (at: number, change: Partial<Issue>) =>
    issues.map((issue, index) => (index === at ? { ...issue, ...change } : issue));

  test('a plan that says everything is left alone', () => {
    expect(found(issues)).toEqual([]);
  });

  test('the one measure that nobody answers for is told, once', () => {
    const [told, ...more] = found(changed(1, { leader: '', unit: '' }));
    expect(told).toMatch(/^missing-responsible: .*1项措施.*渠道巡查不到位/);
    expect(more).toEqual([]);
  });

  test('the one measure without a limit is told, once', () => {
    const [told, ...more] = found(changed(2, { limit: '' }));
    expect(told).toMatch(/^missing-deadline: .*项目资金拨付缓慢/);
    expect(more).toEqual([]);
  });
});
