import { followExtends, isTree } from './inheritance.ts';
import { type Label, type ParsedProfile, type Profile, profileSchema } from './profile.ts';
import { faultsOfProfile, faultsOfSource, type ProfileFault } from './profile-faults.ts';
import { faultOfIssue } from './schema-faults.ts';
import { shippedSources } from './shipped.ts';
import { type Fault, readYaml, validate } from './yaml-source.ts';

type Source = Readonly<Record<string, unknown>>;

const loaded = new Map<string, Profile>();

/**
 * A profile that comes with the program.
 * @returns undefined when there is none with that id
 */
export function loadProfile(id: string): Profile | undefined {
  const known = loaded.get(id);
  if (known) return known;
  const source = shippedSources.get(id);
  if (!source) return undefined;
  const lineage = followExtends(source, (parent) => shippedSources.get(parent));
  // A test holds every shipped file against the schema: what fails here is a fault of the program.
  if (!('merged' in lineage)) throw new Error(`profile ${id} extends ${lineage.id}: ${lineage.fault}`);
  const profile = complete(profileSchema.parse(lineage.merged));
  loaded.set(id, profile);
  return profile;
}

/** The profiles that come with the program, abstract ones included. */
export function shippedProfiles(): readonly Profile[] {
  shipped ??= [...shippedSources.keys()].flatMap((id) => loadProfile(id) ?? []);
  return shipped;
}

let shipped: readonly Profile[] | undefined;

/** What came out of reading a profile: the profile, unless something grave is wrong with it, and all that is wrong. */
export interface ProfileReading {
  readonly profile?: Profile;
  readonly faults: readonly Fault[];
}

/**
 * Reads a profile that a user wrote. It may extend a shipped one, or another of the user's; one that has
 * the id of a shipped one and extends it takes its place.
 * @param others sources of the other profiles beside it, by id; the shipped ones are always known
 * @returns faults, each at its place in `text`; nothing is thrown, however wrong the text is. A key that nobody knows
 *   is left out, and the rest counts
 */
export function parseProfile(text: string, others: ReadonlyMap<string, Source> = new Map()): ProfileReading {
  const yaml = readYaml(text);
  const alone = validate(yaml, profileSchema);
  if (!isTree(yaml.value)) return { faults: alone.faults };
  const at = (found: readonly ProfileFault[]) =>
    found.map(({ value, path, ofKey }) => ({ value, range: yaml.at(path, ofKey) }));
  const own = at(faultsOfSource(yaml.value, (id) => shippedSources.has(id)));
  const known = withoutUnknownKeys(yaml.value);
  if (!known) return { faults: inOrder([...alone.faults, ...own]) };
  const find = (id: string, from: Source) =>
    from.id === id ? shippedSources.get(id) : (others.get(id) ?? shippedSources.get(id));
  const lineage = followExtends(known, find);
  if (!('merged' in lineage)) {
    return {
      faults: inOrder([...alone.faults, ...own, { value: lineageFault(lineage), range: yaml.at(['extends']) }]),
    };
  }
  // The file of a parent tells of its own unknown keys.
  const merged = profileSchema.safeParse(withoutUnknownKeys(lineage.merged) ?? lineage.merged);
  if (!merged.success) {
    const range = yaml.at(['extends']);
    const wrong = (language: keyof Label) =>
      merged.error.issues.flatMap((issue) =>
        faultOfIssue(issue, lineage.merged, () => range).map(
          ({ value }) => `${issue.path.join('.')} ${value[language]}`,
        ),
      );
    const zh = `所扩展的方案模板有误：${wrong('zh').join('；')}`;
    const en = `The extended profile is wrong: ${wrong('en').join('; ')}`;
    return { faults: inOrder([...own, { value: { zh, en }, range }]) };
  }
  const profile = complete(merged.data);
  const parent = typeof yaml.value.extends === 'string' ? find(yaml.value.extends, yaml.value) : undefined;
  const inherited = parent ? followExtends(parent, find) : undefined;
  const taken = inherited && 'merged' in inherited ? inherited.merged : {};
  const together = at([...unknownSections(profile), ...faultsOfProfile(yaml.value, taken, profile)]);
  const grave = [...own, ...together];
  return { ...(grave.length > 0 ? {} : { profile }), faults: inOrder([...alone.faults, ...grave]) };
}

/** The source without the keys that the schema does not know; undefined when anything else is wrong with it. */
function withoutUnknownKeys(source: Source): Source | undefined {
  const { error } = profileSchema.safeParse(source);
  if (!error) return source;
  const left = structuredClone(source);
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') return undefined;
    const holder = issue.path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown>)?.[step], left);
    if (!isTree(holder)) return undefined;
    for (const key of issue.keys) delete (holder as Record<string, unknown>)[key];
  }
  return left;
}

function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return [...faults].sort((a, b) => a.range.start - b.range.start);
}

function lineageFault({ fault, id }: { readonly fault: 'unknown' | 'circle'; readonly id: string }): Label {
  return fault === 'unknown'
    ? { zh: `没有名为“${id}”的方案模板`, en: `There is no profile “${id}”` }
    : { zh: `方案模板“${id}”循环扩展自身`, en: `The profile “${id}” extends itself` };
}

/** Sections that are required but described nowhere. */
export function unknownSections(
  profile: Profile,
): readonly { readonly value: Label; readonly path: readonly (string | number)[] }[] {
  const check = (name: string, path: readonly (string | number)[]) =>
    name in profile.sections
      ? []
      : [{ value: { zh: `未定义的章节“${name}”`, en: `The section “${name}” is described nowhere` }, path }];
  return [
    ...profile.requiredSections.flatMap((group, at) => group.flatMap((name) => check(name, ['requiredSections', at]))),
    ...profile.optionalSections.flatMap((name, at) => check(name, ['optionalSections', at])),
    ...(profile.template.sections ?? []).flatMap((name, at) => check(name, ['template', 'sections', at])),
  ];
}

function complete(parsed: ParsedProfile): Profile {
  const { extends: _, ...rest } = parsed;
  const labelled = <T extends { readonly label?: Label | undefined }>(key: string, entry: T) => ({
    ...entry,
    label: entry.label ?? { zh: key, en: key },
  });
  return {
    ...rest,
    sections: Object.fromEntries(
      Object.entries(parsed.sections).map(([key, section]) => [key, labelled(key, section)]),
    ),
    requiredSections: parsed.requiredSections.map((entry) => (typeof entry === 'string' ? [entry] : entry)),
    stages: parsed.stages.map((stage) => ({
      ...labelled(stage.key, stage),
      steps: stage.steps.map((step) => labelled(step.key, step)),
    })),
  };
}
