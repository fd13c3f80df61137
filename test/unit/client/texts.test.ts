import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const keysOf = (name: string) => Object.keys(JSON.parse(read(name))).sort();

const blanks = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

describe('texts of the client', () => {
  const source = readdirSync(new URL('client/src', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`client/src/${name}`))
    .join('\n');
  const used = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.zh-cn.json'));

  it('are all there in Chinese, and none is left over', () => {
    expect(Object.keys(bundle).sort()).toEqual([...new Set(used)].sort());
  });

  it('have no blank in Chinese that the call does not fill', () => {
    // A translation may use one more value than the English text, when the call gives it.
    const spare = '{0} and {1} more';
    for (const [english, translated] of Object.entries(bundle))
      if (english !== spare) expect(blanks(translated)).toEqual(blanks(english));
    expect(blanks(bundle[spare] ?? '')).toEqual(['{0}', '{2}']);
  });
});

describe('texts of the manifest', () => {
  it('are all there in both languages, and none is left over', () => {
    const used = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]))].sort();
    expect(keysOf('package.nls.json')).toEqual(used);
    expect(keysOf('package.nls.zh-cn.json')).toEqual(used);
  });
});
