import type { CompletionList, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type OpenYaml, yamlCompletion, yamlHover } from '../features/yaml/help.ts';
import { parseProfile } from '../profiles/load.ts';
import { kindOfYaml } from '../workspace/open-yaml.ts';
import type { ConfigurationFault } from '../workspace/settings.ts';
import type { Session } from './session.ts';

/** Typing goes on for so long (milliseconds) before plans are checked with what was typed in a configuration. */
const pause = 250;

/**
 * Follows the configurations and profiles that are open in the editor: their problems are shown as
 * they are typed, and plans are checked with what the editor shows.
 * @param recheck has the open plans checked again
 */
export class YamlFollower {
  readonly #session: Session;
  readonly #recheck: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, recheck: () => void) {
    this.#session = session;
    this.#recheck = recheck;
  }

  changed(document: TextDocument): void {
    this.#session.yaml.update(document);
    this.#later();
  }

  closed(uri: string): void {
    if (this.#session.yaml.close(uri)) this.#later();
  }

  /** Tells the problems of every open file anew. */
  async tell(): Promise<void> {
    for (const uri of this.#session.yaml.uris()) await this.#tellOf(uri);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#session.surroundings.forget();
      this.tell().then(this.#recheck, (error) => this.#session.failures.report('configuration', error));
    }, pause);
  }

  async #tellOf(uri: string): Promise<void> {
    const { surroundings, settings, configurationProblems, yaml } = this.#session;
    const read = await surroundings.of(uri, await settings.language());
    const kind = read.bases.includes(uri) ? 'configuration' : kindOfYaml(uri, read.files.includes(uri));
    const document = yaml.get(uri);
    if (!kind || !document) return;
    const text = document.getText();
    const alone: readonly ConfigurationFault[] =
      kind === 'profile' && !read.files.includes(uri)
        ? parseProfile(text).faults.map(({ value, range }) => ({ path: uri, text, message: value, range }))
        : [];
    configurationProblems.replace(
      [...read.faults, ...alone],
      [uri, ...read.files, ...read.bases],
      read.surroundings.language,
    );
  }
}

/** Help in a configuration or profile; undefined for other documents. */
async function openYaml({ yaml, surroundings, settings }: Session, uri: string): Promise<OpenYaml | undefined> {
  const document = yaml.get(uri);
  if (!document) return undefined;
  const read = await surroundings.of(uri, await settings.language());
  const kind = read.bases.includes(uri) ? 'configuration' : kindOfYaml(uri, read.files.includes(uri));
  const profiles = read.surroundings.known?.profiles ?? [];
  return kind && { document, kind, profiles, language: read.surroundings.language };
}

export async function completeYaml(session: Session, uri: string, position: Position): Promise<CompletionList> {
  const open = await openYaml(session, uri);
  return { isIncomplete: false, items: open ? [...yamlCompletion(open, position)] : [] };
}

export async function hoverYaml(session: Session, uri: string, position: Position) {
  const open = await openYaml(session, uri);
  return open ? yamlHover(open, position) : null;
}
