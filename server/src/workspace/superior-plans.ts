import { MarkdownParser } from '../markdown/incremental.ts';
import { constraintsOf } from '../plan/constraints/constraints.ts';
import { frontSuperior } from '../plan/front-matter.ts';
import type { PlanDocument } from '../plan/model.ts';
import { PlanReader } from '../plan/read.ts';
import type { SourceFile, SuperiorPlan } from '../plan/superior-plan.ts';
import { plainTitle } from '../rules/consistency/names/titles/title-slips.ts';
import { citedTitles, meansTitle, type SuperiorLink, type Superiors } from '../rules/superior/superiors.ts';
import { TitleIndex } from '../rules/superior/title-index.ts';
import type { FileSystem } from './file-system.ts';
import { isTooLong } from './limits.ts';
import { directoryOf, isPlanFile, joinPath, placeKey, resolvePath } from './paths.ts';
import { pathsMeant } from './superior-paths.ts';

/** What a document says of its superior plans. */
export interface SuperiorWishes {
  /** Paths or titles of the front matter. */
  readonly declared: readonly string[];
  /** Titles on which its plans rest and that no plan of the document itself has. */
  readonly cited: readonly string[];
}

/** The superior plans of a document, and the files that they came from. */
export interface FoundSuperiors extends Superiors {
  readonly files: readonly string[];
}

/** A title that was not found where not all files could be looked through. */
export interface UnfinishedSearch {
  readonly title: string;
  /** Files that were looked through. */
  readonly files: number;
}

/** Says so, and what to do about it. */
export function unfinishedSearch({ title, files }: UnfinishedSearch, language: 'zh' | 'en'): string {
  return language === 'zh'
    ? `方案文件太多，按标题找上级方案“${title}”时只看了 ${files} 份，没有找到，其余没有看。请在文件头用 superior: 写明它的路径，或在下一级目录放一份 fangan.yaml。`
    : `There are too many plan files: the superior plan “${title}” was looked for in ${files} of them only and was not found. Give its path with “superior:” in the front matter, or put a fangan.yaml into a directory below.`;
}

/** Where plans are looked for by their titles. */
export interface SearchPlace {
  readonly directory: string;
  /** With the directories below it; only where a configuration says that they belong together. */
  readonly deep: boolean;
}

const skipped = new Set(['node_modules', '.git', '.hg', '.svn', '.vscode-test']);
/** Files that are looked through for a title, directories in which they stand, and levels of these. */
const mostFiles = 4_000;
const mostDirectories = 4_000;
const deepest = 8;
/** The title of a plan stands within so many UTF-16 units. */
const headLength = 4_000;
/** Kinds of papers that can be a plan of ours. */
const planLike = /(?:方案|预案|计划|规划|意见|通知|安排|部署|要点|办法)$/;

/** What a document wishes; two equal texts of JSON are the same wishes. */
export function wishesOf(document: PlanDocument): SuperiorWishes {
  const declared = frontSuperior(document.frontMatter).map(({ value }) => value);
  if (!document.markdown.text.includes('《')) return { declared, cited: [] };
  const cited = new Set(document.plans.flatMap(citedTitles));
  if (cited.size === 0) return { declared, cited: [] };
  const own = new TitleIndex(document.plans.map(({ title }) => title?.value));
  const elsewhere = [...cited].filter(
    (title) => planLike.test(plainTitle(title)) && own.meant(title, document.plans.length).length === 0,
  );
  return { declared, cited: elsewhere };
}

/** The beginning of a file. */
interface Head {
  readonly text: string;
  /** Without blanks and marks. */
  readonly plain: string;
  /** Titles of the plans in it; read when they are asked for. */
  titles?: readonly string[];
  /** What stands on its lines, or on two or three in a row, and could be a title; read when it is asked for. */
  lines?: readonly string[];
}

/** Plan files of a place. */
interface Listing {
  readonly files: readonly string[];
  /** There are more of them than are looked through. */
  readonly limited: boolean;
}

interface ReadFile {
  readonly text: string;
  readonly plans: readonly SuperiorPlan[];
}

/**
 * Finds the superior plans of documents: by the paths of their front matter, and by titles among the
 * plans around them. One library serves many documents; a file is read once for as long as its text
 * stays the same, so that all its subordinates share one value.
 */
export class SuperiorLibrary {
  readonly #files: FileSystem;
  readonly #openFile: (path: string) => SourceFile | undefined;
  readonly #roots: () => readonly string[];
  readonly #read = new Map<string, ReadFile>();
  /** By path. */
  readonly #heads = new Map<string, Promise<Head>>();
  /** Files by place and title. */
  readonly #titledFiles = new Map<string, Promise<readonly string[]>>();
  readonly #listings = new Map<string, Promise<Listing>>();
  #unfinished: UnfinishedSearch | undefined;

  /**
   * @param roots the folders whose plans belong together, whatever configurations stand in them: those of the
   *   workspace, or the working directory
   * @param openFile a file that is open in the editor, called as the editor does: it wins over the one on disk
   */
  constructor(
    files: FileSystem,
    roots: () => readonly string[],
    openFile: (path: string) => SourceFile | undefined = () => undefined,
  ) {
    this.#files = files;
    this.#roots = roots;
    this.#openFile = openFile;
  }

