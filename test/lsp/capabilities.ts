import type { InitializeParams } from 'vscode-languageserver-protocol/node';

/** What a capable client says of itself. */
export const fullCapabilities: InitializeParams['capabilities'] = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    workspaceFolders: true,
    symbol: {},
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: {},
    },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
  },
  window: { showDocument: { support: true }, workDoneProgress: true },
};

const { diagnostic: _, ...withoutPull } = fullCapabilities.textDocument ?? {};

/** The same client before it learned to ask for problems. */
export const pushOnly: InitializeParams['capabilities'] = { ...fullCapabilities, textDocument: withoutPull };
