import { addDays, compare, daysBetween, type PlainDate, toChinese } from '../dates/civil.ts';
import { numberToHan } from '../numbering/han.ts';
import { loadProfile } from './load.ts';
import type { Profile, SectionKey, StageRequirement } from './profile.ts';
import { readSkeleton, type SkeletonPart, type SkeletonValues } from './skeleton.ts';
import { stepsAskedOf } from './stages.ts';

/** The section that the stages of a new plan stand in. */
export const stagesSection = 'steps';

/**
 * A whole new plan: front matter that names its kind, title, opening, sections, stages with their
 * steps, signature and date.
 * @param values what is known already; everything else stays a blank
 */
export function planTemplate(profile: Profile, values: SkeletonValues): readonly SkeletonPart[] {
  const { template } = profile;
  const sections = templateSections(profile);
  const blocks: (readonly SkeletonPart[])[] = [
    text(`---\nplan: ${profile.id}\n---`),
    titleTemplate(template.title ?? `{单位名称}{活动名称}${genreOf(profile)}`, values),
    ...(template.opening ? [read(template.opening, values)] : []),
    ...sections.flatMap((key, at) => [
      text(`## ${ordinal(at + 1)}、${sectionTitle(profile, key)}`),
      sectionTemplate(profile, key, values),
    ]),
    ...(template.closing ? [read(template.closing, values)] : []),
  ];
  return [...blocks.flatMap((block, at) => (at === 0 ? block : [...text('\n\n'), ...block])), ...text('\n')];
}

/** The title, in which no words stand twice: an activity that is called 专项整治 already is not called so again. */
function titleTemplate(title: string, values: SkeletonValues): readonly SkeletonPart[] {
  const parts: SkeletonPart[] = [{ kind: 'text', text: '# ' }];
  const said = (values.activity ?? '').replace(/(?:活动|工作|行动)$/, '');
  const given = [values.unit, values.activity];
  for (const part of read(title, values)) {
    // 创建 in front of an activity that ends in it: 文明校园创建活动 needs no second one.
    const repeated = part.text.length >= 2 && said.endsWith(part.text) && !given.includes(part.text);
    if (part.kind === 'text' && repeated) continue;
    const before = parts.at(-1);
    const doubled =
      part.kind !== 'blank' && before && before.kind !== 'suggestion' ? saidBy(before.text, part.text) : 0;
    if (part.kind !== 'suggestion') parts.push(doubled > 0 ? { ...part, text: part.text.slice(doubled) } : part);
    else if (doubled < part.text.length) parts.push(part);
  }
  return parts;
}

/** What may stand between words and the same words again: 专项整治行动 + 专项整治工作方案. */
const tail = /(?:行动|活动|工作|阶段|项目)$/;

/** How many units at the beginning of a text the words in front of it say already. */
function saidBy(before: string, text: string): number {
  const joined = overlap(before, text);
  if (joined > 0) return joined;
  const bare = before.replace(tail, '');
  const head = bare === before ? 0 : overlap(bare, text);
  if (head >= 4) return head;
  // 户外广告整治 is a 专项整治; and 大型群众性活动安全保卫 says 大型群众性活动安全.
  const special = /^专项(.{2})/.exec(text)?.[1];
  if (special !== undefined && bare.endsWith(special)) return 4;
  for (let length = text.length; length >= 6; length--) {
    const at = before.lastIndexOf(text.slice(0, length));
    if (at >= 0 && before.length - at - length <= 4) return length;
  }
  return 0;
}

/** How many units the end of one text and the beginning of the next have in common; a single one does not count. */
function overlap(before: string, text: string): number {
  for (let length = Math.min(before.length, text.length); length >= 2; length--) {
    if (before.endsWith(text.slice(0, length))) return length;
  }
  return 0;
}

/** The sections of a new plan, in their order: those of the template, else those that are required. */
export function templateSections(profile: Profile): readonly SectionKey[] {
  const listed = profile.template.sections ?? profile.requiredSections.flatMap(([first]) => first ?? []);
  return listed.filter((key) => key in profile.sections && key !== 'basis');
}

/** The title of a new section: of a label that gives two, the first. */
export function sectionTitle(profile: Profile, key: SectionKey): string {
  const label = profile.sections[key]?.label.zh ?? key;
  return label.split('、')[0] ?? label;
}

