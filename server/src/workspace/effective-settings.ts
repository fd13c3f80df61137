import type { PlainDate } from '../dates/civil.ts';
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
  };
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}

/** ISO 8601; the year always with four digits. */
export function isoDay({ year, month, day }: PlainDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
