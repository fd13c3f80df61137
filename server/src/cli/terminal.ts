type Environment = Readonly<Record<string, string | undefined>>;

export type Colour = 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'dim' | 'bold' | 'underline';

/** Puts text between the codes of a colour, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
  green: [32, 39],
  dim: [2, 22],
  bold: [1, 22],
  underline: [4, 24],
};

export const plain: Paint = (_, text) => text;
export const coloured: Paint = (colour, text) => {
  const [on, off] = codes[colour];
  return text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`;
};

/**
 * Whether to write colours: as asked on the command line; else NO_COLOR and FORCE_COLOR, in this
 * order (no-color.org, force-color.org: set and not empty; FORCE_COLOR=0 is none); else only on a terminal.
 */
export function wantsColour(asked: boolean | undefined, environment: Environment, isTerminal: boolean): boolean {
  if (asked !== undefined) return asked;
  if ((environment.NO_COLOR ?? '') !== '') return false;
  const force = environment.FORCE_COLOR ?? '';
  if (force !== '') return force !== '0' && force !== 'false';
  return isTerminal && environment.TERM !== 'dumb';
}

/** Columns of ambiguous characters: two where a terminal was set up so for Chinese, else one. */
export function ambiguousWidth(environment: Environment): 1 | 2 {
  return environment.VTE_CJK_WIDTH === 'wide' || environment.FANGAN_AMBIGUOUS_WIDTH === '2' ? 2 : 1;
}
