import { describe, expect, test } from 'vitest';
import { loadProfile, shippedProfiles } from '../../../server/src/profiles/load.ts';
import { asText } from '../../../server/src/profiles/skeleton.ts';
import { planTemplate, templateStages } from '../../../server/src/profiles/template.ts';
import { filledIn, snippets } from '../editor/snippet-text.ts';

/** What the plans of a family go through, and what they must have: each of it stands in a new plan. */
interface Family {
  readonly stages: readonly string[];
  readonly has: readonly RegExp[];
}

const families: Readonly<Record<string, Family>> = {
  'edu-campaign': {
    stages: ['学习调研', '分析检查', '整改落实', '巩固提高'],
    has: [/领导小组/, /指导检查组/, /联系点/, /民主生活会/, /整改落实方案/, /满意度测评/, /归档/, /口号：“/],
  },
  'theme-2023': {
    stages: [],
    has: [/理论学习/, /调查研究/, /检视/, /\| 序号 \| 存在问题 \| 整改目标 \| 整改措施 \|.*责任人 \| 整改时限 \|/],
  },
  campaign: {
    stages: ['动员部署', '自查自纠', '集中整治', '巩固提升'],
    has: [/整治范围：/, /整治重点：/, /责任单位：/, /日前，各单位报送/, /联系电话：/],
  },
  'safety-3yr': {
    stages: ['第一年', '第二年', '第三年'],
    has: [/每季度/, /每半年/, /年度/, /备案/, /责任单位：/],
  },
  'inspection-rectify': {
    stages: ['研究部署', '集中整改', '验收销号', '巩固提升'],
    has: [
      /反馈问题 \|/,
      /整改措施 \|/,
      /责任领导 \|/,
      /责任单位 \|/,
      /整改时限 \|/,
      /是否公开 \|/,
      /整改进展情况报告/,
      /回头看/,
    ],
  },
  'env-rectify': {
    stages: ['立行立改', '限期整改', '持续整改'],
    has: [/整改类别 \|/, /整改目标 \|/, /责任领导 \|/, /责任单位 \|/, /整改时限 \|/, /向社会公开/, /销号/],
  },
  emergency: {
    stages: [],
    has: [
      /、总则[\s\S]*、组织指挥体系[\s\S]*、监测预警[\s\S]*、应急响应[\s\S]*、后期处置[\s\S]*、应急保障[\s\S]*、预案管理/,
      /响应分级/,
      /24小时值班/,
      /\| 岗位 \| 姓名 \| .*联系电话 \|/,
      /演练/,
      /修订/,
      /附件/,
    ],
  },
  'campus-activity': {
    stages: ['宣传发动', '组织实施', '总结表彰'],
    has: [
      /主题：/,
      /时间：/,
      /地点：/,
      /参加对象/,
      /主办单位：/,
      /协办单位：/,
      /活动内容和流程/,
      /安全预案/,
      /预算/,
      /联系人：/,
    ],
  },
  'mass-event-safety': {
    stages: [],
    has: [/时间：/, /安全工作人员/, /消防/, /核定容纳/, /缓冲区域/, /票证/, /停车/, /秩序/, /应急救援/],
  },
  creation: {
    stages: ['宣传发动', '组织实施', '申报验收', '巩固提高'],
    has: [/创建标准/, /申报对象/, /评分/, /满分/, /命名/, /有效期/],
  },
  project: {
    stages: ['前期准备', '组织实施', '竣工验收', '总结评价'],
    has: [
      /项目名称：/,
      /项目类型：/,
      /项目性质：/,
      /项目地点：/,
      /责任单位：/,
      /建设期限：/,
      /总投资/,
      /受益/,
      /绩效目标/,
    ],
  },
  'task-breakdown': {
    stages: [],
    has: [/\| 序号 \| 工作任务 \| 具体措施 \| 牵头单位 \| 配合单位 \| 责任人 \| 完成时限 \|/],
  },
  'stage-plan': { stages: [], has: [/关于第三阶段工作的安排/, /开始，到.*结束/, /环节/, /转段/, /工作要求|保障措施/] },
  summary: { stages: [], has: [/截至/, /主要做法/, /初步成效/, /存在问题/, /下步打算/, /负责，.*前完成/] },
  'activity-plan-generic': { stages: ['动员部署', '组织实施', '总结提高'], has: [/目标任务/, /组织领导/] },
};

describe.each(Object.entries(families))('%s', (id, { stages, has }) => {
  const profile = loadProfile(id);
  if (!profile) throw new Error(`no profile ${id}`);
  const text = asText(planTemplate(profile, { year: '2026' }));

  test('has the stages of its family', () => {
    const own = profile.stages.length > 0 ? templateStages(profile) : [];
    expect(own.map(({ label }) => label.zh.split('：')[0])).toEqual(stages);
    for (const stage of own) expect(stage.steps.length).toBeGreaterThan(0);
  });

  test.each(has)('a new plan has %s', (words) => expect(text).toMatch(words));

  test('a new plan has no step twice', () => {
    const steps = [...text.matchAll(/^\d+\. ([\p{Script=Han}“”、]{2,20})。/gmu)].map((match) => match[1]);
    expect(steps.filter((step, at) => steps.indexOf(step) < at)).toEqual([]);
  });

  test('says where its requirements come from, and what it is, in both languages', () => {
    expect([profile.source].flat().join('')).toMatch(/[\p{Script=Han}]{4}/u);
    expect(profile.description?.zh).toMatch(/\p{Script=Han}{4}/u);
    expect(profile.description?.en).toMatch(/\w{4}/);
  });
});

test('the last stage of an education campaign sums up and files away, not the one in which things are put right', () => {
  const profile = loadProfile('edu-campaign');
  if (!profile) throw new Error('no profile');
  const text = asText(planTemplate(profile, { year: '2026' }));
  const [, rectify = '', consolidate = ''] =
    /（三）整改落实阶段([\s\S]*)（四）巩固提高阶段([\s\S]*?)\n## /.exec(text) ?? [];
  expect(rectify).not.toMatch(/总结|归档/);
  expect(consolidate).toMatch(/总结。[\s\S]*资料归档。/);
});

/** The table of members: who heads, who is deputy, who is in it. */
const members =
  /\| (?:职务|组内职务|岗位|指挥部职务) \| 姓名 \|[\s\S]*\| (?:组长|总指挥|主任) \|[\s\S]*\| (?:副组长|副总指挥|副主任) \|[\s\S]*\| 成员 \|/;

test.each(
  shippedProfiles()
    .filter(({ sections }) => sections.organisation)
    .map((profile) => [profile.id, profile] as const),
)('there is a leading group with a table of its members for %s', (_, profile) => {
  const name = (profile.label.zh.split('、')[0] ?? '').replace(/（.*）$/, '');
  const found = snippets.get(`领导小组（${name}）`) ?? snippets.get('领导小组');
  const text = found ? filledIn(found) : '';
  expect(text).toMatch(members);
  expect(text).toMatch(/办公室/);
});
