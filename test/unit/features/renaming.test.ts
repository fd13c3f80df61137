import { describe, expect, test } from 'vitest';
import { nameUnder, placesIn } from '../../../server/src/features/name-places.ts';
import { open } from './opened.ts';

interface Parts {
  readonly title?: string;
  readonly head?: string;
  readonly goal?: string;
  readonly group?: string;
  readonly work?: string;
}

function planOf({ title, head = '', goal, group, work }: Parts): string {
  return `${head}# ${title ?? '青湾镇道路整治工作方案'}

为整治道路，从2026年3月上旬到5月底，${goal ?? '在全镇清理占道物品'}，制定本方案。

## 一、组织领导

${group ?? '组长：冯立新；副组长：孙雅琴。'}

## 二、工作步骤

${work ?? '1.召开动员会。由市场服务中心组织，3月10日前完成。'}

## 三、工作要求

各村要落实责任，按时报送情况。

青湾镇人民政府

2026年2月25日
`;
}

/** The text after a rename of what stands at the first of these words; undefined where nothing can be renamed. */
function renamed(parts: Parts, words: string, newName: string): string | undefined {
  const plan = open(planOf(parts));
  const name = nameUnder(plan, plan.text.indexOf(words))?.name;
  if (name === undefined) return undefined;
  return [...placesIn(plan, name)]
    .reverse()
    .reduce((text, { start, end }) => text.slice(0, start) + newName + text.slice(end), plan.text);
}

describe('the name of a person', () => {
  const group = '由李明华任组长，李明任副组长，成员有王强、李明亮。';
  const work =
    '1.李明同志联系学校，李明主任负责登记，李明、王强到场，报李明审核，李明副主任牵头。\n2.联系李明亮，由李明新负责。责任人：李明，李明要到场。';

  test('is no part of a longer one', () => {
    expect(renamed({ group, work }, '李明任副', '赵刚')).toBe(
      planOf({
        group: '由李明华任组长，赵刚任副组长，成员有王强、李明亮。',
        work: '1.赵刚同志联系学校，赵刚主任负责登记，赵刚、王强到场，报赵刚审核，赵刚副主任牵头。\n2.联系李明亮，由李明新负责。责任人：赵刚，赵刚要到场。',
      }),
    );
  });

  test('may be the longer one', () => {
    expect(renamed({ group }, '李明华', '赵刚')).toBe(planOf({ group: group.replace('李明华', '赵刚') }));
  });

  test('is drawn out in front of what he is', () => {
    const drawnOut = '由冯立新任组长，孙雅琴、李　明为成员，李　明同志为联络员。';
    const work = '1.登记摊位。责任人：李明。';
    expect(renamed({ group: drawnOut, work }, '李明。', '赵刚')).toBe(
      planOf({ group: drawnOut.replaceAll('李　明', '赵刚'), work: '1.登记摊位。责任人：赵刚。' }),
    );
  });

  test('is told from a longer one in the front matter', () => {
    const head = '---\ncontact: 李明华\nowner: 李明\n---\n\n';
    const after = renamed({ head, group }, '李明任副', '赵刚');
    expect(after).toContain('contact: 李明华\nowner: 赵刚\n');
  });
});

