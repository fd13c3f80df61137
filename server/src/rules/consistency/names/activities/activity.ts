import source from '../../name-variant.yaml';

const words = source as {
  readonly activityEnds: readonly string[];
  readonly loose: readonly string[];
  readonly exchanged: readonly (readonly [string, string])[];
};
const loose = new Set(words.loose);
const ends = [...words.activityEnds].sort((a, b) => b.length - a.length);

/** The name of an activity as its plan declares it. */
export interface ActivityName {
  /** Without blanks and quotation marks. With `open`, words that are no part of the name may stand in front. */
  readonly words: string;
  /** Its ending, with which every form of it is recognised: 活动, 行动. */
  readonly end: string;
}

/** Longest stretch of a title that is taken for the name. */
const LONGEST = 24;
const SHORTEST = 8;

/**
 * The activity that a title names: what stands in front of the last 活动, 行动, 整治 … of it. Where the
 * name begins is not told by the title; comparing goes from the end.
 */
export function activityOf(title: string): ActivityName | undefined {
  // Who issues it stands in front of 关于 and is no part of the name.
  const plain = title.replace(/[\s\u3000“”"《》]/g, '').replace(/^.{0,30}?关于(?:开展|印发|做好|实施)?/, '');
  let at = -1;
  let end = '';
  for (const word of ends) {
    const found = plain.lastIndexOf(word);
    if (found + word.length > at + end.length) {
      at = found;
      end = word;
    }
  }
  if (at < 0 || (end === '教育' && ofEducation.test(plain.slice(at + end.length)))) return undefined;
  const name = plain.slice(Math.max(0, at + end.length - LONGEST), at + end.length);
  return name.length < SHORTEST ? undefined : { words: name, end };
}

/** 教育科学规划课题, 教育教学研究: what is about education is none. */
const ofEducation = /^(?:科学|科研|信息|技术|教学|局|厅|部|委|系统|集团|事业|资源|督导|工会|工委|[cC]证)/;

/** Another form of the name, as it stands in a text. */
export interface NameForm {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** What the declared name has in its place. */
  readonly declared: string;
  /** What was changed, the same for all forms with that slip: 能力→. */
  readonly change: string;
  /**
   * `word`: a word is missing or changed; `added`: one more stands in it; `end`: 活动 for 行动; `loose`: it
   * differs in a word that may come and go.
   */
  readonly kind: 'word' | 'added' | 'end' | 'loose';
}

/** Forms of a name that a text has, and how often it has the name itself. */
export interface NameForms {
  readonly exact: number;
  readonly forms: readonly NameForm[];
}

/** A level or a place tells whose activity it is, not which. */
const scope = /[省市县区镇乡村街校院局系班组园部年]/;

const PIVOT = 4;
/** What must agree on either side of the difference, and in all. */
const SIDE = 2;
const IN_ALL = 7;
/** 迎面接力比赛 of 迎面接力跑比赛: what a contest is about says by itself which one it is. */
const IN_CONTEST = 6;
const leastShared = (name: string) => (/[竞比大]赛$/.test(name) ? IN_CONTEST : IN_ALL);
const LARGEST_EDIT = 2;
/** 开展一节食品安全主题教学活动: what is counted is no name. */
const oneOfMany = /[一两二三几\d][节次场堂期项个份件]$/;
export const NO_FORMS: NameForms = { exact: 0, forms: [] };

/**
 * Looks for the name in a text, and for stretches that are the name but for one word.
 *
 * From every place that shares four characters with the name, both are compared to the left and to
 * the right. A form counts when one side is the same to the end of the name (or to its ending) and the
 * other goes on the same behind one word of up to two characters that is missing, added or changed.
 */
export function findForms(text: string, { words: name, end }: ActivityName): NameForms {
  const pivots = pivotsIn(text, name);
  if (!pivots) return NO_FORMS;
  const core = name.length - end.length;
  let exact = 0;
  const forms = new Map<number, NameForm>();
  // By how far text and name are apart: up to where they have been compared. A word lost behind two quotation marks
  // brings them back to where they were: “两委”干部能力提升培训班.
  const seen = new Map<number, number>();
  for (const place of pivots) {
    const pivot = Math.floor(place / text.length);
    const at = place - pivot * text.length;
    if (at < (seen.get(at - pivot) ?? 0)) continue;
    const left = sameLeft(text, at, name, pivot);
    const right = sameRight(text, at + PIVOT, name, pivot + PIVOT);
    seen.set(at - pivot, at + PIVOT + right);
    const form = compare(text, name, core, { at, pivot, left, right });
    if (form === 'exact') exact++;
    else if (form && !oneOfMany.test(text.slice(Math.max(0, form.start - 4), form.start))) forms.set(form.start, form);
  }
  return exact === 0 && forms.size === 0 ? NO_FORMS : { exact, forms: [...forms.values()] };
}

/** By unit: 1 for those that the pairs of a name begin with which are looked for; of the name that was asked for last. */
const beginsPair = new Uint8Array(65_536);
let noted = '';

/** Notes every third pair of a name, counted from its end: any four of its units hold one; the ending, which is in many texts, is none. */
function notePairs(name: string): void {
  for (let own = noted.length - PIVOT; own >= 0; own -= PIVOT - 1) beginsPair[noted.charCodeAt(own)] = 0;
  for (let own = name.length - PIVOT; own >= 0; own -= PIVOT - 1) beginsPair[name.charCodeAt(own)] = 1;
  noted = name;
}

/**
 * The places where the text shares four units in a row with the name, in their order in the name; each as one number, the
 * place in the name times the length of the text plus the place in the text. They are looked for around the pairs that
 * `notePairs` notes; most texts have none of them.
 */
function pivotsIn(text: string, name: string): readonly number[] | undefined {
  if (name !== noted) notePairs(name);
  let found: number[] | undefined;
  for (let there = 0; there + 1 < text.length; there++) {
    const first = text.charCodeAt(there);
    if (beginsPair[first] === 0) continue;
    const second = text.charCodeAt(there + 1);
    for (let own = name.length - PIVOT; own >= 0; own -= PIVOT - 1) {
      if (name.charCodeAt(own) !== first || name.charCodeAt(own + 1) !== second) continue;
      for (let back = 0; back <= PIVOT - 2; back++) {
        if (!shareUnits(text, there - back, name, own - back)) continue;
        found ??= [];
        found.push((own - back) * text.length + there - back);
      }
    }
  }
  return found?.sort((a, b) => a - b);
}

/** Whether text and name have the same `PIVOT` units from there on. */
function shareUnits(text: string, at: number, name: string, pivot: number): boolean {
  if (at < 0 || pivot < 0 || at + PIVOT > text.length || pivot + PIVOT > name.length) return false;
  for (let more = 0; more < PIVOT; more++)
    if (text.charCodeAt(at + more) !== name.charCodeAt(pivot + more)) return false;
  return true;
}

/** Whether a text shares four units in a row with the name; no form of it stands in any other. */
export function sharesWords(text: string, { words }: ActivityName): boolean {
  return pivotsIn(text, words) !== undefined;
}

interface Match {
  /** Where the shared characters stand in the text and in the name. */
  readonly at: number;
  readonly pivot: number;
  /** How many characters in front of them and behind them are the same. */
  readonly left: number;
  readonly right: number;
}

function compare(text: string, name: string, core: number, match: Match): NameForm | 'exact' | undefined {
  const { at, pivot, left, right } = match;
  const shared = { start: pivot - left, end: pivot + PIVOT + right };
  const place = { start: at - left, end: at + PIVOT + right };
  const length = shared.end - shared.start;
  if (shared.start === 0 && shared.end === name.length) return 'exact';
  const inFront = shared.start > 0 && shared.end >= core ? differsInFront(text, name, place, shared) : undefined;
  if (inFront && inFront.kind !== 'loose') return inFront;
  if (shared.end === name.length) return inFront ?? (length >= IN_ALL ? 'exact' : undefined);
  const edit = length >= leastShared(name) - SIDE ? editRight(text, place.end, name, shared.end) : undefined;
  const behind =
    edit &&
    formOf(text, name, { start: place.start, end: edit.to }, { start: shared.start, end: name.length }, edit.changed);
  if (behind) return behind;
  const exchanged =
    shared.end === core && length >= IN_ALL - 1 ? exchangedEnd(text, name, core, place, shared.start) : undefined;
  return exchanged ?? inFront;
}

/** The form whose beginning differs; one that stops in front of the ending has to share more with the name. */
function differsInFront(
  text: string,
  name: string,
  place: { readonly start: number; readonly end: number },
  shared: { readonly start: number; readonly end: number },
): NameForm | undefined {
  const length = shared.end - shared.start;
  if (shared.end < name.length && length < leastShared(name)) return undefined;
  const edit = editLeft(text, place.start, name, shared.start);
  if (!edit || length + edit.beyond < leastShared(name)) return undefined;
  const inName = { start: edit.nameFrom, end: shared.end };
  return formOf(text, name, { start: edit.from, end: place.end }, inName, edit.changed);
}

interface Changed {
  readonly missing: string;
  readonly added: string;
}

function formOf(
  text: string,
  name: string,
  place: { readonly start: number; readonly end: number },
  inName: { readonly start: number; readonly end: number },
  { missing, added }: Changed,
): NameForm | undefined {
  // Marks and figures between the words say nothing about the name.
  if (!/^\p{Script=Han}*$/u.test(missing + added) || scope.test(missing + added)) return undefined;
  if (added === '' ? passing.test(missing) : passing.test(added)) return undefined;
  // 全国优秀党员推荐活动 of 推荐全国优秀党员活动: the word is in the name as well, in front.
  if (missing === '' && name.slice(0, inName.start).endsWith(added)) return undefined;
  const isLoose = (word: string) => word === '' || loose.has(word);
  return {
    start: place.start,
    end: place.end,
    written: text.slice(place.start, place.end),
    declared: name.slice(inName.start, inName.end),
    change: `${missing}→${added}`,
    // 自制玩教具活动 of 自制玩教具评选活动 is what one does, and no name.
    kind:
      isLoose(missing) && isLoose(added)
        ? 'loose'
        : missing === ''
          ? 'added'
          : isPlainer(missing, added)
            ? 'loose'
            : 'word',
  };
}

/** 教职工进行长跑比赛, 8月份党日活动: verbs, particles and measures that a sentence puts into a name. */
const passing = /^(?:了|在|好|度|份|参加|进行|开展|设立|响应|一批|各项|各类|其他)?$/;

const isPlainer = (missing: string, added: string): boolean => added === '' && ends.includes(missing);

/** The edit in front of `from`, when the texts agree again for two characters or to the beginning of the name. */
function editLeft(
  text: string,
  from: number,
  name: string,
  nameFrom: number,
):
  | { readonly from: number; readonly nameFrom: number; readonly beyond: number; readonly changed: Changed }
  | undefined {
  for (const [gone, added] of edits) {
    const beyond = sameLeft(text, from - added, name, nameFrom - gone);
    if (beyond < SIDE || nameFrom - gone < 0 || from - added < 0) continue;
    const changed = { missing: name.slice(nameFrom - gone, nameFrom), added: text.slice(from - added, from) };
    // 云川市直 for 市直: the place in front of its level.
    if (gone === 0 && /[省市县区]/.test(text.charAt(from))) continue;
    return { from: from - added - beyond, nameFrom: nameFrom - gone - beyond, beyond, changed };
  }
  return undefined;
}

/** The edit at `to`, when behind it the rest of the name follows. */
function editRight(
  text: string,
  to: number,
  name: string,
  nameTo: number,
): { readonly to: number; readonly changed: Changed } | undefined {
  for (const [gone, added] of edits) {
    const rest = name.slice(nameTo + gone);
    if (rest.length < SIDE || !text.startsWith(rest, to + added)) continue;
    const changed = { missing: name.slice(nameTo, nameTo + gone), added: text.slice(to, to + added) };
    return { to: to + added + rest.length, changed };
  }
  return undefined;
}

/** Characters gone and added, the smaller edits first. */
const edits: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [LARGEST_EDIT, 0],
  [0, LARGEST_EDIT],
  [LARGEST_EDIT, LARGEST_EDIT],
];

function exchangedEnd(
  text: string,
  name: string,
  core: number,
  { start, end: to }: { readonly start: number; readonly end: number },
  nameFrom: number,
): NameForm | undefined {
  const end = name.slice(core);
  const other = words.exchanged
    .filter((pair) => pair.includes(end))
    .map(([a, b]) => (a === end ? b : a))
    .find((word) => text.startsWith(word, to));
  if (!other) return undefined;
  const stop = to + other.length;
  const written = text.slice(start, stop);
  return { start, end: stop, written, declared: name.slice(nameFrom), change: `${end}→${other}`, kind: 'end' };
}

function sameLeft(text: string, at: number, name: string, nameAt: number): number {
  let same = 0;
  while (same < at && same < nameAt && text[at - 1 - same] === name[nameAt - 1 - same]) same++;
  return same;
}

function sameRight(text: string, at: number, name: string, nameAt: number): number {
  let same = 0;
  while (nameAt + same < name.length && at + same < text.length && text[at + same] === name[nameAt + same]) same++;
  return same;
}
