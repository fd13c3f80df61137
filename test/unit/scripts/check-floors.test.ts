import { describe, expect, it } from 'vitest';
import { checkFloors, importsOf } from '../../../scripts/check-floors.mjs';

const check = (files: Record<string, string>) => checkFloors(new Map(Object.entries(files)));

describe('importsOf', () => {
  it('sees every form of import, over several lines too', () => {
    const text = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      'import {',
      '  c,',
      '  d,',
      "} from './c.ts';",
      "export { e } from './e.ts';",
      "export * from './f.ts';",
      "import './g.ts';",
      "const h = await import('./h.ts');",
    ].join('\n');
    expect(importsOf(text).sort()).toEqual(['a', 'b', 'c', 'e', 'f', 'g', 'h'].map((name) => `./${name}.ts`));
  });

  it('takes no prose for an import', () => {
    expect(importsOf("const message = 'import x from elsewhere';\nexport const from = 'words';")).toEqual([]);
  });
});

describe('checkFloors', () => {
  it('is content with imports that point down or stay in the folder', () => {
    expect(
      check({
        'server/src/text/range.ts': '',
        'server/src/plan/model.ts': "import type { Range } from '../text/range.ts';",
        'server/src/plan/reader.ts': "import type { Plan } from './model.ts';",
        'server/src/node/main.ts': "import { serve } from '../server.ts';\nimport fs from 'node:fs';",
        'server/src/server.ts': "import type { Plan } from './plan/model.ts';",
        'client/src/extension.ts': "import * as vscode from 'vscode';\nimport '../../server/src/protocol.ts';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['server/src/text/range.ts', '../plan/model.ts', 'higher floor'],
    ['server/src/rules/rule.ts', '../features/hover.ts', 'higher floor'],
    ['server/src/dates/reader.ts', '../numbering/token.ts', 'side by side'],
    ['server/src/server.ts', './node/main.ts', 'side by side'],
    ['server/src/plan/model.ts', '../misc/words.ts', 'no floor'],
    ['server/src/plan/model.ts', '../../../test/unit/words.ts', 'outside server/src'],
    ['client/src/extension.ts', '../../server/src/plan/model.ts', 'client knows nothing'],
    ['server/src/plan/model.ts', 'node:fs', 'Node is not available'],
    ['server/src/plan/model.ts', 'path', 'Node is not available'],
    ['client/src/extension.web.ts', 'fs', 'Node is not available'],
    ['server/src/features/hover.ts', 'vscode', 'only the client'],
    ['server/src/server.ts', 'vscode-languageserver/node', 'Node is not available'],
    ['server/src/rules/rule.ts', 'vscode-languageserver', 'Language Server Protocol'],
  ])('%s must not import %s', (file, imported, reason) => {
    const wrong = check({ [file]: `import { x } from '${imported}';` });
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(reason);
  });

  it('reports a type-only import that points up as well', () => {
    expect(check({ 'server/src/text/range.ts': "import type { Plan } from '../plan/model.ts';" })).toHaveLength(1);
  });

  it('finds a circle of three files within one folder and names its way', () => {
    const wrong = check({
      'server/src/plan/a.ts': "import { b } from './b.ts';",
      'server/src/plan/b.ts': "import type { C } from './c.ts';",
      'server/src/plan/c.ts': "export { a } from './a.ts';",
    });
    expect(wrong).toEqual([
      'imports run in a circle: server/src/plan/a.ts → server/src/plan/b.ts → server/src/plan/c.ts → server/src/plan/a.ts',
    ]);
  });
});
