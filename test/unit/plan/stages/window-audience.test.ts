import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';
import { sameAudience } from '../../../../server/src/plan/stages/audience.ts';

/** The windows of the only stage, by whom they are for. */
const windowsOf = (text: string) =>
  readPlans(
    `青禾县作风整治工作方案\n\n为做好2026年作风整治工作，制定本方案。\n\n三、工作步骤\n第二阶段：查摆问题。${text}\n第三阶段：整改提高。2026年6月1日至6月30日。各单位逐项整改。`,
  ).plans[0]?.stages[0]?.schedules.map(({ audience, span }) => [audience ?? '', span.raw]) ?? [];

const behind = '从2026年3月初开始，到4月中旬结束';

describe('who a window is for', () => {
  test.each([
    '社区和街道党工委下辖的各类基层党组织',
    '镇、街道机关及其所属的全部事业单位',
    '市属国有企业和非公有制经济组织党组织',
    '各县（市、区）教育主管部门及直属学校',
    '机关党支部、离退休干部党支部和各下属单位党组织',
    '第一批参加单位（含县直机关，派驻机构）和国有企业',
    '幼儿园、小学一至三年级和特殊教育学校',
    '危险化学品生产、储存企业以及油气管道运营单位',
    '列入关停名单的企业、个体工商户和“九小”场所',
    '社会组织',
    '“两新”组织、社会团体和行业协会商会党组织',
    '村（社区）“两委”成员和全体驻村工作队员',
    '县应急管理局和有关行业主管部门',
    '尚未设立党委的社区和农村合作社',
    '县直机关、乡镇机关，以及各村（社区）党组织',
  ])('%s', (audience) => {
    expect(windowsOf(`乡镇机关从2026年3月1日开始，到3月20日结束；${audience}${behind}。主要抓好两项工作。`)).toEqual([
      ['乡镇机关', '从2026年3月1日开始，到3月20日结束'],
      [audience, behind],
    ]);
  });

  test('must and join are no part of it', () => {
    expect(windowsOf('各乡镇要于2026年4月底前查摆到位。')).toEqual([['各乡镇', '2026年4月底前']]);
    expect(windowsOf('各乡镇逐项查摆，并于2026年4月底前报县纪委。')).toEqual([['', '2026年4月底前']]);
  });

  test('what leads over to the audience is no part of it', () => {
    expect(windowsOf(`其中，社区和街道下辖的各类基层党组织分别${behind}；其中学校${behind}。`)).toEqual([
      ['社区和街道下辖的各类基层党组织', behind],
      ['学校', behind],
    ]);
  });

  test('a label of time names nobody', () => {
    expect(windowsOf('时间：2026年3月1日至4月10日。')).toEqual([['', '2026年3月1日至4月10日']]);
  });
});

describe('what somebody does at a time is no window of the stage', () => {
  test.each([
    '县委组织部会同县直机关工委对各乡镇党委和县直单位党组织从3月1日至3月10日进行抽查',
    '各单位组织党员干部、入党积极分子和群众代表从3月1日至3月10日参观学习',
    '各责任单位要从3月1日至3月10日每天报送进展',
    '领导小组办公室将从3月1日至3月10日组织督查',
    '动员会和各单位负责人座谈会将于3月1日至3月3日召开',
    '各党支部对照问题清单逐项查摆并形成个人检视剖析材料从3月1日至3月10日上墙公示',
    '通过召开座谈会、发放征求意见表和设置意见箱等方式从3月1日至3月10日征求意见',
    '在门户网站和微信公众号开设专栏从3月1日至3月10日集中宣传典型做法和先进经验',
  ])('%s', (text) => {
    expect(windowsOf(`${text}。各单位认真落实。`)).toEqual([]);
  });
});

describe('whether two windows are for the same people', () => {
  test.each([
    ['社区和街道党工委下辖基层党组织', '社区（街道直属单位）', true],
    ['镇机关', '镇机关和镇属事业单位', true],
    ['中小学校、幼儿园', '幼儿园', true],
    ['村', '农村', true],
    ['街道机关', '社区（街道直属单位）', false],
    ['镇、街道机关', '乡镇企业和园区', false],
    ['学校及幼儿园', '企业、个体工商户', false],
  ])('%s and %s', (one, other, same) => {
    expect(sameAudience(one, other)).toBe(same);
    expect(sameAudience(other, one)).toBe(same);
  });
});
