import type { InitializeParams } from 'vscode-languageserver';
import type { Language } from '../rules/messages.ts';

/** What the other side can do and wants, read once from `initialize`. */
export interface Client {
  /** From the client's locale: `en…` is English, everything else Chinese. */
  readonly language: Language;
  /** Asks for diagnostics itself; where not, they are published. */
  readonly pulls: boolean;
  /** Can be asked to pull again. */
  readonly refreshes: boolean;
  readonly readsSettings: boolean;
  readonly registersSettings: boolean;
  readonly registersWatchers: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  /** Folders of the workspace. */
  readonly folders: readonly string[];
  readonly snippetEdits: boolean;
  /** Asks for the edits of a code action when it is chosen. */
  readonly resolvesEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly relatedInformation: boolean;
  /** Opens an address when asked to. */
  readonly showsDocuments: boolean;
  readonly markdown: boolean;
  /** Takes completions with tab stops. */
  readonly snippets: boolean;
  /** Wants `fangan/statusChanged` after every check. */
  readonly followsStatus: boolean;
  /**
   * Which documents it shows an outline of ours for, and folds by it: `plain` leaves out those with
   * headings of Markdown, which the editor reads by itself and would show twice.
   */
  readonly outline: 'all' | 'plain' | 'none';
  /** Our own client half runs in it, with the commands that it registers. */
  readonly ownCommands: boolean;
  /** Answers requests for files, see `fangan/readFile`. */
  readonly servesFiles: boolean;
  /** A folder in which something may be kept for this workspace. */
  readonly storage: string | undefined;
  readonly showsProgress: boolean;
  /** Tells when folders of the workspace come and go. */
  readonly changesFolders: boolean;
  /** Shows edits to its user where they say that they want to be looked at. */
  readonly confirmsEdits: boolean;
}

/** Editors built on VS Code: they have an outline of Markdown, and our own client half runs in them. */
const builtOnVsCode = /^(?:Visual Studio Code|Code - OSS|VSCodium|code-server)/;

/** Options that a client may pass with `initialize`; each overrides what the client's name suggests. */
interface Wishes {
  readonly status?: unknown;
  readonly documentSymbols?: unknown;
  readonly commands?: unknown;
  readonly files?: unknown;
  readonly storage?: unknown;
}

/** Reads what the client can do. Anything that is missing or of the wrong type counts as "cannot". */
export function readClient(params: InitializeParams): Client {
  const { textDocument, workspace, window } = params.capabilities ?? {};
  const wishes: Wishes = params.initializationOptions ?? {};
  const isVsCode = builtOnVsCode.test(params.clientInfo?.name ?? '');
  return {
    language: languageOf(params.locale),
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    readsSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    folders: foldersOf(params),
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties?.includes('edit') === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    showsDocuments: window?.showDocument?.support === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    followsStatus: typeof wishes.status === 'boolean' ? wishes.status : isVsCode,
    outline: outlineFor(wishes.documentSymbols, isVsCode),
    ownCommands: typeof wishes.commands === 'boolean' ? wishes.commands : isVsCode,
    servesFiles: wishes.files === true,
    storage: typeof wishes.storage === 'string' && wishes.storage !== '' ? wishes.storage : undefined,
    showsProgress: window?.workDoneProgress === true,
    changesFolders: workspace?.workspaceFolders === true,
    confirmsEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
  };
}

/** The folders of the workspace; older clients name one only. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (Array.isArray(workspaceFolders)) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

/** `documentSymbols` is true, false or `plain`; anything else is left to the kind of editor. */
function outlineFor(wish: unknown, isVsCode: boolean): Client['outline'] {
  if (typeof wish === 'boolean') return wish ? 'all' : 'none';
  return wish === 'plain' || isVsCode ? 'plain' : 'all';
}

/** The language of a locale such as `zh-cn` or `en_US.UTF-8`. */
export function languageOf(locale: string | undefined): Language {
  return /^en(?![a-z])/i.test(locale ?? '') ? 'en' : 'zh';
}
