import { lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import { tableOfUnits } from '../../../text/units.ts';
import { wordBoundaries } from '../segments.ts';

/**
 * A paragraph that stops at a word which wants more: …对平台数据进行, …并予以, …由镇应急办和. What is missing is the rest of the
 * sentence, not its full stop.
 */
export function isCutShort(line: Line, next: Line | undefined, closing: Line | undefined): boolean {
  if (line.place === 'cell' || line.place === 'quote' || line.restored || next?.restored) return false;
  if (!wantsMore(line.facts)) return false;
  if (!next || line === closing) return true;
  // What stands below may go on with the sentence; （一） below it begins the list that it leads to.
  const { number } = next.facts;
  return number ? number.value > 1 : next.place === 'heading';
}

/** Shorter lines are labels and forms of address. */
const SHORTEST = 16;

const lastUnits = tableOfUnits('行以予将把对向与及由和并');
/** 予以, 加以 with nothing; and a clause that is a preposition alone: ，并将. */
const bare =
  /(?:予以|加以|给予|给以|处以|致以|(?:^|[，；。])(?:并|再|同时|及时|统一|须|要|应)?(?:将|把|对|向|由|与|并))$/;
/** 对平台数据进行. 对各村考核分批进行 says how, and is whole. */
const carriedOut =
  /(?:^|[^一-龥]|[^应核校查比面派配绝相反敌成结一答双])对(?![口应照标等立])([一-龥]{2,16})(?<!时|后|前|中|起|际|式|地|期|次|批|步|组|片|段|场|序|法)进行$/;
const saysHow =
  /[分逐按依每月日年]|统一|集中|随机|同步|同时|现场|方式|形式|阶段|定期|抽签|轮流|交叉|网上|线[上下]|通过|采[取用]|结合|一并|单独|独立|如期|顺利|正常|照常|继续|有序|公开|不得/;
const particle = /[一-龥](?:[将把对向与及由和并])$/;
/** Words that the platform may not know. */
const wordEnds =
  /(?:应|核|校|查|比|面|派|配|绝|相|反|敌|成|结|一|答|双)对|[大小主干健必即麻]将|[火拖一车每]把|[方面转导去意走流志倾取动风横纵双单定投指趋朝偏内外]向|[参给付赋授赠寄施干]与|[普涉波顾提推论遍触危不兼企旁累]及|[自理缘事原因来]由|[总加温平调缓祥柔共附失谐融掺随饱]和|[合一归兼吞]并$/;

const wantsMore = lineMemo(({ text: whole }): boolean => {
  const text = whole.trimEnd();
  if (text.length < SHORTEST || lastUnits[text.charCodeAt(text.length - 1)] !== 1) return false;
  const at = Math.max(...[...'。，；：'].map((mark) => text.lastIndexOf(mark)));
  // A label, or a line that holds nothing but a name.
  if (at < 0 || text.charAt(at) === '：') return false;
  const clause = text.slice(at);
  if (bare.test(clause)) return true;
  if (clause.endsWith('进行')) {
    const object = carriedOut.exec(clause)?.[1];
    return object !== undefined && !saysHow.test(object);
  }
  if (!particle.test(clause) || wordEnds.test(clause.slice(-2))) return false;
  return wordBoundaries(text, text.length - 1, 1)?.has(text.length - 1) === true;
});
