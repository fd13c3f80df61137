import * as vscode from 'vscode';
import { mayBePlan, planHead } from './planLike.ts';

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

/** Configurations and profiles by their names; a profile of another name is ours when it says what it extends. */
const yamlFiles = ['**/fangan.{yaml,yml}', '**/*.profile.{yaml,yml}'];

/** The YAML files that the server is told about beside the plans. */
export function yamlSelector(): { language: string; pattern: string }[] {
  return yamlFiles.map((pattern) => ({ language: 'yaml', pattern }));
}

/** True for a configuration or profile. */
export function isOurYaml(document: vscode.TextDocument): boolean {
  return vscode.languages.match(yamlSelector(), document) > 0;
}

/** True for a document that the server is told about. */
export function mayHoldPlan(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0;
}

/** True for the documents that wake the server: Markdown, and plain text that looks like a plan. */
export function wakesServer(document: vscode.TextDocument): boolean {
  if (!mayHoldPlan(document)) return isOurYaml(document);
  if (document.languageId === 'markdown') return true;
  const end = document.positionAt(planHead);
  return mayBePlan(document.getText(new vscode.Range(0, 0, end.line, end.character)));
}

/** The documents that have a tab: an editor keeps others open for a while after their tabs were closed. */
export function shownDocuments(): vscode.Uri[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) => {
      if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return [input.uri];
      return input instanceof vscode.TabInputTextDiff ? [input.modified] : [];
    }),
  );
}
