import { readFile, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { NodeFileSystem } from '../../node/file-system.ts';
import type { Label } from '../../profiles/profile.ts';
import { SettingsResolver } from '../../workspace/settings.ts';
import { SuperiorLibrary, searchPlace } from '../../workspace/superior-plans.ts';
import type { Candidate } from '../find-files.ts';
import { shownPath } from '../find-files.ts';
import { decode, largestFile } from '../read-text.ts';
import type { FileReport } from '../report.ts';
import type { CacheFile } from './cache-file.ts';
import { type CheckOrder, type FileChecker, hashOf, hashOfFile, type Result, type Trace } from './checker.ts';
import { settingsHash } from './settings-hash.ts';

/** What is kept of a file. Paths of other files are seen from its own directory: a moved folder changes nothing. */
interface Kept {
  /** Absent for a file that holds no plan. */
  readonly report?: Omit<FileReport, 'path'>;
  readonly wishes: Trace['wishes'];
  readonly superiors: Trace['superiors'];
}

/**
 * Gives what an earlier run found, where nothing that counts has changed since: the text, the settings,
 * the day, the program, the superior plans. Everything else is checked by another checker.
 */
export class Caching implements FileChecker {
  readonly #order: CheckOrder;
  readonly #build: string;
  readonly #cache: CacheFile;
  readonly #checker: () => FileChecker;
  #started: FileChecker | undefined;
  readonly #resolver: SettingsResolver;
  readonly #superiors: SuperiorLibrary;

  /**
   * @param build what tells this program from other versions of it
   * @param checker started when the first file has to be checked; it must be asked for traces
   */
  constructor(order: CheckOrder, build: string, cache: CacheFile, checker: () => FileChecker) {
    const files = new NodeFileSystem();
    this.#order = order;
    this.#build = build;
    this.#cache = cache;
    this.#checker = checker;
    this.#resolver = new SettingsResolver(files, order.overrides);
    this.#superiors = new SuperiorLibrary(files, () => [order.workingDirectory]);
  }

  async check(file: Candidate): Promise<Result> {
    const settings = await this.#resolver.resolve(file.path);
    const keyFor = (content: string) =>
      hashOf([this.#build, settingsHash(settings), file.named ? 'named' : 'found', content].join('\n'));
    const bytes = await contentOf(file.path);
    const kept = bytes ? (this.#cache.get(keyFor(hashOf(bytes))) as Kept | undefined) : undefined;
    if (bytes && kept && (await this.#restsOnTheSame(file, kept, settings.configuration))) {
      const reading = this.#order.texts && kept.report?.profile ? decode(bytes) : undefined;
      const { unfinished } = this.#superiors;
      return {
        ...(unfinished ? { unfinished } : {}),
        ...(kept.report ? { report: moved({ ...kept.report, path: file.shown }, seenFromRoot(file.shown)) } : {}),
        ...(reading && 'text' in reading ? { text: reading.text } : {}),
        fixes: 0,
        failures: [],
      };
    }
    this.#started ??= this.#checker();
    const { trace, ...result } = await this.#started.check(file);
    if (trace) this.#keep(file, keyFor(trace.content), trace, result.report);
    return result;
  }

  async close(): Promise<Label | undefined> {
    await this.#started?.close();
    return this.#cache.save();
  }

  #keep({ shown }: Candidate, key: string, trace: Trace, report: FileReport | undefined): void {
    const { path: _, ...rest } = report ? moved(report, seenFromDirectory(shown)) : { path: '' };
    const kept: Kept = {
      ...(report ? { report: rest as Omit<FileReport, 'path'> } : {}),
      wishes: trace.wishes,
      superiors: trace.superiors.map(([path, hash]) => [this.#relative(shown, path), hash]),
    };
    this.#cache.set(key, kept);
  }

  async #restsOnTheSame(file: Candidate, kept: Kept, configuration: string | undefined): Promise<boolean> {
    const { wishes, superiors } = kept;
    if (wishes.declared.length === 0 && wishes.cited.length === 0) return true;
    const { links } = await this.#superiors.of(file.path, wishes, searchPlace(file.path, configuration));
    const files = [...new Set(links.flatMap(({ superior }) => superior.file ?? []))];
    return (
      files.length === superiors.length &&
      files.every((one, at) => {
        const [path, hash] = superiors[at] ?? [];
        return path === this.#relative(file.shown, one.path) && hash === hashOfFile(one);
      })
    );
  }

  #relative(shown: string, path: string): string {
    return seenFromDirectory(shown)(shownPath(path, this.#order.workingDirectory));
  }
}

/** The bytes of a file without byte order mark; undefined when it cannot be read, or is larger than any plan. */
async function contentOf(path: string): Promise<Uint8Array | undefined> {
  try {
    if ((await stat(path)).size > largestFile) return undefined;
    const bytes = await readFile(path);
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  } catch {
    return undefined;
  }
}

const seenFromDirectory = (shown: string) => (other: string) =>
  isRooted(other) ? other : posix.relative(posix.dirname(shown), other);
const seenFromRoot = (shown: string) => (other: string) =>
  isRooted(other) ? other : posix.join(posix.dirname(shown), other);
const isRooted = (path: string) => /^(?:\/|[A-Za-z]:\/)/.test(path);

/** The report with the paths of other files written in another way. */
function moved(report: FileReport, path: (path: string) => string): FileReport {
  const elsewhere = (problem: FileReport['problems'][number]) =>
    problem.related.some((place) => place.path !== undefined);
  if (!report.problems.some(elsewhere)) return report;
  return {
    ...report,
    problems: report.problems.map((problem) => ({
      ...problem,
      related: problem.related.map((place) =>
        place.path === undefined ? place : { ...place, path: path(place.path) },
      ),
    })),
  };
}
