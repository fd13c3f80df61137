import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './activate.ts';

/** The part of the worker host's global scope that is used; its library of types contradicts Node's. */
interface ServerWorker extends Worker {
  postMessage(message: string): void;
  terminate(): void;
}
declare const Worker: new (script: string, options: { readonly name: string }) => ServerWorker;

/** Entry point in a browser without a machine behind it: the server is a worker. */
export function activate(context: vscode.ExtensionContext): Api {
  const addressOf = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', name).toString(true);
  let worker: ServerWorker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  // The transports are made here: what VS Code gives for a worker within its own is no instance of Worker, and the
  // client would take it for a pair of transports.
  const startWorker = async () => {
    worker?.terminate();
    worker = new Worker(addressOf('server.worker.js'), { name: 'fangan' });
    worker.postMessage(addressOf('server.web.js'));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(context, (options) => new LanguageClient('fangan', 'Fangan', startWorker, options));
}
