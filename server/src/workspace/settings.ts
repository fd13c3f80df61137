import type { PlainDate } from '../dates/civil.ts';
import type { WorkCalendar } from '../dates/workdays.ts';
import { parseProfile, shippedProfiles } from '../profiles/load.ts';
import type { Label, Profile } from '../profiles/profile.ts';
import type { RecognitionSettings } from '../profiles/recognise.ts';
import { readYaml } from '../profiles/yaml-source.ts';
import type { RuleSetting } from '../rules/check.ts';
import type { Language } from '../rules/messages.ts';
import type { Range } from '../text/range.ts';
import { calendarOf } from './calendar.ts';
import {
  type Configuration,
  configurationNames,
  type Override,
  type Person,
  parseConfiguration,
} from './configuration.ts';
import type { FileSystem } from './file-system.ts';
import { baseName, directoryOf, joinPath, relativeTo, resolvePath } from './paths.ts';

/** What was asked for from outside the configuration file, and counts more. */
export interface Overrides {
  /** This file instead of the nearest one. */
  readonly configuration?: string;
  /** The file is a plan of this kind, unless its front matter says `plan: none`. */
  readonly profile?: string;
  /** Severities and options by rule; they replace what the configuration says of the rule. */
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  readonly language?: Language;
  /** Where neither `language` nor the configuration says one. */
  readonly fallbackLanguage?: Language;
  readonly asOf?: PlainDate;
}

/** Something wrong in a configuration or profile file. */
export interface ConfigurationFault {
  readonly path: string;
  readonly message: Label;
  readonly range: Range;
  /** Text of the file, for finding lines; absent when it cannot be read. */
  readonly text?: string;
}

/** Everything that decides how one file is checked. */
export interface Resolution {
  /** The configuration file that counts; absent when there is none. */
  readonly configuration?: string;
  /** Its text; absent when it cannot be read. */
  readonly configurationText?: string;
  /** The configurations that it builds on, the outermost base first. */
  readonly extended: readonly string[];
  readonly language: Language;
  readonly asOf?: PlainDate;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly organisations: readonly string[];
  readonly roster: readonly Person[];
  readonly terms: readonly string[];
  /** On which days the office works. */
  readonly calendar: WorkCalendar;
  /** The shipped profiles and those of the workspace. */
  readonly profiles: readonly Profile[];
  readonly recognition: RecognitionSettings;
  readonly faults: readonly ConfigurationFault[];
  /** The configuration file and the profile files that it names; empty without one. */
  readonly files: readonly string[];
}

/** One file of a chain of configurations. */
interface Link {
  readonly path: string;
  readonly configuration: Configuration;
}

/** A configuration file as read, with those that it builds on and all their profiles. */
interface Loaded {
  readonly path?: string;
  readonly text?: string;
  /** What it builds on first, itself last; each file once. */
  readonly chain: readonly Link[];
  readonly profiles: readonly Profile[];
  readonly faults: readonly ConfigurationFault[];
}

/**
 * Finds out how files are checked. The nearest configuration, walking up from the file, is the one
 * that counts; it is not merged with others further up. Command line and editor share this class.
 * What was read is kept until `forget`.
 */
export class SettingsResolver {
  readonly #files: FileSystem;
  readonly #overrides: Overrides;
  readonly #nearest = new Map<string, Promise<string | undefined>>();
  readonly #loaded = new Map<string, Promise<Loaded>>();
  readonly #resolutions = new Map<Loaded, Map<string, Resolution>>();

  constructor(files: FileSystem, overrides: Overrides = {}) {
    this.#files = files;
    this.#overrides = overrides;
  }

  /** @param path of the file to be checked; it need not exist */
  async resolve(path: string): Promise<Resolution> {
    const directory = directoryOf(path);
    const nearest =
      this.#overrides.configuration ?? (directory === undefined ? undefined : await this.#find(directory));
    const loaded = await this.#load(nearest ?? '');
    const matching = matchingOf(path, loaded);
    // Files of which the same entries speak have the same settings: one object, which others can go by.
    const key = JSON.stringify(matching.map(({ plan, at }) => [plan, at]));
    const known = this.#resolutions.get(loaded) ?? new Map<string, Resolution>();
    const settings = known.get(key) ?? combined(matching, loaded, this.#overrides);
    this.#resolutions.set(loaded, known.set(key, settings));
    return settings;
  }

  /** Drops what was read, after a configuration or profile has changed. */
  forget(): void {
    this.#nearest.clear();
    this.#loaded.clear();
    this.#resolutions.clear();
  }

  #find(directory: string): Promise<string | undefined> {
    let found = this.#nearest.get(directory);
    if (!found) {
      found = this.#search(directory);
      this.#nearest.set(directory, found);
    }
    return found;
  }

