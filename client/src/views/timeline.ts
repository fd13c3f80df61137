import * as vscode from 'vscode';
import {
  type DocumentTimeline,
  type MoveDateParams,
  type MovedDate,
  moveDateRequest,
  type PlaceRange,
  type TimelineItem,
  type TimelineParams,
  timelineRequest,
} from '../../../server/src/protocol.ts';
import type { FromPage, PageState, ToPage } from '../../webview/messages.ts';
import { mayHoldPlan } from '../documents.ts';
import type { Session } from '../session.ts';
import { timelinePage, timelineResources } from './timelinePage.ts';

const viewType = 'fangan.timeline';
/** Set while the active editor shows a plan: the button in its title depends on it. */
const planContext = 'fangan.plan';
/** Typing goes on for so long (milliseconds) before the timeline is asked for again. */
const pause = 250;

/** Registers the timeline: the command that opens it beside the editor, and what brings it back after a restart. */
export function showTimelines(session: Session, extension: vscode.Uri): vscode.Disposable {
  let open: TimelineView | undefined;
  const create = (panel: vscode.WebviewPanel, document: vscode.TextDocument) => {
    open?.dispose();
    const view = new TimelineView(session, extension, panel, document);
    open = view;
    panel.onDidDispose(() => {
      view.dispose();
      if (open === view) open = undefined;
    });
  };
  const show = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !mayHoldPlan(document)) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown or plain text file first.'));
      return;
    }
    await session.start();
    // Asked for where it is already seen, the keyboard goes into it.
    if (open) open.reveal(document);
    else create(createPanel(extension), document);
  };
  const tellContext = () => {
    const document = vscode.window.activeTextEditor?.document;
    // In the view itself no editor is active; the button of the last one stays.
    if (!document) return;
    const isPlan = mayHoldPlan(document) && (session.lastStatus(document)?.plans.length ?? 0) > 0;
    void vscode.commands.executeCommand('setContext', planContext, isPlan);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fangan.showTimeline', show),
    session.onDidChange(tellContext),
    vscode.window.onDidChangeActiveTextEditor(tellContext),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined) {
        const document = await documentOf(state);
        if (!document) {
          panel.dispose();
          return;
        }
        panel.webview.options = optionsFor(extension);
        await session.start().catch(() => undefined); // the session has told it
        create(panel, document);
      },
    }),
    { dispose: () => open?.dispose() },
  );
}

async function documentOf(state: PageState | undefined): Promise<vscode.TextDocument | undefined> {
  if (typeof state?.uri !== 'string') return undefined;
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri, true));
  } catch {
    return undefined; // the file has gone
  }
}

const optionsFor = (extension: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [timelineResources(extension)],
});

function createPanel(extension: vscode.Uri): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  return vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Timeline'), place, optionsFor(extension));
}

/** The timeline of one document: drawn by the server, kept beside the text. */
class TimelineView implements vscode.Disposable {
  readonly #session: Session;
  readonly #panel: vscode.WebviewPanel;
  readonly #subscriptions: vscode.Disposable;
  #document: vscode.TextDocument;
  #timeline: DocumentTimeline | undefined;
  /** Of the page; undefined until it has been loaded. */
  #width: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #again = false;

