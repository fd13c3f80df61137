import { initialsOf } from '../text/initials.ts';
import type { Label, Profile, StageRequirement } from './profile.ts';
import { asSnippet, readSkeleton, type SkeletonPart, type SkeletonValues } from './skeleton.ts';
import words from './snippets.yaml';
import {
  membersTemplate,
  planTemplate,
  sectionTemplate,
  sectionTitle,
  stagesSection,
  stageTemplate,
} from './template.ts';

/** A snippet in the form of VS Code's snippet files. */
export interface SnippetEntry {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const { pieces } = words as {
  readonly pieces: readonly { readonly name: string; readonly description: Label; readonly skeleton: string }[];
};

/** The editor fills in the year itself. */
const year = '$CURRENT_YEAR';
const values: SkeletonValues = { year };

/**
 * The snippets of snippets/plan.json: sections, stages and whole plans of all profiles, and the
 * pieces that belong to none. The base profile comes first: where another one says the same in the
 * same words, there is no second snippet; where it says it otherwise, its name stands in brackets.
 */
export function snippetEntries(profiles: readonly Profile[]): Readonly<Record<string, SnippetEntry>> {
  const entries = new Map<string, SnippetEntry>();
  const initials = new Set<string>();
  const add = (name: string, description: string, parts: readonly SkeletonPart[]): void => {
    const letters = initialsOf(name);
    const isNew = letters.length > 1 && !initials.has(letters);
    initials.add(letters);
    const body = [...asSnippet(parts, year).split('\n'), '$0'];
    entries.set(name, { prefix: isNew ? [name, letters] : [name], description, body });
  };
  const addOnce = (
    known: Map<string, string>,
    title: string,
    profile: Profile,
    description: string,
    parts: readonly SkeletonPart[],
  ) => {
    const text = asSnippet(parts, year);
    if (known.get(text) === title) return;
    known.set(text, title);
    add(entries.has(title) ? `${title}（${shortName(profile)}）` : title, description, parts);
  };
  for (const { name, description, skeleton } of pieces)
    add(name, both(description), readSkeleton(skeleton.trim(), values));
  const sections = new Map<string, string>();
  const groups = new Map<string, string>();
  const stages = new Map<string, string>();
  for (const profile of profiles) {
    for (const [key, section] of Object.entries(profile.sections)) {
      if (!section.skeleton && key !== stagesSection) continue;
      const title = sectionTitle(profile, key);
      const head = key === 'basis' ? [] : readSkeleton(`## {=一}、${title}\n\n`, values);
      const about = section.mustContain;
      const english = section.label.en + (about ? `: ${about.en}` : '');
      addOnce(sections, title, profile, both({ zh: about ? `${title}：${about.zh}` : title, en: english }), [
        ...head,
        ...sectionTemplate(profile, key, values),
      ]);
      const members = membersTemplate(profile, key, values);
      if (members)
        addOnce(
          groups,
          '领导小组',
          profile,
          both({
            zh: `${title}：成立领导小组，附成员表和办公室`,
            en: `${section.label.en}: leading group with a table of members`,
          }),
          [...head, ...members],
        );
    }
    for (const stage of profile.stages.filter(({ template }) => template)) {
      const parts = [
        ...readSkeleton('### （{=一}）', values),
        ...stageTemplate(stage, values, { later: laterThan(stage, profile) }),
      ];
      const title = /^第/.test(stage.label.zh) ? stage.label.zh : `${stage.label.zh}阶段`;
      const steps = stage.steps.map((step) => step.label.zh).join('、');
      addOnce(stages, title, profile, both({ zh: `${title}：${steps}`, en: `Stage: ${stage.label.en}` }), parts);
    }
  }
  for (const profile of profiles) {
    if (profile.abstract) continue;
    add(
      `${shortName(profile)}全文`,
      both({ zh: `${shortName(profile)}的全文框架`, en: `${profile.label.en}, whole` }),
      planTemplate(profile, values),
    );
  }
  const kinds = profiles.filter((profile) => !profile.abstract).map(({ id }) => id);
  entries.set('方案类型', {
    prefix: ['方案类型', 'falx'],
    description: both({ zh: '文件开头的方案类型声明', en: 'Kind of plan, in the front matter' }),
    body: ['---', `plan: \${1|${[...kinds, 'none'].join(',')}|}`, '---', '', '$0'],
  });
  return Object.fromEntries(entries);
}

/** A stage that stands alone in a snippet has what the whole plan gives it. */
function laterThan(stage: StageRequirement, { stages }: Profile): readonly StageRequirement[] {
  return stages.slice(stages.indexOf(stage) + 1).filter(({ template }) => template);
}

/** A file of snippets has one text for all languages: both stand in it. */
function both({ zh, en }: Label): string {
  return `${zh} / ${en}`;
}

/** The first name of a profile whose label gives several. */
function shortName({ label }: Profile): string {
  return (label.zh.split('、')[0] ?? label.zh).replace(/（.*）$/, '');
}

/** The same for plain text, which knows no marks of headings and no block of YAML at its head. */
export function plainEntries(entries: Readonly<Record<string, SnippetEntry>>): Readonly<Record<string, SnippetEntry>> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, entry]) => {
      const body = withoutFrontMatter(entry.body).map((line) => line.replace(/^#{1,6} /, ''));
      return body.length > 1 ? [[name, { ...entry, body }]] : [];
    }),
  );
}

function withoutFrontMatter(body: readonly string[]): readonly string[] {
  if (body[0] !== '---') return body;
  const behind = body.slice(body.indexOf('---', 1) + 1);
  return behind.slice(behind.findIndex((line) => line !== ''));
}
