import { z } from 'zod';

/**
 * What a kind of plan requires (方案模板). This file is the one source of the types, of the validation
 * of profiles that users write, and of schemas/profile.schema.json. Lists of words hold phrases, see
 * phrases.ts: plain words in which `…` stands for anything between two parts. They are never regular
 * expressions, so that no profile can make a check slow.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(60);
const key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(60);
const phrases = z.array(z.string().min(1).max(60)).max(400);

/** A name in both languages. */
const labelSchema = z.strictObject({ zh: z.string().min(1).max(80), en: z.string().min(1).max(80) });

export const severitySchema = z.enum(['off', 'hint', 'info', 'warning', 'error']);

/**
 * What an item (整改事项、任务、台账的一行) states. `responsible` stands for anybody at all: leader,
 * unit or person; the others are the columns of plan/columns.yaml.
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
  label: labelSchema,
  /** Titles that are this section as a whole. */
  synonyms: phrases.default([]),
  /** Words that make a longer title this section. */
  keywords: phrases.default([]),
  /** Words in the text that do the work of the section where no title names it. */
  phrases: phrases.default([]),
  /** Where `phrases` are looked for. */
  phrasesIn: z.enum(['opening', 'text']).default('text'),
  /** Other sections that usually hold the same content. */
  coveredBy: z.array(key).default([]),
  /** What the section has to hold, for whoever writes it. */
  mustContain: labelSchema.optional(),
  /** What the items listed in the section have to state. */
  itemFields: itemFieldsSchema.optional(),
});

export const stepRequirementSchema = z.strictObject({
  key,
  label: labelSchema,
  /** Any of these words, in the title or text of the stage or in its table rows, is the step. */
  aliases: phrases.default([]),
  required: z.boolean().default(false),
});

export const stageRequirementSchema = z.strictObject({
  key,
  label: labelSchema,
  /** Other names of the stage. */
  aliases: phrases.default([]),
  required: z.boolean().default(true),
  /** The stage has to say when it begins and ends. */
  windowRequired: z.boolean().default(true),
  steps: z.array(stepRequirementSchema).default([]),
  /** What the measures and steps of the stage have to state. */
  itemFields: itemFieldsSchema.optional(),
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
  /**
   * So many stages of the profile have to be found in the plan: by them alone the plan is of this
   * kind, and without them a fitting title makes it this kind only when it has no stages at all.
   */
  stages: z.number().int().min(1).max(20).optional(),
});

/** A least number that plans of this kind set: 不少于4个月, 不少于20学时. */
const minimumSchema = z.strictObject({
  subject: phrases.default([]),
  what: z.string().min(1).max(60),
  /** An ISO 8601 duration or a number. */
  atLeast: z.union([z.string().regex(/^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?$/), z.number()]),
});

const termSchema = z.strictObject({ name: z.string().min(1).max(80), aliases: phrases.default([]) });

export const profileFileSchema = z
  .strictObject({
    id,
    label: labelSchema,
    /** The profile from which everything is taken that is not said here. */
    extends: id.optional(),
    /** Set for a profile that others extend and that no plan is held against. */
    abstract: z.boolean().optional(),
    /** Where the requirements come from: a standard with its clause, a superior plan, or practice. */
    source: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
    description: labelSchema.extend({ zh: z.string().max(400), en: z.string().max(400) }).optional(),
    /** The rules of form that apply; without it the date of the plan decides (GB/T 9704-2012 since 2012-07-01). */
    regime: z.enum(['gbt9704-2012', 'pre-2012']).optional(),
    recognition: recognitionSchema.optional(),
    sections: z.record(key, sectionRequirementSchema.partial()).optional(),
    /** Sections that must be there; of a list in the list, one is enough. */
    requiredSections: z.array(z.union([key, z.array(key).min(1)])).optional(),
    optionalSections: z.array(key).optional(),
    stages: z.array(stageRequirementSchema).optional(),
    /** What every item of a ledger or task table, and every measure of a rectification, has to state. */
    items: itemFieldsSchema.optional(),
    minimums: z.array(minimumSchema).optional(),
    terms: z.array(termSchema).optional(),
    slogans: phrases.optional(),
    organisations: z.array(termSchema).optional(),
    severities: z.record(z.string().max(60), severitySchema).optional(),
    /** How exactly the one who answers has to be named. */
    ownerGranularity: z.enum(['person', 'role', 'unit']).optional(),
    /** Han characters and digits without tables: 减负-字数. */
    lengthLimit: z
      .strictObject({ info: z.number().int().positive().optional(), warning: z.number().int().positive().optional() })
      .optional(),
    dateRules: z
      .strictObject({
        /** 12月底前 includes the last day of December. */
        beforeInclusive: z.boolean(),
        /** Stages have to lie within the window of the superior plan. */
        withinSuperior: z.boolean(),
        /** Working days between the issue date and the first deadline. */
        minNoticeDays: z.number().int().min(0).max(60),
      })
      .partial()
      .optional(),
  })
  .meta({ title: 'Fangan profile 方案模板', description: 'What a kind of plan requires' });

export type SectionKey = string;
export type StageKey = string;
export type StepKey = string;
export type Label = z.infer<typeof labelSchema>;
export type ItemField = z.infer<typeof itemFieldSchema>;
export type ItemFields = Immutable<z.infer<typeof itemFieldsSchema>>;
export type SectionRequirement = Immutable<z.infer<typeof sectionRequirementSchema>>;
export type StepRequirement = Immutable<z.infer<typeof stepRequirementSchema>>;
export type StageRequirement = Immutable<z.infer<typeof stageRequirementSchema>>;
export type Recognition = Immutable<z.infer<typeof recognitionSchema>>;
/** A profile as it stands in its file, before `extends` is followed. */
export type ProfileFile = Immutable<z.infer<typeof profileFileSchema>>;

/** A profile with everything that it takes from those it extends. */
export interface Profile
  extends Omit<ProfileFile, 'abstract' | 'recognition' | 'sections' | 'extends' | keyof ProfileLists> {
  readonly abstract: boolean;
  readonly recognition: Recognition;
  readonly sections: Readonly<Record<SectionKey, SectionRequirement>>;
  /** Each entry lists the sections of which one is enough; the first one gives it its name. */
  readonly requiredSections: readonly (readonly SectionKey[])[];
  readonly optionalSections: readonly SectionKey[];
  readonly stages: readonly StageRequirement[];
  readonly items: ItemFields;
  readonly minimums: NonNullable<ProfileFile['minimums']>;
  readonly terms: NonNullable<ProfileFile['terms']>;
  readonly slogans: readonly string[];
  readonly organisations: NonNullable<ProfileFile['organisations']>;
  readonly severities: NonNullable<ProfileFile['severities']>;
}

type ProfileLists = Pick<
  ProfileFile,
  | 'requiredSections'
  | 'optionalSections'
  | 'stages'
  | 'items'
  | 'minimums'
  | 'terms'
  | 'slogans'
  | 'organisations'
  | 'severities'
>;

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Immutable<T[Name]> }
    : T;
