import * as z from 'zod';
import { durationPattern, idPattern, keyPattern } from './patterns.ts';

/**
 * What a kind of plan requires (方案模板). This file is the one source of the types, of the validation
 * of profiles that users write, and of schemas/profile.schema.json. Lists of words hold phrases, see
 * phrases.ts: plain words in which `…` stands for anything between two parts. They are never regular
 * expressions, so that no profile can make a check slow.
 */

const id = z.string().regex(idPattern).max(60);
const key = z.string().regex(keyPattern).max(60);
const phrases = z.array(z.string().min(1).max(60)).max(400);

/**
 * What a new plan of the kind is given to begin with: text in which `{…}` is a blank and `{=…}` a
 * suggestion that may stand as it is; see template.ts.
 */
const skeleton = z.string().min(1).max(4_000).optional();

/** A name in both languages. */
const labelSchema = z.strictObject({ zh: z.string().min(1).max(80), en: z.string().min(1).max(80) });

export const severitySchema = z.enum(['off', 'hint', 'info', 'warning', 'error']);

/**
 * What an item (整改事项、任务、台账的一行) states. `responsible` stands for anybody at all: leader,
 * unit or person; the others are the columns of plan/tables/columns.yaml.
 */
export const itemFieldSchema = z.enum([
  'issue',
  'cause',
  'goal',
  'measure',
  'deadline',
  'responsible',
  'responsibleLeader',
  'leadUnit',
  'responsibleUnit',
  'supportUnits',
  'owner',
  'supervisor',
  'progress',
  'status',
  'disclosure',
  'evidence',
]);

const itemFieldsSchema = z.strictObject({
  required: z.array(itemFieldSchema).default([]),
  optional: z.array(itemFieldSchema).default([]),
});

export const sectionRequirementSchema = z.strictObject({
  /** Without it the key is shown. */
  label: labelSchema.optional(),
  /** Titles that are this section as a whole. */
  synonyms: phrases.default([]),
  /** Words that make a longer title this section. */
  keywords: phrases.default([]),
  /** Words in the text that do the work of the section where no title names it. */
  phrases: phrases.default([]),
  /** Where `phrases` are looked for. */
  phrasesIn: z.enum(['opening', 'text']).default('text'),
  /**
   * What in the plan does the work of the section where no title names it: its stages, a window for
   * the whole or for a stage, any date at all, or a table of steps or tasks.
   */
  evidence: z.array(z.enum(['stages', 'window', 'dates', 'tables'])).default([]),
  /** How it is told that the section is missing; without it, as the rule does. For what is usual, and no more. */
  severity: z.enum(['hint', 'info', 'warning', 'error']).optional(),
  /** Words in the title of a plan that needs no such section: a 支部 has nobody below it to be guided. */
  notFor: phrases.default([]),
  /** What the section has to hold, for whoever writes it. */
  mustContain: labelSchema.optional(),
  /** What the items listed in the section have to state. */
  itemFields: itemFieldsSchema.optional(),
  /** The text below the title of a new section. */
  skeleton,
  /** The same with a table of its members, for a section that sets up a body. */
  membersSkeleton: skeleton,
});

export const stepRequirementSchema = z.strictObject({
  key,
  label: labelSchema.optional(),
  /** Any of these words, in the title or text of the stage or in its table rows, is the step. */
  aliases: phrases.default([]),
  required: z.boolean().default(false),
  /** `plan` for a step that authors also write down outside the stage: 总结, 归档. */
  within: z.enum(['stage', 'plan']).default('stage'),
  /** The text behind the name of a new step: who does it, and until when. */
  skeleton,
  /** False for a step that a new stage is not given. */
  template: z.boolean().default(true),
});

export const stageRequirementSchema = z.strictObject({
  key,
  label: labelSchema.optional(),
  /** Other names of the stage. */
  aliases: phrases.default([]),
  required: z.boolean().default(true),
  /** The stage has to say when it begins and ends. */
  windowRequired: z.boolean().default(true),
  steps: z.array(stepRequirementSchema).default([]),
  /** What the measures and steps of the stage have to state. */
  itemFields: itemFieldsSchema.optional(),
  /** False for a stage that a new plan is not given. */
  template: z.boolean().default(true),
});

const recognitionSchema = z.strictObject({
  /** Of the profiles that fit a plan the one with the highest number is taken. */
  priority: z.number().int().min(0).max(1000).default(0),
  /** Words that make a title this kind of plan. */
  titles: phrases.default([]),
  /** Words that keep a title from being this kind of plan. */
  notTitles: phrases.default([]),
  /** Words that make an opening this kind of plan, where there is no title or it says too little. */
  openings: phrases.default([]),
  /** Words in the opening that make it this kind whatever its title, unless `notTitles` forbids it. */
  says: phrases.default([]),
  /**
   * So many stages of the profile have to be found in the plan: by them alone the plan is of this
   * kind, and without them a fitting title makes it this kind only when it has no stages at all.
   */
  stages: z.number().int().min(1).max(20).optional(),
});

