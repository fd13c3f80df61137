import type { Plan, Task } from '../plan/model.ts';
import { nameAt } from '../plan/names/names.ts';
import { dutiesOf, type NamedParty, partyAt, placesOf, tasksOf } from '../plan/parties/named-parties.ts';
import type { Language } from '../rules/messages.ts';
import { counted } from '../text/counted.ts';
import { liesWithin, type Range } from '../text/range.ts';
import { roleWords } from '../workspace/duties/words.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { spanText } from './date-texts.ts';
import { escapeMarks } from './markup.ts';

/** One thing that a person or unit answers for. */
interface Duty {
  readonly words: string;
  readonly when: string;
  readonly range: Range;
}

const longestWords = 30;
const mostDuties = 20;

/**
 * What the person or unit under the cursor answers for in the plan, each with its time and a link
 * to its place.
 */
export function partyRemarks(
  open: OpenPlan,
  plan: Plan,
  offset: number,
  language: Language,
): readonly { readonly range: Range; readonly text: string }[] {
  // 办公室设在职成股, 转交张伟: nothing is done by it here, and yet it is one that answers elsewhere.
  const here = partyAt(plan, offset);
  const party = here ?? nameOfParty(plan, offset);
  if (!party) return [];
  const duties = allDuties(plan, party.name, language);
  const name = escapeMarks(party.name);
  const zh = language === 'zh';
  const role = here ? roleText(here, language) : '';
  const head = zh
    ? `**${name}**${role && `（${role}）`}在本方案中共有 ${duties.length} 项任务、职责`
    : `**${name}**${role && ` (${role})`} has ${counted(duties.length, 'duty', 'duties')} in this plan`;
  const lines = duties.slice(0, mostDuties).map((duty) => `- ${link(open, duty)}${duty.when}`);
  const more = duties.length - mostDuties;
  if (more > 0) lines.push(zh ? `- 另有 ${more} 项` : `- ${more} more`);
  return [{ range: party.range, text: [head, '', ...lines].join('\n') }];
}

/** Somebody who is named without having anything to do there. */
function nameOfParty(plan: Plan, offset: number): { readonly name: string; readonly range: Range } | undefined {
  const named = nameAt(plan, offset);
  return named && placesOf(plan, named.name).length > 0 ? named : undefined;
}

const asOfficeHead = /^(?:同志)?(?:[（(][^（()）]{1,20}[)）])?(?:任|担任|兼任|兼)(?:领导小组)?(?:办公室)?(?:副)?主任/;

/** Whoever is made head of the office of a group is not the head of the group. */
function roleText({ role, line, range }: NamedParty, language: Language): string {
  const at = range.end - line.at(0, 0).start;
  const isOffice = role === 'head' && asOfficeHead.test(line.text.slice(at, at + 40));
  if (!isOffice) return roleWords[role][language];
  return language === 'zh' ? '办公室主任' : 'head of the office';
}

/** Tasks first-hand, and the sentences outside of any task that name the party. */
function allDuties(plan: Plan, name: string, language: Language): readonly Duty[] {
  const places = placesOf(plan, name).filter(({ row }) => !row);
  const own = dutiesOf(plan, name);
  // 职成股牵头，公安局配合: who helps does so by the time of the task.
  const helped = tasksOf(plan).filter(
    (task) => !own.includes(task) && !task.row && places.some(({ range }) => liesWithin(range, task.range)),
  );
  const tasks = [...own, ...helped];
  const duties = tasks.map((task) => ({
    words: task.title.value,
    when: timeText(task, language),
    range: task.title.range,
  }));
  const told = new Set<number>();
  for (const { line, range } of places) {
    if (tasks.some((task) => liesWithin(range, task.range))) continue;
    const sentence = line.facts.sentences.find((one) => liesWithin(range, line.at(one.range.start, one.range.end)));
    const at = sentence ? line.at(sentence.range.start, sentence.range.end) : line.range;
    if (told.has(at.start)) continue;
    told.add(at.start);
    duties.push({ words: sentence?.text ?? line.text, when: '', range: at });
  }
  return duties.sort((a, b) => a.range.start - b.range.start);
}

function timeText({ time }: Task, language: Language): string {
  const zh = language === 'zh';
  if (time.span) return `${zh ? '：' : ': '}${spanText(time.span, language)}`;
  if (time.kind === 'none') return zh ? '（无时限）' : ' (no time limit)';
  return '';
}

function link(open: OpenPlan, { words, range }: Duty): string {
  const plain = words.replace(/[。；;\s\u3000]+$/, '').replace(/[\s\u3000]+/g, ' ');
  const short = plain.length > longestWords ? `${plain.slice(0, longestWords)}…` : plain;
  const { line, character } = open.document.positionAt(range.start);
  return `[${escapeMarks(short)}](${open.uri.replace(/[()]/g, encodeURIComponent)}#L${line + 1},${character + 1})`;
}
