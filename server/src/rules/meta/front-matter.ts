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
    zh: '文件头（YAML）有语法错误，或者其中的方案种类不存在',
    en: 'The front matter is no valid YAML, or names a kind of plan that there is not',
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
    if (!head) return;
    const source = markdown.text.slice(head.range.start, head.range.end);
    // Ordinary Markdown may hold what it likes at its head; only a file that is, or says that it is, a plan is ours.
    if (plans.length === 0 && !/^(?:plan|profile)[ \t]*:(?![ \t]*(?:none|false)\b)/m.test(source)) return;
    // What the YAML reader says after its first fault mostly follows from it.
    const fault = head.faults[0];
    if (!fault) {
      const unknown = unknownKind(document, plans);
      if (unknown) report(unknown);
      return;
    }
    const { kind } = fault;
    const range = kind === 'unclosedQuote' ? openQuote(markdown.text, fault) : wordAt(markdown.text, fault.range);
    report({ message: kind, range });
  },
});

/** The words that the files of the settings use as well, with what they speak of. */
function saying(kind: YamlFaultKind): Message {
  const { zh, en } = yamlFaultWords[kind];
  return { zh: `文件头（YAML）有误：${zh}。`, en: `The front matter is wrong: ${en}.` };
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
