import { describe, expect, test } from 'vitest';
import { baseName, directoryOf, joinPath, relativeTo } from '../../../server/src/workspace/paths.ts';

describe('directoryOf', () => {
  test.each([
    ['/a/b/c.md', '/a/b'],
    ['/a/b/', '/a'],
    ['/a', '/'],
    ['/', undefined],
    ['a.md', undefined],
    ['a/b.md', 'a'],
    ['C:/a/b.md', 'C:/a'],
    ['C:/b.md', 'C:/'],
    ['C:/', undefined],
    ['file:///a/b.md', 'file:///a'],
    ['file:///b.md', 'file:///'],
    ['file:///', undefined],
    ['vscode-vfs://github/o/r/a.md', 'vscode-vfs://github/o/r'],
    ['vscode-vfs://github/o', 'vscode-vfs://github/'],
    ['vscode-vfs://github/', undefined],
    ['untitled:Untitled-1', undefined],
  ])('%s → %s', (path, directory) => expect(directoryOf(path)).toBe(directory));
});

describe('relativeTo', () => {
  test.each([
    ['/a', '/a/b/c.md', 'b/c.md'],
    ['/', '/c.md', 'c.md'],
    ['/a', '/ab/c.md', undefined],
    ['file:///a', 'file:///a/%E6%96%B9%E6%A1%88.md', '方案.md'],
    ['file:///a', 'file:///a/100%.md', '100%.md'],
    // A % in a path of the file system is a %.
    ['/a', '/a/%41.md', '%41.md'],
  ])('from %s to %s: %s', (from, to, expected) => expect(relativeTo(from, to)).toBe(expected));
});

test('joinPath and baseName', () => {
  expect(joinPath('/a', 'b')).toBe('/a/b');
  expect(joinPath('file:///', 'b')).toBe('file:///b');
  expect(baseName('/a/b.md')).toBe('b.md');
  expect(baseName('b.md')).toBe('b.md');
});
