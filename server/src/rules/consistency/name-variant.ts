import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { defineRule, type Finding } from '../rule.ts';
import {
  type ActivityName,
  activityOf,
  findForms,
  type NameForm,
  type NameForms,
  NO_FORMS,
  sharesWords,
} from './names/activities/activity.ts';
import { otherAwards } from './names/activities/awarded-names.ts';
import { contestVariants } from './names/activities/contests.ts';
import { editionVariants } from './names/activities/editions.ts';
import { otherFestivals } from './names/activities/festivals.ts';
import { quotedActivity } from './names/activities/quoted-activity.ts';
import { selfNamed } from './names/activities/self-named.ts';
import { selfReferred } from './names/activities/self-referred.ts';
import { surveyVariants } from './names/activities/surveys.ts';
import {
  areVariants,
  exchangedPairs,
  isLooseVariant,
  rectifyingPairs,
  reorderedPairs,
  shortenedCampaigns,
} from './names/bodies/bodies.ts';
import { workingBodySign } from './names/bodies/body-sign.ts';
import { isAnotherActivity, isClassOfOthers } from './names/bodies/classes-of-others.ts';
import { cutGroups } from './names/bodies/cut-groups.ts';
import { exchangedOffices } from './names/bodies/exchanged-offices.ts';
import { generalUnions } from './names/bodies/general-unions.ts';
import { groupVariants } from './names/bodies/groups.ts';
import { groupsOfOtherWork } from './names/bodies/groups-of-other-work.ts';
import { managingBodies } from './names/bodies/managing-bodies.ts';
import { numberedHouseVariants } from './names/bodies/numbered-houses.ts';
import { officeShortNames } from './names/bodies/office-short-names.ts';
import { otherKinds } from './names/bodies/other-kind.ts';
import { placeVariants } from './names/bodies/places.ts';
import { rankVariants } from './names/bodies/ranks.ts';
import { renamedVariants } from './names/bodies/renamed-offices.ts';
import { roomVariants } from './names/bodies/rooms.ts';
import { shortenedUnits } from './names/bodies/shortened-units.ts';
import { smallGroups } from './names/bodies/small-groups.ts';
import { streetVariants } from './names/bodies/streets.ts';
import { swappedUnits } from './names/bodies/swapped-units.ts';
import { systemVariants } from './names/bodies/systems.ts';
import { teamVariants } from './names/bodies/teams.ts';
import { aliasVariants, officeVariants } from './names/bodies/units.ts';
import { ownNameSlips } from './names/foreign/own-name-slips.ts';
import { ownNamesOf } from './names/foreign/own-names.ts';
import { deputyPosts } from './names/persons/deputy-posts.ts';
import { exchangedPosts } from './names/persons/exchanged-posts.ts';
import { officesOfPersons } from './names/persons/offices-of-persons.ts';
import { personVariants } from './names/persons/persons.ts';
import { personsInText } from './names/persons/persons-in-text.ts';
import { personsOfPosts } from './names/persons/persons-of-posts.ts';
import { personsOfTables } from './names/persons/persons-of-tables.ts';
import type { NameReader } from './names/reader.ts';
import { driftingItems } from './names/rows/listed-items.ts';
import { listedTwice } from './names/rows/listed-twice.ts';
import { rowSiblings } from './names/rows/row-siblings.ts';
import { likelyPairs } from './names/similar.ts';
import { bareForms } from './names/titles/bare-forms.ts';
import { formVariants } from './names/titles/forms.ts';
import { paperVariants } from './names/titles/papers.ts';
import { quotedKinds } from './names/titles/quoted-kinds.ts';
import { swappedFromTitle } from './names/titles/title-pairs.ts';
import { titledForms } from './names/titles/titled-forms.ts';
import { coinedVariants } from './names/words/coined-names.ts';
import { cutQuotations } from './names/words/cut-quotations.ts';
import { latinVariants } from './names/words/latin-names.ts';
import { movedConjunctions } from './names/words/moved-words.ts';
import { shortenedNames } from './names/words/shortened.ts';
import { spellingVariants } from './names/words/spellings.ts';
import { swappedWords } from './names/words/swapped-words.ts';
import { inspectingGroups, turnedOffices } from './names/words/turned-names.ts';

type MessageId = 'activity' | 'end' | 'title' | 'body' | 'listed' | 'paper' | 'edition' | 'person' | 'same' | 'moved';

const declaredHere = { zh: '这里定名为“{name}”', en: 'Named “{name}” here' };
const elsewhere = { zh: '他处作“{name}”', en: 'Elsewhere: “{name}”' };
const alsoHere = { zh: '此处同', en: 'Here as well' };

