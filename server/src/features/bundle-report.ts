import type { SourceFile } from '../plan/superior-plan.ts';
import type { Language } from '../rules/messages.ts';
import { likeness } from '../rules/review/likeness.ts';
import { harmOf } from '../rules/review/sibling-sentences.ts';
import type { Problem, Severity } from '../rules/rule.ts';
import { counted } from '../text/counted.ts';
import { Positions } from '../text/positions.ts';
import type { Range } from '../text/range.ts';

/** A file of the bundle, and what was found in it beside the others. */
export interface BundledPlan {
  readonly file: SourceFile;
  /** As the report calls it. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** The parts of the report, by the rules that they are about. */
const parts: readonly { readonly zh: string; readonly en: string; holds(rule: string): boolean }[] = [
  {
    zh: '与上级方案、总方案、所总结的方案对照',
    en: 'Against the plan above',
    holds: (rule) => rule.startsWith('superior-') || rule === 'unreported-work',
  },
  {
    zh: '各方案之间：时间、名称、提法',
    en: 'Between the plans: windows, names, slogans',
    holds: (rule) => !rule.startsWith('superior-') && rule !== 'unreported-work' && rule !== likeness.id,
  },
  {
    zh: '几乎相同的句子（按轻重排列，请逐条看是否有意）',
    en: 'Sentences that are nearly the same, the most harmful differences first',
    holds: (rule) => rule === likeness.id,
  },
];

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const words: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
  en: { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' },
};

/**
 * What plans beside one another say differently, as Markdown: for reading, with links to the places.
 * @param place the folder that was looked at, as the user knows it
 */
export function bundleReport(plans: readonly BundledPlan[], place: string, language: Language): string {
  const zh = language === 'zh';
  const found = plans.flatMap((plan) => plan.problems.map((problem) => ({ plan, problem })));
  const count = zh
    ? `共 ${plans.length} 份方案，${found.length} 处出入。`
    : `${counted(plans.length, 'plan')}, ${counted(found.length, 'difference')}.`;
  const sections = parts.flatMap((part) => {
    const own = found.filter(({ problem }) => part.holds(problem.rule));
    if (own.length === 0) return [];
    const ranked = own
      .map((entry) => ({ ...entry, rank: rankOf(entry.problem, entry.plan.file) }))
      .sort((a, b) => a.rank - b.rank);
    return [
      `## ${part[language]}`,
      ranked.map((entry) => entryOf(entry.problem, entry.plan, plans, language)).join('\n'),
    ];
  });
  return `${[zh ? `# 方案对照：${inline(place)}` : `# Plans compared: ${inline(place)}`, count, ...sections].join('\n\n')}\n`;
}

function rankOf(problem: Problem, file: SourceFile): number {
  const severity = severities.indexOf(problem.severity);
  const [twin] = problem.related;
  if (problem.rule !== likeness.id || !twin) return severity;
  return harmOf(wordsOf(file, problem.range), wordsOf(twin.file ?? file, twin.range));
}

const wordsOf = ({ text }: SourceFile, { start, end }: Range) => text.slice(start, end);

function entryOf(problem: Problem, plan: BundledPlan, plans: readonly BundledPlan[], language: Language): string {
  const head = `- **${words[language][problem.severity]}** ${link(plan, problem.range)} ${inline(problem.message)}`;
  const places = problem.related.flatMap(({ file, range, message }) => {
    const other = file ? plans.find((one) => one.file.path === file.path) : plan;
    return other ? [`  - ${link(other, range)} ${inline(message)}`] : [];
  });
  return [head, ...places].join('\n');
}

const positions = new WeakMap<SourceFile, Positions>();

function link({ file, name }: BundledPlan, { start }: Range): string {
  const lines = positions.get(file) ?? new Positions(file.text);
  positions.set(file, lines);
  const line = lines.position(start).line + 1;
  return `[${inline(name)}:${line}](<${file.path.replace(/[<>]/g, encodeURIComponent)}#L${line}>)`;
}

/** What a plan says must not become Markdown of the report. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
}
