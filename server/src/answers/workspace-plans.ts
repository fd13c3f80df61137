import type { CancellationToken } from 'vscode-languageserver';
import { titleKey } from '../features/document-links.ts';
import { meansTitle } from '../rules/superior/superiors.ts';
import type { ClosedPlans } from '../workspace/closed-plans.ts';
import type { DocumentStore } from '../workspace/documents.ts';
import { type ClosedName, ClosedNames } from '../workspace/index/closed-names.ts';
import type { IndexedFile, Place } from '../workspace/index/facts.ts';
import type { PlanIndex } from '../workspace/index/plan-index.ts';
import { mayHold } from '../workspace/index/word-filter.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { placeKey } from '../workspace/paths.ts';

/** Milliseconds without a change after which views of the workspace are asked for anew. */
const pause = 800;

/** A plan of the workspace and where its title stands. */
export interface PlanPlace {
  readonly uri: string;
  readonly title: string;
  readonly place: Place;
}

/** All plans of the workspace, the open ones as they are shown. */
export class WorkspacePlans {
  readonly index: PlanIndex;
  readonly closed: ClosedPlans;
  readonly #documents: DocumentStore;
  readonly #tell: () => void;
  readonly #names: ClosedNames;
  #titles: { readonly revision: number; readonly byKey: ReadonlyMap<string, PlanPlace> } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell tells the client that views of the workspace are no longer right */
  constructor(index: PlanIndex, closed: ClosedPlans, documents: DocumentStore, tell: () => void) {
    this.index = index;
    this.#names = new ClosedNames(index);
    this.closed = closed;
    this.#documents = documents;
    this.#tell = tell;
  }

  /** Something has happened to a plan, in the editor or on disk: told once typing has come to a rest. */
  touched(): void {
    if (!this.index.isAsked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, pause);
  }

  /** What is known of all files, as soon as all are known; of those that could be read, when the work was stopped. */
  async files(token: CancellationToken): Promise<readonly IndexedFile[]> {
    await this.index.ready(token);
    return this.index.files();
  }

  open(): readonly OpenPlan[] {
    return this.#documents.plans();
  }

  /** The plans whose text may hold the words: all that are open, and of the others those that have to be looked at, as they are on disk now. */
  async holding(words: string, token: CancellationToken): Promise<readonly OpenPlan[]> {
    const files = await this.files(token);
    const open = new Set(this.#documents.uris().map(placeKey));
    const wanted = files.filter(({ uri, facts }) => !open.has(placeKey(uri)) && mayHold(facts.filter, words));
    const closed: OpenPlan[] = [];
    for (const { uri } of wanted) {
      if (token.isCancellationRequested) break;
      const plan = await this.closed.read(uri);
      if (plan) closed.push(plan);
    }
    return [...this.open(), ...closed];
  }

  /**
   * The persons and units of plans that are not open, as far as they are known by now: a key stroke waits for
   * nothing. What is not yet known is read behind it.
   */
  closedNames(): readonly ClosedName[] {
    this.index.begin();
    return this.#names.of(this.#documents.uris());
  }

  /** The plans that a cited title means, among what is known now. */
  titled(cited: string): readonly PlanPlace[] {
    return this.index.files().flatMap((file) => placesOf(file).filter(({ title }) => meansTitle(cited, title)));
  }

  /** A plan in a file that is not open, by the key of its title; nothing is read for it. */
  closedTitle(key: string): PlanPlace | undefined {
    const { diskRevision } = this.index;
    if (this.#titles?.revision !== diskRevision) {
      const places = this.index.closedFiles().flatMap(placesOf);
      const byKey = new Map(places.map((place) => [titleKey(place.title), place]));
      this.#titles = { revision: diskRevision, byKey };
    }
    return this.#titles.byKey.get(key);
  }
}

function placesOf({ uri, facts }: IndexedFile): readonly PlanPlace[] {
  return facts.plans.flatMap(({ title, place }) => (title === '' ? [] : [{ uri, title, place }]));
}
