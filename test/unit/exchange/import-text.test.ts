import { describe, expect, test } from 'vitest';
import type { ImportAnswer } from '../../../server/src/exchange/import/import.ts';
import { importText } from '../../../server/src/exchange/import/import-text.ts';
import { readPlans } from '../../../server/src/plan/read.ts';
import { pastedPlans } from './pasted-plans.ts';

function imported(text: string, split = false) {
  const answer: ImportAnswer = importText(text, { split });
  if ('fault' in answer) throw new Error(answer.fault.en);
  return answer;
}

const markdownOf = (text: string) => imported(text).documents[0]?.text ?? '';
const removedFrom = (text: string) => imported(text).notices.flatMap(({ removed }) => removed);

describe('text becomes Markdown', () => {
  test('a title of two lines, numbered headings, and paragraphs without their indentation', () => {
    const text = `青禾县实验小学防溺水安全教育
活动实施方案

　　为做好暑期防溺水工作，根据县教育局部署，结合我校实际，制定本方案。
    一、活动目标
　　全校学生安全度过暑期，家长签收告知书达到100%。
    二、活动安排
　　1．召开主题班会。6月20日前，各班召开防溺水主题班会。
　　2．发放告知书。6月25日前，由德育处印发并回收。
`;
    expect(markdownOf(text)).toBe(`# 青禾县实验小学防溺水安全教育活动实施方案

为做好暑期防溺水工作，根据县教育局部署，结合我校实际，制定本方案。

## 一、活动目标

全校学生安全度过暑期，家长签收告知书达到100%。

## 二、活动安排

1．召开主题班会。6月20日前，各班召开防溺水主题班会。

2．发放告知书。6月25日前，由德育处印发并回收。
`);
  });

  test('paragraphs that a margin has cut are whole again', () => {
    const text = `南溪乡秸秆禁烧工作方案

为切实做好秸秆禁烧工作，巩固大气污染防治成果，根据县委、县政府的统一部
署，结合我乡实际，制定本方案。各村要高度重视，明确分工，压实责任，确保全
乡秋收期间不烧一把火、不冒一处烟。
一、工作目标
全乡秸秆综合利用率达到95%以上，火点数量比上年下降，群众知晓率达到百分之
百，形成党委领导、政府主导、群众参与的工作格局。
二、工作措施
（一）广泛宣传发动。各村要通过广播、标语、微信群等形式，大力宣传禁烧的重
要意义和有关法律法规，做到家喻户晓、人人皆知。
`;
    const paragraphs = markdownOf(text).trim().split('\n\n');
    expect(paragraphs).toEqual([
      '# 南溪乡秸秆禁烧工作方案',
      '为切实做好秸秆禁烧工作，巩固大气污染防治成果，根据县委、县政府的统一部署，结合我乡实际，制定本方案。各村要高度重视，明确分工，压实责任，确保全乡秋收期间不烧一把火、不冒一处烟。',
      '## 一、工作目标',
      '全乡秸秆综合利用率达到95%以上，火点数量比上年下降，群众知晓率达到百分之百，形成党委领导、政府主导、群众参与的工作格局。',
      '## 二、工作措施',
      '（一）广泛宣传发动。各村要通过广播、标语、微信群等形式，大力宣传禁烧的重要意义和有关法律法规，做到家喻户晓、人人皆知。',
    ]);
  });

  test('short lines of a list, of names or of a signature are no wrapped text', () => {
    const text = `梧桐街道消防演练方案

参加单位：
街道办事处
派出所
消防救援站
社区居委会

梧桐街道办事处
2026年5月6日
`;
    expect(markdownOf(text).trim().split('\n\n')).toEqual([
      '# 梧桐街道消防演练方案',
      '参加单位：',
      '街道办事处',
      '派出所',
      '消防救援站',
      '社区居委会',
      '梧桐街道办事处',
      '2026年5月6日',
    ]);
  });

  test('a page that lost all its line breaks has its paragraphs back', () => {
    const body = (name: string) =>
      `${name}要把这项工作摆上重要位置，主要负责同志亲自抓，分管同志具体抓，做到有部署、有检查、有总结，确保各项任务落到实处、见到成效，不走过场。`;
    const text = `为做好全县森林防火工作，结合我县实际，制定本方案。 一、工作目标 ${body('各乡镇').repeat(2)} 二、工作措施 1、加强宣传。${body('林业局')} 2、强化巡护。${body('各林场')} 三、工作要求 ${body('各单位').repeat(2)}`;
    const paragraphs = markdownOf(text).trim().split('\n\n');
    expect(paragraphs.map((paragraph) => paragraph.slice(0, 8))).toEqual([
      '为做好全县森林防',
      '## 一、工作目',
      '各乡镇要把这项工',
      '## 二、工作措',
      '1、加强宣传。林',
      '2、强化巡护。各',
      '## 三、工作要',
      '各单位要把这项工',
    ]);
  });

  test('signs of Markdown mean themselves', () => {
    const lines = ['*重点任务*落实情况', '1. 甲方[2026](试行)规定', '__年__月', '价格<100元', '~~作废~~', '- 第一项'];
    const { documents } = imported(`云台镇卫生整治工作方案\n\n${lines.join('\n\n')}\n`);
    const read = readPlans(documents[0]?.text ?? '').lines.map(({ text }) => text);
    expect(read.slice(1)).toEqual([...lines.slice(0, 5), '第一项']);
    expect(documents[0]?.text).toContain('价格<100元');
  });

  test('what is Markdown already stays it', () => {
    const text =
      '# 云台镇卫生整治工作方案\n\n## 一、目标\n\n**环境整洁**，见[通知](https://example.cn/a)。\n\n| 序号 | 任务 |\n| --- | --- |\n| 1 | 清运 |\n';
    expect(markdownOf(text)).toBe(text);
  });

  test('entities and tags of a page source are words and line breaks', () => {
    const text =
      '<p>云台镇卫生整治工作方案</p><p>&nbsp;&nbsp;为建设&ldquo;洁净云台&rdquo;，制定本方案。<br/>一、工作目标</p>';
    expect(markdownOf(text)).toBe('# 云台镇卫生整治工作方案\n\n为建设“洁净云台”，制定本方案。\n\n## 一、工作目标\n');
  });

  test('a text without words is told to have none', () => {
    expect(importText(' \n\u3000\n')).toEqual({ fault: { zh: '没有文字内容', en: 'has no text' } });
  });
});

