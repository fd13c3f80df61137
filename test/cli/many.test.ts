import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { directoryWith, type fangan as Fangan, fangan, faultyPlan, parsed } from './fangan.ts';

// Every test starts the command several times.
vi.setConfig({ testTimeout: 120_000 });

/** Many plans in several folders, each with faults of its own, an ordinary page and a file that cannot be read. */
function manyPlans(count: number): Readonly<Record<string, string | Uint8Array>> {
  const plans = Array.from({ length: count }, (_, at): readonly [string, string] => [
    `${at % 5}组/整改${at}.md`,
    `${faultyPlan.replace('6处', `${at + 3}处`)}\n${'各处室要切实抓好落实。\n\n'.repeat((at * 13) % 40)}`,
  ]);
  return {
    ...Object.fromEntries(plans),
    '说明.md': '# 说明\n\n这里存放整改材料。\n',
    '3组/坏.md': new Uint8Array([0x23, 0x20, 0xb0, 0xb2, 0xc8, 0xab, 0x0a]),
  };
}

const run = (folder: string, ...args: readonly string[]) => fangan(['check', ...args], { cwd: folder });
type Outcome = Awaited<ReturnType<typeof Fangan>>;
const paths = (outcome: Outcome) => parsed(outcome).files.map((file) => file.path);

describe('worker threads', () => {
  test.each(['json', 'text', 'junit'])('change nothing in the output as %s', async (format) => {
    const folder = directoryWith(manyPlans(30));
    const one = await run(folder, '.', '-f', format, '--workers', '1');
    const four = await run(folder, '.', '-f', format, '--workers', '4');
    expect(four).toEqual(one);
    expect(one.status).toBe(2);
    expect(one.errors).toContain('3组/坏.md');
  });

  test('are at least one, and a number', async () => {
    const folder = directoryWith({ 'a.md': faultyPlan });
    expect((await run(folder, '.', '--workers', '0')).status).toBe(2);
    expect((await run(folder, '.', '--workers', 'viele')).status).toBe(2);
  });

  test('tell a fault of the configuration once', async () => {
    const folder = directoryWith({ ...manyPlans(12), 'fangan.yaml': 'rule: {}\n' });
    const { errors } = await run(folder, '.', '-f', 'json', '--workers', '3');
    expect(errors.match(/fangan\.yaml/g)).toHaveLength(1);
  });
});

