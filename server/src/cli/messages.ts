import type { Label } from '../profiles/profile.ts';
import type { Language } from '../rules/messages.ts';

/** A wrong use of the command: told with the usage, exit status 2. */
export class UsageError extends Error {
  readonly label: Label;

  constructor(label: Label) {
    super(label.en);
    this.label = label;
  }
}

/** Exit status: nothing to report, something reported, wrong use or unreadable input, broken off by Ctrl+C. */
export const status = { clean: 0, problems: 1, failed: 2, cancelled: 130 } as const;

/**
 * Text for a terminal: control characters, escape sequences among them, become visible signs, so
 * that no file can move the cursor or change colours. Tabs become one blank.
 */
export function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** The language that is wished for outside any configuration: zh, unless the environment asks for English. */
export function environmentLanguage(environment: Readonly<Record<string, string | undefined>>): Language | undefined {
  const wish = environment.FANGAN_LANGUAGE;
  return wish === 'zh' || wish === 'en' ? wish : undefined;
}
