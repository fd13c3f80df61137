import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { loadProfile } from '../../../server/src/profiles/load.ts';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { matchSections, missingSections, sectionKeys } from '../../../server/src/profiles/sections.ts';

const profile = (id: string): Profile => {
  const found = loadProfile(id);
  if (!found) throw new Error(`no profile ${id}`);
  return found;
};
const base = profile('implementation-plan');

const planOf = (text: string) => {
  const [plan] = readPlans(text).plans;
  if (!plan) throw new Error('no plan');
  return plan;
};

test('what is done about problems does not say which there are', () => {
  const text = `# 县水利局学习教育小结

一、主要做法
（一）深入查摆问题。座谈12次，征求意见36条。

二、取得成效
办结实事18件。

三、下一步打算
（一）集中整治突出问题。8月底前完成。
`;
  const lacking = (source: string) => missingSections(planOf(source), profile('summary')).map(({ keys }) => keys[0]);
  expect(lacking(text)).toEqual(['problems']);
  expect(lacking(text.replace('（一）集中整治', '（一）存在的问题。人手不足。\n（二）集中整治'))).toEqual([]);
});

describe('what titles are for', () => {
  test.each([
    // Synonyms as they stand in real plans, with verbs, activity names and quotes around them.
    ['指导思想', ['guidingThought']],
    ['总体要求', ['guidingThought']],
    ['指导思想和目标', ['goals', 'guidingThought']],
    ['正确把握活动的指导思想、主要原则和目标要求', ['goals', 'guidingThought', 'principles']],
    ['深刻认识开展活动的重大意义', ['significance']],
    ['目标要求', ['goals']],
    ['全面准确把握“两新”组织开展活动的目标要求', ['goals']],
    ['工作目标', ['goals']],
    ['活动主题', ['goals']],
    ['范围和对象', ['scope']],
    ['参加人员', ['scope']],
    ['主要任务', ['tasks']],
    ['整治重点', ['tasks']],
    ['方法步骤', ['steps']],
    ['合理安排活动各阶段工作', ['steps']],
    ['三个阶段的具体安排', ['steps']],
    ['具体时间和主要要求', ['safeguards', 'steps']],
    ['时间安排', ['steps']],
    ['组织领导', ['organisation']],
    ['切实加强组织领导', ['organisation']],
    ['加强对学习活动的领导和指导', ['organisation']],
    ['成立校园安全工作领导小组', ['organisation']],
    ['本阶段要求', ['safeguards']],
    ['几点要求', ['safeguards']],
    ['保障措施', ['safeguards']],
    ['督导检查', ['supervision']],
    ['考核评价', ['supervision']],
    ['强化舆论宣传，营造浓厚氛围', ['publicity']],
    ['开展满意度测评', ['evaluation']],
    ['信息报送', ['reporting']],
    // Titles that hold one of the words and are something else.
    ['学习《关于加强组织领导的意见》', []],
    ['深入调查研究', []],
    ['做好准备', []],
  ])('%s → %j', (title, keys) => expect([...sectionKeys(title, base)].sort()).toEqual(keys));

  test.each([
    ['主要做法', ['practices']],
    ['工作开展情况', ['practices']],
    ['初步成效', ['results']],
    ['存在的问题和不足', ['problems']],
    ['问题与建议', ['next', 'problems']],
    ['下步打算', ['next']],
    ['下一步工作计划', ['next']],
    // Finding and solving problems is work that was done.
    ['广泛调研走访，深入查找问题', []],
    ['边学边改，解决实际问题', []],
  ])('in a summary %s → %j', (title, keys) => expect([...sectionKeys(title, profile('summary'))].sort()).toEqual(keys));
});

const sound = `青山镇林区防火工作方案

根据《青山县森林防火条例》，为做好我镇防火工作，制定本方案。

一、工作目标

全年不发生重大火情。

二、工作步骤

（一）准备阶段（2026年2月1日至2月28日）。各村组建扑火队，由镇林业站负责。

（二）巡护阶段（2026年3月1日至5月31日）。护林员每日巡山，由各村负责。

三、组织领导

成立防火工作领导小组，镇长任组长。
`;

