import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, readClient } from './features/client.ts';
import { codeActionKinds, codeActions } from './features/code-actions.ts';
import { ConfigurationProblems } from './features/configuration-problems.ts';
import { diagnosticReport, diagnosticsOf } from './features/diagnostics.ts';
import { documentSymbols, flatSymbols } from './features/document-symbols.ts';
import { commands, pageToOpen } from './features/execute-command.ts';
import { Failures } from './features/failures.ts';
import { hover } from './features/hover.ts';
import { Publisher } from './features/publisher.ts';
import { currentPlan } from './features/requests.ts';
import { ClientSettings, section } from './features/settings.ts';
import { profileChoices, StatusAnnouncer, statusOf } from './features/status.ts';
import { profilesRequest, type StatusParams, statusChangedNotification, statusRequest } from './protocol.ts';
import { DocumentStore } from './workspace/documents.ts';
import type { FileSystem } from './workspace/file-system.ts';
import { plainSurroundings, SurroundingsReader } from './workspace/surroundings.ts';

/** Languages of documents that may hold plans, by the names that editors give them. */
const languages = new Set(['markdown', 'plaintext', 'text']);

/** What the parts of a server share while it serves one client. */
interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: DocumentStore;
  readonly settings: ClientSettings;
  readonly surroundings: SurroundingsReader;
  readonly configurationProblems: ConfigurationProblems;
  readonly failures: Failures;
  /** Only for a client that does not ask for problems itself. */
  readonly publisher: Publisher | undefined;
  readonly announcer: StatusAnnouncer | undefined;
}

/** Serves one client until the connection ends. Files beside the open documents are read through `fileSystem`. */
export function startServer(connection: Connection, fileSystem: FileSystem): void {
  connection.onInitialize((params): InitializeResult => {
    const session = createSession(connection, fileSystem, readClient(params));
    followDocuments(session);
    followConfiguration(session);
    answerRequests(session);
    return { capabilities: capabilitiesFor(session.client), serverInfo: { name: 'fangan' } };
  });
  connection.listen();
}

function createSession(connection: Connection, fileSystem: FileSystem, client: Client): Session {
  const failures = new Failures((text) => connection.console.error(text));
  const settings = new ClientSettings(client, () => connection.workspace.getConfiguration(section));
  const surroundings = new SurroundingsReader(fileSystem);
  const configurationProblems = new ConfigurationProblems((publication) => connection.sendDiagnostics(publication));
  const documents = new DocumentStore(async (uri) => {
    try {
      const read = await surroundings.of(uri, await settings.language());
      configurationProblems.show(read.faults, read.surroundings.language);
      return read.surroundings;
    } catch (error) {
      failures.report('configuration', error);
      return plainSurroundings(client.language);
    }
  });
  const announcer = client.followsStatus
    ? new StatusAnnouncer(documents, (status) => connection.sendNotification(statusChangedNotification, status))
    : undefined;
  const publisher = client.pulls
    ? undefined
    : new Publisher(
        documents,
        (open) => {
          announcer?.checked(open);
          return diagnosticsOf(open, client);
        },
        (publication) => connection.sendDiagnostics(publication),
        (error) => failures.report('textDocument/publishDiagnostics', error),
      );
  return {
    connection,
    client,
    documents,
    settings,
    surroundings,
    configurationProblems,
    failures,
    publisher,
    announcer,
  };
}

function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pulls
      ? { diagnosticProvider: { identifier: 'fangan', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    hoverProvider: true,
    documentSymbolProvider: client.outline,
    executeCommandProvider: { commands: [...commands] },
  };
}

function followDocuments({ connection, documents, publisher, announcer }: Session): void {
  const texts = new TextDocuments(TextDocument);
  texts.onDidChangeContent(({ document }) => {
    if (!languages.has(document.languageId)) return;
    documents.update(document);
    publisher?.changed(document.uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    if (!documents.has(uri)) return;
    documents.close(uri);
    publisher?.closed(uri);
    announcer?.closed(uri);
  });
  texts.listen(connection);
}

function followConfiguration(session: Session): void {
  const { connection, client, documents, settings, surroundings, publisher } = session;
  const recheck = () => {
    documents.reload();
    for (const uri of documents.uris()) publisher?.changed(uri);
    // A client that goes away meanwhile needs no refresh any more.
    if (client.pulls && client.refreshes) connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  connection.onInitialized(() => {
    settings.changed();
    // Profiles may have any name; which files matter is decided when one of them changes.
    const watchers = [{ globPattern: '**/*.{yaml,yml}' }];
    if (client.registersWatchers) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    if (client.registersSettings) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
  });
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings);
    recheck();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!changes.some(({ uri }) => surroundings.concerns(uri))) return;
    surroundings.forget();
    session.configurationProblems.clear();
    recheck();
  });
}

function answerRequests({ connection, client, documents, surroundings, failures, announcer }: Session): void {
  /** A failure is written into the log once, and answered with an error each time. */
  const guarded =
    <P, R>(name: string, answer: (params: P, token: CancellationToken) => Promise<R>) =>
    async (params: P, token: CancellationToken): Promise<R> => {
      try {
        return await answer(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        failures.report(name, error);
        throw new ResponseError(ErrorCodes.InternalError, `${name}: ${error instanceof Error ? error.message : error}`);
      }
    };

  connection.languages.diagnostics.on(
    guarded('textDocument/diagnostic', async ({ textDocument, previousResultId }, token) => {
      const open = await currentPlan(documents, textDocument.uri, token);
      if (!open) return { kind: 'full', items: [] };
      const report = diagnosticReport(open, previousResultId, client);
      announcer?.checked(open);
      return report;
    }),
  );
  connection.onCodeAction(
    guarded('textDocument/codeAction', async (params, token) => {
      const open = await currentPlan(documents, params.textDocument.uri, token);
      return open ? codeActions(open, params, client) : null;
    }),
  );
  connection.onHover(
    guarded('textDocument/hover', async ({ textDocument, position }, token) => {
      const open = await currentPlan(documents, textDocument.uri, token);
      return open ? hover(open, position, client) : null;
    }),
  );
  connection.onDocumentSymbol(
    guarded('textDocument/documentSymbol', async ({ textDocument: { uri } }, token) => {
      const open = await currentPlan(documents, uri, token);
      const symbols = open ? documentSymbols(open) : [];
      return client.nestedSymbols ? symbols : flatSymbols(uri, symbols);
    }),
  );
  connection.onExecuteCommand(
    guarded('workspace/executeCommand', async (params) => {
      const uri = pageToOpen(params);
      if (uri) await connection.window.showDocument({ uri, external: true });
      return null;
    }),
  );
  connection.onRequest(
    statusRequest,
    guarded('fangan/status', async ({ uri }: StatusParams, token) => {
      const open = await currentPlan(documents, uri, token);
      return open ? statusOf(open) : null;
    }),
  );
  connection.onRequest(
    profilesRequest,
    guarded('fangan/profiles', async () => profileChoices(surroundings.profiles())),
  );
}
