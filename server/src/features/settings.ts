import { type PlainDate, parseIso } from '../dates/civil.ts';
import type { Language } from '../rules/messages.ts';
import type { LanguageWish } from '../workspace/surroundings.ts';
import type { Client } from './client.ts';

/** The section of the client's settings that is ours. */
export const section = 'fangan';

export interface Settings {
  /** `auto` follows the language of the editor. */
  readonly language: 'auto' | Language;
  readonly completion: { readonly pinyin: boolean };
  /** The day that counts as today; the calendar's where it is absent. */
  readonly asOf?: PlainDate;
}

const defaults: Settings = { language: 'auto', completion: { pinyin: true } };

/** Reads our section; what is missing or of no known value keeps its default. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaults;
  const { language, completion, asOf } = value as Readonly<Record<string, unknown>>;
  const pinyin = typeof completion === 'object' && completion !== null ? Reflect.get(completion, 'pinyin') : undefined;
  const day = typeof asOf === 'string' ? parseIso(asOf) : undefined;
  return {
    language: language === 'zh' || language === 'en' ? language : 'auto',
    completion: { pinyin: pinyin !== false },
    ...(day ? { asOf: day } : {}),
  };
}

/** The settings of the client, asked for when they can be and taken from its notification when not. */
export class ClientSettings {
  readonly #client: Client;
  readonly #ask: () => Promise<unknown>;
  #current: Promise<Settings> = Promise.resolve(defaults);
  #read: Settings = defaults;

  /** @param ask asks the client for our section; may reject, the settings are then the defaults */
  constructor(client: Client, ask: () => Promise<unknown>) {
    this.#client = client;
    this.#ask = ask;
  }

  /**
   * Takes note that the settings are new or have changed.
   * @param sent all settings, from a client that sends them with its notification
   */
  changed(sent?: unknown): void {
    if (this.#client.readsSettings) this.#current = this.#ask().then(readSettings, () => defaults);
    else this.#current = Promise.resolve(readSettings(ownSection(sent)));
    void this.#current.then((settings) => {
      this.#read = settings;
    });
  }

  /** The wishes that count for completion, as last read: completion waits for no answer of the client. */
  get completion(): Settings['completion'] {
    return this.#read.completion;
  }

  /** The day that the user wants to count as today. */
  async asOf(): Promise<PlainDate | undefined> {
    return (await this.#current).asOf;
  }

  /** The language that the user asked for, and the editor's own behind it. */
  async language(): Promise<LanguageWish> {
    const { language } = await this.#current;
    return { ...(language === 'auto' ? {} : { asked: language }), fallback: this.#client.language };
  }
}

function ownSection(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && section in settings
    ? (settings as Record<string, unknown>)[section]
    : undefined;
}
