import { describe, expect, test } from 'vitest';
import { bodyKindOf, bodyOfTitle } from '../../../server/src/plan/bodies.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

test.each([
  ['青禾县教育局', 'government'],
  ['青禾县人民政府办公室', 'government'],
  ['中共青禾县委', 'party'],
  ['中共青禾县委员会', 'party'],
  ['中共青禾镇中心小学支部委员会', 'school'],
  ['青禾镇党委', 'party'],
  ['青禾县青禾镇', 'government'],
  ['红旗街道办事处', 'government'],
  ['青禾镇中心小学', 'school'],
  ['青禾县第一中学（高中部）', 'school'],
  ['德育处、高二年段', 'school'],
  ['青禾县人民医院', 'hospital'],
  ['青禾供水有限公司', 'enterprise'],
  ['东风社区居民委员会', 'village'],
  ['石桥村党支部', 'village'],
  ['青禾县妇联', 'association'],
  ['县活动领导小组办公室', 'government'],
  ['第三党支部', 'other'],
  ['工作目标', undefined],
  ['认真贯彻执行', undefined],
])('%s is %s', (name, kind) => {
  expect(bodyKindOf(name)).toBe(kind);
});

test.each([
  ['青禾县教育局关于开展校园食品安全整治的实施方案', '青禾县教育局', 'government'],
  ['青禾镇中心小学2024年防溺水工作方案', '青禾镇中心小学', 'school'],
  ['红旗街道办事处集贸市场综合整治工作方案', '红旗街道办事处', 'government'],
  ['青禾镇中心小学校园食品安全工作方案', '青禾镇中心小学', 'school'],
  ['全县中小学校园食品安全专项整治方案', undefined, undefined],
  ['青禾县中小学生近视防控工作方案', undefined, undefined],
  ['青禾县中小学校园周边环境整治工作方案', undefined, undefined],
  ['青禾县学校安全专项整治方案', undefined, undefined],
  ['农村社区建设实施方案', undefined, undefined],
  ['关于开展文明村镇创建的实施方案', undefined, undefined],
  ['安全生产专项整治工作方案', undefined, undefined],
])('%s', (title, name, kind) => {
  expect(bodyOfTitle(title)?.name).toBe(name);
  expect(bodyOfTitle(title)?.kind).toBe(kind);
});

describe('the body that a plan comes from', () => {
  const bodyOf = (text: string) => readPlans(text).plans[0]?.body;

  test('is told by the signature before the title', () => {
    const text = '防溺水工作方案\n\n制定本方案。\n\n一、目标\n我校学生零溺水。\n\n青禾镇中心小学\n2024年5月6日\n';
    expect(bodyOf(text)).toEqual({ kind: 'school', name: '青禾镇中心小学', source: 'signature' });
  });

  test('is told by what the text calls itself most often', () => {
    const text = '防溺水工作方案\n\n根据全县部署，制定本方案。\n\n一、目标\n我校学生零溺水。\n二、措施\n我校建立台账。';
    expect(bodyOf(text)).toEqual({ kind: 'school', name: '我校', source: 'text' });
  });

  test('stays open where nothing tells', () => {
    expect(bodyOf('防溺水工作方案\n\n制定本方案。\n\n一、目标\n学生零溺水。')).toBeUndefined();
  });
});