describe('residue of a page', () => {
  const page = `当前位置：首页 > 政务公开 > 通知公告
云台镇卫生整治工作方案
来源：云台镇人民政府　发布时间：2026-03-05　浏览次数：128次　【字体：大 中 小】
为改善镇区环境，制定本方案。
一、工作目标
全镇主次干道全天保洁，垃圾日产日清，打印店、复印店门前“三包”责任书签订率达到100%。
- 2 -
二、工作措施
来源：由镇财政列支。
【打印本页】 【关闭窗口】
上一篇：云台镇春季植树活动方案
下一篇：没有了
版权所有：云台镇人民政府　某ICP备12345678号
`;

  test('is taken out and told word by word', () => {
    expect(removedFrom(page)).toEqual([
      '当前位置：首页 > 政务公开 > 通知公告',
      '来源：云台镇人民政府　发布时间：2026-03-05　浏览次数：128次　【字体：大 中 小】',
      '- 2 -',
      '【打印本页】 【关闭窗口】',
      '上一篇：云台镇春季植树活动方案',
      '下一篇：没有了',
      '版权所有：云台镇人民政府　某ICP备12345678号',
    ]);
    expect(markdownOf(page)).toContain('打印店、复印店门前“三包”责任书');
  });

  test('a first line that repeats the beginning and breaks off is a summary', () => {
    const body = '为认真贯彻落实县委关于基层治理的部署要求，切实提升服务群众水平，结合我镇实际，制定本方案。';
    const text = `云台镇基层治理工作方案 ${body.slice(0, 30)}...\n云台镇基层治理工作方案\n${body}\n一、工作目标\n治理效能明显提升。\n`;
    expect(removedFrom(text)).toEqual([`云台镇基层治理工作方案 ${body.slice(0, 30)}...`]);
  });

  test('words of the plan stay, whatever they look like', () => {
    const text = `云台镇卫生整治工作方案

为改善镇区环境，制定本方案。
一、责任分工
首页内容由办公室负责。
来源：各村自筹。
更多群众参与进来是关键，要广泛发动。
二、评分标准
大、中、小各一档。
分享
三、保障措施
阅读：每月一次。
四、其他
各村要认真落实，确保成效。
五、附则
本方案自印发之日起施行。
由办公室负责解释。
有效期一年。
此前规定同时废止。
`;
    expect(removedFrom(text)).toEqual([]);
  });
});

