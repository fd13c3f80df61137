import type { Format } from '../report.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export type FormatName = 'text' | 'json' | 'sarif' | 'github' | 'junit';

export const formats: Readonly<Record<FormatName, Format>> = { text, json, sarif, github, junit };

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
