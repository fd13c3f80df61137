/** A plan of about so many characters; every item has a time and someone who answers. */
export function longPlan(length: number): string {
  const parts = [
    '# 青岚县农村道路养护工作实施方案\n\n为做好2024年农村道路养护工作，制定本方案。\n\n## 一、主要任务（有误）\n',
  ];
  let written = parts[0]?.length ?? 0;
  for (let item = 1; written < length; item++) {
    const part = `\n${item}. 第${item}段道路。清理边沟${item % 90}公里，修补路面${item % 50}处，设置警示标志。完成时限：2024年${(item % 9) + 3}月${(item % 27) + 1}日前。责任单位：养护${item % 7}站。\n`;
    parts.push(part);
    written += part.length;
  }
  parts.push('\n青岚县交通运输局\n2024年2月20日\n');
  return parts.join('');
}
