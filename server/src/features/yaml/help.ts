import { type CompletionItem, CompletionItemKind, type Hover, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Profile } from '../../profiles/profile.ts';
import { readYaml } from '../../profiles/yaml-source.ts';
import { rules } from '../../rules/index.ts';
import type { Language } from '../../rules/messages.ts';
import { rulePage } from '../../rules/pages.ts';
import { toLspRange } from '../ranges.ts';
import { type YamlPlace, yamlPlaceAt } from './place.ts';
import { nodesAt, type SchemaNode, schemaOf, type YamlKind } from './schema.ts';

/** A configuration or profile file that is open in the editor. */
export interface OpenYaml {
  readonly document: TextDocument;
  readonly kind: YamlKind;
  /** The profiles that it can name. */
  readonly profiles: readonly Profile[];
  readonly language: Language;
}

/** Something that may be written: its word, and what it means. */
interface Word {
  readonly word: string;
  readonly about: string;
}

/** Keys that the schema knows, ids of rules and profiles, sections, severities: what may stand at the cursor. */
export function yamlCompletion(open: OpenYaml, position: Position): readonly CompletionItem[] {
  const text = open.document.getText();
  const offset = open.document.offsetAt(position);
  const asKey = yamlPlaceAt(text, offset, true);
  const asValue = yamlPlaceAt(text, offset, false);
  const keys = asKey ? keysAt(open, asKey).map((word) => item(open, offset, asKey, word, true)) : [];
  const values = asValue ? valuesAt(open, asValue).map((word) => item(open, offset, asValue, word, false)) : [];
  return [...keys, ...values];
}

function item(
  { document }: OpenYaml,
  offset: number,
  place: YamlPlace,
  { word, about }: Word,
  isKey: boolean,
): CompletionItem {
  const range = toLspRange(document, { start: offset - place.typed.length, end: offset + place.rest });
  const colon = isKey && !/^[ \t]*:/.test(document.getText().slice(offset + place.rest, offset + place.rest + 8));
  return {
    label: word,
    kind: isKey ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    ...(about ? { detail: about } : {}),
    textEdit: { range, newText: colon ? `${word}: ` : word },
  };
}

function keysAt(open: OpenYaml, { path, siblings }: YamlPlace): readonly Word[] {
  const nodes = nodesAt(schemaOf(open.kind), path);
  const known = nodes.flatMap((node) =>
    Object.entries(node.properties ?? {}).map(([word, inner]) => ({ word, about: about(inner, open.language) })),
  );
  const others = namesFor(open, [...path, '?']);
  return [...known, ...others].filter(({ word }) => !siblings.includes(word));
}

function valuesAt(open: OpenYaml, { path }: YamlPlace): readonly Word[] {
  const nodes = nodesAt(schemaOf(open.kind), path);
  const fixed = nodes.flatMap((node) => {
    if (node.type === 'boolean') return ['true', 'false'];
    return node.enum?.map(String) ?? (node.const === undefined ? [] : [String(node.const)]);
  });
  const words = [...new Set(fixed)].map((word) => ({ word, about: severities[word]?.[open.language] ?? '' }));
  const known = new Set(words.map(({ word }) => word));
  return [...words, ...namesFor(open, path).filter(({ word }) => !known.has(word))];
}

const severities: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  off: { zh: '关闭', en: 'not reported' },
  hint: { zh: '提示', en: 'hint' },
  info: { zh: '信息', en: 'information' },
  warning: { zh: '警告', en: 'warning' },
  error: { zh: '错误', en: 'error' },
};

/** Ids of our own that the schema cannot list. `?` at the end of a path asks for keys. */
function namesFor({ kind, profiles, language, document }: OpenYaml, path: readonly string[]): readonly Word[] {
  const last = path.at(-1) ?? '';
  const named = () => profiles.map(({ id, label }) => ({ word: id, about: label[language] }));
  if (kind === 'configuration') {
    if (path.join('.') === 'rules.?') return rules.map(({ id, summary }) => ({ word: id, about: summary[language] }));
    if (last !== 'profile') return [];
    return [...named(), { word: 'auto', about: '' }, { word: 'none', about: '' }];
  }
  if (path.join('.') === 'extends') return named();
  if (path.join('.') === 'severities.?')
    return rules.map(({ id, summary }) => ({ word: id, about: summary[language] }));
  const lists = ['requiredSections', 'optionalSections'];
  const isList = (lists.includes(path[0] ?? '') && last === '*') || path.join('.') === 'template.sections.*';
  if (isList || path.join('.') === 'sections.?') return sectionsOf(document.getText(), profiles, language);
  return [];
}

/** Sections that the file describes itself, and those that it takes from the profile it extends. */
function sectionsOf(text: string, profiles: readonly Profile[], language: Language): readonly Word[] {
  const parent = /^extends:[ \t]*["']?([\w-]+)/m.exec(text)?.[1];
  const inherited = profiles.find(({ id }) => id === parent)?.sections ?? {};
  const own = readYaml(text).value;
  const sections = typeof own === 'object' && own !== null && 'sections' in own ? Object.keys(own.sections ?? {}) : [];
  const words = Object.entries(inherited).map(([word, { label }]) => ({ word, about: label[language] }));
  return [...words, ...sections.filter((word) => !(word in inherited)).map((word) => ({ word, about: '' }))];
}

/** What a key, a rule or a profile means. */
export function yamlHover(open: OpenYaml, position: Position): Hover | null {
  const text = open.document.getText();
  const offset = open.document.offsetAt(position);
  const isKey = /^[\w.-]*[ \t]*:(?:\s|$)/.test(text.slice(offset, offset + 200));
  const place = yamlPlaceAt(text, offset, isKey);
  if (!place || place.typed.length + place.rest === 0) return null;
  const range = { start: offset - place.typed.length, end: offset + place.rest };
  const word = text.slice(range.start, range.end);
  const path = place.isKey ? [...place.path, word] : place.path;
  const said = [
    aboutName(open, path, word),
    ...(place.isKey ? [] : valuesAt(open, place).flatMap((one) => (one.word === word ? one.about : []))),
    ...(place.isKey ? nodesAt(schemaOf(open.kind), path) : []).map((node) => about(node, open.language)),
  ];
  const lines = [...new Set(said.filter((line) => line !== ''))];
  if (lines.length === 0) return null;
  return {
    contents: { kind: 'markdown', value: [`**${word}**`, ...lines].join('\n\n') },
    range: toLspRange(open.document, range),
  };
}

function aboutName({ kind, profiles, language }: OpenYaml, path: readonly string[], word: string): string {
  const isRule = (kind === 'configuration' ? path[0] === 'rules' : path[0] === 'severities') && path.length === 2;
  const rule = isRule ? rules.find(({ id }) => id === word) : undefined;
  if (rule) return `${rule.summary[language]}  \n[${rule.id}](${rulePage(rule.id)})`;
  const last = path.at(-1);
  if (last !== 'profile' && last !== 'extends') return '';
  const profile = profiles.find(({ id }) => id === word);
  return profile
    ? `${profile.label[language]}${profile.description ? `  \n${profile.description[language]}` : ''}`
    : '';
}

/** Descriptions hold both languages, the English one first: `Language of the messages. 提示信息的语言。` */
function about({ description = '' }: SchemaNode, language: Language): string {
  const han = description.search(/[\p{Script=Han}“《]/u);
  if (han <= 0) return description;
  return (language === 'zh' ? description.slice(han) : description.slice(0, han)).trim();
}
