import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../server/src/plan/model.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

const head = '防汛工作方案\n\n';
const body =
  '为做好防汛工作，根据县委部署，制定本方案。\n\n一、目标\n不发生人员伤亡。\n\n二、要求\n各村落实值班制度。\n';
const signed = (plan: Plan | undefined) => [plan?.issuer?.value, plan?.issued?.raw, plan?.closing?.text];
const last = '各村落实值班制度。';

describe('issuer and date', () => {
  test.each([
    ['two lines', `${head}${body}\n青禾镇人民政府\n2024年5月6日\n`, '青禾镇人民政府', '2024年5月6日'],
    ['one line', `${head}${body}\n青禾镇人民政府　　2024年5月6日\n`, '青禾镇人民政府', '2024年5月6日'],
    ['joint issuers', `${head}${body}\n青禾镇党委\n青禾镇人民政府\n2024年5月6日\n`, '青禾镇人民政府', '2024年5月6日'],
    [
      'before attachments',
      `${head}${body}\n青禾镇人民政府\n2024年5月6日\n\n附件1\n值班表\n\n2024年5月7日\n`,
      '青禾镇人民政府',
      '2024年5月6日',
    ],
    [
      'an imprint',
      `${head}${body}\n青禾镇人民政府\n2024年5月6日\n\n青禾镇党政办公室　　2024年5月7日印发\n`,
      '青禾镇人民政府',
      '2024年5月6日',
    ],
    [
      'brackets below the title',
      `${head}（青禾镇人民政府　2024年5月6日）\n\n${body}`,
      '青禾镇人民政府',
      '2024年5月6日',
    ],
    ['lines below the title', `${head}青禾镇人民政府\n（2024年5月6日）\n\n${body}`, '青禾镇人民政府', '2024年5月6日'],
    [
      'set apart by many blanks',
      `${head}${body}\n青禾镇人民政府防汛抗旱指挥部${'　'.repeat(40)}2024年5月6日\n`,
      '青禾镇人民政府防汛抗旱指挥部',
      '2024年5月6日',
    ],
    ['a blank day', `${head}${body}\n青禾镇人民政府\n2024年5月  日\n`, '青禾镇人民政府', '2024年5月'],
    ['a clock time', `${head}${body}\n青禾镇人民政府\n2024-05-06 09:48:27\n`, '青禾镇人民政府', '2024-05-06'],
    ['a clock time without seconds', `${head}${body}\n镇党政办公室\n2024/5/6 9:48\n`, '镇党政办公室', '2024/5/6'],
    [
      'labels at the end',
      `${head}${body}\n**文档版本**：v1.0\n**编制日期**：2024年5月6日\n**编制单位**：青禾镇应急办\n`,
      '青禾镇应急办',
      '2024年5月6日',
    ],
    ['date alone', `${head}${body}\n2024年5月6日\n`, undefined, '2024年5月6日'],
    ['issuer alone', `${head}${body}\n青禾镇人民政府\n`, '青禾镇人民政府', undefined],
    [
      'front matter',
      `---\nissuer: 青禾镇人民政府\ndate: 2024-05-06\n---\n\n${head}${body}`,
      '青禾镇人民政府',
      '2024-05-06',
    ],
    ['nothing', `${head}${body}`, undefined, undefined],
  ])('%s', (_, text, issuer, date) => {
    expect(signed(readPlans(text).plans[0])).toEqual([issuer, date, last]);
  });

  test('they may run on behind the last item of a list', () => {
    const text = `${head}${body}\n1. 各村清点物资。\n2. 各组每日巡查，遇有险情立即报告。青禾镇人民政府2024年5月6日\n`;
    expect(signed(readPlans(text).plans[0]).slice(0, 2)).toEqual(['青禾镇人民政府', '2024年5月6日']);
  });

  test.each([
    ['an item that tells of a day', '- 险情排查由各村负责。\n- 各组已于2024年5月6日'],
    [
      'a sentence whose parts blanks set apart',
      '各村落实值班制度，      遇有险情立即报告，      总结报送不迟于      2024年10月9日',
    ],
    [
      'a programme whose days blanks set apart',
      `开幕式${'　'.repeat(40)}2024年5月8日\n\n闭幕式${'　'.repeat(40)}2024年5月9日`,
    ],
  ])('%s is no signature', (_, end) => {
    expect(readPlans(`${head}${body}\n${end}\n`).plans[0]?.issuer).toBeUndefined();
  });

  test('days of a programme are no date of issue', () => {
    const text =
      '读书节活动方案\n\n一、活动日程\n2024年4月8日\n开幕式\n2024年4月12日\n朗诵比赛\n各班选送两名学生参加。';
    expect(signed(readPlans(text).plans[0])).toEqual([undefined, undefined, '各班选送两名学生参加。']);
  });
});

describe('a plan that a notice carries', () => {
  const notice = (mark: string) =>
    `青禾县教育局关于印发《防汛工作方案》的通知\n\n各学校：\n\n现将《防汛工作方案》印发给你们，请认真执行。\n\n附件：防汛工作方案\n\n青禾县教育局\n2024年5月6日\n\n${mark}${head}${body}`;

  test.each(['附件\n\n', '附件1：\n\n', ''])('behind “%s” is a plan of its own, signed by the notice', (mark) => {
    const [carrier, plan] = readPlans(notice(mark)).plans;
    expect(carrier?.attachment).toBe(false);
    expect(plan?.title?.value).toBe('防汛工作方案');
    expect(plan?.attachment).toBe(true);
    expect(plan?.sections.length).toBe(2);
    expect(signed(plan)).toEqual(['青禾县教育局', '2024年5月6日', last]);
  });

  test('is an attachment where 附件 stands above its title', () => {
    expect(readPlans(`附件2\n\n${head}${body}`).plans[0]?.attachment).toBe(true);
    expect(readPlans(`${head}${body}`).plans[0]?.attachment).toBe(false);
  });
});

describe('line breaks lost', () => {
  test.each([
    ['in front of it', '各村落实值班制度。青禾镇人民政府2024年5月6日'],
    ['on both sides', '各村落实值班制度。青禾镇人民政府2024年5月6日（联系人：李明，电话：8123456）'],
  ])('%s', (_, end) => {
    const [plan] = readPlans(
      `${head}为做好防汛工作，制定本方案。\n\n一、目标\n不发生人员伤亡。\n\n二、要求\n${end}\n`,
    ).plans;
    expect([plan?.issuer?.value, plan?.issued?.raw]).toEqual(['青禾镇人民政府', '2024年5月6日']);
  });

  test('the notice whose plan follows on the same line', () => {
    const [plan] = readPlans(
      `关于印发《防汛工作方案》的通知\n\n各村：\n\n现将方案印发给你们，请认真执行。青禾镇人民政府2024年5月6日《防汛工作方案》为做好防汛工作，制定本方案。\n\n一、目标\n不发生人员伤亡。\n\n二、要求\n各村落实值班制度。\n`,
    ).plans;
    expect([plan?.issuer?.value, plan?.issued?.raw]).toEqual(['青禾镇人民政府', '2024年5月6日']);
  });

  test('a day on which a body did something is none', () => {
    const [plan] = readPlans(
      `${head}为做好防汛工作，制定本方案。\n\n一、目标\n不发生人员伤亡。\n\n二、要求\n各村落实值班制度。青禾镇人民政府2024年5月6日召开会议部署。\n`,
    ).plans;
    expect(plan?.issued).toBeUndefined();
  });
});
