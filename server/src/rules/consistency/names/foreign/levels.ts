import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { hasSign, sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';

/** Levels of government, the highest first; 县 and 区 are of one level. */
export const LEVELS: readonly string[] = ['省', '市', '县', '镇'];
export const levelOf: Readonly<Record<string, string>> = { 省: '省', 市: '市', 县: '县', 区: '县', 镇: '镇', 乡: '镇' };

/** 全区, 我市, 本县: the plan speaks of a level as its own. */
export interface LevelMention {
  readonly word: string;
  readonly level: string;
  /** 我市, 本市; 全市 may be said from below. */
  readonly self: boolean;
  readonly range: Range;
}

const mention = /(全|我|本)(省|市|县|区|镇|乡)(?![场区长民委直域容政际])/g;
/** Lines without it say nothing of levels, nor of a 系 or a 街道 as “ours”. */
export const mentionSign = sign({
  words: ['我系', '我街', '全街'].concat(
    [...'全我本'].flatMap((whose) => [...'省市县区镇乡'].map((level) => whose + level)),
  ),
});
/** Lines without it speak of no level as a whole, and of none of its offices. */
export const levelSign = sign({
  words: [...'省市县区镇乡']
    .map((level) => `全${level}`)
    .concat(
      ['我县', '本县', '我区', '本区'],
      [...'报由向经交送至'].flatMap((lead) => [`${lead}县`, `${lead}区`]),
      ['提交县', '提请县'],
    ),
});
const NONE: readonly LevelMention[] = [];

export const levelsOn = lineMemo((facts): readonly LevelMention[] => {
  if (!hasSign(facts, mentionSign)) return NONE;
  const { text } = facts;
  // 《关于印发本市…方案的通知》 is what another office calls its own.
  const isCited = (at: number) => text.lastIndexOf('《', at) > text.lastIndexOf('》', at);
  const own = matchesOf(text, mention).filter(({ index }) => !isCited(index));
  return own.map((match) => ({
    word: match[0],
    level: levelOf[match[2] ?? ''] ?? '',
    self: match[1] !== '全',
    range: { start: match.index, end: match.index + 2 },
  }));
});

/** Fewest mentions that make a level the plan's own, and how many times as often as all others it is said. */
const FEWEST = 5;
const TIMES = 4;

/** The level that a plan speaks of as its own, by its title or by how often; undefined when none stands out. */
export function dominantLevel(lines: readonly Line[], title: string): string | undefined {
  const inTitle = /^(?:关于)?(?:开展|印发|做好|实施)?全([省市县区镇乡])(?![场域面])/.exec(title)?.[1];
  if (inTitle !== undefined) return levelOf[inTitle];
  // 云溪县2024年…方案: whose plan it is, when the text calls it so as well.
  const placed =
    levelOf[
      /^(?:中共)?[一-龥]{2,3}([县镇乡])(?![域级]|[一-龥]{0,8}(?:学(?!习)|院|公司|中心|站|(?<!校)园|社区|(?<![农乡])村))/.exec(
        title,
      )?.[1] ?? ''
    ];
  if (placed !== undefined && lines.some(({ facts }) => levelsOn(facts).some(({ level }) => level === placed)))
    return placed;

  const counts = new Map<string, number>();
  let all = 0;
  for (const { facts } of lines) {
    for (const { level } of levelsOn(facts)) {
      counts.set(level, (counts.get(level) ?? 0) + 1);
      all++;
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= FEWEST && best[1] >= TIMES * (all - best[1]) ? best[0] : undefined;
}

/** 结合我镇实际: a plan says whose it is. */
const settled = /(?:结合|根据|立足)(?:我|本)([省市县区镇乡])(?:的?工作)?实际/;
/** So often the plan speaks of its level. */
const ENOUGH = 2;

/** The level in whose name a plan settles what it says, where it speaks of that level elsewhere, too. */
export function settledLevel(lines: readonly Line[]): string | undefined {
  let level: string | undefined;
  let times = 0;
  const said: string[] = [];
  for (const { text, facts } of lines) {
    for (const mentioned of levelsOn(facts)) said.push(mentioned.level);
    const found = levelOf[settled.exec(text)?.[1] ?? ''];
    if (found === undefined) continue;
    if (level !== undefined && level !== found) return undefined;
    level = found;
  }
  for (const one of said) if (one === level) times++;
  return times >= ENOUGH ? level : undefined;
}
