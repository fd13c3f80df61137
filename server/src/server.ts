import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answerBundle } from './answers/bundle.ts';
import { answerChanging, changingCapabilities } from './answers/changing.ts';
import { YamlFollower } from './answers/configuring.ts';
import { answerDrafting, draftingCapabilities } from './answers/drafting.ts';
import { answerExchanging } from './answers/exchanging.ts';
import { answerImporting } from './answers/importing.ts';
import { answerLedgers } from './answers/ledgers.ts';
import { answerReview, reviewCapabilities } from './answers/review.ts';
import { answerSeeing, seeingCapabilities } from './answers/seeing.ts';
import type { Session } from './answers/session.ts';
import { SuperiorFollower } from './answers/superior-follower.ts';
import { answerTimelines } from './answers/timelines.ts';
import { answerWorkspace, workspaceCapabilities } from './answers/workspace.ts';
import { WorkspacePlans } from './answers/workspace-plans.ts';
import type { OfficeLoader } from './exchange/office-loader.ts';
import { type Client, readClient } from './features/client.ts';
import { ClientFiles } from './features/client-files.ts';
import { ConfigurationProblems } from './features/configuration-problems.ts';
import { diagnosticsOf } from './features/diagnostics.ts';
import { Failures } from './features/failures.ts';
import { beginProgress } from './features/progress.ts';
import { Publisher } from './features/publisher.ts';
import { ClientSettings, section } from './features/settings.ts';
import { StatusAnnouncer } from './features/status.ts';
import { WorkspaceCheck } from './features/workspace-check.ts';
import { plansChangedNotification, statusChangedNotification } from './protocol.ts';
import { ClosedPlans } from './workspace/closed-plans.ts';
import { DocumentStore } from './workspace/documents.ts';
import type { FileSystem } from './workspace/file-system.ts';
import { type FactStore, MemoryFactStore } from './workspace/index/fact-store.ts';
import { PlanIndex } from './workspace/index/plan-index.ts';
import { listPlanFiles } from './workspace/listing.ts';
import { OpenYamlFiles } from './workspace/open-yaml.ts';
import { unfinishedSearch } from './workspace/superior-plans.ts';
import { plainSurroundings, SurroundingsReader } from './workspace/surroundings.ts';
import { placeOf } from './workspace/untitled.ts';

/** Languages of documents that may hold plans, by the names that editors give them. */
const languages = new Set(['markdown', 'plaintext', 'text']);

/** What the server runs on. */
export interface Host {
  /** Files that the server reads without its client. */
  readonly files: FileSystem;
  /** Whether `files` has what stands at a path or URI. */
  reaches(path: string): boolean;
  /** Keeps what was read of plans in a folder that the client names; absent where nothing can be written. */
  factStore?(folder: string, failed: (error: unknown) => void): FactStore | undefined;
  /** Loads what reads and writes Word and Excel files; a browser has none. */
  readonly office?: OfficeLoader;
}

/** Serves one client until the connection ends. */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params): InitializeResult => {
    const session = createSession(connection, host, readClient(params));
    const yaml = followConfiguration(session);
    followDocuments(session, yaml);
    session.workspace.index.setFolders(session.client.folders);
    const answers = [
      answerReview,
      answerSeeing,
      answerChanging,
      answerDrafting,
      answerExchanging,
      answerImporting,
      answerLedgers,
      answerTimelines,
      answerWorkspace,
      answerBundle,
    ];
    for (const answer of answers) answer(session);
    return { capabilities: capabilitiesFor(session.client), serverInfo: { name: 'fangan' } };
  });
  connection.listen();
}

function createSession(connection: Connection, host: Host, client: Client): Session {
  const fileSystem = client.servesFiles
    ? new ClientFiles(host.files, host.reaches, (method, file) => connection.sendRequest(method, file))
    : host.files;
  const failures = new Failures((text) => connection.console.error(text));
  const settings = new ClientSettings(client, () => connection.workspace.getConfiguration(section));
  const yaml = new OpenYamlFiles();
  const surroundings = new SurroundingsReader(yaml.over(fileSystem), (uri) => placeOf(uri, index.folders));
  const configurationProblems = new ConfigurationProblems((publication) => connection.sendDiagnostics(publication));
  const superiors = new SuperiorFollower(fileSystem, () => index.folders);
  const surroundingsOf = async (uri: string) => {
    try {
      const read = await surroundings.of(uri, await settings.language());
      configurationProblems.show(read.faults, read.surroundings.language);
      return read.surroundings;
    } catch (error) {
      failures.report('configuration', error);
      return plainSurroundings(client.language);
    }
  };
  const documents = new DocumentStore(surroundingsOf, async (open) => {
    try {
      return await superiors.find(open);
    } catch (error) {
      failures.report('superior plans', error);
      return undefined;
    }
  });
  const zh = client.language === 'zh';
  const closed = new ClosedPlans(fileSystem, surroundingsOf);
  const store =
    client.storage === undefined
      ? undefined
      : host.factStore?.(client.storage, (error) => failures.report('index', error));
  const index = new PlanIndex(
    {
      list: (folder) =>
        fileSystem instanceof ClientFiles ? fileSystem.listPlanFiles(folder) : listPlanFiles(fileSystem, folder),
      readText: (uri) => closed.readText(uri),
      signature: async (uri) => surroundings.signature(uri, await settings.language()),
      plan: (uri, text) => closed.of(uri, text),
      open: () => documents.plans(),
    },
    store ?? new MemoryFactStore(),
    (total) => beginProgress(connection, client, zh ? '读取工作区方案' : 'Reading plans', total),
    client.registersWatchers,
  );
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
    yaml,
    failures,
    superiors,
    workspace: new WorkspacePlans(index, closed, documents, () => {
      if (client.ownCommands) void connection.sendNotification(plansChangedNotification);
    }),
    check: new WorkspaceCheck({
      closed,
      open: (uri) => documents.get(uri),
      superiors: (open) => superiors.once(open),
      diagnosticsOf: (open) => diagnosticsOf(open, client),
      publish: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
      begin: (total) => beginProgress(connection, client, zh ? '检查工作区方案' : 'Checking plans', total),
      failed: (error) => failures.report('workspace check', error),
    }),
    publisher,
    announcer,
    ...(host.office ? { office: host.office } : {}),
  };
}

