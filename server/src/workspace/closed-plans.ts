import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Superiors } from '../rules/superior/superiors.ts';
import type { FileSystem } from './file-system.ts';
import { createWorkbench, OpenPlan, type Surroundings } from './open-plan.ts';

/** The version of a text that comes from the disk: no editor has it. */
export const onDisk = -1;

/** Works out files that are not open, in the way of those that are. */
export class ClosedPlans {
  readonly #files: FileSystem;
  readonly #surroundings: (uri: string) => Promise<Surroundings>;

  /** @param surroundings what the check of a file depends on; must not reject */
  constructor(files: FileSystem, surroundings: (uri: string) => Promise<Surroundings>) {
    this.#files = files;
    this.#surroundings = surroundings;
  }

  readText(uri: string): Promise<string | undefined> {
    return this.#files.readText(uri);
  }

  /** The file as it is on disk now; undefined when it cannot be read. */
  async read(uri: string): Promise<OpenPlan | undefined> {
    const text = await this.#files.readText(uri);
    return text === undefined ? undefined : this.of(uri, text);
  }

  /** @param relate finds the superior plans of the file, where they are wanted */
  async of(uri: string, text: string, relate?: (open: OpenPlan) => Promise<Superiors | undefined>): Promise<OpenPlan> {
    const surroundings = await this.#surroundings(uri);
    const language = /\.txt$/i.test(uri) ? 'plaintext' : 'markdown';
    const document = TextDocument.create(uri, language, onDisk, text);
    const workbench = createWorkbench();
    const open = new OpenPlan(document, workbench, surroundings, '');
    const superiors = await relate?.(open);
    return superiors ? new OpenPlan(document, workbench, { ...surroundings, superiors }, '') : open;
  }
}
