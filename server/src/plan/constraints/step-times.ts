import type { DateSpan } from '../../dates/expression.ts';
import type { Located, Range } from '../../text/range.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Dated, Plan, Section, Stage, Task } from '../model.ts';
import { stageKey } from '../stages/stage-key.ts';
import source from './step-times.yaml';

const words = source as Readonly<
  Record<
    'papers' | 'cuts' | 'idle' | 'handIn' | 'finish' | 'drafts' | 'plans' | 'stepVerbs' | 'eachLevel',
    readonly string[]
  >
>;

/** Until when a paper is to be made or handed in. */
export interface PaperTime {
  /** 分析检查报告. */
  readonly paper: string;
  readonly act: 'handIn' | 'finish';
  /** Whoever it is handed in to; empty where that is not said. */
  readonly recipient: string;
  /** 各村: those who do it, where the sentence says so. */
  readonly by: string | undefined;
  /** 实施方案: each level makes one of its own. */
  readonly isPlan: boolean;
  readonly time: Located<DateSpan>;
}

/** Until when a step of a stage is to be done. */
export interface StepTime {
  /** What the step is about, without the words that say that it is done: 民主评议. */
  readonly step: string;
  readonly title: string;
  /** Key of the stage; empty in a plan without stages. */
  readonly stage: string;
  /** 召开动员会: each level does it by itself, and below it may well be later. */
  readonly isEachLevels: boolean;
  /** 各校5月20日前公布: it is said to those below. */
  readonly isForBelow: boolean;
  /** Somebody is named who answers for it. */
  readonly isOwned: boolean;
  readonly time: Located<DateSpan>;
}

export interface StepTimes {
  readonly papers: readonly PaperTime[];
  readonly steps: readonly StepTime[];
}

/** The times that a plan gives to papers and steps, as far as it is sure for what and for whom they hold. */
export function stepTimesOf(plan: Plan): StepTimes {
  return {
    papers: plan.dates.map(paperTime).filter((time) => time !== undefined),
    steps: plan.stages.length > 0 ? plan.stages.flatMap(stepsIn) : stepsOfSections(plan),
  };
}

/** What a line says by when papers are to be ready, by the number of its date. */
interface Said extends Omit<PaperTime, 'time'> {
  readonly date: Range;
}

function paperTime({ line, expression, span, range }: Dated): PaperTime | undefined {
  if (!span?.end || !(expression.deadline || span.precision === 'day')) return undefined;
  const said = papersOn(line.facts).find(({ date }) => date.start === expression.range.start);
  if (!said) return undefined;
  const { date: _, ...rest } = said;
  return { ...rest, time: { value: span, range } };
}

const oneOf = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|');
const paper = new RegExp(`\\p{Script=Han}{2,10}?(?:${oneOf(words.papers)})(?!书|人|会|中|里|内|所)`, 'gu');
const cut = new RegExp(`^.*(?:${oneOf(words.cuts)})`, 'u');
const idle = new RegExp(`^(?:${oneOf(words.idle)})+`);
const draft = new RegExp(`^[（(“”》]{0,2}(?:${oneOf(words.drafts)})`);
const handedIn = new RegExp(`(?<![汇通申情公预登填])(?:${oneOf(words.handIn)})(?!告|名|表|道|刊|批|销|请)`, 'g');
const finished = new RegExp(oneOf(words.finish), 'g');
const recipient = /^(?:给|到|至)?(\p{Script=Han}{2,20}?)(?=备案|审核|审批|审定|审查|汇总|审阅|$|[，,。；;、）)])/u;
/** 各村, 各党支部: those below. */
const below = /(?:各|所有)(?!类|项|种|级|阶段|方面|环节|自)\p{Script=Han}{1,12}?(?=于|在|应|须|要|将|把|$|[，,、\d])/u;
/** Somebody in front of the date: 县教育局于. */
const somebody =
  /(?:局|办|委|科|股|室|处|院|校|站|所|中心|小组|专班|政府|公司|部|支队|大队)(?:负责)?[，,]?(?:应|须|要)?(?:于|在)?$/;
const led = /由[^，。；]{2,24}?(?:负责|牵头|组织)/;

/** The papers of which a line says by when they are made or handed in. */
const papersOn = lineMemo((facts: LineFacts): readonly Said[] => {
  const { text, dates } = facts;
  if (dates.length === 0 || !/报|交|形成|撰写|起草|订|拟|编|建立|出台|印发|完成|制定/.test(text)) return none;
  const found = dates.flatMap(({ range: date }, at): readonly Said[] => {
    const sentenceStart = Math.max(...['。', '；', ';'].map((mark) => text.lastIndexOf(mark, date.start - 1))) + 1;
    const end = firstOf(text, date.end, dates[at + 1]?.range.start ?? text.length);
    const behind = text.slice(date.end, end);
    const before = text.slice(Math.max(sentenceStart, dates[at - 1]?.range.end ?? 0), date.start);
    const whole = text.slice(sentenceStart, date.start);
    if (led.test(whole) || led.test(behind)) return [];
    const by = below.exec(whole)?.[0] ?? below.exec(behind)?.[0];
    if (by === undefined && somebody.test(whole)) return [];
    return saidBehind(behind, before).map((said) => ({ date, by, ...said }));
  });
  return found.length === 0 ? none : found;
});