const missing = (text: string, id: string) => missingSections(planOf(text), profile(id)).map(({ keys }) => keys[0]);

describe('matchSections', () => {
  test('gives the sections by key, in the order of the plan', () => {
    const found = matchSections(planOf(sound), base);
    expect(found.get('goals')?.map(({ title }) => title.value)).toEqual(['工作目标']);
    expect(found.get('steps')?.map(({ title }) => title.value)).toEqual(['工作步骤']);
    expect(found.get('organisation')?.map(({ title }) => title.value)).toEqual(['组织领导']);
  });

  test('gives a key without sections for what the opening answers', () => {
    expect(matchSections(planOf(sound), base).get('basis')).toEqual([]);
  });

  test('has no entry for what is not there', () => {
    expect(matchSections(planOf(sound), base).has('publicity')).toBe(false);
  });

  test('finds nested sections, but not words in the sentences deep down', () => {
    const nested = sound.replace(
      '三、组织领导\n\n成立防火工作领导小组，镇长任组长。',
      '三、有关事项\n\n（一）加强领导。镇长负总责。',
    );
    expect(missing(nested, 'implementation-plan')).toEqual([]);
    const sentence = sound.replace(
      '三、组织领导\n\n成立防火工作领导小组，镇长任组长。',
      '三、有关事项\n\n（一）各村在组织领导扑救队伍时应当首先保证人员的安全。',
    );
    expect(matchSections(planOf(sentence), base).has('organisation')).toBe(false);
  });
});

describe('missingSections', () => {
  test('a sound plan misses nothing', () => expect(missing(sound, 'implementation-plan')).toEqual([]));

  test.each([
    ['goals', '一、工作目标\n\n全年不发生重大火情。\n'],
    ['organisation', '三、组织领导\n\n成立防火工作领导小组，镇长任组长。\n'],
    ['basis', '根据《青山县森林防火条例》，为做好我镇防火工作，制定本方案。\n'],
  ])('%s, when it is taken away', (key, text) => {
    expect(sound).toContain(text);
    expect(missing(sound.replace(text, '\n'), 'implementation-plan')).toEqual([key]);
  });

  test('the steps are there when the stages are, whatever their section is called', () => {
    expect(missing(sound.replace('二、工作步骤', '二、具体做法'), 'implementation-plan')).toEqual([]);
  });

  test('a summary without its problems', () => {
    const summary = `防汛工作小结\n\n现将有关情况总结如下：\n\n一、主要做法\n\n加固堤防3处。\n\n二、初步成效\n\n全年无险情。\n\n三、下步打算\n\n2026年5月底前更换水泵。\n`;
    expect(missing(summary, 'summary')).toEqual(['problems']);
    expect(missing(summary.replace('三、', '三、存在问题\n\n两台水泵老化。\n\n四、'), 'summary')).toEqual([]);
  });

  test('a stage plan without the window of its stage', () => {
    const plan = (when: string) =>
      `学习活动第二阶段实施方案\n\n根据县教育局的部署，第二阶段${when}，制定本方案。\n\n一、开好民主生活会\n\n二、加强组织领导\n`;
    expect(missing(plan('从2026年5月6日开始，到6月10日结束'), 'stage-plan')).toEqual([]);
    expect(missing(plan('已经开始'), 'stage-plan')).toEqual(['window']);
  });

  test('an activity plan that names no time at all', () => {
    const plan = (when: string) =>
      `歌咏比赛活动方案\n\n一、比赛地点\n\n${when}学校礼堂。\n\n二、参加人员\n\n全体师生。\n`;
    expect(missing(plan('2026年5月8日，'), 'activity-plan')).toEqual([]);
    expect(missing(plan(''), 'activity-plan')).toEqual(['time']);
  });
});
