import * as vscode from 'vscode';

/** Plans are written in Markdown; those pasted from a word processor often stand in plain text files. */
const languages = ['markdown', 'plaintext'];

/** Where authors write. Left out on purpose: the old side of a diff, output and chat panes and the like. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/**
 * The documents that the server is told about: both languages, in every scheme that authors write
 * in, those of the virtual file systems of this workspace included.
 */
export function documentSelector(): { language: string; scheme: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const all = new Set([...schemes, ...folders.map((folder) => folder.uri.scheme)]);
  return languages.flatMap((language) => [...all].map((scheme) => ({ language, scheme })));
}

/** True for a document that the server is told about. */
export function mayHoldPlan(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0;
}

/** True for the documents that wake the server; a plain text file alone does not. */
export function isMarkdown(document: vscode.TextDocument): boolean {
  return document.languageId === 'markdown' && mayHoldPlan(document);
}
