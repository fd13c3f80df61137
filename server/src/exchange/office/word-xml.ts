import { printable } from '../plain-words.ts';

/** A part of a Word file that cannot be read as XML. */
export class DamagedXml extends Error {}

/** An element of a tree that is read from one part, changed, and written again. */
export interface XmlElement {
  /** With its prefix, as it is written. */
  readonly name: string;
  /** Without prefix. */
  readonly local: string;
  readonly uri: string;
  /** By their names as written. */
  readonly attributes: Map<string, string>;
  children: XmlNode[];
}

/** A string is text. */
export type XmlNode = XmlElement | string;

/** Namespaces of WordprocessingML, transitional and strict. */
const word: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Deeper than Word nests anything; what goes deeper is made to overflow a stack. */
const deepest = 1000;

const attribute = /([^\s=/>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')\s*/y;
const nameAtHead = /^[^\s/>]+/;

/**
 * Reads one part of an office file: elements, attributes and text. Comments and instructions are passed over.
 * @throws DamagedXml where it is not well-formed, or has a document type, which office files have not
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decodeXml(bytes);
  let root: XmlElement | undefined;
  const open: { readonly element: XmlElement; readonly scope: ReadonlyMap<string, string> }[] = [];
  let at = text.indexOf('<');
  while (at >= 0) {
    const top = open.at(-1);
    if (text.startsWith('<!--', at)) at = behind(text, '-->', at);
    else if (text.startsWith('<![CDATA[', at)) {
      const end = behind(text, ']]>', at);
      top?.element.children.push(text.slice(at + 9, end - 3));
      at = end;
    } else if (text.startsWith('<?', at)) at = behind(text, '?>', at);
    else if (text.startsWith('<!', at)) throw new DamagedXml('document type');
    else {
      const end = endOfTag(text, at);
      if (text.charAt(at + 1) === '/') {
        if (!top || text.slice(at + 2, end).trim() !== top.element.name) throw new DamagedXml('end of an element');
        open.pop();
      } else {
        const isEmpty = text.charAt(end - 1) === '/';
        const { element, scope } = readTag(text.slice(at + 1, isEmpty ? end - 1 : end), top?.scope ?? new Map());
        if (top) top.element.children.push(element);
        else if (root) throw new DamagedXml('second root');
        else root = element;
        if (!isEmpty) open.push({ element, scope });
        if (open.length > deepest) throw new DamagedXml('depth');
      }
      at = end + 1;
    }
    const next = text.indexOf('<', at);
    if (next > at) open.at(-1)?.element.children.push(unescaped(text.slice(at, next)));
    at = next;
  }
  if (!root || open.length > 0) throw new DamagedXml('it breaks off');
  return root;
}

function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff && 'utf-16be';
  try {
    return new TextDecoder(wide || 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DamagedXml('encoding');
  }
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found < 0) throw new DamagedXml(mark);
  return found + mark.length;
}

/** Offset of the `>` that ends a tag; one within an attribute does not. */
function endOfTag(text: string, from: number): number {
  let end = text.indexOf('>', from);
  for (let at = from; at < end; ) {
    const quote = nextQuote(text, at, end);
    if (quote < 0) break;
    const close = text.indexOf(text.charAt(quote), quote + 1);
    if (close < 0) throw new DamagedXml('attribute');
    at = close + 1;
    if (close > end) end = text.indexOf('>', close);
  }
  if (end < 0) throw new DamagedXml('tag');
  return end;
}

function nextQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.charAt(at) === '"' || text.charAt(at) === "'") return at;
  return -1;
}

function readTag(tag: string, outer: ReadonlyMap<string, string>) {
  const name = nameAtHead.exec(tag)?.[0];
  if (!name) throw new DamagedXml('tag without name');
  const attributes = new Map<string, string>();
  let scope = outer;
  let at = name.length;
  while (at < tag.length && /\s/.test(tag.charAt(at))) at++;
  while (at < tag.length) {
    attribute.lastIndex = at;
    const match = attribute.exec(tag);
    if (!match) throw new DamagedXml('attribute');
    const [whole, key = '', double, single] = match;
    const value = unescaped(double ?? single ?? '');
    attributes.set(key, value);
    if (key === 'xmlns' || key.startsWith('xmlns:')) scope = new Map([...scope, [key.slice(6), value]]);
    at += whole.length;
  }
  const colon = name.indexOf(':');
  const uri = scope.get(colon < 0 ? '' : name.slice(0, colon)) ?? '';
  const element: XmlElement = { name, local: name.slice(colon + 1), uri, attributes, children: [] };
  return { element, scope };
}

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,8}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return references[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

function escaped(text: string): string {
  return printable(text).replace(/[<>&"]/g, (sign) => escapes[sign] ?? sign);
}

export function writeXml(root: XmlElement): Uint8Array {
  const pieces: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const write = (node: XmlNode): void => {
    if (typeof node === 'string') {
      pieces.push(escaped(node));
      return;
    }
    pieces.push('<', node.name);
    for (const [key, value] of node.attributes) pieces.push(' ', key, '="', escaped(value), '"');
    if (node.children.length === 0) {
      pieces.push('/>');
      return;
    }
    pieces.push('>');
    node.children.forEach(write);
    pieces.push('</', node.name, '>');
  };
  write(root);
  return new TextEncoder().encode(pieces.join(''));
}

/** Whether the node is the element of WordprocessingML with that name. */
export function isWord(node: XmlNode | undefined, local: string): node is XmlElement {
  return typeof node === 'object' && node.local === local && word.has(node.uri);
}

export function childrenOf(element: XmlElement | undefined): XmlElement[] {
  return element ? element.children.filter((child) => typeof child === 'object') : [];
}

/** The first child element with that name, of whatever namespace. */
export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return childrenOf(element).find((child) => child.local === local);
}

/** An attribute by its name without prefix. */
export function attributeOf(element: XmlElement | undefined, local: string): string | undefined {
  if (!element) return undefined;
  for (const [key, value] of element.attributes) if (key === local || key.endsWith(`:${local}`)) return value;
  return undefined;
}

/** `w:val` of a child, as most properties have it. */
export function wordValue(element: XmlElement | undefined, local: string): string | undefined {
  return attributeOf(childOf(element, local), 'val');
}

/** Every element below, in document order; below those for which `enter` says no, nothing. */
export function visitBelow(element: XmlElement, enter: (element: XmlElement) => boolean): void {
  for (const child of childrenOf(element)) if (enter(child)) visitBelow(child, enter);
}

/** The text of all `w:t` (and the like) below, without blanks at its ends. */
export function textBelow(element: XmlElement, names: ReadonlySet<string> = new Set(['t'])): string {
  let text = '';
  visitBelow(element, (child) => {
    if (names.has(child.local)) text += child.children.filter((one) => typeof one === 'string').join('');
    else if (child.local === 'p' && text !== '') text += ' ';
    return true;
  });
  return text.replace(/\s+/g, ' ').trim();
}

/** An element of WordprocessingML with the prefix that the document uses. */
export function wordElement(like: XmlElement, local: string, children: XmlNode[], value?: string): XmlElement {
  const prefix = like.name.includes(':') ? `${like.name.slice(0, like.name.indexOf(':'))}:` : '';
  const attributes = new Map(value === undefined ? [] : [[`${prefix}val`, value]]);
  return { name: prefix + local, local, uri: like.uri, attributes, children };
}
