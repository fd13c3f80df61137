/** An id of a profile: school-plan. */
export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** A key of a section, stage or step: safetyDuty. */
export const keyPattern = /^[a-z][A-Za-z0-9]*$/;
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
/** An ISO 8601 duration of whole days. */
export const durationPattern = /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?$/;

/** Words in both languages; the type of profiles is made from this file, and cannot be used in it. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

const words: ReadonlyMap<string, Words> = new Map([
  [
    String(idPattern),
    {
      zh: '只能用小写字母、数字和连字符，以字母开头，如 school-plan',
      en: 'only small letters, digits and hyphens, a letter first, such as school-plan',
    },
  ],
  [
    String(keyPattern),
    {
      zh: '只能用字母和数字，以小写字母开头，如 safetyDuty',
      en: 'only letters and digits, a small letter first, such as safetyDuty',
    },
  ],
  [String(dayPattern), { zh: '日期写成 2026-03-02 的样子', en: 'a day is written as 2026-03-02' }],
  [
    String(durationPattern),
    { zh: '时长写成 P4M（4个月）、P20D（20天）的样子', en: 'a time is written as P4M (4 months) or P20D (20 days)' },
  ],
]);

/** What a pattern asks for, in words; undefined for a pattern that is not of this file. */
export function wordsOfPattern(pattern: string | undefined): Words | undefined {
  return words.get(pattern ?? '');
}
