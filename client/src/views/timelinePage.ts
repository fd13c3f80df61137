import * as vscode from 'vscode';

/** A word that nobody can guess: only what carries it is run or applied. */
function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The folder from which the page takes its script and style sheet. */
export function timelineResources(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/** The page of the timeline: empty until its script is told what to draw. Nothing but its own files is loaded. */
export function timelinePage(webview: vscode.Webview, extension: vscode.Uri, title: string): string {
  const word = nonce();
  const file = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(timelineResources(extension), name)).toString();
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${word}'; style-src 'nonce-${word}';">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" nonce="${word}" href="${file('timeline.css')}">
</head>
<body>
<main>
<div id="head"></div>
<div id="picture"></div>
<p id="status" role="status" aria-live="polite"></p>
<p id="legend"></p>
<p id="keys"></p>
<details id="table"><summary id="summary">${vscode.l10n.t('As a table')}</summary><div id="tables"></div></details>
</main>
<script nonce="${word}" src="${file('timeline.js')}"></script>
</body>
</html>
`;
}
