import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DirectoryEntry,
  type FileParams,
  fileKindRequest,
  listFilesRequest,
  readDirectoryRequest,
  readFileRequest,
} from '../../server/src/protocol.ts';

/** Far beyond any folder of an office. */
const mostFiles = 100_000;

/** Answers the server's requests for files: it sees what the editor sees, in virtual workspaces too. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  const uriOf = ({ uri }: FileParams) => client.protocol2CodeConverter.asUri(uri);
  return vscode.Disposable.from(
    client.onRequest(readFileRequest, (params: FileParams) => readText(uriOf(params))),
    client.onRequest(fileKindRequest, (params: FileParams) => kindAt(uriOf(params))),
    client.onRequest(readDirectoryRequest, (params: FileParams) => entriesOf(uriOf(params))),
    client.onRequest(listFilesRequest, async (params: FileParams) => {
      const folder = uriOf(params);
      const pattern = new vscode.RelativePattern(folder, '**/*.{md,markdown,txt,MD,TXT}');
      // Without a pattern of its own what the user hides is left out, as it is in the explorer.
      const files = await vscode.workspace.findFiles(pattern, undefined, mostFiles);
      const plans = files.filter(({ path }) => !/\/(?:node_modules|\.[^/]+)\//.test(path.slice(folder.path.length)));
      return plans.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
  );
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Missing, forbidden, or no UTF-8: to the server it is all the same.
    return null;
  }
}

async function kindAt(uri: vscode.Uri): Promise<string | null> {
  try {
    return kindOf((await vscode.workspace.fs.stat(uri)).type);
  } catch {
    return null;
  }
}

async function entriesOf(uri: vscode.Uri): Promise<readonly DirectoryEntry[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    // Links to directories are not entered, they may lead in a circle.
    return entries.map(([name, type]) => ({
      name,
      kind: type === (vscode.FileType.SymbolicLink | vscode.FileType.Directory) ? 'other' : kindOf(type),
    }));
  } catch {
    return [];
  }
}

function kindOf(type: vscode.FileType): DirectoryEntry['kind'] {
  if (type & vscode.FileType.Directory) return 'directory';
  return type & vscode.FileType.File ? 'file' : 'other';
}
