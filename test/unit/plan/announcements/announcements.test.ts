import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnnouncements } from '../../../../server/src/plan/announcements/announcements.ts';

/** `3个环节` or `“4开放”`, then `<3` for three items in front of it or `>3` for three behind it. */
function summary(text: string): readonly string[] {
  return findAnnouncements(text).map(({ count, classifier, noun, slogan, inline }) => {
    const name = slogan ? `“${count}${classifier}${noun}”` : `${count}${classifier}${noun}`;
    return inline ? `${name}${inline.position === 'before' ? '<' : '>'}${inline.items.length}` : name;
  });
}

describe('numbers of things that the text sets out', () => {
  it.each([
    ['全年工作分三个阶段进行。', ['3个阶段']],
    ['着力在以下五个方面取得突破：', ['5个方面']],
    ['现提出四点要求。', ['4点要求']],
    ['重点实施10项重点任务。', ['10项重点任务']],
    ['推进十大专项行动。', ['10大专项行动']],
    ['分两步走。', ['2步走']],
    ['从三方面入手。', ['3方面']],
    ['落实１２项措施'.replace('１２', '6'), ['6项措施']],
    ['把握好两个关系。', ['2个关系']],
    ['要做到三个到位。', ['3个到位']],
    ['要开展四个一活动。', ['4个一']],
    ['打通两条途径', ['2条途径']],
    ['对以下七种情形予以通报', ['7种情形']],
    ['共十二项工作任务', ['12项工作任务']],
    ['活动的三个阶段、六个环节相互衔接', ['3个阶段', '6个环节']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });
});

describe('what is no announcement', () => {
  it.each([
    '为期三个月',
    '自印发之日起5个工作日内',
    '每次两个小时',
    '提高3个百分点',
    '时间两个半月左右',
    '第三阶段工作任务',
    '第一、二阶段',
    '第二、第三项工作',
    '第二至四项任务',
    '党的十七大精神和工作要求',
    '二十大报告',
    '十七届三中、四中全会精神',
    '九届八次会议精神',
    '一把手负总责',
    '“两新”组织党支部',
    '严格执行八项规定精神',
    '解决“四风”问题',
    '开展“三严三实”专题教育',
    '落实三会一课制度',
    '增强四个意识、坚定四个自信',
    '不少于3项活动',
    '至少开展两项活动',
    '其中两项工作由教务处承担',
    '前三项任务',
    '上述两个方面',
    '这三个环节要衔接紧密',
    '每个环节都要留痕',
    '两手抓、两不误、两促进',
    '调整量占总数的三分之一以上',
    '委员的2/3及以上',
    '1—3项工作',
    '三四个问题',
    '十多项工作',
    '二十余项任务',
    '2.5项任务',
    '下午2点要求到场',
    '新中国成立60周年各项活动',
    '三个镇要开展排查工作',
    '187个参会单位',
    '三令五申',
    '五湖四海',
    '三年五年',
    '用3天时间',
    '配备5名工作人员',
    '召开两次会议',
    '成立5个督查组（见附件3）',
    '有50个以上的成员',
    '2023年工作',
    '',
  ])('%s', (text) => {
    expect(findAnnouncements(text)).toEqual([]);
  });
});

describe('lists in front of the number', () => {
  it.each([
    ['主要抓好学习讨论、入户走访两项工作。', ['2项工作<2']],
    ['分动员部署、自查自纠、集中整改、总结评估四个阶段。', ['4个阶段<4']],
    ['抓住动员、排查和整改三个环节', ['3个环节<3']],
    ['抓好召开座谈会和家长会、形成调研报告两项工作', ['2项工作<2']],
    ['学习和讨论两个环节', ['2个环节<2']],
    ['学习、讨论这两个环节要抓紧', ['2个环节<2']],
    ['做好宣传发动、自查自纠、检查验收两项工作', ['2项工作<3']],
    ['坚持“谁主管”“谁负责”“谁受益”三项原则', ['3项原则<3']],
    ['下设语文、数学、综合1组（物理、化学）、综合2组（历史、地理）等4个评议组。', ['4个评议组<4']],
    ['教育、公安、卫生三个部门', ['3个部门<3']],
    ['教育、公安等6个部门', []],
    ['做好宣传、排查等五项工作', ['5项工作']],
    ['聚焦提升教育、医疗水平，开展三项行动', ['3项行动']],
    ['结合学校、家庭实际开展三项行动', ['3项行动']],
    ['从组织、制度的三个方面', ['3个方面']],
    ['完善城镇、农村两级网络', []],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it('leaves the words that lead into the list out of the first item', () => {
    const text = '主要抓好学习讨论、入户走访两项工作。';
    const items = findAnnouncements(text)[0]?.inline?.items.map((item) => text.slice(item.start, item.end));
    expect(items).toEqual(['学习讨论', '入户走访']);
  });
});

describe('lists behind the number', () => {
  it.each([
    ['报告应达到两点要求：一是数据准确；二是分析透彻。', ['2点要求>2']],
    ['在三个方面实现新突破：一是管理；二是教学。三是服务。', ['3个方面>3']],
    ['重点抓三项工作。（1）摸底。（2）整改。（3）验收。', ['3项工作>3']],
    ['重点抓三项工作：1.摸底；2.整改。', ['3项工作>2']],
    ['分三步走：第一步，摸底；第二步，整改；第三步，验收。', ['3步走>3']],
    ['抓住三个关键，即组织、制度、监督。', ['3个关键>3']],
    ['抓住三个关键：组织、制度和监督。', ['3个关键>3']],
    ['抓住三个关键：组织、制度。', ['3个关键>2']],
    ['包括四项内容：排查建筑；排查消防；排查食品；排查校车。', ['4项内容>4']],
    ['包括四项内容：排查建筑、消防；排查食品；排查校车。', ['4项内容>3']],
    ['有三种形式（即讲座、研讨、参观）', ['3种形式>3']],
    ['分三个阶段（3月—6月）进行', ['3个阶段']],
    ['三个重点是管理、教学、服务', ['3个重点>3']],
    ['三个重点是年度考核的依据、参考', ['3个重点']],
    ['实施五大工程，分别是师资、设施、课程、评价和安全。', ['5大工程>5']],
    ['实施三项行动，包括宣传、排查等。', ['3项行动']],
    ['抓好两项工作：学习要紧密结合实际，讨论要深入透彻，注重实效。', ['2项工作']],
    ['做到三个结合，即把学习与整改结合起来，边学边改；把排查与整治结合起来；把管理与服务结合起来。', ['3个结合>3']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });
});

describe('slogans', () => {
  it.each([
    ['坚持做到“五个更加注重”。', ['“5个更加注重”']],
    ['规定“六个严禁”的行为', ['“6个严禁”']],
    ['贯彻“更加注重安全、更加注重质量”的“两个更加注重”要求', ['“2个更加注重”<2']],
    ['做到时间、内容、人员、效果“四落实”。', ['“4落实”<4']],
    ['采取时间统一、内容统一、地点统一的“三统一”方式', ['“3统一”<3']],
    ['采取时间统一、内容统一、地点统一的“四统一”方式', ['“4统一”<3']],
    ['实行“自学、领学、互学”的“三学”方式', ['“3学”<3']],
    ['实行“三学”。即：一是“自学”。每周一次；二是“领学”；三是“互学”。', ['“3学”>3']],
    ['落实“四个一”（上一堂课，写一篇文章，办一件实事，开一次会）的要求', ['“4个一”>4']],
    ['做到“三个带头”:带头学习,带头排查,带头整改', ['“3个带头”>3']],
    [
      '做到“四开放两开通”，即开放图书室、开放阅览室（含电子阅览室）、开放操场、开放礼堂，开通热线、邮箱。',
      ['“4开放”>4', '“2开通”>2'],
    ],
    ['做到“三开放三开通”，即开放图书室、开放操场，开通热线、邮箱、网页。', ['“3开放”>2', '“3开通”>3']],
    ['开展“三查三看”活动（即查思想，看认识；查作风，看纪律；查工作，看实效）。', ['“3查”>3', '“3看”>3']],
    ['开展“两对照、两检查”，即对照标准，检查差距；对照职责，检查不足。', ['“2对照”>2', '“2检查”>2']],
    [
      '做到三破除三提升。破除旧观念，实现质量提升；破除旧做法，实现效率提升；破除旧机制，实现活力提升。',
      ['“3破除”>3', '“3提升”>3'],
    ],
    [
      '做到四破除三提升。破除旧观念，实现质量提升；破除旧做法，实现效率提升；破除旧机制，实现活力提升。',
      ['“4破除”>3', '“3提升”>3'],
    ],
    ['坚持四集中五促进八落实', ['“4集中”', '“5促进”', '“8落实”']],
    ['“一人一题”调研', []],
    ['“五个好”乡村学校和“五个好”班级', ['“5个好”', '“5个好”']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it('gives the whole slogan with each of its parts', () => {
    const text = '要做到“四开放两开通”';
    const parts = findAnnouncements(text);
    expect(parts.map((part) => text.slice(part.range.start, part.range.end))).toEqual(['四开放', '两开通']);
    for (const { phrase } of parts) expect(text.slice(phrase?.start, phrase?.end)).toBe('四开放两开通');
  });
});

describe('ranges', () => {
  it('covers number, classifier and noun, and the items', () => {
    const text = '分摸底、整改两个阶段推进';
    const [announcement] = findAnnouncements(text);
    const cutOut = (range: { start: number; end: number } | undefined) => text.slice(range?.start, range?.end);
    expect(cutOut(announcement?.range)).toBe('两个阶段');
    expect(cutOut(announcement?.countRange)).toBe('两');
    expect(cutOut(announcement?.inline?.range)).toBe('摸底、整改');
  });

  it('never throws; announcements are in order and lie in the text with their items', () => {
    const piece = fc.constantFrom(
      '三',
      '两',
      '5',
      '个',
      '项',
      '环节',
      '工作',
      '“',
      '”',
      '（',
      '）',
      '、',
      '，',
      '；',
      '。',
      '：',
      '即',
      '等',
      '的',
      '一是',
      '二是',
      '开放',
      '查',
      '第',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { range, countRange, inline } of findAnnouncements(text)) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          expect(countRange.end).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
          last = range.start;
          for (const item of inline?.items ?? []) {
            expect(item.end).toBeGreaterThan(item.start);
            expect(item.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
    );
  });
});
