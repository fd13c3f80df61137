import type { Session } from '../session.ts';

/** `fangan.showLog`: shows what client and server have written down. */
export function showLog(session: Session): void {
  session.log.show();
}
