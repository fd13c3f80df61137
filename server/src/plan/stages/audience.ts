/** Words around the core of an audience: 各镇机关, 村党组织, 隶属于镇党委的基层党组织. */
const around = /^(?:全[市县区镇乡街校局]|各|本|所有|其他)|(?:党组织|党支部|党委|单位|部门|等)$/g;

/** Between those who are named together: 社区和街道直属单位, 社区（街道直属单位）. */
const divisions = /[、\s（）()]|以及|[和与及]/;

/**
 * Whether two windows are for the same people: one of them names nobody, or the core of one audience
 * is contained in the other (村 and 农村, 社区 and 社区党组织), or somebody is named in both.
 */
export function sameAudience(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const [first, second] = [coreOf(a), coreOf(b)];
  if (!first || !second || first.includes(second) || second.includes(first)) return true;
  const [some, others] = [partsOf(a), partsOf(b)];
  if (some.length + others.length === 2) return false;
  return some.some((one) => others.some((other) => isSame(one, other)));
}

const coreOf = (audience: string) => audience.replace(around, '');
const partsOf = (audience: string) =>
  audience
    .split(divisions)
    .map((part) => coreOf(part.replace(/^含/, '')))
    .filter((part) => part !== '');

/** 镇 is in many names that mean others; 社区 in 社区党组织 means the same. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  return one.length > 1 && other.length > 1 && (one.includes(other) || other.includes(one));
}
