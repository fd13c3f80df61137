import { fromDayNumber, type PlainDate } from '../dates/civil.ts';
import type { WorkCalendar } from '../dates/workdays.ts';
import { rules } from '../rules/index.ts';
import type { Resolution } from './settings.ts';

/** The settings that count for a file, as JSON: what `--print-config` and the editor's command show. */
export function printedSettings(settings: Resolution): string {
  const { recognition } = settings;
  const printed = {
    configuration: settings.configuration ?? null,
    extends: settings.extended,
    language: settings.language,
    asOf: settings.asOf ? isoDay(settings.asOf) : null,
    profile: recognition.commanded ?? recognition.configured ?? recognition.preferred ?? 'auto',
    profiles: settings.profiles.filter((profile) => !profile.abstract).map((profile) => profile.id),
    rules: Object.fromEntries(
      rules.map((rule) => {
        const { severity, options } = settings.rules.get(rule.id) ?? {};
        const all = { ...(rule.options ?? {}), ...options };
        return [
          rule.id,
          { severity: severity ?? rule.severity, ...(Object.keys(all).length > 0 ? { options: all } : {}) },
        ];
      }),
    ),
    organisations: settings.organisations,
    roster: settings.roster,
    terms: settings.terms,
    calendar: printedDays(settings.calendar),
  };
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}

/** The days that the configuration speaks of, one after another that are the same as one span. */
function printedDays({ own }: WorkCalendar): readonly object[] {
  const spans: { name: string; off: boolean; from: number; to: number }[] = [];
  for (const [number, { off, holiday = '' }] of [...own].sort(([a], [b]) => a - b)) {
    const last = spans.at(-1);
    if (last && last.to === number - 1 && last.off === off && last.name === holiday) last.to = number;
    else spans.push({ name: holiday, off, from: number, to: number });
  }
  return spans.map(({ name, off, from, to }) => {
    const [first, last] = [isoDay(fromDayNumber(from)), isoDay(fromDayNumber(to))];
    return { name, off, ...(from === to ? { date: first } : { from: first, to: last }) };
  });
}

/** ISO 8601; the year always with four digits. */
export function isoDay({ year, month, day }: PlainDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
