let units = new Uint16Array(4096);
let loaded = '';

/**
 * The units of a text, with a 0 behind them; to be read before another text is asked for. Lines are cut
 * out of longer texts, and each `charCodeAt` finds its way through to those: who looks at every unit
 * looks here, and all of them that look at one line after another share it.
 */
export function unitsOf(text: string): Uint16Array {
  if (text === loaded) return units;
  if (text.length >= units.length) units = new Uint16Array(2 * text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  units[text.length] = 0;
  loaded = text;
  return units;
}

/** Kinds of units, by their number: 1 for those of the list. A look into it costs less than any other test. */
export function tableOfUnits(units: string): Uint8Array {
  const table = new Uint8Array(65_536);
  for (let at = 0; at < units.length; at++) table[units.charCodeAt(at)] = 1;
  return table;
}

/** False for units that are surely no Han character: letters, figures, the usual marks. A cheap test in front of `\p{Script=Han}`. */
export function mayBeHan(unit: number): boolean {
  return unit >= 0x2e80 && unit < 0xff00 && (unit > 0x3020 || unit < 0x3000 || unit === 0x3005 || unit === 0x3007);
}

/** How many units are Han characters of the usual block. */
export function usualHanIn(words: string): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fa5) count++;
  }
  return count;
}