describe('tables', () => {
  test('of tab-led cells, with merged stages and repeated headers, are read as in their source', () => {
    const { documents, notices } = imported(pastedPlans, true);
    expect(documents.map(({ title }) => title)).toEqual([
      '全县镇村开展清廉乡村建设活动实施方案',
      '全县学校开展清廉校园建设活动实施方案',
    ]);
    expect(notices.map(({ removed }) => removed)).toEqual([['步 骤 时 间 活动内容 工 作 要 求 备 注']]);
    const tables = documents.map(({ text }) => text.split('\n').filter((line) => line.startsWith('|')));
    expect(tables[0]).toEqual([
      '| 步骤 | 时间 | 活动内容 | 工作要求 | 备注 |',
      '| --- | --- | --- | --- | --- |',
      '| 学习发动阶段 | 2026年3月初至4月中旬 | 1、动员部署 | 召开动员会。<br>印发通知。 | 镇机关派员指导 |',
      '|  |  | 2、专题学习 | （1）党员集中学习不少于3次；<br>（2）开展讨论。 |  |',
      '| 查摆整改阶段 | 2026年4月下旬至6月底 | 1、召开专题民主生活会 | 会前广泛征求意见。 |  |',
    ]);
    const stages = (text: string) =>
      readPlans(text).plans.flatMap((plan) =>
        plan.stages.map(({ name, schedules }) => ({
          name: name.value,
          schedules: schedules.map(({ audience, span, origin }) => ({
            audience,
            start: span.start,
            end: span.end,
            origin,
          })),
        })),
      );
    expect(documents.flatMap(({ text }) => stages(text))).toEqual(stages(pastedPlans));
    expect(stages(pastedPlans)[0]?.schedules.map(({ audience }) => audience)).toContain('镇机关');
  });

  test('of rows with tabs between the cells, as a spreadsheet copies them', () => {
    const text = `云台镇隐患整改方案

为消除隐患，制定本方案。
序号\t存在问题\t整改措施\t责任人\t完成时限
1\t配电箱老化\t"更换配电箱
加装漏电保护"\t陈立\t2026年4月10日
2\t堆放杂物\t清理通道\t吴敏\t2026年4月15日
一、工作要求
各村抓好落实。
`;
    const [table] = readPlans(markdownOf(text)).plans[0]?.tables ?? [];
    expect(table?.kind).toBe('ledger');
    expect(table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['1', '配电箱老化', '更换配电箱 加装漏电保护', '陈立', '2026年4月10日'],
      ['2', '堆放杂物', '清理通道', '吴敏', '2026年4月15日'],
    ]);
  });
});

describe('a text without line ends costs no more than its length', () => {
  const cost = (text: string): number => {
    const start = process.cpuUsage();
    importText(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };

  test.each([
    '第一阶段：学习。从2026年3月1日开始，到4月2日结束。第二阶段：整改。',
    '责任单位：县教育局、县公安局；责任人：刘志远；',
    '2026年3月1日至4月2日完成，',
    '社区和街道下辖基层党组织从2026年3月1日开始',
    '（一）加强领导。各单位要认真落实《关于开展工作的通知》（云政发〔2026〕3号）。',
  ])('%s', { retry: 3, timeout: 60_000 }, (unit) => {
    cost(unit.repeat(100));
    const small = cost(unit.repeat(8_000 / unit.length));
    // Eight times the text: the square would be 64 times the work.
    expect(cost(unit.repeat(64_000 / unit.length))).toBeLessThan(24 * Math.max(4, small));
  });
});
