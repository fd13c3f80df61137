import table from './words.yaml';

export type PartyRole =
  | 'leadUnit'
  | 'responsibleUnit'
  | 'supportUnits'
  | 'owner'
  | 'responsibleLeader'
  | 'firstResponsible'
  | 'contact'
  | 'supervisor'
  | 'head'
  | 'deputy'
  | 'member';

const words = table as {
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly units: readonly string[];
  readonly roles: readonly string[];
  readonly vague: readonly string[];
};

const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length);

/** The role of the one named behind a label. */
export const roleOfLabel: ReadonlyMap<string, PartyRole> = new Map(
  Object.entries(words.labels).flatMap(([role, labels]) => labels.map((label) => [label, role as PartyRole] as const)),
);
export const labelPattern = longestFirst([...roleOfLabel.keys()]).join('|');
export const titlePattern = longestFirst(words.roles).join('|');
const endings = longestFirst([...words.units, ...words.roles]);
const vague = new Set(words.vague);
const vaguePattern = new RegExp(`^(?:${longestFirst(words.vague).join('|')})$`);

/** Ends like the name of a body, a group or an office. */
export function endsLikeParty(name: string): boolean {
  return endings.some((ending) => name.endsWith(ending));
}

/** 专人, 有关部门: stands for somebody without saying who. */
export function isVagueName(name: string): boolean {
  return vague.has(name) || vaguePattern.test(name);
}
