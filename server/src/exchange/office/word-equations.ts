import { attributeOf, childOf, childrenOf, type XmlElement } from './word-xml.ts';

/** What two delimiters of `\b` and its options look like; others are their own mirror. */
const mirrors: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>', '（': '）', '【': '】' };

/**
 * The formula of an `EQ` field in one line: `\f(1,2)` → 1/2, `\r(3,x)` → 3√x, `\s\up6(2)` → 2. Nothing of what it shows
 * is lost, only its layout.
 * @param code what stands behind EQ
 */
export function equationText(code: string): string {
  const reader = new Reader(code.replace(/\\\*\s*\w+\s*$/, ''));
  const text = reader.until(/$^/);
  return (reader.isSound ? text : code).replace(/\s+/g, ' ').trim();
}

class Reader {
  readonly #code: string;
  #at = 0;
  isSound = true;

  constructor(code: string) {
    this.#code = code;
  }

  /** Text up to a sign outside of brackets, which is left, or to the end. */
  until(end: RegExp): string {
    let text = '';
    let depth = 0;
    while (this.#at < this.#code.length) {
      const sign = this.#code.charAt(this.#at);
      if (depth === 0 && end.test(sign)) return text;
      if (sign === '\\') {
        text += this.#command();
        continue;
      }
      if (sign === '(') depth++;
      if (sign === ')') depth--;
      text += sign;
      this.#at++;
    }
    if (end.source !== '$^') this.isSound = false;
    return text;
  }

  /** A function with its arguments, or the sign behind a backslash. */
  #command(): string {
    const rest = this.#code.slice(this.#at);
    const [all, name = '', options = ''] =
      /^\\([a-zA-Z])\s*((?:\\(?:[a-zA-Z]{2}\s*(?:\\.|[-\d]+)?|[a-zA-Z]{2})\s*)*)/.exec(rest) ?? [];
    if (all === undefined) {
      this.#at += 2;
      return rest.slice(1, 2);
    }
    this.#at += all.length;
    const parts = this.#code.charAt(this.#at) === '(' ? this.#arguments() : [];
    return shown(name.toLowerCase(), options, parts);
  }

  #arguments(): string[] {
    const parts: string[] = [];
    do {
      this.#at++;
      parts.push(this.until(/[,，;；)]/).trim());
    } while (this.#at < this.#code.length && this.#code.charAt(this.#at) !== ')');
    this.#at++;
    return parts;
  }
}

function shown(name: string, options: string, parts: readonly string[]): string {
  const [first = '', second = '', third = ''] = parts;
  switch (name) {
    case 'f':
      return `${grouped(first)}/${grouped(second)}`;
    case 'r':
      return parts.length > 1 ? `${first}√${grouped(second)}` : `√${grouped(first)}`;
    case 'i': {
      const sign = /\\su/i.test(options) ? 'Σ' : /\\pr/i.test(options) ? 'Π' : '∫';
      return first === '' && second === '' ? `${sign}${third}` : `${sign}[${first},${second}]${third}`;
    }
    case 'b': {
      const both = /\\bc\s*\\(.)/i.exec(options)?.[1];
      const left = both ?? /\\lc\s*\\(.)/i.exec(options)?.[1];
      const right = both === undefined ? /\\rc\s*\\(.)/i.exec(options)?.[1] : (mirrors[both] ?? both);
      return left === undefined && right === undefined ? `(${first})` : (left ?? '') + first + (right ?? '');
    }
    case 'l':
      return parts.join(',');
    case 'a':
      return parts.join(' ');
    default:
      return parts.join('');
  }
}

/** A sum above or below a line is one thing. */
const grouped = (text: string) => (/^[^\s+\-−×÷*/=＋－]*$/.test(text) ? text : `(${text})`);

/** A formula of Office (`m:oMath`) in one line; `plain` where nothing but its letters stand in it. */
export function officeMath(element: XmlElement): { readonly text: string; readonly plain: boolean } {
  let plain = true;
  return { text: textOf(element), plain };

  function textOf(node: XmlElement | undefined): string {
    if (!node) return '';
    if (node.local === 't') return node.children.filter((child) => typeof child === 'string').join('');
    const below = (name: string) => textOf(childOf(node, name));
    const all = () => childrenOf(node).map(textOf).join('');
    switch (node.local) {
      case 'f':
        plain = false;
        return `${grouped(below('num'))}/${grouped(below('den'))}`;
      case 'rad':
        plain = false;
        return `${below('deg')}√${grouped(below('e'))}`;
      case 'd': {
        const properties = childOf(node, 'dPr');
        const sign = (name: string, usual: string) => attributeOf(childOf(properties, name), 'val') ?? usual;
        const parts = childrenOf(node).filter(({ local }) => local === 'e');
        return sign('begChr', '(') + parts.map(textOf).join(sign('sepChr', '|')) + sign('endChr', ')');
      }
      case 'nary': {
        plain = false;
        const sign = attributeOf(childOf(childOf(node, 'naryPr'), 'chr'), 'val') ?? '∫';
        return `${sign}[${below('sub')},${below('sup')}]${below('e')}`;
      }
      case 'sSup':
      case 'sSub':
      case 'sSubSup':
      case 'sPre':
      case 'm':
      case 'eqArr':
      case 'limLow':
      case 'limUpp':
        plain = false;
        return node.local === 'm' || node.local === 'eqArr' ? childrenOf(node).map(textOf).join(' ') : all();
      default:
        return all();
    }
  }
}
