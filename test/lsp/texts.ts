/** A 整改方案 of our own with faults of several rules; the words at fault are named in the tests. */
export const faultyPlan = `# 云溪区水务局供水服务专项检查整改方案

根据区督查室《关于供水服务专项检查情况的反馈意见》（云督[2023]8号）要求，制定本方案。

## 一、总体目标

坚持问题导向，按照市水务局《供水服务质量提升办法》（市水[2022]15号），在年底前全面完成整改。

## 二、组织领导

成立整改工作领导小组，组长由局长李云岚担任，副组长由副局长何松担任，办公室设在供水科。

## 三、整改落实阶段（2023年9月1日至11月31日）

1. 老旧管网漏损。更换城南片区管网12公里，漏损率降至10%以内。完成时限：2023年10月20日前。责任人：何松。
2. 抢修不够及时。组建3支抢修队伍，接报后2小时内到场。完成时限：9月中旬。责任单位：供水科。
3. 水质公示不规范。每月5日前在网站公示水质检测结果，由××负责。

## 四、工作要求

各科室要要提高认识，加强协作，按月向领导小组办公室报送进度，逾期未完成的说明原因。

云溪区水务局
2023年8月25日
`;

/** Ordinary Markdown with all that could look like a plan from afar. */
export const readme = `# plan-tools

A small library that schedules jobs. See [the roadmap](docs/roadmap.md) for 2023.

## Install

1. Clone the repository
2. Run \`npm install\`
4. Run \`npm test\`

| step | owner | deadline |
| ---- | ----- | -------- |
| TODO | XX    |          |

- [ ] write more tests
`;