  async #search(directory: string): Promise<string | undefined> {
    for (const name of configurationNames) {
      const path = joinPath(directory, name);
      if ((await this.#files.kindOf(path)) === 'file') return path;
    }
    const above = directoryOf(directory);
    return above === undefined || above === directory ? undefined : this.#find(above);
  }

  #load(path: string): Promise<Loaded> {
    let loaded = this.#loaded.get(path);
    if (!loaded) {
      loaded = path === '' ? Promise.resolve(nothing) : load(path, this.#files);
      this.#loaded.set(path, loaded);
    }
    return loaded;
  }
}

/** How one file is checked; see `SettingsResolver` for many. */
export function resolveSettings(path: string, files: FileSystem, overrides: Overrides = {}): Promise<Resolution> {
  return new SettingsResolver(files, overrides).resolve(path);
}

const nothing: Loaded = { chain: [], profiles: [], faults: [] };
const unreadable: Label = {
  zh: '无法读取（文件不存在、无权限或不是 UTF-8 编码）',
  en: 'Cannot be read (missing, forbidden, or not UTF-8)',
};

/** Configurations that may build on one another. */
const longestChain = 20;

async function load(path: string, files: FileSystem): Promise<Loaded> {
  const text = await files.readText(path);
  if (text === undefined) {
    return { ...nothing, path, faults: [{ path, message: unreadable, range: { start: 0, end: 0 } }] };
  }
  const faults: ConfigurationFault[] = [];
  const chain: Link[] = [];
  const profiles = new Map<string, Profile>();
  const read = async (at: string, source: string, above: readonly string[]): Promise<void> => {
    const configuration = parseConfiguration(source);
    for (const { value, range } of configuration.faults) faults.push({ path: at, text: source, message: value, range });
    for (const [index, name] of configuration.extends.entries()) {
      const base = resolvePath(directoryOf(at) ?? '', name);
      if (chain.some((link) => link.path === base)) continue;
      const range = configuration.at(configuration.extends.length > 1 ? ['extends', index] : ['extends']);
      const fault = (zh: string, en: string) => faults.push({ path: at, text: source, message: { zh, en }, range });
      if (base === at || above.includes(base)) {
        fault(`“${name}”循环引用`, `“${name}” builds on this file in turn`);
        continue;
      }
      const baseText = chain.length + above.length < longestChain ? await files.readText(base) : undefined;
      if (baseText === undefined) fault(`“${name}”${unreadable.zh}`, `“${name}”: ${unreadable.en}`);
      else await read(base, baseText, [...above, at]);
    }
    for (const profile of await loadProfiles(at, source, configuration, files, faults))
      profiles.set(profile.id, profile);
    const known = new Set([...shippedProfiles().map(({ id }) => id), ...profiles.keys()]);
    for (const [id, place] of namedProfiles(configuration)) {
      if (id === undefined || id === 'none' || id === 'auto' || known.has(id)) continue;
      const message = { zh: `没有名为“${id}”的方案模板`, en: `There is no profile “${id}”` };
      faults.push({ path: at, text: source, message, range: configuration.at(place) });
    }
    chain.push({ path: at, configuration });
  };
  await read(path, text, []);
  return { path, text, chain, profiles: [...profiles.values()], faults };
}

function namedProfiles({
  profile,
  plans,
  overrides,
}: Configuration): readonly (readonly [string | undefined, readonly PropertyKey[]])[] {
  return [
    [profile, ['profile']],
    ...plans.map((entry, at) => [entry.profile, ['plans', at, 'profile']] as const),
    ...overrides.map((entry, at) => [entry.profile, ['overrides', at, 'profile']] as const),
  ];
}

async function loadProfiles(
  path: string,
  text: string,
  configuration: Configuration,
  files: FileSystem,
  faults: ConfigurationFault[],
): Promise<readonly Profile[]> {
  const directory = directoryOf(path) ?? '';
  const sources: { readonly path: string; readonly text: string }[] = [];
  const byId = new Map<string, Readonly<Record<string, unknown>>>();
  const firstOf = new Map<string, string>();
  for (const [at, name] of configuration.profiles.entries()) {
    const file = joinPath(directory, name.replace(/^\.\//, ''));
    const source = await files.readText(file);
    if (source === undefined) {
      const message = { zh: `“${name}”${unreadable.zh}`, en: `“${name}”: ${unreadable.en}` };
      faults.push({ path, text, message, range: configuration.at(['profiles', at]) });
      continue;
    }
    sources.push({ path: file, text: source });
    const yaml = readYaml(source);
    const { value } = yaml;
    if (typeof value !== 'object' || value === null || !('id' in value)) continue;
    const id = String(value.id);
    const first = firstOf.get(id);
    if (first !== undefined && first !== file) {
      const message = {
        zh: `id“${id}”已用于 ${baseName(first)}，两个方案模板不能同名`,
        en: `The id “${id}” is that of ${baseName(first)} already`,
      };
      faults.push({ path: file, text: source, message, range: yaml.at(['id']) });
    } else {
      firstOf.set(id, file);
      byId.set(id, { ...value });
    }
  }
  return sources.flatMap((source) => {
    const reading = parseProfile(source.text, byId);
    for (const { value, range } of reading.faults) faults.push({ ...source, message: value, range });
    return reading.profile ?? [];
  });
}

/** What a configuration of the chain says of one file only. */
interface Matching {
  readonly plan: string | undefined;
  /** Indexes of its overrides that match. */
  readonly at: readonly number[];
  readonly overrides: readonly Override[];
}

function matchingOf(path: string, { chain }: Loaded): readonly Matching[] {
  return chain.map(({ path: from, configuration: { plans, overrides } }) => {
    const seen = relativeTo(directoryOf(from) ?? '', path) ?? baseName(path);
    const at = [...overrides.keys()].filter((index) => overrides[index]?.matches(seen));
    return {
      plan: plans.findLast(({ matches }) => matches(seen))?.profile,
      at,
      overrides: at.flatMap((index) => overrides[index] ?? []),
    };
  });
}

/** What a chain of configurations says of a file: later ones count more than those that they build on, overrides most. */
function combined(
  matching: readonly Matching[],
  { path: file, text, chain, profiles, faults }: Loaded,
  asked: Overrides,
): Resolution {
  const own = new Set(profiles.map(({ id }) => id));
  const all = [...shippedProfiles().filter(({ id }) => !own.has(id)), ...profiles];
  const overrides = matching.flatMap((one) => one.overrides);
  const configured =
    overrides.findLast(({ profile }) => profile !== undefined)?.profile ??
    matching.findLast(({ plan }) => plan !== undefined)?.plan;
  const last = <T>(read: (configuration: Configuration) => T | undefined): T | undefined =>
    chain.map(({ configuration }) => read(configuration)).findLast((value) => value !== undefined);
  const every = <T>(read: (configuration: Configuration) => readonly T[]): readonly T[] => [
    ...new Set(chain.flatMap(({ configuration }) => read(configuration))),
  ];
  const asOf = asked.asOf ?? last((configuration) => configuration.asOf);
  const preferred = last((configuration) => configuration.profile);
  return {
    ...(file === undefined ? {} : { configuration: file }),
    ...(text === undefined ? {} : { configurationText: text }),
    extended: chain.slice(0, -1).map((link) => link.path),
    language: asked.language ?? last((configuration) => configuration.language) ?? asked.fallbackLanguage ?? 'zh',
    ...(asOf ? { asOf } : {}),
    rules: new Map([
      ...chain.flatMap(({ configuration }) => [...configuration.rules]),
      ...overrides.flatMap(({ rules }) => [...rules]),
      ...(asked.rules ?? []),
    ]),
    organisations: [
      ...new Set([...every(({ organisations }) => organisations), ...overrides.flatMap((one) => one.organisations)]),
    ],
    roster: every(({ roster }) => roster),
    terms: [...new Set([...every(({ terms }) => terms), ...overrides.flatMap((one) => one.terms)])],
    calendar: calendarOf([
      ...chain.map(({ configuration }) => configuration.days),
      ...overrides.map((one) => one.days),
    ]),
    profiles: all,
    recognition: {
      profiles: all,
      ...(asked.profile === undefined ? {} : { commanded: asked.profile }),
      ...(configured === undefined ? {} : { configured }),
      ...(preferred === undefined ? {} : { preferred }),
    },
    faults,
    files:
      file === undefined
        ? []
        : [file, ...chain.flatMap((link) => link.configuration.profiles.map((name) => profilePath(link.path, name)))],
  };
}

/** Where a profile is that a configuration names. */
function profilePath(configuration: string, name: string): string {
  return joinPath(directoryOf(configuration) ?? '', name.replace(/^\.\//, ''));
}
