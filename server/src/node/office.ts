import type { Office } from '../exchange/office-loader.ts';

let loading: Promise<Office> | undefined;

/**
 * Loads what reads and writes Word and Excel files, once. In what is built the import leads to dist/office.js, an entry
 * point of its own, so that neither the server nor a check in the terminal loads those libraries in vain.
 */
export function loadOffice(): Promise<Office> {
  loading ??= import('../exchange/office/main.ts');
  return loading;
}
