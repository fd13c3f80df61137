import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

const body =
  '学校成立评审小组，对各班报送的选手进行审核，并统一安排彩排，彩排期间由班主任到场组织；选手按照抽签顺序登台，演讲控制在五分钟以内，超时酌情扣分；评委从内容、语言、仪表、效果四个方面打分，去掉最高分和最低分后取平均值，得分当场公布；各班组织同学有序入场，在指定区域就座，观看期间保持安静，结束后按照先后顺序退场；礼堂设备由信息中心提前调试，遇有停电由后勤处启用备用电源；志愿者佩戴标志上岗，负责引导、签到和秩序维护，并在结束后清理场地；宣传部门拍摄照片、撰写报道，在校园广播站播出优秀作品，并将演讲稿编印成册，分发到各班供同学阅读，图书馆设立专架陈列，团委根据得分推荐选手参加县级比赛，参赛选手由语文教研组集中辅导三次，每次不少于两课时，辅导教师填写记录，交团委存档备查，辅导地点设在阅览室，由图书馆安排座位并提供参考书目，选手因病不能参加的，由班主任另行推荐一名同学，并在彩排前一天告知评审小组。';
const startsOf = (text: string) =>
  readPlans(`青禾中学演讲比赛活动方案\n\n${text}`)
    .plans[0]?.lines.slice(1)
    .map((line) => line.text.slice(0, 8));

describe('paragraphs that lost even the blanks between them', () => {
  test('numbers in front of what parts are called begin them, though no mark closes the part before', () => {
    expect(
      startsOf(
        `为弘扬优秀文化，学校决定举办本次演讲比赛一、活动主题青春与梦想二、活动时间2026年4月9日三、活动地点学校礼堂四、活动要求${body}`,
      ),
    ).toEqual(['为弘扬优秀文化，', '一、活动主题青春', '二、活动时间20', '三、活动地点学校', '四、活动要求学校']);
  });

  test('so do stages, with marks of half width as well', () => {
    expect(
      startsOf(
        `现安排如下。一、指导思想。${body}二、实施步骤。第一阶段:宣传发动（3月初至3月中旬）。召开动员会,讲清第二阶段的要求。第二阶段:集中整治（3月下旬至10月底）。逐项推进。三、组织保障。由团委负责。`,
      )?.slice(-5),
    ).toEqual(['一、指导思想。学', '二、实施步骤。', '第一阶段:宣传发', '第二阶段:集中整', '三、组织保障。由']);
  });

  test('（三） behind （二） counts on, though no full stop closes what is in front of it', () => {
    expect(
      startsOf(
        `现安排如下。一、活动内容。（一）布置校园展板，张贴演讲比赛的标语，利用广播站和宣传栏介绍往届选手的优秀作品，营造人人参与的氛围（二）召开主题班会，组织学生围绕青春与责任写作演讲稿，由语文教师逐一指导修改，每班推荐两名选手（三）举行年级初赛。二、活动要求。${body}三、组织保障。由团委负责。`,
      ),
    ).toEqual([
      '现安排如下。',
      '一、活动内容。',
      '（一）布置校园展',
      '（二）召开主题班',
      '（三）举行年级初',
      '二、活动要求。学',
      '三、组织保障。由',
    ]);
  });
});

test.each([
  ['a number that the text refers to', `见（一）和（二）两条，另见附件（三）的规定。${body}`],
  ['ranks of prizes', `比赛设一、二、三等奖，奖励一、二、三名选手，另设优秀奖若干。${body}`],
  ['two names of parts alone', `请对照一、活动主题和二、活动时间两部分准备。${body}`],
])('%s begins no paragraph', (_, text) => expect(startsOf(text)).toHaveLength(1));

test('a short line stays whole', () => {
  expect(startsOf('定于本周举行一、活动主题青春二、活动时间四月三、活动地点礼堂')).toHaveLength(1);
});
