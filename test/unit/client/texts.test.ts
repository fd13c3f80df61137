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

  it('are everything that a reader sees of commands, settings, views, menus and the walkthrough', () => {
    const shown = /^(?:title|description|markdownDescription|name|category|contents|altText|accessibilityHelpContent)$/;
    const untranslated: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        const texts = shown.test(key) ? [inner] : /[eE]numDescriptions$/.test(key) ? inner : [];
        for (const text of texts) if (!/^%[^%]+%$/.test(String(text))) untranslated.push(`${path}.${key}`);
        look(inner, `${path}.${key}`);
      }
    };
    const { contributes } = JSON.parse(read('package.json'));
    look(contributes, 'contributes');
    expect(untranslated).toEqual([]);
    for (const [name, setting] of Object.entries<{ enum?: unknown[]; enumDescriptions?: unknown[] }>(
      contributes.configuration.properties,
    ))
      expect(setting.enumDescriptions?.length, name).toBe(setting.enum?.length);
  });

  it('are in their own language, and lead to the same commands', () => {
    const [english, translated] = ['package.nls.json', 'package.nls.zh-cn.json'].map(
      (name): Record<string, string> => JSON.parse(read(name)),
    );
    for (const [key, text] of Object.entries(english ?? {})) {
      const other = translated?.[key] ?? '';
      expect(other, key).toMatch(/[一-鿿]/);
      // The name of the product and the term for its subject stand in English texts as well.
      expect(text.replace(/Fangan 方案|（?\(实施方案\)|组织领导/g, ''), key).not.toMatch(/[一-鿿]/);
      const commands = (words: string) => words.match(/\(command:[^)]+\)/g) ?? [];
      expect(commands(other), key).toEqual(commands(text));
    }
  });
});
