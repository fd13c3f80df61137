import { shippedProfiles } from '../profiles/load.ts';
import type { Profile } from '../profiles/profile.ts';
import { recognise } from '../profiles/recognise.ts';
import type { Language } from '../rules/messages.ts';
import { configurationNames } from './configuration.ts';
import { printedSettings } from './effective-settings.ts';
import type { FileSystem } from './file-system.ts';
import { contentHash } from './index/content-hash.ts';
import type { Surroundings } from './open-plan.ts';
import { baseName } from './paths.ts';
import { type ConfigurationFault, SettingsResolver } from './settings.ts';
import { searchPlace } from './superior-plans.ts';

/** The language as the editor has it: `asked` by its user, or else only a `fallback` behind the configuration. */
export interface LanguageWish {
  readonly asked?: Language;
  readonly fallback: Language;
}

/** Reads what stands around open documents: the configuration that counts for each, and its profiles. */
export class SurroundingsReader {
  readonly #files: FileSystem;
  readonly #place: (uri: string) => string;
  readonly #read = new Set<string>();
  readonly #profiles = new Map<string, Profile>();
  readonly #resolvers = new Map<string, SettingsResolver>();
  readonly #texts = new Map<string, Promise<string>>();

  /** @param place where a document stands as far as configurations are concerned, see `placeOf` */
  constructor(files: FileSystem, place: (uri: string) => string = (uri) => uri) {
    this.#place = place;
    this.#files = {
      kindOf: (path) => files.kindOf(path),
      list: (path) => files.list(path),
      readText: (path) => {
        this.#read.add(path);
        return files.readText(path);
      },
    };
  }

  /** What the check of the document depends on, and what is wrong in the files that say so. */
  async of(
    uri: string,
    language: LanguageWish,
  ): Promise<{
    readonly surroundings: Surroundings;
    readonly faults: readonly ConfigurationFault[];
    /** The configuration and the profiles that it names. */
    readonly files: readonly string[];
    /** The configurations that it builds on. */
    readonly bases: readonly string[];
  }> {
    const at = this.#place(uri);
    const resolution = await this.#resolver(language).resolve(at);
    for (const profile of resolution.profiles) this.#profiles.set(profile.id, profile);
    const surroundings: Surroundings = {
      language: resolution.language,
      rules: resolution.rules,
      dictionary: { organisations: resolution.organisations, terms: resolution.terms },
      ...(resolution.configuration === undefined || resolution.configurationText === undefined
        ? {}
        : { dictionaryFile: { uri: resolution.configuration, text: resolution.configurationText } }),
      known: {
        organisations: resolution.organisations,
        roster: resolution.roster,
        profiles: resolution.profiles,
        today: resolution.asOf,
      },
      calendar: resolution.calendar,
      searchPlace: searchPlace(at, resolution.configuration),
      recognise: (document, begun = false) => recognise(document, { ...resolution.recognition, begun }),
    };
    return { surroundings, faults: resolution.faults, files: resolution.files, bases: resolution.extended };
  }

  /** Everything that decides how the document is checked, as the command line prints it. */
  async effective(uri: string, language: LanguageWish): Promise<string> {
    return printedSettings(await this.#resolver(language).resolve(this.#place(uri)));
  }

  /** Names everything that decides what is read of a file beside its text: equal signatures read the same. */
  async signature(uri: string, language: LanguageWish): Promise<string> {
    const { files, extended, recognition } = await this.#resolver(language).resolve(this.#place(uri));
    if (files.length === 0) return '';
    const all = [...new Set([...files, ...extended])];
    const key = all.join('\n');
    let texts = this.#texts.get(key);
    if (!texts) {
      texts = Promise.all(all.map((path) => this.#files.readText(path))).then((read) => contentHash(read.join('\n')));
      this.#texts.set(key, texts);
    }
    return `${await texts} ${recognition.configured ?? ''} ${recognition.preferred ?? ''}`;
  }

  /** The profiles that a document can name: the shipped ones, and those of configurations read so far. */
  profiles(): readonly Profile[] {
    const all = new Map([...shippedProfiles().map((profile) => [profile.id, profile] as const), ...this.#profiles]);
    return [...all.values()].filter((profile) => !profile.abstract);
  }

  /** True for files that documents depend on, or would if they existed. */
  concerns(uri: string): boolean {
    return configurationNames.includes(baseName(uri)) || this.#read.has(uri);
  }

  /** Drops what was read. */
  forget(): void {
    this.#resolvers.clear();
    this.#texts.clear();
    this.#read.clear();
    this.#profiles.clear();
  }

  #resolver({ asked, fallback }: LanguageWish): SettingsResolver {
    const key = `${asked} ${fallback}`;
    let resolver = this.#resolvers.get(key);
    if (!resolver) {
      resolver = new SettingsResolver(this.#files, {
        ...(asked ? { language: asked } : {}),
        fallbackLanguage: fallback,
      });
      this.#resolvers.set(key, resolver);
    }
    return resolver;
  }
}

/** What counts where no configuration can be read, whatever the reason. */
export function plainSurroundings(language: Language): Surroundings {
  return { language, rules: new Map(), recognise: (document, begun = false) => recognise(document, { begun }) };
}
