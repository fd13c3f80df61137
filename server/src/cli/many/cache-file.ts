import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Label } from '../../profiles/profile.ts';
import { reasonOf } from '../read-text.ts';
import { writeNew } from '../write-file.ts';
import { hashOf } from './checker.ts';

/** First line of the file; another one is another format, and what follows is not read. */
const head = 'fangan-cache 1';
const name = 'check.cache';
/** Days after which an entry that nobody asked for is dropped. */
const longest = 30;

interface Line {
  /** Day on which it was last of use, counted from 1970. */
  seen: number;
  readonly sum: string;
  readonly json: string;
}

/**
 * Results of earlier runs in one file, an entry a line: `key day checksum json`. A line that is damaged
 * counts as missing; a file that is, as empty. Two runs at once do no harm: the later one is kept.
 */
export class CacheFile {
  readonly #directory: string;
  readonly #lines: Map<string, Line>;
  readonly #today: number;
  #changed = false;

  private constructor(directory: string, lines: Map<string, Line>, today: number) {
    this.#directory = directory;
    this.#lines = lines;
    this.#today = today;
  }

  /** @param directory that the file lies in; it need not exist */
  static async open(directory: string): Promise<CacheFile> {
    const today = Math.floor(Date.now() / 86_400_000);
    const lines = new Map<string, Line>();
    const text = await readFile(join(directory, name), 'utf8').catch(() => '');
    const [first, ...rest] = text.split('\n');
    if (first === head) {
      for (const line of rest) {
        const match = /^([\w-]{43}) (\d{1,6}) ([\w-]{8}) /.exec(line);
        const seen = Number(match?.[2]);
        if (!match?.[1] || !match[3] || today - seen > longest) continue;
        lines.set(match[1], { seen, sum: match[3], json: line.slice(match[0].length) });
      }
    }
    return new CacheFile(directory, lines, today);
  }

  /** What is kept under the key; undefined when nothing sound is. */
  get(key: string): unknown {
    const line = this.#lines.get(key);
    if (!line) return undefined;
    if (line.sum !== sumOf(line.json)) {
      this.#lines.delete(key);
      return undefined;
    }
    if (line.seen !== this.#today) {
      line.seen = this.#today;
      this.#changed = true;
    }
    return JSON.parse(line.json);
  }

  set(key: string, value: unknown): void {
    const json = JSON.stringify(value);
    this.#lines.set(key, { seen: this.#today, sum: sumOf(json), json });
    this.#changed = true;
  }

  /**
   * Writes what is new: the whole file anew beside the old one, whose place it takes.
   * @returns why that could not be done
   */
  async save(): Promise<Label | undefined> {
    if (!this.#changed) return undefined;
    try {
      await mkdir(this.#directory, { recursive: true });
      // Nothing in here belongs into version control, wherever it lies.
      await writeFile(join(this.#directory, '.gitignore'), '*\n');
    } catch (error) {
      return reasonOf(error);
    }
    await removeDrafts(this.#directory);
    const refused = await writeNew(join(this.#directory, name), this.#pieces(), true);
    if (refused) return refused;
    this.#changed = false;
    return undefined;
  }

  *#pieces(): Generator<string> {
    let piece = `${head}\n`;
    for (const [key, { seen, sum, json }] of this.#lines) {
      piece += `${key} ${seen} ${sum} ${json}\n`;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    if (piece !== '') yield piece;
  }
}

/** Runs that were killed while they wrote left their drafts; those of a day ago are nobody's. */
async function removeDrafts(directory: string): Promise<void> {
  for (const draft of await readdir(directory).catch(() => [])) {
    if (!/^\.fangan-.+\.tmp$/.test(draft)) continue;
    const path = join(directory, draft);
    const written = await stat(path).catch(() => undefined);
    if (written && Date.now() - written.mtimeMs > 86_400_000) await rm(path, { force: true });
  }
}

/** Units that are written at once: of a large workspace the file as one string would be most of what a run holds. */
const pieceLength = 1_000_000;

const sumOf = (json: string) => hashOf(json).slice(0, 8);
