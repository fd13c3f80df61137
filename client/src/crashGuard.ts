import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

/** A server that stops this often within the window is not started again by itself. */
const tolerated = 4;
const windowMilliseconds = 3 * 60 * 1000;

/**
 * Restarts a server that stopped, silently, and gives up when it keeps stopping. Giving up is told
 * once, through `gaveUp`, in place of the language client's own messages.
 */
export class CrashGuard implements ErrorHandler {
  readonly #gaveUp: () => void;
  readonly #now: () => number;
  #stops: number[] = [];

  constructor(gaveUp: () => void, now: () => number = Date.now) {
    this.#gaveUp = gaveUp;
    this.#now = now;
  }

  /** A message that could not be read or written; the log has it, and a dead connection is closed soon anyway. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = this.#now();
    this.#stops = [...this.#stops.filter((time) => now - time <= windowMilliseconds), now];
    if (this.#stops.length <= tolerated) return { action: CloseAction.Restart, handled: true };
    this.#stops = [];
    this.#gaveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
