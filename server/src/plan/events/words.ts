import { anyOf } from '../../text/any-of.ts';
import { sign } from '../signs.ts';
import words from './events.yaml';

interface EventEntry {
  readonly kind: string;
  readonly words: readonly string[];
  readonly single?: boolean;
  readonly window?: boolean;
}

interface ActEntry {
  readonly kind: string;
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly single?: boolean;
  readonly window?: boolean;
}

/** Of two kinds of events, which one has to be over before the other. */
export interface EventOrder {
  readonly first: string;
  readonly second: string;
  /** Told only of one line (二期6月动工，5月完工), or of one paper that both are about; else of the whole plan. */
  readonly of?: 'line' | 'object';
  /** The title must name it: 评估报告 is that of a drill in a plan for one. */
  readonly title?: string;
  /** Which of the two is marked: what serves the other, else the second one. */
  readonly wrong?: 'first';
}

const table = words as {
  readonly events: readonly EventEntry[];
  readonly deeds: readonly EventEntry[];
  readonly acts: readonly ActEntry[];
  readonly orders: readonly EventOrder[];
};

export const orders = table.orders;

const wordsOf = (entries: readonly EventEntry[]) => entries.flatMap((entry) => entry.words);
const kinds = new Map(
  [...table.events, ...table.deeds].flatMap(({ kind, words: all }) => all.map((word) => [word, kind])),
);
const all = [...table.events, ...table.deeds, ...table.acts];
const single = new Set(all.filter((entry) => entry.single).map(({ kind }) => kind));
const windows = new Set(all.filter((entry) => entry.window).map(({ kind }) => kind));
const deeds = new Set(wordsOf(table.deeds));

const named = [...wordsOf(table.events), ...wordsOf(table.deeds)];
const objects = table.acts.flatMap((one) => one.objects);
const everyWord = [...named, ...objects];

/** Everything that an event is called by; with `g`, to be used with `matchesOf` alone. */
export const eventWord = new RegExp(anyOf(named), 'g');

export const kindOf = (word: string): string => kinds.get(word) ?? word;
export const isDeed = (word: string): boolean => deeds.has(word);
/** A plan holds it once. */
export const isSingle = (kind: string): boolean => single.has(kind);
/** It lasts, and its last day is what people go by. */
export const isWindow = (kind: string): boolean => windows.has(kind);

/** Lines without it speak of no event. */
export const eventSign = sign({ words: everyWord });
/** What an act is done to, of all of them: without it nobody tells of one. */
export const actObject = new RegExp(anyOf(objects));
/** One of the words for any event. */
export const anyEvent = new RegExp(anyOf(everyWord));

/** How an act is told around its day. */
export interface ActWords {
  readonly kind: string;
  /** 评选结果于 in front of the day. */
  readonly objectBefore: RegExp;
  /** …公布 behind it. */
  readonly verbBehind: RegExp;
  /** 登录系统打印准考证 behind it. */
  readonly bothBehind: RegExp;
  /** 打印准考证, 准考证打印 as a name. */
  readonly name: RegExp;
}

export const actWords: readonly ActWords[] = table.acts.map(({ kind, verbs, objects }) => {
  const [verb, object] = [anyOf(verbs), anyOf(objects)];
  return {
    kind,
    objectBefore: new RegExp(`(${object})[^，。；、：]{0,4}[，,]?(?:拟?定于|拟于|将[于在]|自|于|从|在)?\\s?$`),
    verbBehind: new RegExp(`^[^。；，]{0,20}?(${verb})`),
    bothBehind: new RegExp(`^[^。；、]{0,24}?(${verb})[^，。；、]{0,4}(${object})(?![后前])`),
    name: new RegExp(`^(?:(?:${verb})(?:${object})|(?:${object})(?:的)?(?:${verb}))$`),
  };
});
