import type { OutlineItem } from './draft-section.ts';
import { lineMemo } from './facts.ts';
import { labelOn } from './labels.ts';
import type { Line } from './model.ts';

/** So many of them divide a text. */
const enough = 3;
/** What each part is called is no longer than this. */
const longestName = 14;

/** 高一年级, 信息组人员：: a name alone on its line, without the words of a sentence. */
const nameAlone = lineMemo(({ text, number }): string => {
  if (number || text.length > longestName + 1) return '';
  const name = named.exec(text)?.[1] ?? '';
  return notPart.test(name) ? '' : name;
});
const named = /^([\p{Script=Han}\d“”、]{2,14})[：:]?$/u;
/** Who is addressed, what leads to something else, and what says something of the text above it. */
const notPart =
  /^(?:各|尊敬|附|以[上下]|现将|如[上下]|其中|例如|即|特此|此致|敬礼|注|备注|目录|摘要|关键词)|(?:如下|如次|以下|下列|包括|人民政府|委员会|办事处|办公室|通知|方案|计划|日|月|年)$|[的了是]$|、$/;

/** 说明： behind the last of them is one of them, though it would be none alone. */
const closing = /^(?:说明|备注)$/;

/**
 * The lines that divide a text which counts its parts by no number and has no headings: short names, each with a list of its
 * own right below it that begins anew at 1, or with a colon behind it and words below. Not a single list in the text may begin
 * anywhere else.
 */
export function listHeads(items: readonly OutlineItem[]): ReadonlySet<Line> | undefined {
  const heads = new Set<Line>();
  const names = new Set<string>();
  let lists = 0;
  let above: Line | undefined;
  for (const [at, item] of items.entries()) {
    if (!('line' in item)) {
      above = undefined;
      continue;
    }
    const { line } = item;
    if (line.place === 'cell' || line.place === 'quote') continue;
    if (line.place === 'heading') return undefined;
    const { number } = line.facts;
    if (number?.kind === 'arabic' && !number.multi) {
      if (number.value === 1) {
        if (!above || !heads.has(above)) return undefined;
        lists++;
      } else if (heads.size === 0) return undefined;
    } else if (number && dividing.has(number.kind)) return undefined;
    above = line;
    const name = line.place === 'paragraph' && line.depth === 0 ? nameAlone(line.facts) : '';
    if (name === '') continue;
    const next = items[at + 1];
    if (!next || !('line' in next)) continue;
    const isHead = next.line.facts.number?.value === 1 || (/[：:]$/.test(line.text) && !isNamed(next.line));
    if (!isHead || labelOn(line.facts)?.groups.includes('lead')) continue;
    if (names.has(name)) return undefined;
    names.add(name);
    heads.add(line);
  }
  const parts = [...names].filter((name) => !closing.test(name)).length;
  return parts >= enough && lists > 0 ? heads : undefined;
}

const isNamed = (line: Line): boolean => line.place === 'paragraph' && nameAlone(line.facts) !== '';
/** Numbers that count the parts of a text themselves. */
const dividing: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'han', 'hanBracket', 'stage']);
