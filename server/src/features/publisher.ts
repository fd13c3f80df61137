import type { Diagnostic } from 'vscode-languageserver';
import type { DocumentStore } from '../workspace/documents.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';

/** Milliseconds without a key stroke after which problems are published. */
const pause = 60;

export interface Publication {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/**
 * Sends the problems of open documents to clients that do not ask for them: shortly after the last
 * of several changes, for the latest text only, and an empty list once a document is closed.
 */
export class Publisher {
  readonly #documents: DocumentStore;
  readonly #diagnosticsOf: (open: OpenPlan) => Diagnostic[];
  readonly #send: (publication: Publication) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** @param failed told when `diagnosticsOf` throws; the document then keeps what was published before */
  constructor(
    documents: DocumentStore,
    diagnosticsOf: (open: OpenPlan) => Diagnostic[],
    send: (publication: Publication) => Promise<void>,
    failed: (error: unknown) => void,
  ) {
    this.#documents = documents;
    this.#diagnosticsOf = diagnosticsOf;
    this.#send = send;
    this.#failed = failed;
  }

  /** Publishes the document soon. */
  changed(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => this.#publish(uri).catch(this.#failed), pause),
    );
  }

  closed(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#send({ uri, diagnostics: [] }).catch(this.#failed);
  }

  async #publish(uri: string): Promise<void> {
    const open = await this.#documents.settled(uri);
    if (!open || this.#documents.get(uri) !== open) return;
    const { version } = open;
    await this.#send({ uri, version, diagnostics: this.#diagnosticsOf(open) });
  }
}