/** All sections of a profile in the order in which a plan has them: that of its template, the others behind the one they follow. */
export function sectionOrder(profile: Profile): readonly SectionKey[] {
  const known = orders.get(profile);
  if (known) return known;
  const order: SectionKey[] = [...(profile.template.sections ?? [])];
  const all = Object.keys(profile.sections);
  for (const [at, key] of all.entries()) {
    if (order.includes(key)) continue;
    const before = all.slice(0, at).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  orders.set(profile, order);
  return order;
}

const orders = new WeakMap<Profile, readonly SectionKey[]>();

/** What stands below the title of a new section. */
export function sectionTemplate(profile: Profile, key: SectionKey, values: SkeletonValues): readonly SkeletonPart[] {
  const section = profile.sections[key];
  if (key === stagesSection && !section?.skeleton) return stagesTemplate(profile, values);
  const skeleton = section?.skeleton ?? `{${section?.mustContain?.zh ?? section?.label.zh ?? '内容'}}`;
  return read(skeleton, values);
}

/** The same with a table of the members of the body that the section sets up; undefined where it sets up none. */
export function membersTemplate(
  profile: Profile,
  key: SectionKey,
  values: SkeletonValues,
): readonly SkeletonPart[] | undefined {
  const skeleton = profile.sections[key]?.membersSkeleton;
  return skeleton === undefined ? undefined : read(skeleton, values);
}

/** The stages that a new plan is given: its own, or the three that every activity has. */
export function templateStages(profile: Profile): readonly StageRequirement[] {
  const own = profile.stages.filter((stage) => stage.template);
  if (own.length > 0 || profile.id === genericId) return own;
  return loadProfile(genericId)?.stages ?? [];
}

const genericId = 'activity-plan-generic';

function stagesTemplate(profile: Profile, values: SkeletonValues): readonly SkeletonPart[] {
  const stages = templateStages(profile);
  const windows = windowsOf(values, stages.length);
  return stages.flatMap((stage, at) => [
    ...text(at === 0 ? '### ' : '\n\n### '),
    ...text(`（${ordinal(at + 1)}）`),
    ...stageTemplate(stage, values, { window: windows[at], later: stages.slice(at + 1) }),
  ]);
}

/**
 * A stage without mark and number: its title with the window, and its steps below.
 * @param around when it is, and the stages that follow: a step that one of them has as well is left to that one
 */
export function stageTemplate(
  stage: StageRequirement,
  values: SkeletonValues,
  {
    window,
    later = [],
  }: { readonly window?: StageWindow | undefined; readonly later?: readonly StageRequirement[] } = {},
): readonly SkeletonPart[] {
  return [
    ...text(stageTitle(stage)),
    ...(stage.windowRequired ? windowTemplate(values, window) : []),
    ...stepsAskedOf(stage, later)
      .filter((step) => step.template)
      .flatMap((step, at) => [
        ...text(`${at === 0 ? '\n\n' : '\n'}${at + 1}. `),
        ...stepTemplate(step.label.zh, step.skeleton, values),
      ]),
  ];
}

/** A step: what is done, by whom, until when. */
export function stepTemplate(label: string, skeleton: string | undefined, values: SkeletonValues) {
  return [...text(`${label}。`), ...read(skeleton ?? '{××科}负责，{月日}前完成。', values)];
}

function windowTemplate(values: SkeletonValues, window?: StageWindow): readonly SkeletonPart[] {
  if (!window) return read('（{日期}至{月日}）', values);
  const { start, end } = window;
  const last = toChinese(end.year === start.year ? { ...end, year: 0 } : end);
  return read(`（{=${toChinese(start)}}至{=${last}}）`, values);
}

/** 学习调研阶段, but 第一年：全面启动. */
function stageTitle({ label }: StageRequirement): string {
  return /阶段$|^第/.test(label.zh) ? label.zh : `${label.zh}阶段`;
}

export interface StageWindow {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** Proposes windows that follow one another and fill the time of the whole; none when that is not known or too short. */
function windowsOf({ start, end }: SkeletonValues, count: number): readonly StageWindow[] {
  if (!start || !end || count === 0 || compare(start, end) > 0) return [];
  const days = daysBetween(start, end) + 1;
  if (days < 2 * count) return [];
  const first = (at: number) => addDays(start, Math.floor((days * at) / count));
  return Array.from({ length: count }, (_, at) => ({ start: first(at), end: addDays(first(at + 1), -1) }));
}

function genreOf({ label }: Profile): string {
  return label.zh.split('、')[0] ?? label.zh;
}

function ordinal(value: number): string {
  return numberToHan(value) ?? String(value);
}

function text(words: string): readonly SkeletonPart[] {
  return [{ kind: 'text', text: words }];
}

function read(skeleton: string, values: SkeletonValues): readonly SkeletonPart[] {
  return readSkeleton(skeleton.trim(), values);
}
