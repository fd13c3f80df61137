import { ownCopy } from '../../text/own-copy.ts';

const keys = new Map<string, string>();
/** Names whose keys are remembered. */
const rememberedKeys = 2_000;

/** What two names of one stage have in common: 学习调研阶段 and 学习调研. */
export function stageKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = name
      .replace(/[\s\u3000“”"]+/g, '')
      .replace(/^第.{1,3}(?:阶段|步)[：:，、]?/, '')
      .replace(/(?:工作)?阶段$/, '');
    if (keys.size >= rememberedKeys) keys.clear();
    keys.set(ownCopy(name), key);
  }
  return key;
}
