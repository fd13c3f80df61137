import type { DocumentTimeline, TimelineEnd, TimelineItem } from '../../server/src/protocol.ts';
import { dayLabel, edgesNear } from './days.ts';

/** What dragging needs of the page around it. */
export interface Surroundings {
  readonly picture: HTMLElement;
  timeline(): DocumentTimeline | undefined;
  item(id: string): TimelineItem | undefined;
  moved(item: string, end: TimelineEnd, day: number): void;
  /** Taken hold of and let go without moving. */
  clicked(item: string): void;
  ended(): void;
}

interface Hold {
  readonly item: TimelineItem;
  readonly end: TimelineEnd;
  readonly pointer: number;
  readonly from: number;
  /** The day at that end. */
  readonly day: number;
  now: number;
  moved: boolean;
}

const namespace = 'http://www.w3.org/2000/svg';
/** So near to the edge of a third of a month (pixels) one lands on it. */
const pull = 6;

/** Takes the ends of bars along with the pointer; what is written changes when they are let go. */
export class Dragging {
  readonly #page: Surroundings;
  #hold: Hold | undefined;
  #ghost: SVGGElement | undefined;
  #ended = 0;

  constructor(page: Surroundings) {
    this.#page = page;
    const { picture } = page;
    picture.addEventListener('pointerdown', (event) => this.#begin(event));
    picture.addEventListener('pointermove', (event) => this.#follow(event));
    picture.addEventListener('pointerup', (event) => this.#end(event));
    picture.addEventListener('pointercancel', () => this.cancel());
  }

  get active(): boolean {
    return this.#hold !== undefined;
  }

  /** The click that belongs to letting go is none. */
  get justEnded(): boolean {
    return performance.now() - this.#ended < 50;
  }

  /** @returns whether anything was being dragged */
  cancel(): boolean {
    const held = this.#hold !== undefined;
    this.#release();
    return held;
  }

  #begin(event: PointerEvent): void {
    const handle = (event.target as Element).closest<SVGElement>('.handle');
    const id = handle?.closest<SVGGElement>('.item')?.dataset.item;
    const item = id === undefined ? undefined : this.#page.item(id);
    const end = handle?.dataset.end as TimelineEnd | undefined;
    const day = end === 'start' ? item?.start : item?.end;
    if (event.button !== 0 || !item || !end || day === undefined) return;
    event.preventDefault();
    this.#page.picture.setPointerCapture(event.pointerId);
    this.#hold = { item, end, pointer: event.pointerId, from: event.clientX, day, now: day, moved: false };
  }

  #follow(event: PointerEvent): void {
    const hold = this.#hold;
    if (!hold || event.pointerId !== hold.pointer) return;
    const distance = event.clientX - hold.from;
    if (!hold.moved && Math.abs(distance) < 3) return;
    hold.moved = true;
    hold.now = this.#dayAt(hold, distance);
    this.#show(hold);
  }

  #dayAt({ item, end, day }: Hold, distance: number): number {
    const perDay = this.#page.timeline()?.origin.perDay ?? 1;
    const exact = day + distance / perDay;
    let to = Math.round(exact);
    if (item.coarse) {
      const near = edgesNear(to, end === 'start' ? 'start' : 'end').find(
        (edge) => Math.abs(edge - exact) * perDay <= Math.min(pull, perDay * 4),
      );
      to = near ?? to;
    }
    // An end stays on its side of the other one.
    if (end === 'start' && item.end !== undefined) return Math.min(to, item.end);
    if (end === 'end' && item.start !== undefined) return Math.max(to, item.start);
    return to;
  }

  #show(hold: Hold): void {
    const timeline = this.#page.timeline();
    const svg = this.#page.picture.querySelector('svg');
    const own = this.#page.picture.querySelector<SVGGElement>(`.item[data-item="${CSS.escape(hold.item.id)}"]`);
    if (!timeline || !svg || !own) return;
    const { day: first, x: left, perDay } = timeline.origin;
    const place = (day: number) => left + (day - first) * perDay;
    const box = own.getBBox();
    const [from, to] =
      hold.end === 'start'
        ? [place(hold.now), hold.item.end === undefined ? place(hold.now + 1) : place(hold.item.end + 1)]
        : [
            hold.end === 'end' && hold.item.start !== undefined ? place(hold.item.start) : place(hold.now),
            place(hold.now + 1),
          ];
    this.#ghost?.remove();
    const ghost = document.createElementNS(namespace, 'g');
    ghost.setAttribute('class', 'ghost');
    const rect = document.createElementNS(namespace, 'rect');
    const attributes = { x: from, y: box.y + 2, width: Math.max(to - from, 3), height: Math.max(box.height - 4, 4) };
    for (const [name, value] of Object.entries(attributes)) rect.setAttribute(name, String(value));
    const text = document.createElementNS(namespace, 'text');
    text.textContent = dayLabel(hold.now, document.documentElement.lang);
    const edge = hold.end === 'start' ? from : to;
    text.setAttribute('x', String(Math.min(edge + 6, svg.clientWidth - 70)));
    text.setAttribute('y', String(Math.max(box.y - 2, 12)));
    ghost.append(rect, text);
    svg.append(ghost);
    this.#ghost = ghost;
  }

  #end(event: PointerEvent): void {
    const hold = this.#hold;
    if (!hold || event.pointerId !== hold.pointer) return;
    this.#ended = performance.now();
    const { item, end, now, day, moved } = hold;
    if (!moved) this.#page.clicked(item.id);
    else if (now !== day) this.#page.moved(item.id, end, now);
    this.#release();
  }

  #release(): void {
    const pointer = this.#hold?.pointer;
    this.#hold = undefined;
    this.#ghost?.remove();
    this.#ghost = undefined;
    if (pointer !== undefined && this.#page.picture.hasPointerCapture(pointer)) {
      this.#page.picture.releasePointerCapture(pointer);
    }
    if (pointer !== undefined) this.#page.ended();
  }
}