describe('the name of a unit', () => {
  test('is no part of a longer word', () => {
    const work = '1.由办公室牵头登记，报县政府办公室、镇党政办公室，抄送办公室。';
    expect(renamed({ work }, '办公室牵头', '综合股')).toBe(
      planOf({ work: '1.由综合股牵头登记，报县政府办公室、镇党政办公室，抄送综合股。' }),
    );
  });

  test('is not that of the office which a leading group sets up', () => {
    const group = '成立领导小组，领导小组下设办公室，设在人事科，由李文兼任办公室主任，办公室成员由人事科确定。';
    const work = '1.由办公室牵头登记。办公室负责汇总。';
    expect(renamed({ group, work }, '办公室牵头', '综合股')).toBe(
      planOf({ group, work: '1.由综合股牵头登记。综合股负责汇总。' }),
    );
    expect(renamed({ group, work }, '办公室，设在', '综合股')).toBeUndefined();
  });

  test('is not that of its head nor of a company', () => {
    const work = '1.由安全股牵头登记，安全股长审核，安全股份公司配合。安全股长期驻场。';
    expect(renamed({ work }, '安全股牵头', '综合科')).toBe(
      planOf({ work: '1.由综合科牵头登记，安全股长审核，安全股份公司配合。综合科长期驻场。' }),
    );
  });

  test('is not the beginning of 办理 or 所需', () => {
    const work =
      '1.由民政办、财政所牵头登记，到民政办理手续，财政所需资金列入预算，民政办事效率要高，民政办事先告知，财政所需加强核对。';
    const after =
      '1.由社事办、财政所牵头登记，到民政办理手续，财政所需资金列入预算，民政办事效率要高，社事办事先告知，财政所需加强核对。';
    expect(renamed({ work }, '民政办、', '社事办')).toBe(planOf({ work: after }));
    expect(renamed({ work }, '财政所牵头', '经发办')).toBe(
      planOf({ work: work.replace('财政所牵头', '经发办牵头').replace('财政所需加强', '经发办需加强') }),
    );
  });

  test('stands beside another one behind a stroke', () => {
    const work = `1.清理沟渠。责任单位：村建办/水利站；责任人：孙雅琴／马俊；完成时限：3月10日前。

| 序号 | 任务 | 责任单位 | 责任人 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 清理河道 | 村建办/水利站 | 孙雅琴/马俊 | 4月30日前 |`;
    for (const [name, at] of [
      ['水利站', '水利站；'],
      ['马俊', '马俊；'],
      ['水利站', '水利站 |'],
      ['马俊', '马俊 |'],
    ] as const) {
      expect(renamed({ work }, at, '新名称')).toBe(planOf({ work: work.replaceAll(name, '新名称') }));
    }
  });

  test('is told from that of another place in the front matter', () => {
    const head = '---\nissuer: 石门县教育局\nowner: 教育局\nsuperior: 教育局工作方案.md\n---\n\n';
    const work = '1.由教育局牵头登记，报石门县教育局。';
    expect(renamed({ head, work }, '教育局牵头', '教体局')).toBe(
      planOf({
        head: head.replace('owner: 教育局', 'owner: 教体局'),
        work: '1.由教体局牵头登记，报石门县教育局。',
      }),
    );
  });
});

describe('the name of an activity', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['全镇开展', '党史学习教育'],
    ['全镇深入开展', '“守初心、担使命”主题教育'],
    ['全镇组织', '校园周边环境专项整治'],
    ['全镇举办', '第三届中小学生运动会'],
  ];
  test.each(cases)('in the text: %s%s', (lead, name) => {
    const parts = (of: string) => ({ goal: `在${lead}${of}`, work: `1.各村要按照${of}要求登记，3月10日前完成。` });
    expect(renamed(parts(name), name, '新的名称')).toBe(planOf(parts('新的名称')));
  });

  const titles: readonly (readonly [string, string, string])[] = [
    ['青湾镇', '读书', '活动方案'],
    ['青湾镇2026年', '校园周边环境专项', '整治方案'],
    ['青湾镇关于开展', '党史学习教育', '的实施方案'],
    ['青湾镇委员会关于深入开展', '党史学习教育', '第一阶段工作实施方案'],
    ['', '农贸市场环境卫生综合管理', '工作方案'],
  ];
  test.each(titles)('in the title: %s%s%s', (lead, name, kind) => {
    const end = /^(?:活动|整治)/.exec(kind)?.[0] ?? '';
    const parts = (of: string) => ({
      title: `${lead}${of}${kind.slice(end.length)}`,
      goal: `在全镇开展${of}`,
    });
    expect(renamed(parts(name + end), name, '新的名称')).toBe(planOf(parts('新的名称')));
  });

  test('is no word for all of a kind', () => {
    expect(renamed({ goal: '在全镇开展专项整治' }, '专项整治', '新的名称')).toBeUndefined();
    expect(renamed({ goal: '在全镇开展业务活动' }, '业务活动', '新的名称')).toBeUndefined();
    expect(renamed({ title: '青湾镇2026年安全生产工作方案' }, '安全生产', '新的名称')).toBeUndefined();
  });
});
