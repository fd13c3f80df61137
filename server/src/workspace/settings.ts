import type { PlainDate } from '../dates/civil.ts';
import { parseProfile, shippedProfiles } from '../profiles/load.ts';
import type { Label, Profile } from '../profiles/profile.ts';
import type { RecognitionSettings } from '../profiles/recognise.ts';
import { readYaml } from '../profiles/yaml-source.ts';
import type { RuleSetting } from '../rules/check.ts';
import type { Language } from '../rules/messages.ts';
import type { Range } from '../text/range.ts';
import { type Configuration, configurationNames, type Person, parseConfiguration } from './configuration.ts';
import type { FileSystem } from './file-system.ts';
import { baseName, directoryOf, joinPath, relativeTo } from './paths.ts';

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
  readonly language: Language;
  readonly asOf?: PlainDate;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly organisations: readonly string[];
  readonly roster: readonly Person[];
  readonly terms: readonly string[];
  /** The shipped profiles and those of the workspace. */
  readonly profiles: readonly Profile[];
  readonly recognition: RecognitionSettings;
  readonly faults: readonly ConfigurationFault[];
  /** The configuration file and the profile files that it names; empty without one. */
  readonly files: readonly string[];
}

/** A configuration file as read, with its profiles. */
interface Loaded {
  readonly path?: string;
  readonly text?: string;
  readonly configuration: Configuration;
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
    return resolution(path, loaded, this.#overrides);
  }

  /** Drops what was read, after a configuration or profile has changed. */
  forget(): void {
    this.#nearest.clear();
    this.#loaded.clear();
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

const nothing: Loaded = { configuration: parseConfiguration(''), profiles: [], faults: [] };
const unreadable: Label = {
  zh: '无法读取（文件不存在、无权限或不是 UTF-8 编码）',
  en: 'Cannot be read (missing, forbidden, or not UTF-8)',
};

async function load(path: string, files: FileSystem): Promise<Loaded> {
  const text = await files.readText(path);
  if (text === undefined) {
    return { ...nothing, path, faults: [{ path, message: unreadable, range: { start: 0, end: 0 } }] };
  }
  const configuration = parseConfiguration(text);
  const faults: ConfigurationFault[] = configuration.faults.map(({ value, range }) => ({
    path,
    text,
    message: value,
    range,
  }));
  const profiles = await loadProfiles(path, text, configuration, files, faults);
  const known = new Set([...shippedProfiles(), ...profiles].map(({ id }) => id));
  const named: readonly (readonly [string | undefined, readonly PropertyKey[]])[] = [
    [configuration.profile, ['profile']],
    ...configuration.plans.map(({ profile }, at) => [profile, ['plans', at, 'profile']] as const),
  ];
  for (const [id, place] of named) {
    if (id === undefined || id === 'none' || id === 'auto' || known.has(id)) continue;
    const message = { zh: `没有名为“${id}”的方案模板`, en: `There is no profile “${id}”` };
    faults.push({ path, text, message, range: configuration.at(place) });
  }
  return { path, text, configuration, profiles, faults };
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
  for (const [at, name] of configuration.profiles.entries()) {
    const file = joinPath(directory, name.replace(/^\.\//, ''));
    const source = await files.readText(file);
    if (source === undefined) {
      const message = { zh: `“${name}”${unreadable.zh}`, en: `“${name}”: ${unreadable.en}` };
      faults.push({ path, text, message, range: configuration.at(['profiles', at]) });
      continue;
    }
    sources.push({ path: file, text: source });
    const value = readYaml(source).value;
    if (typeof value === 'object' && value !== null && 'id' in value) byId.set(String(value.id), { ...value });
  }
  return sources.flatMap((source) => {
    const reading = parseProfile(source.text, byId);
    for (const { value, range } of reading.faults) faults.push({ ...source, message: value, range });
    return reading.profile ?? [];
  });
}

function resolution(
  path: string,
  { path: file, text, configuration, profiles, faults }: Loaded,
  asked: Overrides,
): Resolution {
  const own = new Set(profiles.map(({ id }) => id));
  const all = [...shippedProfiles().filter(({ id }) => !own.has(id)), ...profiles];
  const asOf = asked.asOf ?? configuration.asOf;
  const seen = file === undefined ? undefined : (relativeTo(directoryOf(file) ?? '', path) ?? baseName(path));
  const configured =
    seen === undefined ? undefined : configuration.plans.findLast(({ matches }) => matches(seen))?.profile;
  return {
    ...(file === undefined ? {} : { configuration: file }),
    ...(text === undefined ? {} : { configurationText: text }),
    language: asked.language ?? configuration.language ?? asked.fallbackLanguage ?? 'zh',
    ...(asOf ? { asOf } : {}),
    rules: new Map([...configuration.rules, ...(asked.rules ?? [])]),
    organisations: configuration.organisations,
    roster: configuration.roster,
    terms: configuration.terms,
    profiles: all,
    recognition: {
      profiles: all,
      ...(asked.profile === undefined ? {} : { commanded: asked.profile }),
      ...(configured === undefined ? {} : { configured }),
      ...(configuration.profile === undefined ? {} : { preferred: configuration.profile }),
    },
    faults,
    files: file === undefined ? [] : [file, ...configuration.profiles.map((name) => profilePath(file, name))],
  };
}

/** Where a profile is that a configuration names. */
function profilePath(configuration: string, name: string): string {
  return joinPath(directoryOf(configuration) ?? '', name.replace(/^\.\//, ''));
}