  constructor(session: Session, extension: vscode.Uri, panel: vscode.WebviewPanel, document: vscode.TextDocument) {
    this.#session = session;
    this.#panel = panel;
    this.#document = document;
    this.#subscriptions = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        // Its page is thrown away while it is hidden, and says when it is there again.
        if (!panel.visible) this.#width = undefined;
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === this.#document && event.contentChanges.length > 0) this.#refresh(pause);
      }),
      // Superior plans, configuration and the state of the server.
      session.onDidChange(() => {
        this.#follow();
        this.#refresh(pause);
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.#document) this.#mark(textEditor);
      }),
    );
    panel.webview.html = timelinePage(panel.webview, extension, vscode.l10n.t('Timeline'));
    this.#name();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** Brings the view to the front, with that document. */
  reveal(document: vscode.TextDocument): void {
    this.#panel.reveal(undefined, !(this.#panel.visible && document === this.#document));
    this.#show(document);
  }

  /** The view goes with the author from plan to plan, and stays where it is beside other text. */
  #follow(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document && (this.#session.lastStatus(document)?.plans.length ?? 0) > 0) this.#show(document);
  }

  #show(document: vscode.TextDocument): void {
    if (document === this.#document) return;
    this.#document = document;
    this.#timeline = undefined;
    this.#name();
    this.#refresh(0);
  }

  #name(): void {
    const { path } = this.#document.uri;
    this.#panel.title = vscode.l10n.t('Timeline of {0}', path.slice(path.lastIndexOf('/') + 1));
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  /** @param delay milliseconds to wait for more changes */
  #refresh(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), delay);
  }

  async #ask(): Promise<void> {
    if (this.#width === undefined) return;
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    const document = this.#document;
    const { version } = document;
    const params: Omit<TimelineParams, 'uri'> = { width: this.#width };
    try {
      const timeline = await this.#session.ask<DocumentTimeline>(timelineRequest, document.uri, params);
      if (timeline && document === this.#document) this.#draw(timeline);
    } catch (error) {
      // The text has changed meanwhile, or the server is not there: the next change asks again.
      this.#session.log.debug(String(error));
      if (document.version !== version) this.#again = this.#session.isRunning;
    } finally {
      this.#asking = false;
      if (this.#again) this.#refresh(pause);
      this.#again = false;
    }
  }

  #draw(timeline: DocumentTimeline): void {
    this.#timeline = timeline;
    this.#post({ type: 'draw', uri: this.#document.uri.toString(), timeline });
    const editor = this.#editor;
    if (editor) this.#mark(editor);
  }

  get #editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.#document);
  }

  /** Marks the item whose date, or else whose text, is the smallest one around the cursor. */
  #mark({ selection: { active } }: vscode.TextEditor): void {
    const items = this.#timeline?.items ?? [];
    const found =
      smallest(
        items.filter(({ range }) => toRange(range).contains(active)),
        ({ range }) => range,
      ) ??
      smallest(
        items.filter(({ scope }) => wholeLines(scope).contains(active)),
        ({ scope }) => scope,
      );
    this.#post({ type: 'mark', item: found?.id });
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#width = message.width;
        await this.#ask();
        break;
      case 'show':
        await this.#reveal(message.item, message.focus);
        break;
      case 'move':
        await this.#move(message);
        break;
      case 'history':
        await this.#edit(message.command);
        break;
    }
  }

  /** Goes to the text of an item; without `focus` the keyboard stays in the view. */
  async #reveal(id: string, focus: boolean): Promise<void> {
    const item = this.#timeline?.items.find((one) => one.id === id);
    if (!item) return;
    const range = toRange(item.range);
    const editor = this.#editor;
    if (editor && !focus) {
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      return;
    }
    await vscode.window.showTextDocument(this.#document, {
      viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One,
      preserveFocus: !focus,
      selection: range,
    });
  }

  /** Writes a date anew, as one step that can be undone. */
  async #move({ version, item, end, day }: Extract<FromPage, { type: 'move' }>): Promise<void> {
    const params: Omit<MoveDateParams, 'uri'> = { version, item, end, day };
    const document = this.#document;
    const moved = await this.#session.ask<MovedDate>(moveDateRequest, document.uri, params).catch(() => null);
    if (moved?.fault !== undefined) {
      this.#post({ type: 'tell', text: moved.fault });
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.set(
      document.uri,
      (moved?.edits ?? []).map(({ range, text }) => new vscode.TextEdit(toRange(range), text)),
    );
    const isCurrent = moved !== null && document.version === version;
    const isDone = isCurrent && (await vscode.workspace.applyEdit(edit));
    if (!isDone) this.#post({ type: 'tell', text: vscode.l10n.t('The text has changed; try again.') });
    const [first] = moved?.edits ?? [];
    if (isDone && first) {
      this.#editor?.revealRange(toRange(first.range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    this.#refresh(0);
  }

  /** Undo and redo belong to the text, wherever the keyboard is. */
  async #edit(command: 'undo' | 'redo'): Promise<void> {
    await vscode.window.showTextDocument(this.#document, {
      viewColumn: this.#editor?.viewColumn ?? vscode.ViewColumn.One,
    });
    await vscode.commands.executeCommand(command);
    this.#panel.reveal();
  }
}

function smallest(
  items: readonly TimelineItem[],
  rangeOf: (item: TimelineItem) => PlaceRange,
): TimelineItem | undefined {
  const size = (item: TimelineItem) => {
    const { start, end } = rangeOf(item);
    return (end.line - start.line) * 100_000 + end.character - start.character;
  };
  return items.reduce<TimelineItem | undefined>(
    (best, item) => (best === undefined || size(item) < size(best) ? item : best),
    undefined,
  );
}

/** The range from the start of its first line: in front of a heading's text stand its marks, in front of an item's its number. */
function wholeLines({ start, end }: PlaceRange): vscode.Range {
  return new vscode.Range(start.line, 0, end.line, end.character);
}

function toRange({ start, end }: PlaceRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
