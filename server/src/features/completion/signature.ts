import { addDays, type PlainDate, toChinese } from '../../dates/civil.ts';
import { isWorkday } from '../../dates/workdays.ts';
import { placeOfTitle } from '../../plan/names/activities.ts';
import { endsLikeUnit } from '../../plan/parties/words.ts';
import { dayText } from './day-text.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** Unit and day of issue, behind the blanks that set them to the right. */
const typedUnit = /^[ \t\u3000]*([\p{Script=Han}]{0,16})$/u;
const typedDay = /^[ \t\u3000]*((?:20\d{0,2}|2)?|20\d{2}年(?:\d{0,2}|\d{1,2}月\d{0,2}))$/;
const dayLine = /^[ \t\u3000]*(?:20\d{2}年|[×✕]{2,4}年)/;
const unitLine = /^[ \t\u3000]*([\p{Script=Han}“”、（）· \u3000]{2,40})[ \t\u3000]*$/u;

/**
 * The end of a plan: the unit that issues it, and below it the day (GB/T 9704-2012 7.3.5).
 * @returns undefined elsewhere; there other things may follow as well
 */
export function signatureProposals(place: Place): readonly Proposal[] | undefined {
  const { recognised, before, after, offset, lineStart, open, cell } = place;
  const { plan } = recognised;
  if (cell || after.trim() !== '' || before.length !== offset - lineStart) return undefined;
  const last = plan.sections.at(-1);
  if (!last || last.heading.range.end > offset || lineStart <= last.heading.range.start) return undefined;
  const above = lastLine(open.text.slice(plan.range.start, lineStart));
  const below = /[^\s][^\n]*/.exec(open.text.slice(offset, plan.range.end))?.[0] ?? '';
  if (below !== '' && !dayLine.test(below)) return undefined;
  const unit = unitLine.exec(above)?.[1]?.replace(/[ \u3000]+/g, '') ?? '';
  const isBelowUnit = unit !== '' && (units(place).includes(unit) || (endsLikeUnit(unit) && unit.length > 3));
  if (below === '' && isBelowUnit) {
    const typed = typedDay.exec(before)?.[1];
    return typed === undefined ? undefined : dayProposals(place, typed);
  }
  const typed = typedUnit.exec(before)?.[1];
  if (typed === undefined || isBelowUnit) return undefined;
  const names = units(place).filter((name) => name.startsWith(typed) && name !== typed);
  if (below === '' && names.length === 0) return undefined;
  const zh = open.language === 'zh';
  const isSigned = below !== '';
  return names.map((name) => ({
    kind: 'unit',
    label: name,
    detail: zh ? '署名' : 'signature',
    text: isSigned ? name : `${name}\n${before.slice(0, before.length - typed.length)}${toChinese(place.today)}`,
    range: { start: offset - typed.length, end: offset },
  }));
}

/** Whether nothing but a signature may stand at the place: a day stands below it, or the unit above it. */
export function isSignature(place: Place, proposals: readonly Proposal[] | undefined): boolean {
  if (!proposals || proposals.length === 0) return false;
  if (proposals[0]?.kind === 'date') return true;
  return /[^\s]/.test(place.open.text.slice(place.offset, place.recognised.plan.range.end));
}

function lastLine(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.slice(trimmed.lastIndexOf('\n') + 1);
}

/** Those who may issue the plan: the unit of the configuration, of the title, of the text. */
function units({ open, recognised: { plan } }: Place): readonly string[] {
  const issuer = plan.issuer?.value.replace(/[\s\u3000]+/g, '');
  const ofTitle = plan.body && plan.body.source !== 'text' ? plan.body.name : unitOfTitle(plan.title?.value ?? '');
  const body = ofTitle && fullName(ofTitle);
  const names = [issuer, ...open.known.organisations, body].filter((name) => name !== undefined && name !== '');
  return [...new Set(names as readonly string[])];
}

const unitEnds =
  /^[\p{Script=Han}]{0,16}(?:局|委员会|党委|党组|党支部|办公室|办事处|医院|卫生院|(?<!中)小学|中学|幼儿园|学院|大学|公司|集团|中心|大队|支队|总队|所|站|处|厅|政府|协会|联合会)/u;

/** 白河县教育局 in 白河县教育局校外培训治理工作方案; of a title with a place alone, the place. */
function unitOfTitle(title: string): string | undefined {
  const at = placeOfTitle(title);
  if (at === undefined) return undefined;
  const plain = title.replace(/[\s\u3000]+/g, '');
  return at + (unitEnds.exec(plain.slice(at.length))?.[0] ?? '');
}

/** A place in front of a title stands for its government: 临河乡, 桥南街道. */
function fullName(name: string): string {
  if (/街道$/.test(name)) return `${name}办事处`;
  return /[^社校园景][省市县区乡镇州]$/.test(name) ? `${name}人民政府` : name;
}

function dayProposals({ open, offset, today, recognised: { plan } }: Place, typed: string): readonly Proposal[] {
  const zh = open.language === 'zh';
  const choices: { date: PlainDate; detail: string }[] = [{ date: today, detail: zh ? '今天' : 'today' }];
  let next = addDays(today, 1);
  for (let tries = 0; tries < 12 && !isWorkday(next, plan.calendar); tries++) next = addDays(next, 1);
  choices.push({ date: next, detail: zh ? '下一个工作日' : 'next working day' });
  return choices
    .map(({ date, detail }) => ({ date, detail, label: toChinese(date) }))
    .filter(({ label }) => label.startsWith(typed))
    .map(({ date, detail, label }) => ({
      kind: 'date',
      label,
      detail: `${zh ? '成文日期，' : 'date of issue, '}${detail} · ${dayText(date, open.language, plan.calendar)}`,
      text: label,
      range: { start: offset - typed.length, end: offset },
    }));
}