const none: readonly Said[] = [];

function firstOf(text: string, from: number, limit: number): number {
  const rest = text.slice(from, limit).search(/[。；;]/);
  return rest < 0 ? limit : from + rest;
}

/** One paper and what is done with it: where there are several, it is not sure which the day is for. */
function saidBehind(behind: string, before: string): readonly Omit<Said, 'date' | 'by'>[] {
  const handing = [...behind.matchAll(handedIn)];
  const [hand] = handing;
  const verb = hand ?? [...behind.matchAll(finished)][0];
  if (!verb || handing.length > 1) return [];
  const named = [...new Set(papersIn(behind))];
  // 撰写分析检查报告，于11月20日前报送.
  const candidates = named.length > 0 ? named : papersIn(before).slice(-1);
  const [only] = candidates;
  if (!only || candidates.length > 1) return [];
  const to = hand ? (recipient.exec(behind.slice(hand.index + hand[0].length))?.[1] ?? '') : '';
  return [
    {
      paper: only,
      act: hand ? 'handIn' : 'finish',
      recipient: to === only || papersIn(to).length > 0 ? '' : to,
      isPlan: words.plans.some((word) => only.endsWith(word)),
    },
  ];
}

/** 分析检查报告, and no 报告 of which it is not said what it is about. */
function papersIn(text: string): readonly string[] {
  return [...text.matchAll(paper)].flatMap((match) => {
    const name = match[0].replace(cut, '').replace(idle, '');
    const head = words.papers.find((one) => name.endsWith(one)) ?? '';
    const isDraft = draft.test(text.slice(match.index + match[0].length));
    return name.length - head.length >= 2 && !isDraft ? [name] : [];
  });
}

const verbs = new RegExp(`^(?:${oneOf(words.stepVerbs)})+`);
const eachLevel = new RegExp(oneOf(words.eachLevel));
const stageName = /^第.{1,3}(?:阶段|步|批)/;
/** Shorter titles are not sure to mean one thing. */
const shortestStep = 4;
const longestStep = 20;

function stepsIn({ name, steps }: Stage): readonly StepTime[] {
  const stage = stageKey(name.value);
  if (stage === '') return [];
  return steps.flatMap((task): readonly StepTime[] => {
    const time = onlyTime(task);
    const isOwned = task.parties.some(({ name, vague }) => !vague && !/^(?:各|所有|全体)/.test(name));
    return time ? stepOf(task.title.value, stage, isOwned, time, task.section) : [];
  });
}

/** In a plan that has no stages: its innermost sections. */
function stepsOfSections({ sections, dates }: Plan): readonly StepTime[] {
  if (dates.length === 0) return [];
  const leaves = (section: Section): readonly Section[] =>
    section.sections.length > 0 ? section.sections.flatMap(leaves) : section.level > 1 ? [section] : [];
  const byLine = new Map<unknown, Dated[]>();
  for (const dated of dates) byLine.set(dated.line, [...(byLine.get(dated.line) ?? []), dated]);
  return sections.flatMap(leaves).flatMap((section): readonly StepTime[] => {
    const own = [section.heading, ...section.body].flatMap((line) => byLine.get(line) ?? []);
    const [dated, more] = own.filter(({ expression }) => expression.kind === 'span');
    if (!dated?.span?.end || more || section.tables.length > 0) return [];
    return stepOf(section.title.value, '', false, { value: dated.span, range: dated.range }, section);
  });
}

function stepOf(
  heading: string,
  stage: string,
  isOwned: boolean,
  time: Located<DateSpan>,
  section: Section | undefined,
): readonly StepTime[] {
  const title = heading.replace(/[\s\u3000“”"]/g, '').replace(/[（(][^（）()]*[)）]$|[。；：，:;]$/g, '');
  const step = title.replace(verbs, '');
  if (title.length < shortestStep || step.length < 2 || step.length > longestStep) return [];
  if (/[，。；：、]/.test(step) || stageName.test(step)) return [];
  const isEachLevels = eachLevel.test(step) || step.endsWith('会');
  const isForBelow =
    section !== undefined && [section.heading, ...section.body].some(({ facts }) => toThoseBelow(facts));
  return [{ step, title, stage, isEachLevels, isForBelow, isOwned, time }];
}

const toThoseBelow = lineMemo(
  ({ text }: LineFacts): boolean => (text.includes('各') || text.includes('所有')) && told.test(text),
);

const told = /(?:^|[，。；：、）.\s\d])(?:各|所有)(?!类|项|种|级|阶段|方面|环节|自)\p{Script=Han}{1,8}/u;

/** The one time of a step: of several it is not sure which is for the step itself. */
function onlyTime({ time, section, origin }: Task): Located<DateSpan> | undefined {
  const { kind, span, range } = time;
  if (kind !== 'own' || !span?.end || !range || origin === 'paragraph') return undefined;
  const lines = section ? [section.heading, ...section.body] : [];
  const dates = lines.flatMap((line) => line.facts.dates.filter((date) => date.kind === 'span'));
  if (section && (section.sections.length > 0 || section.tables.length > 0 || dates.length !== 1)) return undefined;
  return { value: span, range };
}