  /** @param path of the document that wishes them */
  async of(path: string, { declared, cited }: SuperiorWishes, place: SearchPlace | undefined): Promise<FoundSuperiors> {
    const links: SuperiorLink[] = [];
    const missing: string[] = [];
    const add = (superior: SuperiorPlan, isDeclared: boolean): void => {
      if (!links.some((link) => link.superior === superior)) links.push({ superior, declared: isDeclared });
    };
    for (const wish of declared) {
      const found =
        (await this.#byPaths(wish, path)) ?? (isPlanFile(wish) ? undefined : await this.#byTitle(wish, path, place));
      if (found) add(found, true);
      else missing.push(wish);
    }
    for (const title of cited) {
      // The front matter has said which file that is, and another one with that title is a copy.
      if (links.some(({ superior: { plan } }) => plan.title && meansTitle(title, plan.title.value))) continue;
      const found = await this.#byTitle(title, path, place);
      if (found) add(found, false);
    }
    const files = [...new Set(links.flatMap(({ superior }) => superior.file?.path ?? []))];
    return { links, missing, files };
  }

  /** The last title that was not found among so many files that not all were looked through. */
  get unfinished(): UnfinishedSearch | undefined {
    return this.#unfinished;
  }

  /** Tells that a file has changed, on disk or in the editor. */
  touch(path: string): void {
    this.#heads.delete(placeKey(path));
    this.#titledFiles.clear();
  }

  /** Tells that files have come or gone. */
  forgetListings(): void {
    this.#listings.clear();
    this.#heads.clear();
    this.#titledFiles.clear();
  }

  /** @param asking the file that wishes it: what has its name by chance is the title of another one */
  async #byPaths(wish: string, asking: string): Promise<SuperiorPlan | undefined> {
    for (const path of pathsMeant(wish)) {
      const resolved = resolvePath(directoryOf(asking) ?? '', path);
      if (placeKey(resolved) === placeKey(asking)) continue;
      const [found] = await this.#plansOf(resolved);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * The plan of that title, else one whose title differs by a slip; of several the nearest one.
   * Below the configuration first, then in the whole folder of the workspace.
   */
  async #byTitle(title: string, path: string, near: SearchPlace | undefined): Promise<SuperiorPlan | undefined> {
    if (!near) return undefined;
    const plain = plainTitle(title);
    let likely: SuperiorPlan | undefined;
    for (const place of this.#placesAround(near)) {
      const titled = await this.#titled(plain, place);
      for (const file of nearestFirst(titled, near.directory, path)) {
        for (const superior of await this.#plansOf(file)) {
          const other = superior.plan.title?.value;
          if (other === undefined || !meansTitle(title, other)) continue;
          if (plainTitle(other) === plain) return superior;
          likely ??= superior;
        }
      }
    }
    if (!likely) {
      for (const place of this.#placesAround(near)) {
        const { files, limited } = await this.#listed(place);
        if (limited) this.#unfinished = { title, files: files.length };
      }
    }
    return likely;
  }

  #placesAround(near: SearchPlace): readonly SearchPlace[] {
    const own = `${placeKey(near.directory)}/`;
    const root = this.#roots().find((folder) => own.startsWith(`${placeKey(folder).replace(/\/$/, '')}/`));
    if (root === undefined) return [near];
    const whole = { directory: root.replace(/\/$/, ''), deep: true };
    return placeKey(whole.directory) === placeKey(near.directory) ? [whole] : [near, whole];
  }

