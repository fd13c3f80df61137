import type { Resolution } from '../../workspace/settings.ts';
import { hashOf } from './checker.ts';

const known = new WeakMap<Resolution, string>();

/**
 * The same for two resolutions under which the same text has the same problems. Everything of a
 * resolution counts but where it was read and what is wrong in it.
 */
export function settingsHash(settings: Resolution): string {
  let hash = known.get(settings);
  if (hash === undefined) {
    const { configuration: _, configurationText: __, extended: ___, faults: ____, files: _____, ...rest } = settings;
    hash = hashOf(JSON.stringify(rest, (___, value: unknown) => (value instanceof Map ? [...value] : value)));
    known.set(settings, hash);
  }
  return hash;
}
