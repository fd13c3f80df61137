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