  /** The files in whose head a plan has the title, or nearly. Of the plans around, hardly any is read for that. */
  #titled(plain: string, place: SearchPlace): Promise<readonly string[]> {
    const key = `${placeName(place)} ${plain}`;
    let titled = this.#titledFiles.get(key);
    if (!titled) {
      titled = this.#listed(place).then(async ({ files }) => {
        const found: string[] = [];
        for (const file of files) {
          const head = await this.#head(file);
          if (!couldHold(head.plain, plain) || (!head.titles && !couldBeTitled(head, plain))) continue;
          head.titles ??= titlesIn(head.text);
          if (head.titles.some((title) => meansTitle(plain, title))) found.push(file);
        }
        return found;
      });
      this.#titledFiles.set(key, titled);
    }
    return titled;
  }

  async #plansOf(path: string): Promise<readonly SuperiorPlan[]> {
    const file = await this.#file(path);
    if (file === undefined || isTooLong(file.text)) return [];
    const known = this.#read.get(placeKey(path));
    if (known?.text === file.text) return known.plans;
    const plans = new PlanReader()
      .read(new MarkdownParser().parse(file.text))
      .plans.map((plan): SuperiorPlan => ({ plan, file, constraints: constraintsOf(plan) }));
    this.#read.set(placeKey(path), { text: file.text, plans });
    return plans;
  }

  async #file(path: string): Promise<SourceFile | undefined> {
    const open = this.#openFile(path);
    if (open) return open;
    const text = await this.#files.readText(path);
    return text === undefined ? undefined : { path, text };
  }

  #head(path: string): Promise<Head> {
    const key = placeKey(path);
    let head = this.#heads.get(key);
    if (!head) {
      head = this.#file(path).then((file) => {
        const text = (file?.text ?? '').slice(0, headLength);
        return { text, plain: plainTitle(withoutCited(text)) };
      });
      this.#heads.set(key, head);
    }
    return head;
  }

  #listed(place: SearchPlace): Promise<Listing> {
    const { directory, deep } = place;
    const key = placeName(place);
    let listed = this.#listings.get(key);
    if (!listed) {
      listed = this.#list(directory, deep ? deepest : 1);
      this.#listings.set(key, listed);
    }
    return listed;
  }

  async #list(top: string, levels: number): Promise<Listing> {
    const found: string[] = [];
    let visited = 0;
    let limited = false;
    const walk = async (directory: string, left: number): Promise<void> => {
      visited += 1;
      for (const { name, kind } of await this.#files.list(directory)) {
        const isPlan = kind === 'file' && isPlanFile(name);
        if (found.length >= mostFiles || visited >= mostDirectories) {
          limited ||= isPlan || kind === 'directory';
          return;
        }
        const path = joinPath(directory, /^[a-z][a-z0-9+.-]+:\/\//i.test(directory) ? encodeURIComponent(name) : name);
        if (isPlan) found.push(path);
        else if (kind === 'directory' && left > 1 && !skipped.has(name) && !name.startsWith('.'))
          await walk(path, left - 1);
      }
    };
    await walk(top, levels);
    return { files: found, limited };
  }
}

/** The files but the one that asks: those that are the fewest steps away come first, then those with the shorter names (方案 副本.md). */
function nearestFirst(files: readonly string[], directory: string, asking: string): readonly string[] {
  const others = files.filter((file) => placeKey(file) !== placeKey(asking));
  if (others.length < 2) return others;
  const from = placeKey(directoryOf(asking) ?? directory).split('/');
  const steps = (file: string): number => {
    const to = placeKey(directoryOf(file) ?? '').split('/');
    let shared = 0;
    while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
    return from.length + to.length - 2 * shared;
  };
  return others
    .map((file) => ({ file, steps: steps(file) }))
    .sort((a, b) => a.steps - b.steps || a.file.length - b.file.length)
    .map(({ file }) => file);
}

function titlesIn(head: string): readonly string[] {
  const { plans } = new PlanReader().read(new MarkdownParser().parse(head));
  return plans.flatMap(({ title }) => (title ? [title.value] : []));
}

/** Longest title, and lines that one may run over. */
const longestTitle = 80;
const titleLines = 3;

/**
 * The text without the titles that its long lines cite: nearly every plan around cites the same superior plan, and
 * none of them is it. 关于印发《…》的通知 at the head of such a line is a title of its own.
 */
function withoutCited(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => (line.length > longestTitle ? line.replace(cited, '') : line))
    .join('\n');
}
const cited = /(?<!发)《[^《》]{1,80}》/g;

/** Cheap test in front of reading: some lines say the title, or are so long that it may be the beginning of one. */
function couldBeTitled(head: Head, title: string): boolean {
  head.lines ??= titleLike(head.text);
  return head.lines.some((line) => (line.length > longestTitle ? line.includes(title) : meansTitle(title, line)));
}

/**
 * The lines as such, and two or three in a row; where these are longer than a title, one may begin them or stand among
 * them, as in front matter, but not as what one of them cites.
 */
function titleLike(text: string): readonly string[] {
  const lines = withoutCited(text)
    .split('\n')
    .map((line) => line.replace(/^(?:[#\s>*\-|]+|title:)|\*+$/g, ''));
  const plain = lines.map(plainTitle);
  const uncited = lines.map((line) => plainTitle(line.replace(cited, '')));
  return plain.flatMap((line, at) => {
    const found = [line];
    for (let more = 1; more < titleLines; more++) {
      const joined = plain.slice(at, at + more + 1).join('');
      found.push(joined.length > longestTitle ? uncited.slice(at, at + more + 1).join('') : joined);
    }
    return found;
  });
}

const placeName = ({ directory, deep }: SearchPlace) => `${deep} ${directory}`;

const window = 6;

/** Cheap test: of the pieces of the title, all of which a slip cannot have touched, one stands in the head. */
function couldHold(head: string, title: string): boolean {
  if (title.length < 2 * window) return head.includes(title.slice(0, Math.ceil(title.length / 2)));
  let pieces = 0;
  let found = 0;
  for (let at = 0; at + window <= title.length; at += window, pieces++) {
    if (head.includes(title.slice(at, at + window))) found++;
  }
  return found * 2 >= pieces;
}

/** Where the superior plans of a file are looked for by title: below its configuration, else in its own directory. */
export function searchPlace(path: string, configuration: string | undefined): SearchPlace | undefined {
  const directory = directoryOf(configuration ?? path);
  return directory === undefined ? undefined : { directory, deep: configuration !== undefined };
}
