import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationNames } from './configuration.ts';
import type { FileSystem } from './file-system.ts';
import { baseName } from './paths.ts';

/** Names that profiles go by when no configuration names them. */
const profileName = /\.profile\.ya?ml$/;

/** The YAML files that are open in the editor. What stands in them counts more than what the disk has. */
export class OpenYamlFiles {
  readonly #documents = new Map<string, TextDocument>();

  update(document: TextDocument): void {
    this.#documents.set(document.uri, document);
  }

  /** @returns whether it was open */
  close(uri: string): boolean {
    return this.#documents.delete(uri);
  }

  get(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  uris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** The files as they are shown: those that are open, and the others as `files` has them. */
  over(files: FileSystem): FileSystem {
    return {
      list: (path) => files.list(path),
      kindOf: async (path) => (this.#documents.has(path) ? 'file' : files.kindOf(path)),
      readText: async (path) => this.#documents.get(path)?.getText() ?? files.readText(path),
    };
  }
}

/**
 * What a YAML file is to us, by its name or by a configuration that names it as a profile.
 * @param isNamed whether a configuration names it
 * @returns undefined for files of other programs
 */
export function kindOfYaml(uri: string, isNamed: boolean): 'configuration' | 'profile' | undefined {
  const name = baseName(uri);
  if (configurationNames.includes(name)) return 'configuration';
  return isNamed || profileName.test(name) ? 'profile' : undefined;
}
