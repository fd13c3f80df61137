import type { Section, Stage } from '../../plan/model.ts';
import { stageKey } from '../../plan/stages/stage-key.ts';
import type { Label, Profile, SectionKey } from '../../profiles/profile.ts';
import { matchSections } from '../../profiles/sections.ts';
import { asSnippet, type SkeletonValues } from '../../profiles/skeleton.ts';
import { laterStages, matchSteps, stageRequirement } from '../../profiles/stages.ts';
import {
  sectionOrder,
  sectionTemplate,
  sectionTitle,
  stagesSection,
  stageTemplate,
  stepTemplate,
  templateSections,
  templateStages,
} from '../../profiles/template.ts';
import { numberOn } from '../../rules/structure/insert-section.ts';
import { inItemStyle, itemStyleOf, skeletonValuesOf } from '../../rules/structure/plan-style.ts';
import { initialsOf } from '../../text/initials.ts';
import { lineStart } from '../refactorings/source-lines.ts';
import { formOf, stageForm } from './form.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** A line that has nothing yet but the marks and number of a heading or item, and a few words. */
const beginning =
  /^([ \t\u3000]*(?:#{1,6}[ ]*)?(?:(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、][ ]?))?)([\p{Script=Han}A-Za-z“”]{0,12})$/u;

/**
 * What comes next at the beginning of a line: the sections that the profile asks for and the plan
 * does not have, the stages likewise, and the steps of the stage that the cursor stands in.
 */
export function structureProposals(place: Place): readonly Proposal[] {
  const match = beginning.exec(place.before);
  if (!match || place.before.length < place.offset - place.lineStart || place.after.trim() !== '') return [];
  const [whole, marks = '', typed = ''] = match;
  const line: Line = { start: place.lineStart, marks, typed, whole };
  const isItem = /\d/.test(marks);
  const stages = isItem ? [] : stageProposals(place, line);
  const sections = isItem ? [] : sectionProposals(place, line);
  return [
    ...(place.stage ? stepProposals(place, line) : []),
    ...(isSectionMark(place, marks) ? [...sections, ...stages] : [...stages, ...sections]),
  ];
}

/** `## ` where the sections of the plan have two marks and its stages three. */
function isSectionMark({ open, recognised: { plan } }: Place, marks: string): boolean {
  const depth = marksOf(marks);
  const depthOf = (section: Section | undefined) =>
    section
      ? marksOf(open.text.slice(lineStart(open.text, section.heading.range.start), section.heading.range.end))
      : 0;
  const stage = plan.stages.find(({ section }) => section)?.section;
  return depth > 0 && depth === depthOf(plan.sections[0]) && depth !== depthOf(stage);
}

const marksOf = (text: string) => /^\s*(#{1,6})/.exec(text)?.[1]?.length ?? 0;

interface Line {
  readonly start: number;
  readonly marks: string;
  readonly typed: string;
  readonly whole: string;
}

function valuesOf({ recognised: { plan }, today }: Place): SkeletonValues {
  const year = plan.issued?.end?.year || plan.span?.start?.year || today.year;
  return skeletonValuesOf(plan, String(year));
}

/** True when nothing is typed, or the words have to do with it: 组织 and zzld for 组织领导. */
function fits(words: string, { typed }: Line): boolean {
  if (typed === '') return true;
  return words.includes(typed) || initialsOf(words).startsWith(typed.toLowerCase());
}

function filterOf(words: string, { marks, typed }: Line): string {
  return `${marks}${words.includes(typed) && !words.startsWith(typed) ? `${typed} ` : ''}${words} ${initialsOf(words)}`;
}

function sectionProposals(place: Place, line: Line): readonly Proposal[] {
  const { plan, profile } = place.recognised;
  const found = matchSections(plan, profile);
  // The heading that is being typed was read as a section already.
  const isOwn = (section: Section) => section.range.start >= line.start && section.range.start <= place.offset;
  const isThere = (key: SectionKey) => found.get(key)?.every(isOwn) === false;
  const isSaid = (key: SectionKey) => isThere(key) || found.get(key)?.length === 0;
  const missing = new Set(profile.requiredSections.flatMap((keys) => (keys.some(isSaid) ? [] : (keys[0] ?? []))));
  const wanted = sectionOrder(profile).filter((key) => key !== 'basis' && key !== 'attachments' && !isThere(key));
  const ranked = rank(wanted, profile, missing);
  const siblings = plan.sections.filter((section) => !isOwn(section));
  const at = siblings.findLastIndex((section) => section.range.start < line.start) + 1;
  const model = siblings[at - 1] ?? siblings[at];
  const value = siblings[at - 1] ? (siblings[at - 1]?.number?.value ?? 0) + 1 : 1;
  // A section in the middle of another one would take the rest of it away.
  if (line.marks.trim() === '' && isWithin(place, line)) return [];
  const form = formOf(place, model);
  return ranked.flatMap((key, order) => {
    const title = sectionTitle(profile, key);
    if (!fits(title, line)) return [];
    const body = inItemStyle(plan, asSnippet(sectionTemplate(profile, key, valuesOf(place))));
    const head = form.head(value, title, '##', '、');
    const zh = place.open.language === 'zh';
    const detail = !missing.has(key) ? optional : isUsual(profile, key) ? usual : required;
    return [
      {
        kind: 'section' as const,
        label: head.trim().replace(/^#+ /, ''),
        detail: zh ? detail.zh : detail.en,
        filter: filterOf(title, line),
        text: head + form.gap + form.body(body),
        snippet: true,
        range: { start: line.start, end: place.offset },
        others: numberOn(siblings.slice(at), value, 1).map(({ range, text }) => ({ range, text })),
        source: { kind: 'section' as const, profile: profile.id, key },
        ...(order === 0 && missing.has(key) ? { preselect: true } : {}),
      },
    ];
  });
}

/** True when parts of the section around the cursor stand behind it. */
function isWithin({ recognised: { plan } }: Place, { start }: Line): boolean {
  const around = plan.sections.findLast(({ range }) => range.start < start);
  return around?.sections.some(({ range }) => range.start >= start) === true;
}

const required: Label = { zh: '应有，尚缺', en: 'required, missing' };
const usual: Label = { zh: '一般应有，尚缺', en: 'usual, missing' };
const optional: Label = { zh: '可选部分', en: 'optional' };

/** What is missed as information only. */
function isUsual({ sections }: Profile, key: SectionKey): boolean {
  const severity = sections[key]?.severity;
  return severity === 'info' || severity === 'hint';
}

/** What is missing first, and of that what follows the section before the cursor; then what the template has. */
function rank(keys: readonly SectionKey[], profile: Profile, missing: ReadonlySet<SectionKey | undefined>) {
  const order = sectionOrder(profile);
  const template = templateSections(profile);
  const weight = (key: SectionKey) =>
    (missing.has(key) ? (isUsual(profile, key) ? 500 : 0) : template.includes(key) ? 1000 : 2000) + order.indexOf(key);
  return [...keys].sort((a, b) => weight(a) - weight(b));
}

function stageProposals(place: Place, line: Line): readonly Proposal[] {
  const { plan, profile } = place.recognised;
  const holder = place.sections[0];
  const inSteps = plan.stages.some(
    (stage) => stage.section && place.sections.some((one) => one === stage.section || one === stage.section?.parent),
  );
  const isSteps = holder !== undefined && matchSections(plan, profile).get(stagesSection)?.includes(holder) === true;
  if (!inSteps && !isSteps) return [];
  const isOwn = (section: Section) => section.range.start >= line.start && section.range.start <= place.offset;
  const stages = plan.stages.filter(({ section }) => !section || !isOwn(section));
  const there = new Set(stages.map((stage) => stageRequirement(stage, profile)?.key ?? stage.name.value));
  // 总结 is what others call 总结提高.
  const isNamed = (label: string) =>
    stages.some(({ name }) => {
      const own = stageKey(name.value);
      return own.length > 1 && label.includes(own);
    });
  const sections = stages.flatMap((stage) => stage.section ?? []).filter((section) => section.range.start < line.start);
  const model: Section | undefined = sections.at(-1);
  const value = (model?.number?.value ?? 0) + 1;
  const behind = stages.flatMap((stage) => stage.section ?? []).filter((section) => section.range.start >= line.start);
  const form = stageForm(place, model ?? behind[0], holder);
  return inTurn(templateStages(profile), stages, line, profile)
    .filter((stage) => !there.has(stage.key) && !isNamed(stage.label.zh) && fits(stage.label.zh, line))
    .map((stage) => {
      const [head = '', ...body] = asSnippet(
        stageTemplate(stage, valuesOf(place), { later: laterStages(plan, stage, profile) }),
      ).split('\n\n');
      const written = form.head(value, head, '###', '');
      const zh = place.open.language === 'zh';
      return {
        kind: 'stage' as const,
        label: form.head(value, stage.label.zh, '###', '').trim().replace(/^#+ /, ''),
        detail: zh ? (stage.required ? '应有阶段，尚缺' : '阶段') : stage.required ? 'required stage' : 'stage',
        filter: filterOf(stage.label.zh, line),
        text: written + form.gap + form.body(inItemStyle(plan, body.join('\n\n'))),
        snippet: true,
        range: { start: line.start, end: place.offset },
        others: numberOn(behind, value, 1).map(({ range, text }) => ({ range, text })),
        source: { kind: 'stage' as const, profile: profile.id, key: stage.key },
      };
    });
}

/** What follows the stage in front of the cursor, then what was left out before it. */
function inTurn<S extends { readonly key: string }>(
  wanted: readonly S[],
  there: readonly Stage[],
  line: Line,
  profile: Profile,
): readonly S[] {
  const inFront = there.filter(({ section }) => section && section.range.start < line.start);
  const keys = new Set(inFront.map((stage) => stageRequirement(stage, profile)?.key));
  const last = wanted.findLastIndex(({ key }) => keys.has(key)) + 1;
  return [...wanted.slice(last), ...wanted.slice(0, last)];
}

function stepProposals(place: Place, line: Line): readonly Proposal[] {
  const { plan, profile } = place.recognised;
  const { stage } = place;
  const requirement = stage && stageRequirement(stage, profile);
  if (!stage || !requirement) return [];
  const number = line.marks.trim() === '' ? nextItem(place) : line.marks;
  // Behind the marks of a heading comes a section, not an item; 2、 is one.
  if (/#|[（(]|[^\d]、/.test(number)) return [];
  const zh = place.open.language === 'zh';
  return matchSteps(plan, stage, requirement, profile)
    .filter(({ found, requirement: step }) => !found && fits(step.label.zh, line))
    .map(({ requirement: step }) => ({
      kind: 'step' as const,
      label: step.label.zh,
      detail: zh ? (step.required ? '本阶段应有步骤' : '本阶段步骤') : step.required ? 'required step' : 'step',
      filter: filterOf(step.label.zh, line),
      text: `${number}${asSnippet(stepTemplate(step.label.zh, step.skeleton, valuesOf(place)))}`,
      snippet: true,
      range: { start: line.start, end: place.offset },
      source: { kind: 'step' as const, profile: profile.id, stage: requirement.key, key: step.key },
    }));
}

/** `3. ` behind the item 2. of the lines above; where there is none the first one, as the plan writes it: `1. `, 1、 */
function nextItem({ open, lineStart, recognised: { plan } }: Place): string {
  const above =
    open.text
      .slice(Math.max(0, lineStart - 2000), lineStart)
      .trimEnd()
      .split('\n')
      .at(-1) ?? '';
  const match = /^([ \t\u3000]*)(\d{1,2})([.．、][ ]?)/.exec(above);
  return match ? `${match[1]}${Number(match[2]) + 1}${match[3]}` : `1${itemStyleOf(plan)?.mark ?? '. '}`;
}
