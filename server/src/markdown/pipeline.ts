import type { Root } from 'mdast';
import { type CompileContext, fromMarkdown } from 'mdast-util-from-markdown';
import { parse, postprocess, preprocess } from 'micromark';
import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Definitions, definesLabels, NO_DEFINITIONS } from './definitions.ts';
import { frontMatterEnd } from './front-matter.ts';
import { placeBehindByteOrderMark } from './positions.ts';

type Parser = ReturnType<typeof parse>;
type Extension = NonNullable<NonNullable<Parameters<typeof parse>[0]>['extensions']>[number];
export type SyntaxEvent = ReturnType<typeof postprocess>[number];
export type Token = SyntaxEvent[1];

/** micromark-extension-gfm-footnote keeps its labels here, beside micromark's own `defined`. */
interface WithFootnotes {
  gfmFootnotes?: string[];
}

/**
 * Lines pasted from a word processor start with four and more blanks; CommonMark would make code
 * of them.
 */
const NO_INDENTED_CODE: Extension = { disable: { null: ['codeIndented'] } };

/** 6月20~25日，7月1~3日: single tildes stand between the ends of a time, they strike nothing out. */
const gfm = { singleTilde: false };
const plugins = unified().use(remarkParse).use(remarkGfm, gfm).use(remarkCjkFriendly).freeze().data();
const extensions: readonly Extension[] = [...(plugins.micromarkExtensions ?? []), NO_INDENTED_CODE];
const matter = unified().use(remarkFrontmatter).freeze().data();
const matterExtensions: readonly Extension[] = matter.micromarkExtensions ?? [];
const mdastExtensions = [
  ...(plugins.fromMarkdownExtensions ?? []),
  ...(matter.fromMarkdownExtensions ?? []),
  { exit: { taskListCheckValueChecked: markItem, taskListCheckValueUnchecked: markItem } },
];

/**
 * The mdast tree of a text: CommonMark without indented code, with GFM, front matter and emphasis
 * beside full-width marks (`**责任人：**张三`). Offsets count UTF-16 units of `text`, a byte order
 * mark included; some autolinks come without a position (a known trait of the GFM transform).
 *
 * @param known labels that are defined elsewhere in the document of which `text` is a part.
 */
export function parseMarkdown(text: string, known: Definitions = NO_DEFINITIONS): Root {
  const tree = fromMarkdown(text, { extensions: extensionsFor(text, known), mdastExtensions });
  return text.startsWith('\uFEFF') ? placeBehindByteOrderMark(tree) : tree;
}

/**
 * Notes the state of a task. micromark takes `[ ]` in the line behind an empty item for a task mark
 * though it belongs to no item; mdast-util-gfm-task-list-item counts on an item.
 */
function markItem(this: CompileContext, token: Token): undefined {
  const item = this.stack.at(-2);
  if (item?.type === 'listItem') item.checked = (token.type as string) === 'taskListCheckValueChecked';
}

/** What micromark reads of a text, and the labels that the text itself defines. */
export interface Tokens {
  /** Offsets do not count a byte order mark at the start. */
  readonly events: readonly SyntaxEvent[];
  readonly definitions: Definitions;
}

/** The events from which `parseMarkdown` would make its tree. */
export function tokenizeMarkdown(text: string, known: Definitions = NO_DEFINITIONS): Tokens {
  const parser: Parser & WithFootnotes = parse({ extensions: extensionsFor(text, known) });
  const events = postprocess(parser.document().write(preprocess()(text, undefined, true)));
  return { events, definitions: { links: parser.defined, notes: parser.gfmFootnotes ?? [] } };
}

/**
 * Front matter is looked for only where there is one: as long as micromark waits for its closing
 * fence, it takes no list and no quotation for one, and keeps to that when there is no such fence.
 */
function extensionsFor(text: string, known: Definitions): Extension[] {
  const all = frontMatterEnd(text) > 0 ? [...extensions, ...matterExtensions] : [...extensions];
  return definesLabels(known) ? [...all, knownLabels(known)] : all;
}

/**
 * A construct that matches nothing: it is asked at the first line, before any reference is read,
 * and makes the labels known to the parser.
 */
function knownLabels(known: Definitions): Extension {
  return {
    document: {
      null: {
        name: 'knownLabels',
        tokenize(_effects, _ok, nok) {
          const parser: Parser & WithFootnotes = this.parser;
          addMissing(parser.defined, known.links);
          parser.gfmFootnotes ??= [];
          addMissing(parser.gfmFootnotes, known.notes);
          return nok;
        },
      },
    },
  };
}

function addMissing(labels: string[], known: readonly string[]): void {
  if (labels.length >= known.length && known.every((label) => labels.includes(label))) return;
  for (const label of known) if (!labels.includes(label)) labels.push(label);
}