/** How a new plan of the kind is put together from the skeletons of its sections, stages and steps. */
const templateSchema = z.strictObject({
  title: z.string().min(1).max(200).optional(),
  /** The paragraph in front of the first section. */
  opening: skeleton,
  /** Keys of the sections of a new plan, in their order; the stages stand in the section `steps`. */
  sections: z.array(key).optional(),
  /** What stands behind the last section: attachments, who issues the plan, and the day. */
  closing: skeleton,
});

/** A least number that plans of this kind set: 不少于4个月, 不少于20学时. */
const minimumSchema = z.strictObject({
  subject: phrases.default([]),
  what: z.string().min(1).max(60),
  /** An ISO 8601 duration or a number. */
  atLeast: z.union([z.string().regex(durationPattern), z.number()]),
});

const termSchema = z.strictObject({ name: z.string().min(1).max(80), aliases: phrases.default([]) });

export const profileSchema = z
  .strictObject({
    id,
    label: labelSchema,
    /** The profile from which everything is taken that is not said here. */
    extends: id.optional(),
    /** Set for a profile that others extend and that no plan is held against. */
    abstract: z.boolean().default(false),
    /** Where the requirements come from: a standard with its clause, a superior plan, or practice. */
    source: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
    description: z.strictObject({ zh: z.string().max(400), en: z.string().max(400) }).optional(),
    /** The rules of form that apply; without it the date of the plan decides (GB/T 9704-2012 since 2012-07-01). */
    regime: z.enum(['gbt9704-2012', 'pre-2012']).optional(),
    recognition: recognitionSchema.prefault({}),
    sections: z.record(key, sectionRequirementSchema).default({}),
    /** Sections that must be there; of a list in the list, one is enough. */
    requiredSections: z.array(z.union([key, z.array(key).min(1)])).default([]),
    optionalSections: z.array(key).default([]),
    stages: z.array(stageRequirementSchema).default([]),
    template: templateSchema.prefault({}),
    /** What every item of a ledger or task table, and every measure of a rectification, has to state. */
    items: itemFieldsSchema.prefault({}),
    minimums: z.array(minimumSchema).default([]),
    terms: z.array(termSchema).default([]),
    /** Wordings that are quoted exactly. */
    slogans: phrases.default([]),
    organisations: z.array(termSchema).default([]),
    /** Severity of single rules for plans of this kind. */
    severities: z.record(z.string().max(60), severitySchema).default({}),
    /** How exactly the one who answers has to be named. */
    ownerGranularity: z.enum(['person', 'role', 'unit']).default('unit'),
    /** Han characters and digits without tables: 减负-字数. */
    lengthLimit: z
      .strictObject({ info: z.number().int().positive().optional(), warning: z.number().int().positive().optional() })
      .optional(),
    dateRules: z
      .strictObject({
        /** 12月底前 includes the last day of December. */
        beforeInclusive: z.boolean().default(true),
        /** Stages have to lie within the window of the superior plan. */
        withinSuperior: z.boolean().default(true),
        /** Working days between the issue date and the first deadline. */
        minNoticeDays: z.number().int().min(0).max(60).optional(),
      })
      .prefault({}),
  })
  .meta({ title: 'Fangan profile 方案模板', description: 'What a kind of plan requires' });

export type SectionKey = string;
export type StageKey = string;
export type StepKey = string;
export type Label = Immutable<z.infer<typeof labelSchema>>;
export type ItemField = z.infer<typeof itemFieldSchema>;
export type ItemFields = Immutable<z.infer<typeof itemFieldsSchema>>;
export type Recognition = Immutable<z.infer<typeof recognitionSchema>>;

type Labelled<T> = Omit<T, 'label'> & { readonly label: Label };
export type SectionRequirement = Labelled<Immutable<z.infer<typeof sectionRequirementSchema>>>;
export type StepRequirement = Labelled<Immutable<z.infer<typeof stepRequirementSchema>>>;
export type StageRequirement = Labelled<
  Omit<Immutable<z.infer<typeof stageRequirementSchema>>, 'steps'> & { readonly steps: readonly StepRequirement[] }
>;

/** What the schema makes of a profile file after `extends` was followed. */
export type ParsedProfile = Immutable<z.infer<typeof profileSchema>>;

/** A profile with everything that it takes from those it extends. */
export interface Profile extends Omit<ParsedProfile, 'extends' | 'sections' | 'requiredSections' | 'stages'> {
  readonly sections: Readonly<Record<SectionKey, SectionRequirement>>;
  /** Each entry lists the sections of which one is enough; the first one gives it its name. */
  readonly requiredSections: readonly (readonly SectionKey[])[];
  readonly stages: readonly StageRequirement[];
}

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Immutable<T[Name]> }
    : T;
