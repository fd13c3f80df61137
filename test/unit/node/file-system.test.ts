import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { NodeFileSystem } from '../../../server/src/node/file-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'fangan-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, '目录'));
writeFileSync(join(folder, '方案.md'), '\ufeff一、目标');
writeFileSync(join(folder, 'gbk.md'), Buffer.from([0xb7, 0xbd, 0xb0, 0xb8]));
symlinkSync(join(folder, '方案.md'), join(folder, 'link.md'));
symlinkSync(folder, join(folder, 'circle'));
symlinkSync('loop.md', join(folder, 'loop.md'));
const files = new NodeFileSystem();

test('reads text by path and by URI, without its byte order mark', async () => {
  expect(await files.readText(join(folder, '方案.md'))).toBe('一、目标');
  expect(await files.readText(pathToFileURL(join(folder, '方案.md')).href)).toBe('一、目标');
});

test('what cannot be read is undefined, whatever the reason', async () => {
  expect(await files.readText(join(folder, 'missing.md'))).toBeUndefined();
  expect(await files.readText(join(folder, '目录'))).toBeUndefined();
  expect(await files.readText(join(folder, 'gbk.md'))).toBeUndefined();
  expect(await files.readText(join(folder, 'loop.md'))).toBeUndefined();
  expect(await files.readText('untitled:Untitled-1')).toBeUndefined();
  expect(await files.readText('file://somewhere/else%ZZ')).toBeUndefined();
  expect(await files.kindOf(join(folder, 'missing.md'))).toBeUndefined();
  expect(await files.list(join(folder, 'missing'))).toEqual([]);
});

test('lists a directory by name; links to files are files, links to directories are not entered', async () => {
  expect(await files.list(folder)).toEqual([
    { name: 'circle', kind: 'other' },
    { name: 'gbk.md', kind: 'file' },
    { name: 'link.md', kind: 'file' },
    { name: 'loop.md', kind: 'other' },
    { name: '方案.md', kind: 'file' },
    { name: '目录', kind: 'directory' },
  ]);
});
