import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const bundle = path.resolve(import.meta.dirname, '../../dist/cli.js');
if (!existsSync(bundle)) throw new Error('dist/cli.js is not there: run `npm run build` first');

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Without the rights of the superuser, whom no permission stops. */
  readonly unprivileged?: boolean;
}

/** Runs the built command as a process of its own, in a pipe and without colours unless asked for. */
export function fangan(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...environment } = process.env;
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd: options.cwd ?? process.cwd(),
    env: { ...environment, ...options.environment },
    ...(options.unprivileged && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}),
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => output.push(piece));
  child.stderr.on('data', (piece: Buffer) => errors.push(piece));
  // A command that does not read its input may have closed it already.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() }),
    );
  });
}

/** A directory with these files that is gone after the test. */
export function directoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fangan-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A plan with one safe fix (发文字号) and one error that has none (××). */
export const faultyPlan = `# 云岭县校园安全整改方案

根据云岭县教育局《关于开展校园安全检查的通知》（云教[2026]8号），特制定本整改方案。

## 一、整改目标

2026年6月30日前完成全部整改。

## 二、整改措施

1. 更换破损护栏。责任人：总务主任赵国平，完成时限：2026年5月31日。
2. 增设监控6处。责任单位：××公司，完成时限：2026年6月15日。

## 三、组织领导

成立整改工作小组，校长任组长，副校长任副组长，各处室负责人为成员。

云岭县第一中学

2026年4月20日
`;

export interface JsonProblem {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly text: string;
  readonly fix: string;
  readonly range: { readonly start: { readonly offset: number; readonly line: number; readonly character: number } };
}

export interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly profile: string | null;
    readonly problems: readonly JsonProblem[];
  }[];
  readonly summary: Readonly<Record<'files' | 'errors' | 'warnings' | 'infos' | 'hints', number>>;
}

export const parsed = (outcome: Outcome) => JSON.parse(outcome.output) as JsonReport;
