import type { DocumentTimeline, TimelineEnd } from '../../server/src/protocol.ts';

/** What the extension tells the page of the timeline. */
export type ToPage =
  | { readonly type: 'draw'; readonly uri: string; readonly timeline: DocumentTimeline }
  /** The cursor stands in the text of an item. */
  | { readonly type: 'mark'; readonly item: string | undefined }
  /** Something to be said: why an edit was refused, that there is no plan. */
  | { readonly type: 'tell'; readonly text: string };

/** What the page of the timeline tells the extension. */
export type FromPage =
  /** It has been loaded, or its width has changed. */
  | { readonly type: 'ready'; readonly width: number }
  /** An item has been reached; `focus` when the author wants to go to its text. */
  | { readonly type: 'show'; readonly item: string; readonly focus: boolean }
  | {
      readonly type: 'move';
      readonly version: number;
      readonly item: string;
      readonly end: TimelineEnd;
      readonly day: number;
    }
  | { readonly type: 'history'; readonly command: 'undo' | 'redo' };

/** What VS Code keeps of the page while it is hidden, and across a restart. */
export interface PageState {
  readonly uri?: string;
  readonly item?: string;
  readonly tableOpen?: boolean;
}
