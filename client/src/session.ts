import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
} from 'vscode-languageclient';
import {
  type CheckedWorkspace,
  type CheckWorkspaceParams,
  checklistRequest,
  checkWorkspaceRequest,
  type DocumentChecklist,
  type DocumentStatus,
  effectiveConfigurationRequest,
  type ImportParams,
  type ImportResult,
  importRequest,
  type NewPlan,
  type NewPlanParams,
  newPlanRequest,
  type ProfileChoice,
  plansChangedNotification,
  profilesRequest,
  type ShownDocuments,
  type StatusParams,
  shownDocumentsNotification,
  statusChangedNotification,
  statusRequest,
} from '../../server/src/protocol.ts';
import { serveFiles } from './clientFiles.ts';
import { CrashGuard } from './crashGuard.ts';
import { documentSelector, mayHoldPlan, shownDocuments, yamlSelector } from './documents.ts';
import { showPagesOf } from './rulePages.ts';

/** Makes the language client of this platform: a child process on a desktop, a worker in a browser. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** Endings of files that may be plans: all that is known of a tab whose document has not been loaded. */
const planFile = /\.(?:md|markdown|txt)$/i;

/** The life of the language server, and what it says about the open documents. */
export class Session implements vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  readonly #createClient: ClientFactory;
  readonly #extension: vscode.Uri;
  /** Where something may be kept for this workspace; absent where no folder is open. */
  readonly #storage: vscode.Uri | undefined;
  readonly #plansChanged = new vscode.EventEmitter<void>();
  readonly #restarted = new vscode.EventEmitter<void>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #statuses = new Map<string, DocumentStatus>();
  #client: BaseLanguageClient | undefined;
  #starting: Promise<void> | undefined;
  #profiles: readonly ProfileChoice[] = [];
  #hasRun = false;
  #checks = 0;

  /** Fires when a status, or the state of the server, has changed. */
  readonly onDidChange = this.#changed.event;

  /** Fires when plans of the workspace have changed, in the editor or on disk, and typing has come to a rest. */
  readonly onDidChangePlans = this.#plansChanged.event;

  /** Fires when another server runs in the place of an earlier one, which took with it what it knew. */
  readonly onDidRestart = this.#restarted.event;

  /**
   * @param extension the folder that the extension is installed in
   * @param storage a folder for what the server keeps of this workspace
   */
  constructor(extension: vscode.Uri, storage: vscode.Uri | undefined, createClient: ClientFactory) {
    this.#extension = extension;
    this.#storage = storage;
    this.#createClient = createClient;
    this.log = vscode.window.createOutputChannel('Fangan', { log: true });
  }

  /** Starts the server unless it is running. Rejects when it cannot be started. */
  start(): Promise<void> {
    this.#starting ??= this.#launch();
    return this.#starting;
  }

  /** Stops the server and starts it again. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#starting = undefined;
    this.#statuses.clear();
    try {
      await client?.dispose();
    } catch (error) {
      // A server that never came up, or hangs while it shuts down, must not stand in the way of the next one.
      this.log.warn(String(error));
    }
    this.#changed.fire();
  }

  get isRunning(): boolean {
    return this.#client?.state === State.Running;
  }

  /** What the server last said about the document, of whatever version; undefined before its first word. */
  lastStatus(document: vscode.TextDocument): DocumentStatus | undefined {
    return this.#statuses.get(document.uri.toString());
  }

  /** Asks the server about the document as it is now; `null` where the server does not have it. */
  async status(document: vscode.TextDocument): Promise<DocumentStatus | null> {
    const client = this.#client;
    if (client?.state !== State.Running || !mayHoldPlan(document)) return null;
    const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const status = await client.sendRequest<DocumentStatus | null>(statusRequest, params);
    if (status) this.#remember(status);
    return status;
  }

  /** The settings that count for a file, as JSON; undefined where no server runs. */
  async effectiveConfiguration(document: vscode.TextDocument): Promise<string | undefined> {
    const client = this.#client;
    if (client?.state !== State.Running) return undefined;
    const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    return client.sendRequest<string>(effectiveConfigurationRequest, params);
  }

  /** The checklist of the document as it is now; `null` where the server does not have it. */
  async checklist(document: vscode.TextDocument): Promise<DocumentChecklist | null> {
    const client = this.#client;
    if (client?.state !== State.Running || !mayHoldPlan(document)) return null;
    const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    return client.sendRequest<DocumentChecklist | null>(checklistRequest, params);
  }

  /** Asks the server for a new plan; rejects while it is not running. */
  async newPlan(params: NewPlanParams): Promise<NewPlan> {
    const client = this.#client;
    if (client?.state !== State.Running) throw new Error('the language server is not running');
    return client.sendRequest<NewPlan>(newPlanRequest, params);
  }

  /**
   * Asks the server about a document.
   * @param request one of protocol.ts whose parameters begin with the address of the document
   * @returns the answer; `null` where the server does not have the document
   */
  async ask<Answer>(request: string, document: vscode.Uri, params: object = {}): Promise<Answer | null> {
    const client = this.#client;
    if (client?.state !== State.Running) throw new Error('the language server is not running');
    const uri = client.code2ProtocolConverter.asUri(document);
    return client.sendRequest<Answer | null>(request, { ...params, uri });
  }

  /** Has a file or a text made into plans. */
  import(params: ImportParams, token: vscode.CancellationToken): Promise<ImportResult> {
    return this.request<ImportResult>(importRequest, params, token);
  }

  /** Sends a request that is about no document; rejects while the server is not running. */
  async request<Answer>(request: string, params: object, token?: vscode.CancellationToken): Promise<Answer> {
    const client = this.#client;
    if (client?.state !== State.Running) throw new Error('the language server is not running');
    return token ? client.sendRequest<Answer>(request, params, token) : client.sendRequest<Answer>(request, params);
  }

  /**
   * Has all plans of the workspace checked; their problems are shown as they are found.
   * @param report told how many per cent have been done since it was told last, and what to show
   */
  async checkWorkspace(
    token: vscode.CancellationToken,
    report: (increment: number, message: string) => void,
  ): Promise<CheckedWorkspace> {
    await this.start();
    const client = this.#client;
    if (!client) throw new Error('the language server is not running');
    this.#checks++;
    const workDoneToken = `fangan.check.${this.#checks}`;
    let done = 0;
    const progress = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const percent = value.percentage ?? done;
      report(percent - done, value.message ?? '');
      done = percent;
    });
    try {
      const params: CheckWorkspaceParams = { workDoneToken };
      return await this.request<CheckedWorkspace>(checkWorkspaceRequest, params, token);
    } finally {
      progress.dispose();
    }
  }

  /** Tells the server which documents have a tab. */
  tellShown(): void {
    const client = this.#client;
    if (client?.state !== State.Running) return;
    const params: ShownDocuments = { uris: shownDocuments().map((uri) => client.code2ProtocolConverter.asUri(uri)) };
    client.sendNotification(shownDocumentsNotification, params).catch((error) => this.log.warn(String(error)));
  }

  /** The kinds of plan that the author can choose from; empty while the server is not running. */
  get profiles(): readonly ProfileChoice[] {
    return this.#profiles;
  }

  dispose(): void {
    void this.stop();
    this.#changed.dispose();
    this.#plansChanged.dispose();
    this.#restarted.dispose();
    this.log.dispose();
  }

  async #launch(): Promise<void> {
    const client = this.#createClient(this.#options());
    this.#client = client;
    client.onNotification(statusChangedNotification, (status: DocumentStatus) => this.#remember(status));
    client.onNotification(plansChangedNotification, () => this.#plansChanged.fire());
    serveFiles(client);
    client.onDidChangeState(({ newState }) => this.#follow(client, newState));
    try {
      await client.start();
      this.#profiles = await client.sendRequest<ProfileChoice[]>(profilesRequest);
      this.#changed.fire();
    } catch (error) {
      this.#starting = undefined;
      this.log.error(error instanceof Error ? error : String(error));
      this.#offerHelp(vscode.l10n.t('The plan language server could not be started.'));
      throw error;
    }
  }

  #follow(client: BaseLanguageClient, state: State): void {
    // What a server has published belongs to nobody once it has ended.
    if (state === State.Stopped) client.diagnostics?.clear();
    if (state === State.Running) {
      this.tellShown();
      if (this.#hasRun) this.#restarted.fire();
      this.#hasRun = true;
    }
    this.#changed.fire();
  }

  #options(): LanguageClientOptions {
    const gaveUp = () =>
      this.#offerHelp(vscode.l10n.t('The plan language server keeps stopping and was not restarted.'));
    return {
      documentSelector: [...documentSelector(), ...yamlSelector()],
      // VS Code has an outline of Markdown headings already, and none of numbered paragraphs.
      initializationOptions: {
        status: true,
        documentSymbols: 'plain',
        commands: true,
        files: true,
        ...(this.#storage ? { storage: this.#storage.toString() } : {}),
      },
      middleware: { executeCommand: showPagesOf(this.#extension) },
      outputChannel: this.log,
      traceOutputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: new CrashGuard(gaveUp),
      // The failure is told once, by #launch.
      initializationFailedHandler: () => false,
      // Problems would follow no key stroke otherwise: the client pulls on nothing unless told to.
      diagnosticPullOptions: {
        onChange: true,
        onTabs: true,
        match: (_selector, resource) => planFile.test(resource.path),
      },
    };
  }

  #remember(status: DocumentStatus): void {
    const client = this.#client;
    if (!client) return;
    // The server writes an address its own way (percent signs); the editor's form is the key.
    this.#statuses.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
    this.#changed.fire();
  }

  #offerHelp(message: string): void {
    const showLog = vscode.l10n.t('Show Log');
    const restart = vscode.l10n.t('Restart');
    void vscode.window.showErrorMessage(message, showLog, restart).then((choice) => {
      if (choice === showLog) this.log.show();
      if (choice === restart) void vscode.commands.executeCommand('fangan.restartServer');
    });
  }
}