/** One activity or one working body under several names. */
export const nameVariant = defineRule<MessageId>({
  id: 'name-variant',
  family: 'consistency',
  severity: 'info',
  basis: ['practice'],
  faults: ['F32', 'F33'],
  fixes: [],
  summary: {
    zh: '同一活动、机构前后名称不一',
    en: 'One activity or body goes by several names',
  },
  messages: {
    activity: {
      zh: '活动名称前后不一：此处作“{written}”，标题作“{declared}”，请统一。',
      en: 'The activity is called “{written}” here and “{declared}” in the title.',
    },
    end: {
      zh: '标题称“{declared}”，此处称“{written}”，请统一。',
      en: 'The title says “{declared}”, this place “{written}”.',
    },
    title: {
      zh: '标题作“{declared}”，正文此类{count}处作“{written}”，请核对哪个是活动的正式名称。',
      en: 'The title says “{declared}”, the text “{written}” ({count # place|# places}); find out which name is right.',
    },
    body: {
      zh: '“{written}”与“{declared}”（{count}处）似为同一机构，名称请统一。',
      en: '“{written}” and “{declared}” ({count # place|# places}) seem to be one body; give it one name.',
    },
    listed: {
      zh: '前后名称不一：此处列为“{written}”，下文作“{other}”，请统一。',
      en: 'Listed as “{written}” here, “{other}” below; give it one name.',
    },
    edition: {
      zh: '届次前后不一：此处作“{written}”，前面作“{other}”，请核对。',
      en: 'The count differs: “{written}” here, “{other}” above.',
    },
    paper: {
      zh: '同一材料前后名称不一：此处作“{written}”，另一处作“{other}”，请统一。',
      en: 'One paper goes by two names: “{written}” here, “{other}” elsewhere.',
    },
    same: {
      zh: '前后名称不一：此处作“{written}”，另一处作“{other}”，请统一。',
      en: 'One name in two ways: “{written}” here, “{other}” elsewhere.',
    },
    moved: {
      zh: '“{written}”与他处的“{other}”（{count}处）语序不同，请核对。',
      en: 'The words of “{written}” stand in another order than in “{other}” ({count # place|# places}).',
    },
    person: {
      zh: '“{written}”与“{other}”（{count}处）只差一个字，如为同一人，请核对姓名。',
      en: '“{written}” and “{other}” ({count # place|# places}) differ in one character; if they are one person, check the name.',
    },
  },
  checkPlan({ document, plan, report }) {
    const lines = linesInOrder(document, plan);
    const declared = declaredActivity(document, plan);
    const drift = declared ? driftOf(declared, plan, lines) : [];
    for (const finding of drift) report(finding);
    // A body named after the activity has its fault from there.
    const told = drift.flatMap(({ range, related = [] }) => [range, ...related.map((place) => place.range)]);
    const find = <T>({ sign, find }: NameReader<T>): readonly T[] => {
      const own = unquoted(linesWith(lines, sign));
      return own.length === 0 ? [] : find(own, lines);
    };
    for (const finding of find(bodyVariants)) {
      if (!told.some((range) => overlaps(range, finding.range))) report(finding);
    }
    for (const { written, other, range, elsewhere: place } of driftingItems(plan, lines)) {
      report({
        message: 'listed',
        params: { written, other },
        range,
        related: [{ message: elsewhere, params: { name: other }, range: place }],
      });
    }
    for (const { written, other, range, elsewhere: place } of find(editionVariants)) {
      report({
        message: 'edition',
        params: { written, other },
        range,
        severity: 'warning',
        related: [{ message: elsewhere, params: { name: other }, range: place }],
      });
    }
    for (const { written, other, range, elsewhere: place } of find(paperVariants)) {
      report({
        message: 'paper',
        params: { written, other },
        range,
        related: [{ message: elsewhere, params: { name: other }, range: place }],
      });
    }
    for (const { written, other, range, elsewhere: place, others = [] } of [
      ...twoNames.flatMap(find),
      ...quotedActivity(plan, lines),
      ...otherAwards(plan, lines),
      ...otherFestivals(plan, lines),
      ...shortenedUnits(plan),
      ...listedTwice(plan),
      ...selfNamed(plan, lines),
      ...managingBodies(plan, lines),
      ...rowSiblings(plan, lines),
      ...groupsOfOtherWork(plan, lines),
      ...bareForms(plan, lines),
      ...ownNameSlips(ownNamesOf(plan, document), lines),
    ]) {
      report({
        message: 'same',
        params: { written, other },
        range,
        related: [
          { message: elsewhere, params: { name: other }, range: place },
          ...others.map((one) => ({ message: alsoHere, range: one })),
        ],
      });
    }
    for (const { written, other, range, elsewhere: place, count } of [
      ...find(movedConjunctions),
      ...find(swappedWords),
      ...find(swappedUnits),
      ...swappedFromTitle(plan, lines),
    ]) {
      report({
        message: 'moved',
        params: { written, other, count },
        range,
        related: [{ message: elsewhere, params: { name: other }, range: place }],
      });
    }
    const persons = personVariants(plan);
    const knownPairs = new Set(persons.flatMap(({ written: a, other: b }) => [`${a} ${b}`, `${b} ${a}`]));
    const inText = [
      ...personsInText(plan.parties, lines),
      ...personsOfTables(plan, lines),
      ...personsOfPosts(lines),
    ].filter(({ written, other: usual }) => {
      const isNew = !knownPairs.has(`${written} ${usual}`);
      knownPairs.add(`${written} ${usual}`).add(`${usual} ${written}`);
      return isNew;
    });
    for (const { written, other, range, elsewhere: place, count } of [...persons, ...inText]) {
      report({
        message: 'person',
        params: { written, other, count },
        range,
        related: [{ message: elsewhere, params: { name: other }, range: place }],
      });
    }
  },
});

