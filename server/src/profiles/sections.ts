import { isRange } from '../dates/expression.ts';
import { labelNames } from '../plan/labels.ts';
import type { Line, Plan, Section } from '../plan/model.ts';
import { findPhrase, hasPhrase } from './phrases.ts';
import { planPhrases } from './plan-phrases.ts';
import type { Profile, SectionKey, SectionRequirement } from './profile.ts';

/** A section that the profile requires and the plan does not have. */
export interface MissingSection {
  /** The key that gives the requirement its name, then those that would have done as well. */
  readonly keys: readonly SectionKey[];
  readonly requirement: SectionRequirement;
}

/** 深入查摆问题, 集中整治突出问题: what is done about problems does not say which there are. */
const acting =
  /^(?:着力|集中|深入|全面|认真|切实|持续|进一步|坚决|专项|精准|逐一|扎实)*(?:整治|解决|查摆|查找|聚焦|针对|整改|破解|梳理|化解|排查|攻克|紧盯|抓好)[^，。；]{0,8}(?:问题|短板|困难|不足|薄弱环节)/;

/** Longest title of a nested section that is looked at. */
const nestedTitle = 16;

/**
 * The sections of a plan by what they are for the profile, nested ones included. One section may
 * have several keys (指导思想和目标), and one key several sections. A key with an empty list is
 * answered without a title of its own: by words of the opening or the text, or by the stages and
 * tables of the plan. A key that is not in the map is answered nowhere.
 */
export function matchSections(plan: Plan, profile: Profile): ReadonlyMap<SectionKey, readonly Section[]> {
  const found = titledSections(plan, profile);
  const answers = answersOf(plan, profile);
  for (const key of Object.keys(profile.sections)) if (!found.has(key) && answers(key)) found.set(key, []);
  return found;
}

