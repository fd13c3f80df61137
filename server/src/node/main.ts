import './require.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server.ts';
import { NodeFactStore } from './fact-store.ts';
import { localPath, NodeFileSystem } from './file-system.ts';
import { loadOffice } from './office.ts';

/**
 * Entry point of the server as a process of its own. The channel is chosen by the arguments that
 * language clients pass: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
 */
const connection = createConnection(ProposedFeatures.all);

// One bad document must not take the other documents' problems with it: the failure is told and the server goes on.
process.on('uncaughtException', (error) => connection.console.error(`uncaught: ${error.stack ?? error.message}`));
process.on('unhandledRejection', (reason) =>
  connection.console.error(`unhandled: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`),
);

/**
 * Another build may read plans otherwise: what an earlier one has kept does not count. The bundle names the chunks that
 * it imports, and these are named by their content, so that it stands for all of them.
 */
function stamp(): string {
  try {
    return createHash('sha256')
      .update(readFileSync(fileURLToPath(import.meta.url)))
      .digest('hex')
      .slice(0, 16);
  } catch {
    return 'unknown';
  }
}

startServer(connection, {
  files: new NodeFileSystem(),
  reaches: (path) => localPath(path) !== undefined,
  factStore: (folder, failed) => {
    const place = localPath(folder);
    return place === undefined ? undefined : new NodeFactStore(place, stamp(), failed);
  },
  office: loadOffice,
});
