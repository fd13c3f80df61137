import * as vscode from 'vscode';
import {
  type ImportNoticeText,
  type ImportParams,
  type ImportResult,
  largestSentFile,
} from '../../server/src/protocol.ts';
import type { Session } from './session.ts';

/** The last part of an address. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/**
 * Has a file made into plans. What keeps it from being read is told to the author here.
 * @returns undefined when nothing came of it
 */
export async function importUri(session: Session, uri: vscode.Uri): Promise<ImportResult | undefined> {
  const name = nameOf(uri);
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestSentFile) {
      tellTooLarge(name, size);
      return undefined;
    }
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be read: {1}', name, reason));
    return undefined;
  }
  return importBytes(session, name, bytes);
}

/** The same for bytes at hand, as of a file that is dropped from outside. */
export async function importBytes(
  session: Session,
  name: string,
  bytes: Uint8Array,
): Promise<ImportResult | undefined> {
  if (bytes.length > largestSentFile) {
    tellTooLarge(name, bytes.length);
    return undefined;
  }
  await session.start();
  const result = await imported(session, name, { name, base64: toBase64(bytes) });
  if (result?.fault === undefined) return result;
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not imported: it {1}', name, result.fault));
  return undefined;
}

/** An import that takes longer (milliseconds) shows that it goes on. */
const patience = 500;

/**
 * What the server makes of a file or text. A long import says that it is under way and can be given up.
 * @param title what is imported
 * @returns undefined when it was given up
 */
export async function imported(
  session: Session,
  title: string,
  params: ImportParams,
): Promise<ImportResult | undefined> {
  const given = new vscode.CancellationTokenSource();
  const answer = session.import(params, given.token);
  try {
    const isQuick = await Promise.race([answer.then(() => true), later(patience).then(() => false)]);
    if (isQuick) return await answer;
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Importing {0}', title),
      cancellable: true,
    };
    return await vscode.window.withProgress(options, (_, token) => {
      const givenUp = new Promise<undefined>((resolve) => token.onCancellationRequested(() => resolve(undefined)));
      token.onCancellationRequested(() => given.cancel());
      return Promise.race([answer, givenUp]);
    });
  } finally {
    // What comes of it now is for nobody.
    answer.catch(() => undefined);
    given.dispose();
  }
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function tellTooLarge(name: string, size: number): void {
  const [megabytes, limit] = [Math.round(size / 1_000_000), largestSentFile / 1_000_000];
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      '{0} is too large ({1} MB, the limit is {2} MB). The command line takes larger files.',
      name,
      megabytes,
      limit,
    ),
  );
}

/** So many bytes at once become letters: a call takes so many arguments and not many more. */
const pieceLength = 0x6000;

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // Pieces of a length that three divides join without padding between them.
  for (let at = 0; at < bytes.length; at += pieceLength) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + pieceLength))));
  }
  return pieces.join('');
}

/** Says what came of an import, and on request what was left out, word by word. */
export function tellImport(session: Session, done: string, notices: readonly ImportNoticeText[]): void {
  if (notices.length === 0) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const show = vscode.l10n.t('Show What Was Left Out');
  const lines = notices.map(({ message }) => message);
  void vscode.window.showInformationMessage([done, ...lines].join('\n'), show).then((choice) => {
    if (choice !== show) return;
    session.log.info(done);
    for (const { message, removed } of notices) session.log.info([message, ...removed.map(quoted)].join('\n'));
    session.log.show();
  });
}

const quoted = (text: string) => `  “${text}”`;