function titledSections(plan: Plan, profile: Profile): Map<SectionKey, Section[]> {
  const found = new Map<SectionKey, Section[]>();
  const visit = (section: Section): void => {
    const title = section.title.value;
    // Deeper down, what is longer is a sentence that happens to use the word.
    const keys =
      section.level === 1 || (title.length <= nestedTitle && !acting.test(title)) ? sectionKeys(title, profile) : [];
    for (const key of keys) {
      const known = found.get(key);
      if (known) known.push(section);
      else found.set(key, [section]);
    }
    section.sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  return found;
}

/** Whether a section's work is done without a title: asked only where there is none, as it reads the text. */
function answersOf(plan: Plan, profile: Profile): (key: SectionKey) => boolean {
  const found = planPhrases(plan, profile);
  let inOpening: string | undefined;
  let labelled: ReadonlySet<SectionKey> | undefined;
  // What an activity needs may stand in a line (活动时间：…); 要求：… below a task of other plans is no section.
  const ofActivity = profile.requiredSections.some((keys) => keys.includes('time'));
  return (key) => {
    const requirement = profile.sections[key];
    if (!requirement) return false;
    const { phrases, phrasesIn } = requirement;
    if (hasEvidence(plan, requirement)) return true;
    labelled ??= new Set(ofActivity ? labelNames(plan).flatMap((name) => sectionKeys(name, profile)) : []);
    if (labelled.has(key)) return true;
    if (phrasesIn === 'text') return found.inPlan.hasOne(phrases);
    inOpening ??= openingOf(plan);
    return hasPhrase(inOpening, phrases);
  };
}

/** What the profile requires and `matchSections` did not find, in the order of the profile. */
export function missingSections(plan: Plan, profile: Profile): readonly MissingSection[] {
  const titled = titledSections(plan, profile);
  const answers = answersOf(plan, profile);
  return profile.requiredSections.flatMap((keys) => {
    const requirement = profile.sections[keys[0] ?? ''];
    const isThere =
      keys.some((key) => titled.has(key)) || keys.some(answers) || (requirement && isNotFor(plan, requirement));
    return !requirement || isThere ? [] : [{ keys, requirement }];
  });
}

interface Word {
  readonly phrase: string;
  readonly keys: readonly SectionKey[];
}

interface TitleWords {
  readonly synonyms: ReadonlyMap<string, readonly SectionKey[]>;
  /** Longest first. */
  readonly keywords: readonly Word[];
  readonly known: Map<string, readonly SectionKey[]>;
}

const wordsOf = new WeakMap<Profile, TitleWords>();
/** Titles whose keys are remembered for a profile. */
const remembered = 5_000;

/** Verbs and adverbs in front of the name of a section: 切实加强组织领导. */
const leadingVerbs =
  /^(?:深刻认识|充分认识|全面准确把握|准确把握|正确把握|全面把握|全面贯彻|认真落实|合理安排|切实加强|进一步加强|切实做好|认真做好|加强|强化|明确|落实|进一步|切实|着力|认真|扎实|关于|本次|具体|有关|相关|主要|工作|活动|整改)+(?=.{2})/;

/**
 * What a title is for the profile: the longest words first, and no character is used twice, so that
 * 目标要求 is a goal and no demand.
 * @param title without number
 */
export function sectionKeys(title: string, profile: Profile): readonly SectionKey[] {
  const words = wordsOf.get(profile) ?? prepare(profile);
  const known = words.known.get(title);
  if (known) return known;
  const keys = readKeys(title, words);
  if (words.known.size >= remembered) words.known.clear();
  words.known.set(title, keys);
  return keys;
}

function readKeys(title: string, words: TitleWords): readonly SectionKey[] {
  // Names in quotes and brackets are not the title's own words: “两新”组织, 《方案》, （征求意见稿）.
  let text = title
    .replace(/[“《（(「『"][^“”《》（）()「」『』"]{0,60}[”》）)」』"]/g, '')
    .replace(/[\s\u3000。：:；;，,]+/g, '')
    // A slip of the pen makes no other section of it.
    .replace('步聚', '步骤');
  const whole = words.synonyms.get(text) ?? words.synonyms.get(text.replace(leadingVerbs, ''));
  if (whole) return whole;
  const keys = new Set<SectionKey>();
  for (const { phrase, keys: own } of words.keywords) {
    const place = findPhrase(text, phrase);
    if (!place) continue;
    for (const key of own) keys.add(key);
    text = `${text.slice(0, place.start)}\0${text.slice(place.end)}`;
  }
  return [...keys];
}

function prepare(profile: Profile): TitleWords {
  const synonyms = new Map<string, SectionKey[]>();
  const keywords = new Map<string, SectionKey[]>();
  const add = (map: Map<string, SectionKey[]>, word: string, key: SectionKey): void => {
    const known = map.get(word);
    if (known) known.push(key);
    else map.set(word, [key]);
  };
  for (const [key, section] of Object.entries(profile.sections)) {
    add(synonyms, section.label.zh, key);
    for (const word of section.synonyms) add(synonyms, word, key);
    for (const word of section.keywords) add(keywords, word, key);
  }
  const words: TitleWords = {
    synonyms,
    keywords: [...keywords]
      .map(([phrase, keys]) => ({ phrase, keys }))
      .sort((a, b) => b.phrase.length - a.phrase.length),
    known: new Map(),
  };
  wordsOf.set(profile, words);
  return words;
}

const evidenceTests: Readonly<Record<SectionRequirement['evidence'][number], (plan: Plan) => boolean>> = {
  stages: (plan) => plan.stages.length > 0,
  window: (plan) =>
    plan.span !== undefined || plan.stages.some((stage) => stage.schedules.length > 0) || hasDatedSections(plan),
  dates: (plan) => plan.dates.some((dated) => dated.span !== undefined),
  tables: (plan) => plan.tables.some((table) => table.kind !== 'other'),
};

/** 二、制定整改方案（6月15日至28日） … 五、总结测评（8月3日至15日）: the sections say from when to when. */
function hasDatedSections({ dates, sections }: Plan): boolean {
  const windows = new Set(dates.filter(({ expression }) => isRange(expression)).map(({ line }) => line.index));
  return sections.filter(({ heading }) => windows.has(heading.index)).length >= 2;
}

function isNotFor({ title }: Plan, { notFor }: SectionRequirement): boolean {
  return title !== undefined && hasPhrase(title.value, notFor);
}

function hasEvidence(plan: Plan, { evidence }: SectionRequirement): boolean {
  return evidence.some((kind) => evidenceTests[kind](plan));
}

/** The lines before the first section; where there are none, the beginning of the first section. */
function openingOf(plan: Plan): string {
  if (plan.opening.length > 0) return plan.opening.map((line) => line.text).join('\n');
  const [first] = plan.sections;
  if (!first) return '';
  const [inner] = first.sections;
  const lines: readonly Line[] = [first.heading, ...first.body.slice(0, 3), ...(inner ? [inner.heading] : [])];
  return lines.map((line) => line.text).join('\n');
}
