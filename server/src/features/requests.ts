import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { DocumentStore } from '../workspace/documents.ts';
import type { OpenPlan, Wanted } from '../workspace/open-plan.ts';

/** A text from which on other messages get a turn between the steps of a check (UTF-16 units). */
const longText = 100_000;

/**
 * The document that a request is about, worked out and as it is now. A request that was cancelled, or
 * whose document changed or was closed while it waited, ends with an error: an answer from an older
 * text, or an empty one, would wipe out what the client shows.
 * @param wanted how far it is worked out before the answer: an answer that needs the reading only does not wait for a check
 * @returns undefined when the document was not open when the request came
 * @throws ResponseError `RequestCancelled` or `ServerCancelled`
 */
export async function currentPlan(
  documents: DocumentStore,
  uri: string,
  token: CancellationToken,
  wanted: Wanted = 'problems',
): Promise<OpenPlan | undefined> {
  stopIfCancelled(token);
  if (!documents.has(uri)) return undefined;
  // Waits only while the configuration is being read: waiting costs a key stroke more than its check may.
  const open = documents.get(uri) ?? (await documents.settled(uri));
  stopIfCancelled(token);
  if (!open) throw replaced(false);
  if (open.text.length < longText) return open;
  for (const step of open.steps(wanted)) {
    await otherMessages();
    stopIfCancelled(token);
    if (documents.get(uri) !== open) throw replaced(documents.has(uri));
    step();
  }
  return open;
}

/** Lets other messages have their turn between two long steps; ends with an error when nobody waits for the answer. */
export async function stillWanted(token: CancellationToken): Promise<void> {
  await otherMessages();
  stopIfCancelled(token);
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** `again`: the client may ask once more, and will get an answer for the newer text. */
function replaced(again: boolean): ResponseError<{ retriggerRequest: boolean }> {
  const message = again ? 'the document has changed' : 'the document was closed';
  return new ResponseError(LSPErrorCodes.ServerCancelled, message, { retriggerRequest: again });
}

function otherMessages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
