import { parseIso, toChinese } from '../../dates/civil.ts';
import type { PartyRole } from '../../plan/parties/parties.ts';
import type { Label } from '../../profiles/profile.ts';
import type { Language } from '../../rules/messages.ts';
import type { Duty, Grouping, Urgency } from './duties.ts';

/** Names of what a list of duties shows. */
export const urgencyWords: Readonly<Record<Urgency, Label>> = {
  overdue: { zh: '已逾期', en: 'overdue' },
  soon: { zh: '七日内到期', en: 'due within 7 days' },
  later: { zh: '未到期', en: 'later' },
  open: { zh: '未定日期', en: 'no date' },
  done: { zh: '已完成', en: 'done' },
  past: { zh: '往期', en: 'long past' },
};

export const roleWords: Readonly<Record<PartyRole, Label>> = {
  leadUnit: { zh: '牵头', en: 'lead' },
  responsibleUnit: { zh: '负责', en: 'responsible' },
  supportUnits: { zh: '配合', en: 'support' },
  owner: { zh: '责任人', en: 'owner' },
  responsibleLeader: { zh: '责任领导', en: 'responsible leader' },
  firstResponsible: { zh: '责任人', en: 'responsible' },
  contact: { zh: '联系人', en: 'contact' },
  supervisor: { zh: '督办', en: 'supervisor' },
  head: { zh: '组长', en: 'head of the group' },
  deputy: { zh: '副组长', en: 'deputy head' },
  member: { zh: '成员', en: 'member' },
};

const nobody: Readonly<Record<Grouping, Label>> = {
  person: { zh: '未明确到人', en: 'no person named' },
  unit: { zh: '未明确单位', en: 'no unit named' },
  month: { zh: '未定日期', en: 'no date' },
};

export const groupingWords: Readonly<Record<Grouping, Label>> = {
  person: { zh: '责任人', en: 'Person' },
  unit: { zh: '责任单位', en: 'Unit' },
  month: { zh: '月份', en: 'Month' },
};

/** The name of a group: 孙雅琴, 2026年4月, 未明确到人. */
export function groupName(key: string, by: Grouping, language: Language): string {
  if (key === '') return nobody[by][language];
  if (by !== 'month' || language !== 'zh') return key;
  return `${Number(key.slice(0, 4))}年${Number(key.slice(5))}月`;
}

/** Until when, in words: the last day; else what is written; else, for vague words as well, that nothing is. */
export function dueText({ due, when, timeKind }: Pick<Duty, 'due' | 'when' | 'timeKind'>, language: Language): string {
  const day = due === '' ? undefined : parseIso(due);
  if (day) return language === 'zh' ? toChinese(day) : due;
  return (timeKind === 'vague' ? '' : when) || urgencyWords.open[language];
}

/** `综合执法队（负责）、孙雅琴（责任人）` */
export function partiesText({ parties }: Pick<Duty, 'parties'>, language: Language): string {
  const [open, close, between] = language === 'zh' ? ['（', '）', '、'] : [' (', ')', ', '];
  return parties.map(({ name, role }) => `${name}${open}${roleWords[role][language]}${close}`).join(between);
}
