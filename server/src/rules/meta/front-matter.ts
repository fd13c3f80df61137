import { frontMatterKeys } from '../../plan/front-matter.ts';
import type { PlanDocument } from '../../plan/model.ts';
import { shippedProfiles } from '../../profiles/load.ts';
import { declaredProfile } from '../../profiles/recognise.ts';
import { nearest } from '../../text/nearest.ts';
import type { Range } from '../../text/range.ts';
import { type YamlFault, type YamlFaultKind, yamlFaultWords } from '../../text/yaml-fault.ts';
import { defineRule, type Finding, type Message, type RecognisedPlan } from '../rule.ts';

/** A YAML block at the head of the file that cannot be read, or that names a kind of plan which there is not. */
export const frontMatter = defineRule({
  id: 'front-matter',
  family: 'meta',
  severity: 'error',
  basis: ['practice'],
  faults: [],
  fixes: ['suggested'],
  summary: {
    zh: '文件头（YAML）有语法错误、没有结束、键名写错，或者其中的方案种类不存在',
    en: 'The front matter is no valid YAML, does not end, has a misspelt key or names a kind of plan that there is not',
  },
  messages: {
    duplicateKey: saying('duplicateKey'),
    unclosedQuote: saying('unclosedQuote'),
    unclosedBracket: saying('unclosedBracket'),
    tab: saying('tab'),
    indentation: saying('indentation'),
    colon: saying('colon'),
    pair: saying('pair'),
    alias: saying('alias'),
    startMark: saying('startMark'),
    escape: saying('escape'),
    documents: saying('documents'),
    broken: saying('broken'),
    unclosed: {
      zh: '文件头没有结束，其中所写都不起作用：请在最后一项之下单独写一行“---”。',
      en: 'The front matter does not end, and nothing in it counts: write a line “---” below its last key.',
    },
    otherKey: {
      zh: '文件头里的“{key}”不起作用，应写成“{right}”。',
      en: '“{key}” means nothing in the front matter; it has to be “{right}”.',
    },
    unknownKind: {
      zh: '没有名为“{id}”的方案模板，暂按标题和正文判断种类。',
      en: 'There is no kind of plan “{id}”; it is found out from title and text instead.',
    },
    nearKind: {
      zh: '没有名为“{id}”的方案模板，是否指“{near}”？',
      en: 'There is no kind of plan “{id}”; did you mean “{near}”?',
    },
  },
  withoutPlan: true,
  checkDocument({ document, plans, report }) {
    const { frontMatter: head, markdown } = document;
    if (!head) {
      const open = openHead(markdown.text, plans.length > 0);
      if (open) report(open);
      return;
    }
    const source = markdown.text.slice(head.range.start, head.range.end);
    // Ordinary Markdown may hold what it likes at its head; only a file that is, or says that it is, a plan is ours.
    if (plans.length === 0 && !saysPlan.test(source)) return;
    // What the YAML reader says after its first fault mostly follows from it.
    const fault = head.faults[0];
    if (!fault) {
      const unknown = unknownKind(document, plans);
      if (unknown) report(unknown);
      for (const finding of otherKeys(head.values.keys(), source, head.range.start)) report(finding);
      return;
    }
    const { kind } = fault;
    const range = kind === 'unclosedQuote' ? openQuote(markdown.text, fault) : wordAt(markdown.text, fault.range);
    report({ message: kind, range });
  },
});

