import { describe, expect, test } from 'vitest';
import { isOfOtherWork } from '../../../server/src/profiles/recognition/other-papers.ts';

describe('titles of papers that set no piece of work', () => {
  test.each([
    '关于召开白塘水库除险加固工程验收前专家会议的通知',
    '关于召开全县乡村振兴总结表彰大会的补充通知',
    '关于更换联系电话的通知',
    '关于征求《青禾县养犬管理办法》意见的通知',
    '关于做好报送年度统计报表的通知',
    '关于调整县防汛抗旱指挥部成员的通知',
    '县财政局关于印发《行政事业单位差旅费管理办法（试行）》的通知',
    '关于适用增值税政策有关问题的通知',
    '关于印发上半年对标分析报告的通知',
    '青禾县农村饮水安全调研报告',
    '在全县教育工作会议上的报告',
    '最高人民法院关于两地相互执行仲裁裁决的安排',
  ])('%s', (title) => expect(isOfOtherWork(title)).toBe(true));
});

describe('titles of notices and reports that plans are', () => {
  test.each([
    '关于召开第十二届田径运动会的通知',
    '关于征集廉政文化作品活动的通知',
    '关于报送《老旧小区改造实施方案》的通知',
    '关于印发《青禾县2026年招生工作实施细则》的通知',
    '关于印发《校外培训专项治理实施办法》的通知',
    '关于开展群众身边不正之风突出问题专项整治的通知',
    '关于做好农民工工资有关问题的通知',
    '关于巡察反馈问题整改落实情况评估报告',
    '关于做好迎峰度夏电力保供工作的通知',
    '关于开展安全生产大检查的通知',
    '关于调整2026年防汛工作方案的通知',
    '关于全县信访积案化解工作情况的报告',
  ])('%s', (title) => expect(isOfOtherWork(title)).toBe(false));
});
