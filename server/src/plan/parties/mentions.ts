import type { Range } from '../../text/range.ts';
import type { PartyRole } from './words.ts';

/** Somebody or a body that a text makes answer for something. */
export interface PartyMention {
  /** The words that say so, label and verb included. */
  readonly range: Range;
  readonly nameRange: Range;
  /** As written, without title: 王立群, 教务处. */
  readonly name: string;
  readonly role: PartyRole;
  readonly rank?: 'first' | 'direct' | 'overall' | 'shared';
  /** Office of the person: 校长. */
  readonly unit?: string;
  /** Nobody in particular: 专人, 有关部门. */
  readonly vague: boolean;
  /** 责任单位：…，下同: answers for what follows as well. */
  readonly onward?: boolean;
  /** It stands where a name stands and does not look like one: 由党政牵头. Somebody answers; who it is cannot be said. */
  readonly unlike?: boolean;
}

export const NOBODY: readonly PartyMention[] = [];

/** What has been found in a line; each of its characters belongs to one name. */
export class Mentions {
  readonly #list: PartyMention[] = [];
  /** Characters of names, once there are so many that asking each of them would cost its square. */
  #taken: Set<number> | undefined;

  /** Whether a part of a range belongs to a name already. */
  isTaken({ start, end }: Range): boolean {
    if (!this.#taken) return this.#list.some(({ nameRange }) => nameRange.start < end && start < nameRange.end);
    for (let at = start; at < end; at++) if (this.#taken.has(at)) return true;
    return false;
  }

  add(mention: PartyMention): void {
    this.#list.push(mention);
    if (this.#list.length < fewMentions) return;
    const added = this.#taken ? [mention] : this.#list;
    this.#taken ??= new Set();
    for (const { nameRange } of added) for (let at = nameRange.start; at < nameRange.end; at++) this.#taken.add(at);
  }

  inOrder(): readonly PartyMention[] {
    if (this.#list.length === 0) return NOBODY;
    return this.#list.length > 1 ? this.#list.sort((a, b) => a.range.start - b.range.start) : this.#list;
  }
}

const fewMentions = 24;