const twoNames = [
  officeVariants,
  rankVariants,
  aliasVariants,
  surveyVariants,
  contestVariants,
  formVariants,
  groupVariants,
  otherKinds,
  shortenedNames,
  latinVariants,
  systemVariants,
  placeVariants,
  coinedVariants,
  cutQuotations,
  cutGroups,
  streetVariants,
  quotedKinds,
  renamedVariants,
  smallGroups,
  titledForms,
  turnedOffices,
  inspectingGroups,
  officeShortNames,
  teamVariants,
  selfReferred,
  exchangedOffices,
  officesOfPersons,
  roomVariants,
  spellingVariants,
  exchangedPosts,
  generalUnions,
  numberedHouseVariants,
  deputyPosts,
];
const bodyVariants: NameReader<Finding<MessageId>> = { sign: workingBodySign, find: bodiesIn };

/** Up to so many places of a slip are reported one by one. */
const FEW = 3;

interface Declared {
  readonly name: ActivityName;
  readonly range: Range;
}

/** The lines that are not quoted; nearly always all of them. */
function unquoted(lines: readonly Line[]): readonly Line[] {
  for (const { place } of lines) if (place === 'quote') return lines.filter((line) => line.place !== 'quote');
  return lines;
}

/** The name that the front matter gives (`activityName`), else the one in the title. */
function declaredActivity({ frontMatter }: PlanDocument, { title }: Plan): Declared | undefined {
  const given = frontMatter?.values.get('activityName');
  const source = typeof given?.value === 'string' ? { value: given.value, range: given.range } : title;
  const name = source && activityOf(source.value);
  return name && source ? { name, range: source.range } : undefined;
}

interface Asked {
  name: string | undefined;
  forms: NameForms;
}
/** The forms on a line of the name that was asked for last: the lines of a plan are asked for the same. */
const asked = lineMemo((): Asked => ({ name: undefined, forms: NO_FORMS }));

function formsOn(facts: LineFacts, name: ActivityName): NameForms {
  const entry = asked(facts);
  if (entry.name !== name.words) {
    entry.forms = readForms(facts.text, name);
    entry.name = name.words;
  }
  return entry.forms;
}

function readForms(text: string, name: ActivityName): NameForms {
  if (!text.includes('《')) return findForms(text, name);
  return sharesWords(text, name) ? findForms(withoutTitles(text), name) : NO_FORMS;
}

/** Titles of other papers are quoted as they are. */
function withoutTitles(text: string): string {
  return text.replace(/《[^《》]{1,200}》/g, (title) => '《'.repeat(title.length));
}

/** 主题为“以读书活动促进师德建设”: what an activity is about is said in other words than its name. */
function isInTheme(text: string, start: number): boolean {
  const open = text.lastIndexOf('“', start);
  return open >= 0 && !text.slice(open, start).includes('”') && /主题(?:为|是)?[：:]?$/.test(text.slice(0, open));
}

interface PlacedForm extends NameForm {
  readonly range: Range;
}

function driftOf({ name, range }: Declared, plan: Plan, lines: readonly Line[]): readonly Finding<MessageId>[] {
  let exact = 0;
  const byChange = new Map<string, PlacedForm[]>();
  const own = `${plan.title?.value ?? ''} ${plan.issuer?.value ?? ''}`;
  for (const line of lines) {
    if (line.place === 'quote') continue;
    const found = formsOn(line.facts, name);
    if (found.exact === 0 && found.forms.length === 0) continue;
    if (plan.title && overlaps(line.range, plan.title.range)) continue;
    exact += found.exact;
    for (const form of found.forms) {
      if (isClassOfOthers(line.text, form.start, name.end, own) || isInTheme(line.text, form.start)) continue;
      if (isAnotherActivity(line.text, form.start, own)) continue;
      const placed = { range: line.at(form.start, form.end), ...form };
      const known = byChange.get(form.change);
      if (known) known.push(placed);
      else byChange.set(form.change, [placed]);
    }
  }
  return [...byChange.values()].flatMap((forms) => {
    const count = forms.length;
    // Few slips are mended one by one; what goes through the text is one question to its author.
    const isSlip = forms[0]?.kind === 'word' && count <= FEW && count <= exact + 1;
    return (isSlip ? forms.map((form) => [form]) : [forms]).flatMap(
      ([form, ...others]): readonly Finding<MessageId>[] => {
        const severity = form && severityOf(form, count, exact);
        if (!severity) return [];
        return [
          {
            message: form.kind === 'end' ? 'end' : count > exact + 1 ? 'title' : 'activity',
            params: { written: form.written, declared: form.declared, count },
            range: form.range,
            severity,
            related: [
              { message: declaredHere, params: { name: form.declared }, range },
              ...others.map((other) => ({ message: alsoHere, range: other.range })),
            ],
          },
        ];
      },
    );
  });
}

