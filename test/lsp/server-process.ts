import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type LogMessageParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type IndexStatus, indexStatusRequest } from '../../server/src/protocol.ts';
import { fullCapabilities } from './capabilities.ts';

const bundle = path.resolve(import.meta.dirname, '../../dist/server.cjs');

export interface ClientOptions {
  readonly capabilities?: InitializeParams['capabilities'];
  readonly locale?: string;
  readonly name?: string;
  readonly initializationOptions?: unknown;
  readonly rootUri?: string;
  readonly folders?: readonly string[];
  /** Answer to `workspace/configuration` for our section. */
  settings?: unknown;
}

/** A client of the real server process, over stdio. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: LogMessageParams[] = [];
  readonly registered: { method: string; registerOptions?: unknown }[] = [];
  readonly shown: string[] = [];
  refreshes = 0;
  /** Titles of work that the server has shown the progress of, and how far it came. */
  readonly progress: { readonly token: string | number; title?: string; ended: boolean; message?: string }[] = [];
  /** Stops every work whose progress is shown as soon as it begins. */
  stopsWork = false;
  initialized: InitializeResult | undefined;
  settings: unknown;
  readonly #process: ChildProcess;
  readonly #documents = new Map<string, TextDocument>();

  private constructor(settings: unknown) {
    if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run npm run build first`);
    this.settings = settings;
    this.#process = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('the server has no pipes');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    this.connection.onNotification('window/logMessage', (params: LogMessageParams) => {
      this.logged.push(params);
    });
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      this.registered.push(...registrations);
      return null;
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    this.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string | number }) => {
      this.progress.push({ token, ended: false });
      return null;
    });
    this.connection.onNotification('$/progress', ({ token, value }) => {
      const shown = this.progress.find((one) => one.token === token);
      if (!shown) return;
      if (value.title) shown.title = value.title;
      if (value.message) shown.message = value.message;
      if (value.kind === 'end') shown.ended = true;
      else if (this.stopsWork) void this.connection.sendNotification('window/workDoneProgress/cancel', { token });
    });
    this.connection.onRequest('window/showDocument', ({ uri }) => {
      this.shown.push(uri);
      return { success: true };
    });
    this.connection.listen();
  }

  /** Starts a server for one test and stops it at its end. */
  static async start(options: ClientOptions = {}): Promise<ServerProcess> {
    const server = await ServerProcess.launch(options);
    onTestFinished(() => server.stop());
    return server;
  }

  /** Starts a server and goes through `initialize`; for several tests, which close what they open. */
  static async launch(options: ClientOptions = {}): Promise<ServerProcess> {
    const server = new ServerProcess(options.settings ?? null);
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: options.rootUri ?? null,
      ...(options.folders
        ? { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })) }
        : {}),
      capabilities: options.capabilities ?? fullCapabilities,
      locale: options.locale ?? 'zh-cn',
      clientInfo: { name: options.name ?? 'test' },
      ...(options.initializationOptions === undefined ? {} : { initializationOptions: options.initializationOptions }),
    };
    server.initialized = await server.connection.sendRequest<InitializeResult>('initialize', params);
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Ends the process at once, wherever it is. */
  async kill(): Promise<void> {
    const ended = this.ended;
    this.#process.kill('SIGKILL');
    await ended;
  }

  /** Closes the pipes, as the end of the client does. */
  hangUp(): void {
    this.#process.stdin?.end();
    this.#process.stdout?.destroy();
  }

  /** Resolves with the exit code once the process has ended. */
  get ended(): Promise<number | null> {
    return new Promise((resolve) => {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) resolve(this.#process.exitCode);
      else this.#process.once('exit', resolve);
    });
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    const document = TextDocument.create(uri, languageId, 1, text);
    this.#documents.set(uri, document);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Opens a document for one test of several. */
  async borrow(uri: string, text: string, languageId = 'markdown'): Promise<this> {
    await this.open(uri, text, languageId);
    onTestFinished(() => (this.#documents.has(uri) ? this.close(uri) : undefined));
    return this;
  }

  /** Changes the document on both sides. */
  async change(uri: string, ...changes: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.#document(uri);
    const version = document.version + 1;
    TextDocument.update(document, changes, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  /** Puts `replacement` in the place of the first `words`. */
  async replace(uri: string, words: string, replacement: string): Promise<void> {
    await this.change(uri, { range: this.rangeOf(uri, words), text: replacement });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#document(uri).getText();
  }

  /** The words that a range covers. */
  wordsAt(uri: string, range: Range): string {
    return this.#document(uri).getText(range);
  }

  rangeOf(uri: string, words: string): Range {
    const document = this.#document(uri);
    const at = document.getText().indexOf(words);
    if (at < 0) throw new Error(`“${words}” is not in ${uri}`);
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  }

  pull(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return token
      ? this.connection.sendRequest('textDocument/diagnostic', params, token)
      : this.connection.sendRequest('textDocument/diagnostic', params);
  }

  /** The problems of a pull that is answered in full. */
  async problems(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('nothing was remembered, and yet the answer is “unchanged”');
    return report.items;
  }

  actions(uri: string, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context: CodeActionContext = { diagnostics, ...(only ? { only } : {}) };
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  complete(uri: string, position: Position): Promise<CompletionList> {
    return this.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
  }

  symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }

  /** Waits until `condition` holds, at most twenty seconds. */
  async until(condition: () => boolean, what: string): Promise<void> {
    for (let waited = 0; !condition(); waited += 10) {
      if (waited > 20_000) throw new Error(`waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Applies the edit of an action to the document, tab stops as the words that they hold. */
  async apply(uri: string, action: CodeAction | undefined): Promise<void> {
    if (!action?.edit) throw new Error(`the action “${action?.title}” has no edit`);
    const { changes, documentChanges } = action.edit;
    const edits = [...(changes?.[uri] ?? [])];
    for (const change of documentChanges ?? []) {
      if (!('edits' in change)) throw new Error('no files are made or moved');
      for (const edit of change.edits) {
        const newText = 'newText' in edit ? edit.newText : edit.snippet.value.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1');
        edits.push({ range: edit.range, newText });
      }
    }
    const text = TextDocument.applyEdits(this.#document(uri), edits);
    await this.change(uri, { text });
  }

  /** Tells that files on disk have come (1), changed (2) or gone (3). */
  async filesChanged(type: 1 | 2 | 3, ...uris: string[]): Promise<void> {
    const changes = uris.map((uri) => ({ uri, type }));
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  indexStatus(): Promise<IndexStatus> {
    return this.connection.sendRequest(indexStatusRequest);
  }

  workspaceSymbols(query: string): Promise<WorkspaceSymbol[]> {
    return this.connection.sendRequest('workspace/symbol', { query });
  }

  /** The orderly end, unless the process has ended already. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
      await this.ended;
    }
    this.connection.dispose();
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }
}
