import { cutToWidth, displayWidth } from '../../text/display-width.ts';
import { printable } from '../plain-words.ts';

/** Attributes of an element; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG or HTML with its children, which are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value ?? '')}"`)
    .join('');
  return children.length === 0 && !open.has(name)
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Elements of HTML that must not close themselves. */
const open = new Set(['td', 'th', 'tr', 'table', 'tbody', 'thead', 'caption', 'button', 'div', 'section', 'span', 'p']);

/** Text as markup; signs that no XML may hold are left out. */
export function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A place or a width with one decimal. */
export const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** Width of a text in pixels: a full-width character is as wide as the font is high. */
export function textWidth(text: string, size: number): number {
  return (displayWidth(text, 2) * size) / 2;
}

/** The text cut to a width in pixels, with … at its end where something was cut. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const columns = Math.floor((width * 2) / size) - 2;
  return columns < 2 ? '' : `${cutToWidth(text, columns, 2)}…`;
}