/** profile: activity-plan, plan: true. A map below `profile:` is that of a person or a theme. */
const saysPlan = /^(?:plan|profile)[ \t]*:[ \t]*(?!(?:none|false)\b)[^\s#]/m;

/** The words that the files of the settings use as well, with what they speak of. */
function saying(kind: YamlFaultKind): Message {
  const { zh, en } = yamlFaultWords[kind];
  return { zh: `文件头（YAML）有误：${zh}。`, en: `The front matter is wrong: ${en}.` };
}

const opening = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/;
const ownLine = new RegExp(`^(${frontMatterKeys.join('|')})[ \\t]*:(?:[ \\t]|$)`);
/** Lines that a front matter without an end is looked for on. */
const mostLines = 12;

/** A front matter that begins and does not end. */
function openHead(text: string, isPlan: boolean): Finding<'unclosed'> | undefined {
  if (!text.startsWith('---') && !text.startsWith('\uFEFF---')) return undefined;
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  let at = start;
  let end = 0;
  let saysPlan = false;
  for (let line = 0; line < mostLines; line++) {
    const words = /^[^\r\n]*/.exec(text.slice(at, at + longestLine))?.[0] ?? '';
    const key = ownLine.exec(words)?.[1];
    if (key !== undefined) end = at + words.length;
    else if (!/^(?:[\w-]+[ \t]*:|[ \t]*-[ \t]|[ \t]+\S|[ \t]*#)/.test(words) || words.startsWith('# ')) break;
    saysPlan ||= key === 'plan' || key === 'profile';
    at += words.length;
    at += /^(?:\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
  }
  if (end === 0 || !(isPlan || saysPlan)) return undefined;
  return {
    message: 'unclosed',
    range: { start: start - (/[\r\n]+$/.exec(text.slice(0, start))?.[0].length ?? 0) - 3, end },
    fix: {
      title: { zh: '补上“---”', en: 'Add “---”' },
      safety: 'suggested',
      edits: [{ range: { start: end, end }, text: '\n---' }],
    },
  };
}

const longestLine = 400;

/** What authors write in place of our keys. */
const alternatives: ReadonlyMap<string, string> = new Map([
  ...frontMatterKeys.map((key) => [key, key] as const),
  ...['上级方案', '上级文件', '上级'].map((key) => [key, 'superior'] as const),
  ...['方案种类', '方案类型', '方案模板'].map((key) => [key, 'plan'] as const),
]);

/** Keys that are ours but for their capitals, or in Chinese. */
function* otherKeys(keys: Iterable<string>, source: string, start: number): Generator<Finding<'otherKey'>> {
  for (const key of keys) {
    const right = alternatives.get(key.toLowerCase());
    if (right === undefined || right === key) continue;
    const at = source.search(new RegExp(`^${key}[ \\t]*:`, 'm'));
    if (at < 0) continue;
    const range = { start: start + at, end: start + at + key.length };
    yield {
      message: 'otherKey',
      params: { key, right },
      range,
      severity: 'warning',
      fix: {
        title: { zh: '改为“{near}”', en: 'Change to “{near}”' },
        params: { near: right },
        safety: 'suggested',
        edits: [{ range, text: right }],
      },
    };
  }
}

/** The kind that the front matter names is none when the plans were held against another one. */
function unknownKind(
  document: PlanDocument,
  plans: readonly RecognisedPlan[],
): Finding<'unknownKind' | 'nearKind'> | undefined {
  const declared = declaredProfile(document);
  const [first] = plans;
  if (!declared || !first || declared.value === 'auto' || declared.value === first.profile.id) return undefined;
  const { value: id, range } = declared;
  const kinds = shippedProfiles().filter((profile) => !profile.abstract);
  if (kinds.some((profile) => profile.id === id)) return undefined;
  const called = kinds.find(({ label }) => label.zh.split('、').includes(id))?.id;
  const ids = kinds.map((profile) => profile.id);
  const near = called ?? nearest(id.toLowerCase(), ids);
  const severity = 'warning';
  if (near === undefined) return { message: 'unknownKind', params: { id }, range, severity };
  const fix = {
    title: { zh: '改为“{near}”', en: 'Change to “{near}”' },
    params: { near },
    safety: 'suggested',
    edits: [{ range, text: near }],
  } as const;
  return { message: 'nearKind', params: { id, near }, range, severity, fix };
}

/** Where the reader points at one character, the word that begins there is meant. */
function wordAt(text: string, { start, end }: Range): Range {
  const word = /^[^\s:]{1,60}/.exec(text.slice(start, start + 60))?.[0].length ?? 0;
  return { start, end: Math.max(end, start + word) };
}

/** The reader only misses the other half of a quote at the end of it all; the author wants to see where it begins. */
function openQuote(text: string, { reason, range }: YamlFault): Range {
  const start = text.lastIndexOf(reason.includes("'quote") ? "'" : '"', Math.max(0, range.start - 1));
  const end = text.indexOf('\n', start);
  return start < 0 ? range : { start, end: end < 0 ? text.length : end };
}
