import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from '../server.ts';
import { NoFiles } from './file-system.ts';

/** The part of a worker's global scope that is used; its library of types contradicts Node's. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

startServer(connection, { files: new NoFiles(), reaches: () => false });
