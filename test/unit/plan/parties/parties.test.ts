import { describe, expect, test } from 'vitest';
import { findActor } from '../../../../server/src/plan/parties/actors.ts';
import { findParties } from '../../../../server/src/plan/parties/parties.ts';

const named = (text: string) =>
  findParties(text).map(({ name, role, vague }) => [name, role, ...(vague ? ['vague'] : [])]);

describe('findParties', () => {
  test.each<[string, string[][]]>([
    ['由后勤处按照就近原则安排车辆。', [['后勤处', 'responsibleUnit']]],
    ['2024年8月底前，由督查室逐项核查。', [['督查室', 'responsibleUnit']]],
    ['由于道路狭窄，车辆负责任地停放。', []],
    ['刘志远负责。', [['刘志远', 'responsibleUnit']]],
    [
      '公安局、城管局负责，5月中旬前完成。',
      [
        ['公安局', 'responsibleUnit'],
        ['城管局', 'responsibleUnit'],
      ],
    ],
    [
      '清理摊点。公安局、城管局和市场监管局牵头，各村配合。',
      [
        ['公安局', 'leadUnit'],
        ['城管局和市场监管局', 'leadUnit'],
      ],
    ],
    [
      '召开动员会，由教务处、总务处负责，5月10日前完成。',
      [
        ['教务处', 'responsibleUnit'],
        ['总务处', 'responsibleUnit'],
      ],
    ],
    ['全县范围内公安局、城管局负责清理。', [['城管局', 'responsibleUnit']]],
    ['加强巡查、检查，城管局负责。', [['城管局', 'responsibleUnit']]],
    ['做好清理摊点、公安局负责的工作。', []],
    ['高度负责，认真落实。', []],
    ['各社区党组织书记负总责，抓好落实。', [['各社区党组织书记', 'firstResponsible']]],
    [
      '责任单位：教务处、总务处，下同',
      [
        ['教务处', 'responsibleUnit'],
        ['总务处', 'responsibleUnit'],
      ],
    ],
    [
      '责任单位及责任人：工程部 马俊',
      [
        ['工程部', 'responsibleUnit'],
        ['马俊', 'owner'],
      ],
    ],
    ['组　长：王建华（校长）', [['王建华', 'head']]],
    ['组  长：王建华  县委副书记、县长', [['王建华', 'head']]],
    [
      '成　员：张伟（副校长）、刘　洋（县委常委、政法委书记）、各班班主任',
      [
        ['张伟', 'member'],
        ['刘洋', 'member'],
        ['各班班主任', 'member'],
      ],
    ],
    [
      '成  员：张伟 刘 洋 教导主任 王小明',
      [
        ['张伟', 'member'],
        ['刘洋', 'member'],
        ['王小明', 'member'],
      ],
    ],
    [
      '组长：陈大勇  副组长：赵敏（女）  成员：孙丽，应急办主任周涛',
      [
        ['陈大勇', 'head'],
        ['赵敏', 'deputy'],
        ['孙丽', 'member'],
        ['周涛', 'member'],
      ],
    ],
    ['责任单位：临江供水公司完成时限：6月底前', [['临江供水公司', 'responsibleUnit']]],
    [
      '责任单位：教导处责任人：李秀英完成时间：5月底',
      [
        ['教导处', 'responsibleUnit'],
        ['李秀英', 'owner'],
      ],
    ],
    [
      '责任单位：教务处（德育处）、总务处，完成登记',
      [
        ['教务处（德育处）', 'responsibleUnit'],
        ['总务处', 'responsibleUnit'],
      ],
    ],
    ['责任人：（二）集中整治阶段', []],
    ['（责任单位：办公室）、各科室配合', [['办公室', 'responsibleUnit']]],
    ['责任单位（人）：城建办', [['城建办', 'responsibleUnit']]],
    ['负责：动力科。', [['动力科', 'responsibleUnit']]],
    ['逐栋清理（社区建设办，2024年6月底前）。', [['社区建设办', 'responsibleUnit']]],
    ['粉刷外墙（陈光明）。', [['陈光明', 'owner']]],
    ['面向基层（村、社区）。', []],
    ['明确分管领导，落实具体责任，逐级压实责任。', []],
    ['谁主管谁负责。', []],
    [
      '由周海平（主要负责人）任组长，郑立群（分管负责人）任副组长，各科室主要负责人为成员。',
      [
        ['周海平', 'head'],
        ['郑立群', 'deputy'],
      ],
    ],
    [
      '由镇党委书记柳长河任组长，镇长范立言、镇党委副书记贺明霞任副组长。',
      [
        ['柳长河', 'head'],
        ['范立言', 'deputy'],
        ['贺明霞', 'deputy'],
      ],
    ],
    ['办公室设在党群工作办公室，由沈丽兼任办公室主任。', [['沈丽', 'head']]],
    ['主要领导任组长，各科室负责人任副组长。', []],
    [
      '镇长范立言、副书记贺明霞任副组长。',
      [
        ['范立言', 'deputy'],
        ['贺明霞', 'deputy'],
      ],
    ],
    [
      '组长由镇长王立新担任，副组长由副镇长李伟担任。',
      [
        ['王立新', 'head'],
        ['李伟', 'deputy'],
      ],
    ],
    ['办公室主任由周小红同志兼任。', [['周小红', 'head']]],
    ['办公室设在教育局，王立新兼任办公室主任。', [['王立新', 'head']]],
    ['办公室主任由教导主任兼任。', [['教导主任', 'head']]],
    ['任务由组长分派。', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test('下同 is not a name, and those in front of it go on', () => {
    const [first] = findParties('（责任单位：农业农村办，下同）');
    expect(first).toMatchObject({ name: '农业农村办', onward: true });
  });
});

test('the post of a person is no part of the name, nor are blanks within it', () => {
  const [first, second] = findParties('副组长：李秀英（副校长）、刘　洋　总务主任');
  expect(first).toMatchObject({ name: '李秀英', unit: '副校长', nameRange: { start: 4, end: 7 } });
  expect(second).toMatchObject({ name: '刘洋', unit: '总务主任', nameRange: { start: 13, end: 16 } });
});

describe('findActor', () => {
  test.each<[string, string | undefined]>([
    ['街道办公室汇总各社区情况后报分管领导审定。', '街道办公室'],
    ['2024年5月底前，城管中队会同供电所拆除飞线。', '城管中队'],
    ['2024年9月底前，财政所拨付资金30万元。', '财政所'],
    ['市场监督管理局组织抽查。', '市场监督管理局'],
    ['各学校自查，9月10日前报教育局。', '各学校'],
    ['各单位自查自纠，建立台账。', '各单位'],
    ['形成领导班子分析检查报告。', undefined],
    ['组织开展学习。', undefined],
    ['推进社区建设，强化街道管理。', undefined],
    ['完善制度，定期检查。', undefined],
  ])('%s', (sentence, expected) => {
    expect(findActor(sentence)?.name).toBe(expected);
  });
});

describe('words that are no names', () => {
  const namesIn = (text: string) => findParties(text).flatMap(({ name, unlike }) => (unlike ? [] : [name]));

  test.each([
    ['责任人：×××，完成登记造册。', []],
    ['责任人：王立群，完成时限：5月10日前。', ['王立群']],
    ['责任单位：教务处，5月10日前完成，并报学校。', ['教务处']],
    ['责任单位：教务处，总务处，德育处。', ['教务处', '总务处', '德育处']],
    ['由党政牵头，各村落实。', []],
    ['由水利站牵头，各村落实。', ['水利站']],
    ['由各单位主要负责人审核。', []],
    ['由财务科和采购中心共同负责。', ['财务科和采购中心']],
    ['新经济组织、新社会组织（以下简称“两新”组织）。', []],
    ['参观禁毒展（市禁毒办主办）。', []],
    ['责任单位：县应急局牵头，县消防大队等部门分工负责。', ['县应急局', '县消防大队']],
    ['由周海燕副组长负责。', ['周海燕']],
    ['由区安全生产委员会办公室负责。', ['区安全生产委员会办公室']],
    ['企业主要负责人为第一责任人。', ['企业主要负责人']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test.each([
    ['完成情况考核后，计入教师培训学时。', undefined],
    ['结果纳入学校管理考核。', undefined],
    ['面向学生开展宣传。', undefined],
    ['会同市政公司组织抢修。', undefined],
    ['督导检查组开展抽查。', '督导检查组'],
    ['登记管理机关负责审核。', '登记管理机关'],
    ['出入境管理局负责签证。', '出入境管理局'],
    ['一是学生处组织排查。', '学生处'],
  ])('%s has the subject %s', (text, name) => {
    expect(findActor(text)?.name).toBe(name);
  });
});