function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pulls
      ? { diagnosticProvider: { identifier: 'fangan', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    ...reviewCapabilities(client),
    ...seeingCapabilities(),
    ...changingCapabilities(),
    ...draftingCapabilities(),
    ...workspaceCapabilities(client),
  };
}

function followDocuments(session: Session, yaml: YamlFollower): void {
  const { connection, client, documents, superiors, publisher, announcer, failures } = session;
  superiors.start(
    documents,
    (uris) => {
      for (const uri of uris) publisher?.changed(uri);
      if (client.pulls && client.refreshes) connection.languages.diagnostics.refresh().catch(() => undefined);
    },
    (error) => failures.report('superior plans', error),
    (search) => connection.window.showWarningMessage(unfinishedSearch(search, client.language)),
  );
  const texts = new TextDocuments(TextDocument);
  texts.onDidChangeContent(({ document }) => {
    if (document.languageId === 'yaml') yaml.changed(document);
    if (!languages.has(document.languageId)) return;
    documents.update(document);
    session.workspace.touched();
    session.check.changed(document.uri);
    superiors.changed(document);
    publisher?.changed(document.uri);
  });
  texts.onDidOpen(({ document: { uri } }) => session.check.opened(uri));
  texts.onDidClose(({ document: { uri } }) => {
    yaml.closed(uri);
    if (!documents.has(uri)) return;
    documents.close(uri);
    session.workspace.index.changed(uri);
    session.workspace.touched();
    session.check.changed(uri);
    superiors.closed(uri);
    publisher?.closed(uri);
    announcer?.closed(uri);
  });
  texts.listen(connection);
}

function followConfiguration(session: Session): YamlFollower {
  const { connection, client, documents, settings, surroundings, publisher } = session;
  const recheck = () => {
    documents.reload();
    for (const uri of documents.uris()) publisher?.changed(uri);
    // A client that goes away meanwhile needs no refresh any more.
    if (client.pulls && client.refreshes) connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  const yaml = new YamlFollower(session, recheck);
  connection.onInitialized(() => {
    settings.changed();
    followFolders(session);
    // Profiles may have any name; which files matter is decided when one of them changes.
    const watchers = [{ globPattern: '**/*.{yaml,yml,md,markdown,txt}' }];
    if (client.registersWatchers) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    if (client.registersSettings) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
  });
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings);
    session.check.settingsChanged();
    recheck();
  });
  const follow = (changes: readonly FileEvent[]) => {
    const texts = changes.filter(({ uri }) => !/\.ya?ml$/i.test(uri));
    const { index } = session.workspace;
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) {
        index.deleted(uri);
        session.check.deleted(uri);
      } else {
        index.changed(uri);
        session.check.changed(uri);
      }
    }
    session.workspace.touched();
    if (texts.length > 0) {
      const listed = texts.some(({ type }) => type !== FileChangeType.Changed);
      session.superiors.changedOnDisk(
        texts.map(({ uri }) => uri),
        listed,
      );
    }
    if (!changes.some(({ uri }) => surroundings.concerns(uri))) return;
    surroundings.forget();
    index.settingsChanged();
    session.check.settingsChanged();
    session.configurationProblems.clear();
    recheck();
    yaml.tell().catch((error) => session.failures.report('configuration', error));
  };
  connection.onDidChangeWatchedFiles(({ changes }) => follow(changes));
  // Of a folder that goes, watchers of files say nothing.
  const gone = (uris: readonly string[]) => follow(uris.map((uri) => ({ uri, type: FileChangeType.Deleted })));
  connection.workspace.onDidDeleteFiles(({ files }) => gone(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) => gone(files.map(({ oldUri }) => oldUri)));
  return yaml;
}

/** Keeps the index to the folders of the workspace as they come and go. */
function followFolders({ connection, client, workspace: { index } }: Session): void {
  if (!client.changesFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    index.setFolders([...index.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
  });
}
