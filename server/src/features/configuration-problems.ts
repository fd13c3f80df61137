import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../rules/messages.ts';
import type { ConfigurationFault } from '../workspace/settings.ts';
import { source } from './diagnostics.ts';
import type { Publication } from './publisher.ts';
import { toLspRange } from './ranges.ts';

/**
 * Shows what is wrong in configuration and profile files, in those files. They are no documents of
 * ours, so that no client asks about them: their problems are published.
 */
export class ConfigurationProblems {
  readonly #send: (publication: Publication) => Promise<void>;
  #shown = new Map<string, string>();

  constructor(send: (publication: Publication) => Promise<void>) {
    this.#send = send;
  }

  /** @param faults everything that is wrong in the files of one configuration */
  show(faults: readonly ConfigurationFault[], language: Language): void {
    for (const uri of new Set(faults.map(({ path }) => path))) {
      const own = faults.filter(({ path }) => path === uri);
      const diagnostics = own.map((fault) => toDiagnostic(fault, language));
      const key = JSON.stringify(diagnostics);
      if (this.#shown.get(uri) === key) continue;
      this.#shown.set(uri, key);
      void this.#send({ uri, diagnostics });
    }
  }

  /**
   * Shows the problems of some files as they are now.
   * @param files those of which nothing else is to stay
   */
  replace(faults: readonly ConfigurationFault[], files: readonly string[], language: Language): void {
    for (const uri of files) {
      if (faults.some(({ path }) => path === uri) || this.#shown.get(uri) === '[]') continue;
      this.#shown.set(uri, '[]');
      void this.#send({ uri, diagnostics: [] });
    }
    this.show(faults, language);
  }

  /** Takes everything back: the files have changed and are read again. */
  clear(): void {
    for (const uri of this.#shown.keys()) void this.#send({ uri, diagnostics: [] });
    this.#shown = new Map();
  }
}

function toDiagnostic({ path, text, message, range }: ConfigurationFault, language: Language): Diagnostic {
  const document = TextDocument.create(path, 'yaml', 0, text ?? '');
  return {
    range: toLspRange(document, range),
    severity: DiagnosticSeverity.Error,
    code: 'configuration',
    source,
    message: message[language],
  };
}
