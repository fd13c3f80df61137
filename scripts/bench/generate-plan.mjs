const topics = ['校园消防安全', '农贸市场秩序', '河道保洁', '养老机构服务', '农村道路养护', '档案规范管理'];
const units = ['办公室', '教务处', '总务处', '安监站', '城建办', '综治中心'];
const verbs = ['开展全面排查', '建立问题清单', '完善管理制度', '组织专题培训', '公布举报电话', '落实巡查责任'];
const han = '一二三四五六七八九';

/**
 * A plan in plain office style of about so many characters: sections, stages with windows, steps with
 * owners and time limits, a table now and then. The same length always gives the same text.
 */
export function generatePlan(characters) {
  const parts = [
    '# 关于开展综合整治工作的实施方案\n\n为规范管理，根据《综合整治工作意见》（某政发〔2025〕12号），制定本方案。\n',
  ];
  let length = parts[0].length;
  for (let at = 0; length < characters; at++) {
    const topic = topics[at % topics.length];
    const month = (at % 12) + 1;
    const lines = [`\n## ${han[at % 9]}、${topic}整治\n`, `\n围绕${topic}中的突出问题，坚持边查边改，确保取得实效。\n`];
    for (let step = 1; step <= 6; step++) {
      const unit = units[(at + step) % units.length];
      const verb = verbs[(at * 3 + step) % verbs.length];
      lines.push(
        `\n${step}.${verb}。由${unit}牵头，对${topic}的薄弱环节逐项登记，明确整改措施，2025年${month}月${step * 4}日前完成，并将结果报领导小组。\n`,
      );
    }
    if (at % 4 === 0) {
      lines.push('\n| 序号 | 问题 | 整改措施 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- | --- |\n');
      for (let row = 1; row <= 5; row++)
        lines.push(`| ${row} | ${topic}台账不全 | ${verbs[row % 6]} | ${units[row % 6]} | 2025年${month}月底前 |\n`);
    }
    const text = lines.join('');
    parts.push(text);
    length += text.length;
  }
  return parts.join('');
}

const places = ['青禾', '云岭', '河口', '坪上', '塘边', '石桥', '柳溪', '北川', '南屏', '新安'];
const bodies = ['镇', '街道', '村', '中学', '社区', '医院'];
const works = [
  '人居环境整治提升',
  '安全生产专项整治',
  '校园安全整改',
  '防汛抢险应急',
  '作风建设',
  '文明创建',
  '信访积案化解',
];
const kinds = ['实施方案', '工作方案', '整改方案', '第一阶段工作方案', '工作总结', '应急预案'];

/** The plan on which the generated ones rest. */
export const superiorTitle = '云岭县人居环境整治提升行动实施方案';
export const superiorPlan = `# ${superiorTitle}

为改善人居环境，制定本方案。行动从2025年1月开始，2025年12月基本结束。

## 一、总体要求

坚持“清得净、管得住、护得好、用得久”，集中学习时间不少于24个小时。

## 二、方法步骤

第一阶段：动员摸底（2025年1月初至3月下旬）。宣传动员，逐户摸底建账。

第二阶段：集中整治（2025年4月至9月）。清运积存垃圾，改造厕所60座。

第三阶段：巩固提升（2025年10月至12月）。检查验收，建立管护制度。
`;

/** The day, or the next Monday where it falls on a weekend: nobody plans for Sundays. */
function workday(year, month, day) {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
}

/**
 * One of many different plans: kind, author, length (700 to 9,000 characters, short ones more often) and faults
 * depend on the number alone. Every fourth rests on `superiorPlan`.
 */
export function variedPlan(number) {
  let state = (number * 2_654_435_761 + 12_345) >>> 0;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const place = `${pick(places)}${pick(bodies)}`;
  const work = pick(works);
  const kind = pick(kinds);
  const length = Math.round(700 * 12.8 ** random());
  const basis =
    number % 4 === 0
      ? `根据《${superiorTitle}》`
      : `根据《关于做好${work}工作的通知》（云政发〔2025〕${(number % 60) + 1}号）`;
  const parts = [
    `# ${place}${work}${kind}\n\n`,
    `${basis}，结合${place}实际，制定本方案。工作从2025年${1 + Math.floor(random() * 3)}月开始，2025年12月基本结束。\n`,
  ];
  let size = 0;
  const add = (text) => {
    parts.push(text);
    size += text.length;
  };
  for (let at = 0; size < length; at++) {
    const topic = `${pick(topics)}${pick(['治理', '整治', '提升', '管理'])}`;
    add(`\n## ${han[at % 9]}、${topic}\n\n${place}围绕${topic}第${number % 97}项问题，坚持边查边改，确保取得实效。\n`);
    const month = 1 + Math.floor(random() * 12);
    if (random() < 0.3) {
      add('\n| 序号 | 问题 | 整改措施 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- | --- |\n');
      for (let row = 1; row <= 3 + random() * 6; row++) {
        add(`| ${row} | ${topic}台账不全 | ${pick(verbs)} | ${place}${pick(units)} | 2025年${month}月底前 |\n`);
      }
      continue;
    }
    if (random() < 0.3)
      add(
        `\n第${han[at % 4]}阶段：${topic}（2025年${month}月至${Math.min(12, month + 2)}月）。${pick(verbs)}，${pick(verbs)}。\n`,
      );
    for (let step = 1; step <= 2 + random() * 5; step++) {
      const day = random() < 0.05 ? '适时' : `2025年${month}月${workday(2025, month, step * 4)}日前`;
      add(
        `\n${step}.${pick(verbs)}。由${place}${pick(units)}牵头，对${topic}的薄弱环节逐项登记，涉及${Math.floor(random() * 90) + 3}户，明确整改措施，${day}完成，并将结果报领导小组。\n`,
      );
    }
  }
  add(`\n${place}办公室\n\n2025年1月${1 + (number % 28)}日\n`);
  return parts.join('');
}
