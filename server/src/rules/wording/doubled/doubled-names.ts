import { sign } from '../../../plan/signs.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';

/** Something that stands twice, and the second copy of it. */
export interface DoubledName {
  readonly range: Range;
  readonly word: string;
  readonly surplus: Range;
  readonly kind: 'character' | 'word';
}

/**
 * 建设和管理委委员会: the last character of a short name and the first of the full one. 区委委员会, 街道办办公室 and 局局长 are two
 * words, so the character only counts behind words that make no such short name, and in names that have no other reading.
 */
const doubledCharacter =
  /(?<=管理|建设|领导|指导|监督|评审|评选|评定|组织|工作|业主|村民|居民|专家|仲裁|学术|家长|筹备)委委员会|办公公室|(?<=办公)室室(?![主长友内外])|(?<=人民)政政府|(?<=有限|责任|股份|集团)公公司|(?<=领导|工作|专项|协调|督查|检查)小小组(?![长员])|(?<=服务|管理|指挥|活动|监测|培训|数据|研究|教育)中中心(?![城区镇校小线组发任工内思环议])/g;

/** （1天）（1天）, (含税)(含税): what explains is said once. Room to fill in, and marks to tick, may come in pairs. */
const doubledBrackets = /([（(][^（）()\s]{1,24}[）)])[ \u3000]?\1/g;
const saysSomething = /[一-龥]{2}|[0-9][一-龥%％]/;
const toFillIn = /签|盖|章|勾|打√/;

/** What one of the two needs. */
export const doubledNameSign = sign({
  words: ['委委', '公公', '室室', '政政', '小小', '中中', '）（', ')(', '） （', '）\u3000（', ') ('],
});

/** Names and brackets of a text with a part typed twice. */
export function findDoubledNames(text: string): readonly DoubledName[] {
  const found: DoubledName[] = [];
  for (const { 0: name, index } of matchesOf(text, doubledCharacter)) {
    const at = name.startsWith('办') ? index + 1 : index;
    found.push({
      range: { start: at, end: at + 2 },
      word: text.charAt(at),
      surplus: { start: at + 1, end: at + 2 },
      kind: 'character',
    });
  }
  for (const { 0: both, 1: word = '', index } of matchesOf(text, doubledBrackets)) {
    if (!saysSomething.test(word) || toFillIn.test(word)) continue;
    const end = index + both.length;
    found.push({ range: { start: index, end }, word, surplus: { start: index + word.length, end }, kind: 'word' });
  }
  return found;
}
