import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pastedPlans } from '../unit/exchange/pasted-plans.ts';
import { directoryWith, fangan } from './fangan.ts';

const plan =
  '云台镇防汛工作方案\n\n　　为做好防汛工作，结合我镇实际，制定本方案。\n一、工作目标\n　　全镇安全度汛。\n打印本页\n';
const markdown =
  '# 云台镇防汛工作方案\n\n为做好防汛工作，结合我镇实际，制定本方案。\n\n## 一、工作目标\n\n全镇安全度汛。\n';
const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

describe('fangan import', () => {
  test('prints one file, and tells what was left out', async () => {
    const cwd = directoryWith({ '方案.txt': plan });
    const outcome = await fangan(['import', '方案.txt'], { cwd });
    expect([outcome.status, outcome.output]).toEqual([0, markdown]);
    expect(outcome.errors).toBe('方案.txt：删去网页残留或页码1行\n  “打印本页”\n');
  });

  test('writes a folder of files, one for each plan when they are to be split', async () => {
    const cwd = directoryWith({ 'in/方案.txt': plan, 'in/sub/两份.txt': pastedPlans, 'in/notes.md': plan });
    const whole = await fangan(['import', 'in', '-o', 'out/md'], { cwd });
    expect([whole.status, whole.output]).toEqual([0, '']);
    expect(readdirSync(path.join(cwd, 'out/md')).sort()).toEqual(['两份.md', '方案.md']);
    expect(readFileSync(path.join(cwd, 'out/md/方案.md'), 'utf8')).toBe(markdown);
    const split = await fangan(['import', 'in/sub/两份.txt', '--split', '-o', 'out/split', '--language', 'en'], {
      cwd,
    });
    expect(split.errors).toContain('in/sub/两份.txt: one header row repeated on a further page was removed');
    expect(readdirSync(path.join(cwd, 'out/split')).sort()).toEqual([
      '两份-1-全县镇村开展清廉乡村建设活动实施方案.md',
      '两份-2-全县学校开展清廉校园建设活动实施方案.md',
    ]);
  });

  test('what it writes is read as what it read', async () => {
    const cwd = directoryWith({ 'a.txt': pastedPlans });
    await fangan(['import', 'a.txt', '-o', '.'], { cwd });
    const modelOf = async (file: string) => JSON.parse((await fangan(['model', file], { cwd })).output).plans;
    const stages = (plans: readonly { stages: readonly { name: string; schedules: readonly object[] }[] }[]) =>
      plans.map((one) => one.stages.map(({ name, schedules }) => [name, schedules.map((s) => ({ ...s, range: 0 }))]));
    expect(stages(await modelOf('a.md'))).toEqual(stages(await modelOf('a.txt')));
  });

  test('text in the encodings of offices', async () => {
    const cwd = directoryWith({
      // 云台镇防汛工作方案 in GB18030.
      'gbk.txt': Uint8Array.from(Buffer.from('d4c6cca8d5f2b7c0d1b4b9a4d7f7b7bdb0b8', 'hex')),
      'utf16.txt': utf16('云台镇防汛工作方案'),
      'bom.txt': '\ufeff云台镇防汛工作方案',
    });
    for (const name of ['gbk.txt', 'utf16.txt', 'bom.txt']) {
      const outcome = await fangan(['import', name], { cwd });
      expect([name, outcome.status, outcome.output]).toEqual([name, 0, '# 云台镇防汛工作方案\n']);
    }
  });

  test('leaves a file alone that is there, unless it is forced', async () => {
    const cwd = directoryWith({ 'a.txt': plan, 'a.md': '原有内容' });
    const refused = await fangan(['import', 'a.txt', '-o', '.'], { cwd });
    expect([refused.status, readFileSync(path.join(cwd, 'a.md'), 'utf8')]).toEqual([2, '原有内容']);
    expect(refused.errors).toContain('a.md：文件已存在');
    expect((await fangan(['import', 'a.txt', '-o', '.', '--force'], { cwd })).status).toBe(0);
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(markdown);
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'a.txt']);
  });

  test('two files of one name do not overwrite each other, even when forced', async () => {
    const cwd = directoryWith({ 'a/x.txt': plan, 'b/x.txt': `${plan}各村抓好落实。\n` });
    const outcome = await fangan(['import', 'a', 'b', '-o', 'out', '--force'], { cwd });
    expect(outcome.status).toBe(2);
    expect(outcome.errors).toContain('同名');
    expect(readFileSync(path.join(cwd, 'out/x.md'), 'utf8')).toBe(markdown);
  });

  test.each([
    ['a password', Uint8Array.from([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]), '已加密'],
    ['the old format', ole, '旧版格式'],
    [
      'half an archive',
      zipSync({ 'word/document.xml': strToU8('<w:document/>'.repeat(500)) }).subarray(0, 60),
      '已损坏',
    ],
    ['another archive', zipSync({ 'a.txt': strToU8('x') }), '只是一个压缩文件'],
    ['no document', zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), '没有正文'],
    ['a document that breaks off', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }), '内容已损坏'],
    ['a zip bomb', zipSync({ 'word/document.xml': new Uint8Array(150_000_000) }, { level: 9 }), '解压后的内容过大'],
    ['RTF', strToU8('{\\rtf1 x}'), 'RTF'],
    ['PDF', strToU8('%PDF-1.7'), 'PDF'],
    ['nothing', new Uint8Array(0), '空文件'],
    ['binary content', new Uint8Array(100), '不是文本文件'],
  ])('one clear message for %s, and nothing is written', async (_, bytes, message) => {
    const cwd = directoryWith({ 'a.docx': bytes });
    const outcome = await fangan(['import', 'a.docx', '-o', 'out'], { cwd });
    expect([outcome.status, outcome.output, outcome.errors.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(outcome.errors).toContain('a.docx：');
    expect(outcome.errors).toContain(message);
    expect(existsSync(path.join(cwd, 'out'))).toBe(false);
  });

  test('a file of 200 MB is not even read', async () => {
    const cwd = directoryWith({ 'a.docx': '' });
    truncateSync(path.join(cwd, 'a.docx'), 200_000_000);
    const outcome = await fangan(['import', 'a.docx', '-o', 'out'], { cwd });
    expect([outcome.status, outcome.errors]).toEqual([2, 'a.docx：文件过大（200 MB，上限 100 MB），未读取\n']);
  });

  test('an entry that is larger than it says is refused while it is inflated', async () => {
    const cwd = directoryWith({});
    const zip = zipSync({ 'word/document.xml': new Uint8Array(50_000_000) }, { level: 9 });
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    // The original size, in the header of the entry and in the directory.
    for (let at = 0; at + 4 < zip.length; at++)
      if (view.getUint32(at, true) === 50_000_000) view.setUint32(at, 1000, true);
    writeFileSync(path.join(cwd, 'a.docx'), zip);
    const outcome = await fangan(['import', 'a.docx', '-o', 'out'], { cwd });
    expect([outcome.status, outcome.errors.trim().split('\n').length]).toEqual([2, 1]);
    expect(outcome.errors).toContain('已损坏');
  });

  test('a bad file does not keep the others from being imported', async () => {
    const cwd = directoryWith({ 'in/bad.docx': ole, 'in/good.txt': plan });
    const outcome = await fangan(['import', 'in', '-o', 'out'], { cwd });
    expect([outcome.status, readdirSync(path.join(cwd, 'out'))]).toEqual([2, ['good.md']]);
  });

  test.each([
    ['no file', ['import'], '需要文件或目录'],
    ['several files without a folder', ['import', 'a.txt', 'b.txt'], '要用 -o 目录'],
    ['a folder without any', ['import', 'empty', '-o', 'out'], '没有 .docx 或 .txt 文件'],
    ['a file that is not there', ['import', 'c.txt', '-o', 'out'], 'c.txt：文件不存在'],
    ['a file in the place of the folder', ['import', 'a.txt', '-o', 'b.txt'], '文件已存在|无法|不是目录'],
  ])('ends with status 2 for %s', async (_, args, message) => {
    const cwd = directoryWith({ 'a.txt': plan, 'b.txt': plan, 'empty/x.md': plan });
    const outcome = await fangan(args, { cwd });
    expect([outcome.status, outcome.output]).toEqual([2, '']);
    expect(outcome.errors).toMatch(new RegExp(message));
  });
});
