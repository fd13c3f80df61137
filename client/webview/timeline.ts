import './timeline.css';
import type { DocumentTimeline, TimelineEnd, TimelineItem } from '../../server/src/protocol.ts';
import { Dragging } from './dragging.ts';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { PendingMoves } from './pending-moves.ts';

/** The page of the timeline: shows what the server has drawn, and tells what the author does with it. */

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const api = acquireVsCodeApi();
const picture = part('picture');
const head = part('head');
const tables = part('tables');
const details = part('table') as HTMLDetailsElement;
const status = part('status');

let timeline: DocumentTimeline | undefined;
let items = new Map<string, TimelineItem>();
let state: PageState = api.getState() ?? {};
/** The item that the keyboard comes to, and the one in whose text the cursor stands. */
let current = state.item;
let marked: string | undefined;
const moves = new PendingMoves();

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

function remember(more: PageState): void {
  state = { ...state, ...more };
  api.setState(state);
}

const widthOfView = () => document.documentElement.clientWidth;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'draw':
      // Another text has versions of its own, and no edit under way.
      if (data.uri !== state.uri) moves.forget();
      remember({ uri: data.uri });
      draw(data.timeline);
      break;
    case 'mark':
      mark(data.item);
      break;
    case 'tell':
      moves.forget();
      tell(data.text);
      break;
  }
});

function tell(text: string): void {
  // An unchanged text would not be read out again.
  status.textContent = '';
  status.textContent = text;
}

function draw(next: DocumentTimeline): void {
  if (dragging.active) {
    later = next;
    return;
  }
  const hadFocus = picture.contains(document.activeElement);
  // What was said is about the text as it was.
  if (next.version !== timeline?.version) status.textContent = '';
  timeline = next;
  items = new Map(next.items.map((item) => [item.id, item]));
  const svg = new DOMParser().parseFromString(next.svg, 'image/svg+xml').documentElement;
  svg.setAttribute('aria-describedby', 'keys');
  picture.replaceChildren(document.importNode(svg, true));
  document.documentElement.lang = svg.getAttribute('lang') ?? 'zh-CN';
  part('keys').textContent = next.texts.keys;
  part('legend').textContent = next.texts.legend;
  part('summary').textContent = next.texts.table;
  const page = new DOMParser().parseFromString(next.table, 'text/html');
  tables.replaceChildren(...[...page.body.children].map((child) => document.importNode(child, true)));
  drawHead();
  setCurrent(current && items.has(current) ? current : next.items[0]?.id, hadFocus);
  mark(marked);
  moves.drawn(next.version);
  sendPending();
  document.body.dataset.version = String(next.version);
}

/** The axis once more, at the top of the window while its own is out of sight. */
function drawHead(): void {
  const svg = picture.querySelector('svg');
  const axis = svg?.querySelector('.axis');
  const top = Number(axis?.getAttribute('data-top') ?? 0);
  head.replaceChildren();
  if (!svg || !axis) return;
  const copy = document.createElementNS(svg.namespaceURI ?? '', 'svg') as SVGSVGElement;
  const width = svg.getAttribute('width') ?? '0';
  copy.setAttribute('width', width);
  copy.setAttribute('height', '36');
  copy.setAttribute('viewBox', `0 ${top} ${width} 36`);
  copy.setAttribute('font-size', '12');
  copy.setAttribute('aria-hidden', 'true');
  copy.append(axis.cloneNode(true));
  head.append(copy);
  showHead();
}

function showHead(): void {
  const axis = picture.querySelector('.axis');
  const top = Number(axis?.getAttribute('data-top') ?? 0);
  head.classList.toggle('shown', axis !== null && window.scrollY > picture.offsetTop + top);
}

window.addEventListener('scroll', showHead, { passive: true });

const elementOf = (id: string | undefined) =>
  id === undefined ? null : picture.querySelector<SVGGElement>(`.item[data-item="${CSS.escape(id)}"]`);

function setCurrent(id: string | undefined, focus: boolean): void {
  for (const old of picture.querySelectorAll('.item[tabindex="0"]')) {
    old.setAttribute('tabindex', '-1');
    old.setAttribute('aria-selected', 'false');
  }
  current = id;
  remember(id === undefined ? {} : { item: id });
  const element = elementOf(id);
  element?.setAttribute('tabindex', '0');
  element?.setAttribute('aria-selected', 'true');
  if (focus) element?.focus();
}

