import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './activate.ts';

/** The part of the worker host's global scope that is used; its library of types contradicts Node's. */
declare const Worker: new (script: string, options: { readonly name: string }) => Worker;

/** Entry point in a browser without a machine behind it: the server is a worker. */
export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js').toString(true);
  const startWorker = async () => new Worker(script, { name: 'fangan' });
  return activateWith(context, (options) => new LanguageClient('fangan', 'Fangan', startWorker, options));
}
