import { describe, expect, test } from 'vitest';
import { findDoublings } from '../../../server/src/rules/wording/doubled/doubled.ts';
import { findRepeatedClause } from '../../../server/src/rules/wording/doubled/repeated-clause.ts';

const doublings = (text: string) => findDoublings(text).map(({ range }) => text.slice(range.start, range.end));

describe('doubled characters and words', () => {
  test.each<[string, string]>([
    ['努力在在全市形成良好氛围', '在在'],
    ['各单位要要撰写分析材料', '要要'],
    ['建立健全长效的的工作机制', '的的'],
    ['完成了了全部任务', '了了'],
    ['领导小组和和办公室', '和和'],
    ['同学们们积极参加', '们们'],
    ['按时保质地开开展整治', '开开'],
    ['要加加强督促检查', '加加'],
    ['各支部领导班子领导班子分析检查报告', '领导班子领导班子'],
    ['要认真认真落实', '认真认真'],
    ['由责任单位责任单位牵头', '责任单位责任单位'],
    ['继续做好科普宣传宣传工作。', '宣传宣传'],
    ['抓好党员教育教育活动', '教育教育'],
  ])('%s', (text, expected) => {
    expect(doublings(text)).toEqual([expected]);
  });

  test.each([
    '二、具体时间和主要要求',
    '由分管领导领导工作',
    '用优质服务服务群众',
    '做好宣传宣传到户',
    '在在职教师中开展自查',
    '为了了解基层情况',
    '以全面整改为目的的专项行动',
    '实实在在解决问题',
    '的的确确有成效',
    '认认真真查摆，踏踏实实整改',
    '构建温和和谐的邻里关系',
    '把把关环节做细',
    '针对对象不同分类施策',
    '行为为民所想',
    '各级各类学校层层压实责任，人人参与',
    '天天有巡查、常常抓落实',
    '一项一项抓整改，一件一件抓落实',
    '逐条逐条过堂',
    '组织大家研究研究、讨论讨论',
    '党组织组织党员开展学习',
    '用优质服务服务群众',
    '主题教育教育引导党员干部',
    '会同市教育局教育科',
    '慈溪县县长、教育局局长、村村民小组组长',
    '学习学习再学习',
    '参加加强基层治理培训班',
    '角落落实保洁责任',
    '攻坚坚持到底',
    '提前前往现场',
    '等等',
    '一一对照',
    '百分之百分解到人',
    '哈哈哈哈',
    '构建共建共治共享的治理格局',
    '深化文化文艺惠民工程',
    '可可西里生态保护',
    '与其他单位一致',
    '以及及时报告制度',
    '可以以点带面',
    '由于于洪区实行网格管理',
  ])('silent: %s', (text) => {
    expect(doublings(text)).toEqual([]);
  });
});

describe('a clause that stands twice in a paragraph', () => {
  const twice = (text: string) => {
    const found = findRepeatedClause(text);
    return found && [text.slice(found.first.start, found.first.end), text.slice(found.second.start, found.second.end)];
  };

  test('over a comma', () => {
    expect(
      twice(
        '各支部要深入查摆学风不浓的表现，剖析思想根源，开展严肃的批评。会前广泛听取意见，会上认真剖析思想根源，开展严肃的批评，会后制定措施。',
      ),
    ).toEqual(['剖析思想根源，开展严肃的批评', '剖析思想根源，开展严肃的批评']);
  });

  test('a long clause by itself', () => {
    const clause = '把全镇各级党组织和广大党员干部的思想和行动统一到绿色低碳发展、共建共享家园的要求上来';
    expect(twice(`一要强化学习。${clause}，不断增强自觉性，努力${clause}。`)).toEqual([clause, clause]);
  });

  test.each([
    // parallel cases
    '对逾期未整改的单位，由领导小组办公室予以通报批评，并责令限期整改；对弄虚作假的单位，由领导小组办公室予以通报批评，并责令限期整改。',
    '对迟报的，由办公室通报批评，并扣减年度考核分值。对漏报的，由办公室通报批评，并扣减年度考核分值。',
    // the long name of a body, the title of a paper, a slogan in quotation marks
    '报县深入开展校园食品安全专项整治行动工作领导小组办公室，抄送县深入开展校园食品安全专项整治行动工作领导小组办公室。',
    '认真学习《关于进一步加强农村公路养护，推动交通高质量发展的意见》，对照《关于进一步加强农村公路养护，推动交通高质量发展的意见》抓好落实。',
    '贯彻“预防为主、标本兼治，属地管理、分级负责”的原则，始终把“预防为主、标本兼治，属地管理、分级负责”放在首位。',
    '要加强领导，落实责任，确保活动有序开展。',
  ])('silent: %s', (text) => {
    expect(twice(text)).toBeUndefined();
  });

  test('costs no more than in proportion on a paragraph without end', { retry: 6 }, () => {
    const unit = '各村要按照要求抓好人居环境整治工作第';
    const paragraph = (clauses: number) => Array.from({ length: clauses }, (_, at) => `${unit}${at}项`).join('，');
    const time = (text: string) => {
      const start = performance.now();
      findRepeatedClause(text);
      return performance.now() - start;
    };
    time(paragraph(500));
    expect(time(paragraph(16_000)) / Math.max(0.5, time(paragraph(2000)))).toBeLessThan(40);
  });
});
