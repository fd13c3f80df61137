import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FactStore } from '../workspace/index/fact-store.ts';
import type { FileFacts } from '../workspace/index/facts.ts';

const ours = /^plans-[\w.]+\.ndjson$/;

/**
 * Keeps facts in one file, a line each: key, tab, JSON. Lines are only ever put behind the others, and
 * a line that broke off when the process ended is passed over; so nothing that was written is lost,
 * whenever that happens. A line is parsed when somebody asks for it.
 */
export class NodeFactStore implements FactStore {
  readonly #directory: string;
  readonly #file: string;
  readonly #failed: (error: unknown) => void;
  /** Facts as JSON by key, until the index has them all. */
  readonly #lines = new Map<string, string>();
  /** What the file holds, or soon will. */
  #keys = new Set<string>();
  #unwritten = '';
  #linesInFile = 0;
  #work: Promise<void> = Promise.resolve();
  #broken = false;

  /**
   * @param stamp names the program that reads plans: what another one has read does not count
   * @param failed told once when nothing can be kept; the facts are then remembered by this process only
   */
  constructor(directory: string, stamp: string, failed: (error: unknown) => void = () => undefined) {
    this.#directory = directory;
    this.#failed = failed;
    this.#file = join(directory, `plans-${stamp}.ndjson`);
  }

  async open(): Promise<void> {
    try {
      await mkdir(this.#directory, { recursive: true });
      for (const name of await readdir(this.#directory)) {
        if (ours.test(name) && join(this.#directory, name) !== this.#file) await rm(join(this.#directory, name));
      }
    } catch (error) {
      this.#giveUp(error);
      return;
    }
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf('\n', at);
      if (end < 0) break;
      const tab = text.indexOf('\t', at);
      if (tab > at && tab < end) {
        this.#lines.set(text.slice(at, tab), text.slice(tab + 1, end));
        this.#keys.add(text.slice(at, tab));
      }
      this.#linesInFile++;
      at = end + 1;
    }
    // The next line must not be put behind half a line.
    if (text !== '' && !text.endsWith('\n')) this.#unwritten = '\n';
  }

  get(key: string): FileFacts | undefined {
    const line = this.#lines.get(key);
    if (line === undefined) return undefined;
    try {
      const facts: FileFacts = JSON.parse(line);
      if (Array.isArray(facts.plans) && Array.isArray(facts.links) && typeof facts.filter === 'string') return facts;
    } catch {
      // Half a line.
    }
    this.#lines.delete(key);
    this.#keys.delete(key);
    return undefined;
  }

  put(key: string, facts: FileFacts): void {
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#unwritten += `${key}\t${JSON.stringify(facts)}\n`;
    this.#linesInFile++;
  }

  flush(live?: ReadonlySet<string>): Promise<void> {
    this.#work = this.#work.then(() => this.#write(live)).catch((error) => this.#giveUp(error));
    return this.#work;
  }

  async #write(live: ReadonlySet<string> | undefined): Promise<void> {
    const text = this.#unwritten;
    this.#unwritten = '';
    if (text !== '' && !this.#broken) await appendFile(this.#file, text);
    if (!live) return;
    this.#lines.clear();
    if (this.#broken || this.#linesInFile <= 2 * live.size + 100) return;
    const kept = (await readFile(this.#file, 'utf8'))
      .split('\n')
      .filter((line) => line.includes('\t') && live.has(line.slice(0, line.indexOf('\t'))));
    const part = `${this.#file}.part`;
    await writeFile(part, kept.map((line) => `${line}\n`).join(''));
    await rename(part, this.#file);
    this.#linesInFile = kept.length;
    this.#keys = new Set(kept.map((line) => line.slice(0, line.indexOf('\t'))));
  }

  #giveUp(error: unknown): void {
    if (!this.#broken) this.#failed(error);
    this.#broken = true;
    this.#unwritten = '';
  }
}