test('Ctrl+C ends a run with its own status and no half lines on the terminal', async () => {
  const folder = directoryWith(manyPlans(400));
  const child = spawn(
    process.execPath,
    [path.resolve(import.meta.dirname, '../../dist/cli.js'), 'check', '.', '--workers', '2'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => {
    errors += piece;
  });
  // The first result is there: the run is in its middle.
  child.stdout.once('data', () => child.kill('SIGINT'));
  const status = await new Promise((done) => child.on('close', done));
  expect(status).toBe(130);
  expect(errors).toMatch(/已取消：402 个文件中检查了 \d+ 个/);
});

describe('parts of a run', () => {
  test('are everything together', async () => {
    const folder = directoryWith(manyPlans(20));
    const whole = await run(folder, '.', '-f', 'json');
    const parts = await Promise.all([1, 2, 3].map((part) => run(folder, '.', '-f', 'json', '--shard', `${part}/3`)));
    expect(parts.flatMap(paths).sort()).toEqual([...paths(whole)].sort());
    expect(parts.reduce((sum, part) => sum + parsed(part).summary.errors, 0)).toBe(parsed(whole).summary.errors);
  });

  test('a part without files is sound; what has to see everything refuses parts', async () => {
    const folder = directoryWith({ 'a.md': faultyPlan });
    const both = await Promise.all([1, 2].map((part) => run(folder, '.', '--shard', `${part}/2`)));
    expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
    for (const more of [['--bundle'], ['--baseline', 'b.json', '--update-baseline']]) {
      expect((await run(folder, '.', '--shard', '1/2', ...more)).status).toBe(2);
    }
  });
});

describe('the cache', () => {
  const cacheOf = (folder: string) => path.join(folder, '.fangan-cache', 'check.cache');

  test('is off unless asked for, and gives what a fresh check gives', async () => {
    const folder = directoryWith(manyPlans(12));
    const fresh = await run(folder, '.', '-f', 'json');
    expect(existsSync(cacheOf(folder))).toBe(false);
    expect(await run(folder, '.', '-f', 'json', '--cache')).toEqual(fresh);
    expect(readFileSync(path.join(folder, '.fangan-cache', '.gitignore'), 'utf8')).toBe('*\n');
    const before = readFileSync(cacheOf(folder));
    expect(await run(folder, '.', '-f', 'json', '--cache')).toEqual(fresh);
    expect(readFileSync(cacheOf(folder))).toEqual(before);
    expect(readdirSync(path.join(folder, '.fangan-cache')).sort()).toEqual(['.gitignore', 'check.cache']);
    // Another format of the same results, from the same cache.
    expect((await run(folder, '.', '--cache')).output).toBe((await run(folder, '.')).output);
  });

  test('forgets what an edit, a setting or a language has changed', async () => {
    const folder = directoryWith({ 'a.md': faultyPlan, 'fangan.yaml': 'language: zh\n' });
    const cached = async (...args: readonly string[]) =>
      (await run(folder, '.', '-f', 'json', '--cache', ...args)).output;
    const first = await cached();
    expect(await cached('--rule', 'placeholder=hint')).toContain('"severity": "hint"');
    expect(await cached('--language', 'en')).not.toBe(first);
    writeFileSync(path.join(folder, 'fangan.yaml'), 'rules:\n  placeholder: off\n');
    expect(await cached()).not.toContain('"placeholder"');
    writeFileSync(path.join(folder, 'fangan.yaml'), 'language: zh\n');
    expect(await cached()).toBe(first);
    appendFileSync(path.join(folder, 'a.md'), '\n附件：整改××表\n');
    expect(await cached()).toBe((await run(folder, '.', '-f', 'json')).output);
  });

  test('looks at the superior plans too, and moves with its folder', async () => {
    const fixture = (name: string) =>
      readFileSync(path.resolve(import.meta.dirname, '../fixtures/superior', name), 'utf8');
    const folder = directoryWith({ '县级/county.md': fixture('county.md'), '镇级/town.md': fixture('town.md') });
    const args = ['镇级', '-f', 'json', '--cache-location', '缓存'];
    const first = await run(folder, ...args);
    expect(first.output).toContain('县级/county.md');
    expect(await run(folder, ...args)).toEqual(first);
    const changed = fixture('county.md').replaceAll('9月', '11月');
    writeFileSync(path.join(folder, '县级/county.md'), changed);
    const second = await run(folder, ...args);
    expect(second).toEqual(await run(folder, '镇级', '-f', 'json'));
    expect(second.output).not.toBe(first.output);
    mkdirSync(path.join(folder, '搬家'));
    for (const name of ['县级', '镇级', '缓存']) renameSync(path.join(folder, name), path.join(folder, '搬家', name));
    const moved = await run(path.join(folder, '搬家'), ...args);
    expect(moved).toEqual(second);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, text.length * 0.6)],
    ['with a wrong sign in it', (text: string) => text.replaceAll('placeholder', 'placeholded')],
    ['of nonsense', () => '{"version": 9}'],
    ['empty', () => ''],
  ])('that is %s counts as none', async (_, damage) => {
    const folder = directoryWith(manyPlans(4));
    const fresh = await run(folder, '.', '-f', 'json', '--cache');
    writeFileSync(cacheOf(folder), damage(readFileSync(cacheOf(folder), 'utf8')));
    expect(await run(folder, '.', '-f', 'json', '--cache')).toEqual(fresh);
    expect(await run(folder, '.', '-f', 'json', '--cache')).toEqual(fresh);
  });

  test('that cannot be written is told of, and the check is as good', async () => {
    const folder = directoryWith({ 'a.md': faultyPlan, 缓存: 'no directory' });
    const outcome = await run(folder, 'a.md', '-f', 'json', '--cache-location', '缓存');
    expect(outcome.status).toBe(1);
    expect(outcome.errors).toContain('缓存未保存');
    expect(parsed(outcome).summary.errors).toBeGreaterThan(0);
  });
});

