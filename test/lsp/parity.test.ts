import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { fangan } from '../cli/fangan.ts';
import { ServerProcess } from './server-process.ts';

const files: Readonly<Record<string, string>> = {
  'base.yaml': `language: zh
organisations: [青禾县教育局]
rules: { numbering: off, placeholder: hint }
plans: [{ files: '小结/*.md', profile: summary }]
`,
  'fangan.yaml': `extends: base.yaml
terms: [河长制]
rules: { placeholder: error }
overrides:
  - { files: '归档/**', rules: { invalid-date: off } }
  - { files: '*.draft.md', profile: edu-campaign, terms: [田长制] }
`,
  '内层/fangan.yaml': 'language: en\nprofile: rectification-plan\n',
};

test('editor and command line go by the same configuration', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), '方案 fangan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const server = await ServerProcess.start();
  const inOwnWords = (text: string) =>
    JSON.parse(text.replaceAll(pathToFileURL(folder).href, '.').replaceAll(folder, '.')) as Record<string, unknown>;
  for (const name of ['a.md', '小结/a.md', '归档/2020/b.draft.md', '内层/c.md']) {
    const printed = await fangan(['check', name, '--print-config'], { cwd: folder });
    const shown = await server.connection.sendRequest<string>('fangan/effectiveConfiguration', {
      uri: pathToFileURL(path.join(folder, name)).href,
    });
    const [ofCli, ofEditor] = [printed.output, shown].map(inOwnWords);
    for (const settings of [ofCli, ofEditor]) {
      if (settings) settings.configuration = decodeURIComponent(String(settings.configuration));
    }
    expect(ofEditor, name).toEqual(ofCli);
    expect(ofCli?.language, name).toBe(name.startsWith('内层') ? 'en' : 'zh');
  }
});
