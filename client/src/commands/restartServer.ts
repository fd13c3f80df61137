import type { Session } from '../session.ts';

/** `fangan.restartServer`: stops the language server and starts it again. */
export async function restartServer(session: Session): Promise<void> {
  await session.restart();
}
