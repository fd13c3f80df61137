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
  readonly surnames: readonly string[];
  readonly vague: readonly string[];
};

const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length);

/** The role of the one named behind a label. */
export const roleOfLabel: ReadonlyMap<string, PartyRole> = new Map(
  Object.entries(words.labels).flatMap(([role, labels]) => labels.map((label) => [label, role as PartyRole] as const)),
);
/** Short labels are drawn out to the width of the longest among them: 组　长, 成　员 beside 副组长. */
const longestDrawnOut = 3;
export const labelPattern = longestFirst([...roleOfLabel.keys()])
  .map((label) => (label.length > longestDrawnOut ? label : [...label].join('[ \\u3000]{0,4}')))
  .join('|');

/** The role of a label as it is written, blanks within it included. */
export function roleOfWrittenLabel(written: string): PartyRole | undefined {
  return roleOfLabel.get(written) ?? roleOfLabel.get(written.replace(/[ \u3000]+/g, ''));
}
export const titlePattern = longestFirst(words.roles).join('|');
/** By unit: 1 for the last ones of titles. */
const ENDS_TITLE = new Uint8Array(65536);
for (const title of words.roles) ENDS_TITLE[title.charCodeAt(title.length - 1)] = 1;

/** False where a text surely holds no title of an office. */
export function mayHoldTitle(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (ENDS_TITLE[text.charCodeAt(at)] === 1) return true;
  return false;
}

const vague = new Set(words.vague);

/** Ends with one of the words: they are looked up by their length, as there are some two hundred of them. */
function endsWithOneOf(list: readonly string[]): (name: string) => boolean {
  const byLength = new Map<number, Set<string>>();
  for (const word of list) {
    const same = byLength.get(word.length);
    if (same) same.add(word);
    else byLength.set(word.length, new Set([word]));
  }
  const groups = [...byLength];
  const lastSigns = new Set(list.map((word) => word.charAt(word.length - 1)));
  return (name) => {
    if (!lastSigns.has(name.charAt(name.length - 1))) return false;
    for (const [length, endings] of groups) {
      if (length <= name.length && endings.has(name.slice(name.length - length))) return true;
    }
    return false;
  };
}

const kindsOfParty = new Set([...words.units, ...words.roles]);

/** A word for bodies or people of a kind, which names none: 委员会, 教师. */
export function isKindOfParty(word: string): boolean {
  return kindsOfParty.has(word);
}

/** Ends like the name of a body or a group. */
export const endsLikeUnit = endsWithOneOf(words.units);

/** Ends like the name of a body, a group or an office. */
export const endsLikeParty = endsWithOneOf([...words.units, ...words.roles]);

/** By how common they are. */
const allSurnames = words.surnames.join('');

/** 周六 is a day of the week. */
const personName = new RegExp(`^(?!周[一二三四五六日天末]$)[${allSurnames}][\\p{Script=Han}]{1,2}$`, 'u');

/** A surname with one or two characters behind it: 刘志远. Words look like that as well; the place has to speak for a name. */
export function looksLikePerson(name: string): boolean {
  return personName.test(name);
}

/** So many of the surnames are of nine persons in ten. */
const commonSurnames = new Set(allSurnames.slice(0, 120));

/** Whether a character is one of the so many commonest surnames. */
export const isSurname = (character: string, among: number): boolean => allSurnames.slice(0, among).includes(character);

/** Of two characters, only with a surname that is common: 党政 and 应急 begin with surnames too. */
export function isLikelyPerson(name: string): boolean {
  return looksLikePerson(name) && (name.length > 2 || commonSurnames.has(name.charAt(0)));
}

/** 专人, 有关部门: stands for somebody without saying who. */
export function isVagueName(name: string): boolean {
  return vague.has(name);
}

/** The roles in which persons answer, and no units. */
export const personRoles: ReadonlySet<PartyRole> = new Set([
  'owner',
  'responsibleLeader',
  'contact',
  'head',
  'deputy',
  'member',
]);
