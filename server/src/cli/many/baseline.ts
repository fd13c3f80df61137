import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import * as z from 'zod';
import type { Label } from '../../profiles/profile.ts';
import { UsageError } from '../messages.ts';
import { reasonOf } from '../read-text.ts';
import type { FileReport } from '../report.ts';
import type { ReportedProblem } from '../reported.ts';
import { writeNew } from '../write-file.ts';

/** A finding as the baseline knows it again: wherever its section and words have moved in the file. */
const entrySchema = z.strictObject({
  rule: z.string(),
  /** Title of its section. */
  section: z.string(),
  /** The words that it marks, without blanks; long ones shortened. */
  text: z.string(),
  /** Words that its message quotes beside them: which of several sections is missing, what stands elsewhere. */
  about: z.array(z.string()).optional(),
  /** How often it is there; 1 when absent. */
  count: z.int().positive().optional(),
});
const baselineSchema = z.strictObject({ version: z.literal(1), files: z.record(z.string(), z.array(entrySchema)) });

type Entry = z.infer<typeof entrySchema>;

/** An entry that is found no more. */
export interface Stale {
  readonly path: string;
  readonly rule: string;
  readonly text: string;
  readonly count: number;
}

/**
 * What was found in old documents and is not to be reported again. An entry speaks of rule, section and
 * words, not of lines, so that edits elsewhere in the file change nothing.
 */
export class Baseline {
  readonly #file: string;
  readonly #workingDirectory: string;
  readonly #known: Map<string, readonly Entry[]>;
  /** What this run found, by file. */
  readonly #found = new Map<string, readonly Entry[]>();
  readonly #stale: Stale[] = [];
  #left = 0;

  private constructor(file: string, workingDirectory: string, known: Map<string, readonly Entry[]>) {
    this.#file = file;
    this.#workingDirectory = workingDirectory;
    this.#known = known;
  }

  /**
   * @param isNew the file is about to be written and need not exist
   * @throws UsageError when it cannot be read or is no baseline
   */
  static async open(file: string, workingDirectory: string, isNew: boolean): Promise<Baseline> {
    const path = resolve(workingDirectory, file);
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (isNew && missing) return new Baseline(path, workingDirectory, new Map());
      const { zh, en } = reasonOf(error);
      throw new UsageError({ zh: `基线文件 ${file}：${zh}`, en: `Baseline ${file} ${en}` });
    }
    const read = baselineSchema.safeParse(jsonOf(text));
    if (!read.success) {
      throw new UsageError({ zh: `${file} 不是基线文件或已损坏`, en: `${file} is no baseline or is damaged` });
    }
    return new Baseline(path, workingDirectory, new Map(Object.entries(read.data.files)));
  }

  /** The report without what the baseline knows; of more findings than it knows the last ones are new. */
  apply(report: FileReport): FileReport {
    const path = this.#pathOf(report.path);
    const left = new Map((this.#known.get(path) ?? []).map((entry) => [keyOf(entry), entry.count ?? 1]));
    const found = new Map<string, { entry: Entry; count: number }>();
    const problems = report.problems.filter((problem) => {
      const entry = entryOf(problem);
      const key = keyOf(entry);
      const same = found.get(key);
      if (same) same.count += 1;
      else found.set(key, { entry, count: 1 });
      const open = left.get(key) ?? 0;
      left.set(key, open - 1);
      return open <= 0;
    });
    this.#left += report.problems.length - problems.length;
    this.#found.set(
      path,
      [...found.values()].map(({ entry, count }) => (count > 1 ? { ...entry, count } : entry)).sort(byKey),
    );
    for (const entry of this.#known.get(path) ?? []) {
      const count = left.get(keyOf(entry)) ?? 0;
      if (count > 0) this.#stale.push({ path: report.path, rule: entry.rule, text: entry.text, count });
    }
    return problems.length === report.problems.length ? report : { ...report, problems };
  }

  /** Findings that `apply` left out. */
  get known(): number {
    return this.#left;
  }

  /** What the baseline knows and this run found no more, in the files that it checked or that are gone. */
  async stale(): Promise<readonly Stale[]> {
    const gone: Stale[] = [];
    for (const [path, entries] of this.#known) {
      if (this.#found.has(path) || (await this.#exists(path))) continue;
      const shown = relative(this.#workingDirectory, resolve(dirname(this.#file), path)).replaceAll('\\', '/');
      for (const { rule, text, count } of entries) gone.push({ path: shown, rule, text, count: count ?? 1 });
    }
    return [...this.#stale, ...gone];
  }

  /**
   * Writes what this run found; files that it did not check keep what was known of them, as long as they exist.
   * @returns the number of findings that the baseline knows now, or why it could not be written
   */
  async update(): Promise<number | Label> {
    const files = new Map(this.#found);
    for (const [path, entries] of this.#known) {
      if (!files.has(path) && (await this.#exists(path))) files.set(path, entries);
    }
    const sorted = [...files].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const content = { version: 1, files: Object.fromEntries(sorted) };
    const refused = await writeNew(this.#file, `${JSON.stringify(content, undefined, 1)}\n`, true);
    if (refused) return refused;
    return sorted.reduce((sum, [, entries]) => sum + entries.reduce((own, { count }) => own + (count ?? 1), 0), 0);
  }

  /** As the baseline calls a file: seen from its own directory, so that it does not matter where a run starts. */
  #pathOf(shown: string): string {
    const path = resolve(this.#workingDirectory, shown);
    const short = relative(dirname(this.#file), path);
    return (isAbsolute(short) ? path : short).replaceAll('\\', '/');
  }

  async #exists(path: string): Promise<boolean> {
    return stat(resolve(dirname(this.#file), path)).then(
      () => true,
      () => false,
    );
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function entryOf({ rule, section, text, message }: ReportedProblem): Entry {
  const own = plain(text);
  const about = [
    ...new Set([...message.matchAll(/[“《]([^”》]{1,200})[”》]/g)].map((match) => shortened(plain(match[1] ?? '')))),
  ].filter((words) => words !== '' && !own.includes(words));
  return { rule, section: shortened(plain(section)), text: shortened(own), ...(about.length > 0 ? { about } : {}) };
}

const keyOf = ({ rule, section, text, about }: Entry) => JSON.stringify([rule, section, text, about ?? []]);
const byKey = (a: Entry, b: Entry) => (keyOf(a) < keyOf(b) ? -1 : 1);

/** Without blanks, and full-width letters and digits as plain ones: what a reformatting changes. */
function plain(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

const longest = 60;

/** Long words by their beginning and a hash of them all. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const head = [...text.slice(0, longest / 2)].join('');
  return `${head}…${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}
