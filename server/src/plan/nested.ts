import type { Line } from './model.ts';

const NONE: ReadonlySet<Line> = new Set();

/**
 * The lines that an author numbered 一、, 二、 below a （一）, upside down: the series around it goes on unbroken behind them. Sure
 * only where two of them at least stand there, below a （一） that lies in an outer 二、, and where they are left for
 * what goes on outside: for （二）, for 三、, or for a 三、 that could be theirs and has （一） below it.
 *
 * @param lines lines of one plan in order
 */
export function nestedLines(lines: readonly Line[]): ReadonlySet<Line> {
  let found: Set<Line> | undefined;
  let outer = 0;
  let bracket = 0;
  let isTop = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const number = line && isRead(line) ? line.facts.number : undefined;
    if (!line || !number || found?.has(line)) continue;
    if (number.kind === 'han') {
      const inner = isTop && number.value === 1 && outer > 0 ? listAt(lines, at, bracket, outer) : [];
      if (inner.length > 0) {
        found ??= new Set();
        for (const one of inner) found.add(one);
      } else outer = number.value;
      isTop = false;
    } else if (number.kind === 'hanBracket') {
      bracket = number.value;
      isTop = true;
    } else if (outermost.has(number.kind)) {
      outer = 0;
      isTop = false;
    } else if (number.level !== undefined) isTop = false;
  }
  return found ?? NONE;
}

const isRead = ({ place }: Line): boolean => place !== 'quote' && place !== 'cell';
const outermost: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article']);

/** The lines of the list that begins with the 一、 at `at`, or none when it is not sure that it lies below the （一）. */
function listAt(lines: readonly Line[], at: number, bracket: number, outer: number): readonly Line[] {
  const list: Line[] = [];
  for (let next = at; next < lines.length; next++) {
    const line = lines[next];
    if (!line || !isRead(line)) continue;
    const number = line.facts.number;
    if (number === undefined ? line.place === 'heading' || line.text.startsWith('附') : outermost.has(number.kind))
      break;
    if (number?.kind === 'han') {
      if (number.value === list.length + 1) list.push(line);
      else return number.value === outer + 1 ? atLeastTwo(list) : [];
    } else if (number?.kind === 'hanBracket') {
      if (number.value === bracket + 1 && number.value > 1) return atLeastTwo(list);
      return number.value === 1 && list.length === outer + 1 ? atLeastTwo(list.slice(0, -1)) : [];
    }
  }
  return [];
}

const atLeastTwo = (list: readonly Line[]): readonly Line[] => (list.length < 2 ? [] : list);

/**
 * The （一）, （二） that an author numbered below 1., 2., upside down: in a part that has no （一） above its 1., two numbers of
 * the series at least have a （一） right below them, and nothing but their （二） in between.
 *
 * @param lines lines of one plan in order
 */
export function bracketsBelowFigures(lines: readonly Line[]): ReadonlySet<Line> {
  let found: Set<Line> | undefined;
  let inner: Line[] = [];
  let figure = 0;
  let holders = 0;
  let isOpen = true;
  let above: number | undefined;
  const close = (): void => {
    if (holders >= 2) found = new Set([...(found ?? NONE), ...inner]);
    inner = [];
    figure = 0;
    holders = 0;
    above = undefined;
  };
  for (const line of lines) {
    const number = isRead(line) ? line.facts.number : undefined;
    if (!number) continue;
    if (number.kind === 'han' || outermost.has(number.kind)) {
      close();
      isOpen = true;
    } else if (number.kind === 'arabic' && !number.multi) {
      if (!isOpen) continue;
      if (number.value === figure + 1) figure++;
      else {
        close();
        isOpen = false;
      }
      above = 0;
    } else if (number.kind === 'hanBracket') {
      if (isOpen && above !== undefined && number.value === above + 1) {
        if (above === 0) holders++;
        above++;
        inner.push(line);
      } else {
        close();
        isOpen = false;
      }
    }
  }
  close();
  return found ?? NONE;
}