/** Marks the item in whose text the cursor stands. */
function mark(id: string | undefined): void {
  marked = id;
  for (const old of document.querySelectorAll('.marked')) old.classList.remove('marked');
  const element = elementOf(id);
  element?.classList.add('marked');
  element?.closest('.row')?.classList.add('marked');
  if (!element || picture.contains(document.activeElement)) return;
  setCurrent(id, false);
  element.scrollIntoView({ block: 'nearest' });
}

function send(item: string, end: TimelineEnd, day: number): void {
  if (!timeline) return;
  moves.sent(timeline.version);
  api.postMessage({ type: 'move', version: timeline.version, item, end, day });
}

/** Moves an end by days; while an edit is under way, days are added up. */
function moveBy(item: TimelineItem, wanted: 'start' | 'end', days: number): void {
  const end = item.ends.includes(wanted) ? wanted : item.ends.includes('day') ? 'day' : undefined;
  if (!end) {
    tell(item.fixed ?? '');
    return;
  }
  moves.wish({ item: item.id, end, days });
  sendPending();
}

function sendPending(): void {
  const move = moves.take();
  const item = move && items.get(move.item);
  const day = move?.end === 'start' ? item?.start : item?.end;
  if (move && item && day !== undefined) send(item.id, move.end, day + move.days);
}

let later: DocumentTimeline | undefined;
const dragging = new Dragging({
  picture,
  timeline: () => timeline,
  item: (id) => items.get(id),
  moved: send,
  clicked: (id) => open(id),
  ended: () => {
    const next = later;
    later = undefined;
    if (next) draw(next);
  },
});

function open(id: string): void {
  setCurrent(id, false);
  api.postMessage({ type: 'show', item: id, focus: true });
}

picture.addEventListener('click', ({ target }) => {
  const item =
    (target as Element).closest<SVGGElement>('.item') ??
    (target as Element).closest('.row')?.querySelector<SVGGElement>('.item');
  const id = item?.dataset.item;
  if (id && !dragging.justEnded) open(id);
});

tables.addEventListener('click', ({ target }) => {
  const id = (target as Element).closest<HTMLElement>('[data-item]')?.dataset.item;
  if (id) open(id);
});

picture.addEventListener('keydown', (event) => {
  if (key(event)) {
    // VS Code would take Alt with an arrow for going back.
    event.preventDefault();
    event.stopPropagation();
  }
});

/** @returns whether the key was for us */
function key(event: KeyboardEvent): boolean {
  const all = [...picture.querySelectorAll<SVGGElement>('.item')];
  const at = all.findIndex((element) => element.dataset.item === current);
  const item = current === undefined ? undefined : items.get(current);
  const go = (index: number) => {
    const next = all[Math.min(Math.max(index, 0), all.length - 1)]?.dataset.item;
    if (next === undefined) return true;
    setCurrent(next, true);
    api.postMessage({ type: 'show', item: next, focus: false });
    return true;
  };
  if (event.ctrlKey || event.metaKey) {
    const letter = event.key.toLowerCase();
    const command = letter === 'y' || (letter === 'z' && event.shiftKey) ? 'redo' : letter === 'z' ? 'undo' : undefined;
    if (command) api.postMessage({ type: 'history', command });
    return command !== undefined;
  }
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.altKey) {
    if (by && item) moveBy(item, event.shiftKey ? 'start' : 'end', by);
    return by !== undefined;
  }
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return go(at + 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return go(at - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(all.length - 1);
    case 'Enter':
    case ' ':
      if (current !== undefined) open(current);
      return true;
    case '+':
    case '=':
    case '-':
      if (item) moveBy(item, 'end', event.key === '-' ? -1 : 1);
      return true;
    case 'Escape':
      return dragging.cancel();
    default:
      return false;
  }
}

details.open = state.tableOpen === true;
details.addEventListener('toggle', () => remember({ tableOpen: details.open }));

// Whoever comes here by keyboard stands on an item at once, and the arrows go on from there.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) elementOf(current)?.focus({ preventScroll: true });
});

let width = widthOfView();
let resized: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('resize', () => {
  clearTimeout(resized);
  resized = setTimeout(() => {
    if (widthOfView() === width) return;
    width = widthOfView();
    api.postMessage({ type: 'ready', width });
  }, 150);
});
api.postMessage({ type: 'ready', width });
