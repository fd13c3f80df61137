import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { IndexedFile, Place } from '../workspace/index/facts.ts';
import { toLspPlace } from './ranges.ts';

/** More than anybody looks through. */
const mostSymbols = 500;

/** A symbol before it is known to be among those that are answered. */
interface Candidate {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly container: string;
  readonly uri: string;
  readonly place: Place;
}

/**
 * Plans, stages, measures and persons of the workspace by their names. All signs of the query must
 * stand in the name, in their order; names that hold the query as a whole come first. Without a
 * query the plans are given.
 */
export function workspaceSymbols(files: readonly IndexedFile[], query: string): WorkspaceSymbol[] {
  const wanted = folded(query);
  const whole: Candidate[] = [];
  const scattered: Candidate[] = [];
  for (const file of files) {
    for (const candidate of wanted === '' ? plansOf(file) : symbolsOf(file)) {
      const name = folded(candidate.name);
      if (name.includes(wanted)) whole.push(candidate);
      else if (scattered.length < mostSymbols && holdsInOrder(name, wanted)) scattered.push(candidate);
      if (whole.length >= mostSymbols) return whole.map(toSymbol);
    }
  }
  return [...whole, ...scattered].slice(0, mostSymbols).map(toSymbol);
}

function* plansOf({ uri, facts }: IndexedFile): Generator<Candidate> {
  for (const { title, kind, place } of facts.plans) {
    if (title) yield { name: title, kind: SymbolKind.Module, container: kind, uri, place };
  }
}

function* symbolsOf(file: IndexedFile): Generator<Candidate> {
  yield* plansOf(file);
  const { uri } = file;
  for (const { title: container, stages, tasks, names } of file.facts.plans) {
    for (const { name, place } of stages) yield { name, kind: SymbolKind.Event, container, uri, place };
    for (const { title: name, place } of tasks) yield { name, kind: SymbolKind.Method, container, uri, place };
    for (const { name, person, places } of names) {
      const [place] = places;
      if (person && place) yield { name, kind: SymbolKind.Object, container, uri, place };
    }
  }
}

function toSymbol({ name, kind, container, uri, place }: Candidate): WorkspaceSymbol {
  return {
    name,
    kind,
    ...(container ? { containerName: container } : {}),
    location: { uri, range: toLspPlace(place) },
  };
}

function folded(text: string): string {
  return text.replace(/[\s\u3000]+/g, '').toLowerCase();
}

function holdsInOrder(name: string, wanted: string): boolean {
  let at = -1;
  for (const sign of wanted) {
    at = name.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}