/** A slip of the name is a warning when the text has the name right elsewhere; a lost 专项 is worth a hint at most. */
function severityOf({ kind }: NameForm, count: number, exact: number): 'warning' | 'info' | 'hint' | undefined {
  if (kind === 'word') return exact > 0 && count <= exact ? 'warning' : 'info';
  if (kind === 'end' || kind === 'added') return 'info';
  return count === 1 && exact >= 2 ? 'hint' : undefined;
}

function bodiesIn(lines: readonly Line[]): readonly Finding<MessageId>[] {
  const places = new Map<string, Range[]>();
  const types = new Map<string, string>();
  const founded = new Set<string>();
  for (const line of lines) {
    for (const { name: whole, type, range } of line.facts.workingBodies) {
      const name = whole.replace(ownSchool, '');
      if (name.length < type.length + 3) continue;
      const at = line.at(range.end - name.length, range.end);
      const known = places.get(name);
      if (known) known.push(at);
      else places.set(name, [at]);
      types.set(name, type);
      if (foundedIn.test(line.text.slice(Math.max(0, range.start - 12), range.start))) founded.add(name);
    }
  }
  return [...rareNames(places, types, founded)].flatMap(([rare, common]) => {
    const [range, ...others] = places.get(rare) ?? [];
    const usual = places.get(common)?.[0];
    if (!range || !usual) return [];
    return {
      message: 'body' as const,
      params: { written: rare, declared: common, count: places.get(common)?.length ?? 1 },
      range,
      ...(isLooseVariant(rare, common) ? { severity: 'hint' as const } : {}),
      related: [
        { message: elsewhere, params: { name: common }, range: usual },
        ...others.map((place) => ({ message: alsoHere, range: place })),
      ],
    };
  });
}

/** 校军训安全工作领导小组 and 军训安全工作领导小组 are one. */
const ownSchool = /^(?:[我本学]?校)(?=[^园外内本车庆长级际服舍])/;

/** 成立由局长任组长的…领导小组. */
const foundedIn = /(?:成立|组建|设立|建立|调整)(?:了|由[^，。；]{1,9}的)?$/;

/** Of two as frequent, the one that the plan uses first is taken for right. */
function inOrder(a: string, b: string, places: ReadonlyMap<string, readonly Range[]>): readonly [string, string] {
  const start = (name: string) => places.get(name)?.[0]?.start ?? 0;
  return start(a) < start(b) ? [b, a] : [a, b];
}

const NOBODY: ReadonlyMap<string, string> = new Map();

/** Each rare name with the commonest of those that it is a variant of; of two as frequent, the one that is read first counts as rare. */
function rareNames(
  places: ReadonlyMap<string, readonly Range[]>,
  types: ReadonlyMap<string, string>,
  founded: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  if (places.size < 2) return NOBODY;
  const uses = (name: string) => places.get(name)?.length ?? 0;
  const rare = new Map<string, string>();
  const names = [...places.keys()];
  for (const [a, b] of [...exchangedPairs(names), ...reorderedPairs(names, types)]) {
    const [less, more] = uses(b) < uses(a) ? [b, a] : uses(a) < uses(b) ? [a, b] : inOrder(a, b, places);
    rare.set(less, more);
  }
  for (const [a, b] of likelyPairs(names)) {
    const type = types.get(a) ?? '';
    if (type !== types.get(b)) continue;
    const [less, more] = uses(b) < uses(a) ? [b, a] : [a, b];
    const counts = { rarer: uses(less), commoner: uses(more) };
    if (!areVariants(a, b, type, counts)) continue;
    const best = rare.get(less);
    if (best === undefined || uses(best) < uses(more)) rare.set(less, more);
  }
  for (const [other, own] of rectifyingPairs(names, founded)) rare.set(other, own);
  for (const [other, own] of shortenedCampaigns(names, founded)) if (!rare.has(other)) rare.set(other, own);
  return rare;
}
