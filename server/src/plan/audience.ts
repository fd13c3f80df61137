/** Words around the core of an audience: 各镇机关, 村党组织, 隶属于镇党委的基层党组织. */
const around = /^(?:全[市县区镇乡街校局]|各|本|所有|其他)|(?:党组织|党支部|党委|单位|部门|等)$/g;

/**
 * Whether two windows are for the same people: one of them names nobody, or the core of one audience
 * is contained in the other (村 and 农村, 社区 and 社区党组织).
 */
export function sameAudience(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const [first, second] = [a, b].map((audience) => audience.replace(around, ''));
  if (!first || !second) return true;
  return first.includes(second) || second.includes(first);
}