describe('the baseline', () => {
  const update = (folder: string, ...args: readonly string[]) =>
    run(folder, '.', '--baseline', '基线.json', '--update-baseline', ...args);
  const check = (folder: string) => run(folder, '.', '-f', 'json', '--baseline', '基线.json');

  test('keeps old findings quiet, wherever edits move them, and lets new ones through', async () => {
    const folder = directoryWith({ 'a.md': faultyPlan, 'b.md': faultyPlan });
    const updated = await update(folder);
    expect(updated.status).toBe(0);
    expect(updated.errors).toMatch(/基线已更新，记下 \d+ 处/);
    const quiet = await check(folder);
    expect(quiet.status).toBe(0);
    expect(parsed(quiet).files.flatMap(({ problems }) => problems)).toEqual([]);

    const moved = faultyPlan
      .replace('## 一、整改目标\n', '## 一、整改目标\n\n全校师生高度重视，逐项整改到位。\n')
      .replace('责任单位：××公司', '责任单位： ××公司');
    writeFileSync(path.join(folder, 'a.md'), moved);
    expect(parsed(await check(folder)).files.flatMap(({ problems }) => problems)).toEqual([]);

    writeFileSync(path.join(folder, 'a.md'), moved.replace('2026年5月31日', '××'));
    const louder = await check(folder);
    expect(louder.status).toBe(1);
    expect(parsed(louder).files.flatMap(({ problems }) => problems.map(({ rule }) => rule))).toContain('placeholder');
  });

  test('tells of what is found no more, until it is updated', async () => {
    const folder = directoryWith({ 'a.md': faultyPlan, 'b.md': faultyPlan });
    await update(folder);
    writeFileSync(path.join(folder, 'a.md'), faultyPlan.replace('××公司', '云岭县安防服务公司'));
    const stale = await check(folder);
    expect(stale.status).toBe(0);
    expect(stale.errors).toMatch(/基线中有 \d+ 条已不再出现/);
    expect(stale.errors).toContain('a.md  placeholder  ××');
    await update(folder);
    expect((await check(folder)).errors).toBe('');
  });

  test('of a part of the files keeps what is known of the others', async () => {
    const folder = directoryWith({ 'a.md': faultyPlan, '下级/b.md': faultyPlan });
    await update(folder);
    await run(folder, 'a.md', '--baseline', '基线.json', '--update-baseline');
    expect((await check(folder)).status).toBe(0);
    // Its paths are seen from its own place.
    const inside = await run(path.join(folder, '下级'), '.', '-f', 'json', '--baseline', '../基线.json');
    expect(inside.status).toBe(0);
  });

  test('that is missing or none is refused, and left alone', async () => {
    const folder = directoryWith({ 'a.md': faultyPlan, '坏.json': '{"version":1' });
    const missing = await run(folder, '.', '--baseline', '没有.json');
    expect(missing.status).toBe(2);
    expect(missing.errors).toContain('没有.json');
    const broken = await run(folder, '.', '--baseline', '坏.json', '--update-baseline');
    expect(broken.status).toBe(2);
    expect(readFileSync(path.join(folder, '坏.json'), 'utf8')).toBe('{"version":1');
    expect((await run(folder, '.', '--update-baseline')).status).toBe(2);
  });
});
