import type { DateExpression } from '../../dates/expression.ts';
import { lineMemo } from '../facts.ts';
import type { Line, Plan, Section } from '../model.ts';
import { isLikelyPerson } from '../parties/words.ts';
import { versionMemo } from '../plan-memo.ts';
import { itemsOf, type LabelledItem, listOf, spokenOf } from './item-forms.ts';
import type { UnevenItems } from './labelled-items.ts';
import { isNobodysOn, saidOn } from './nobodys.ts';

/** Items beside one another that tell in their sentences who does them by when: 清淤。由河道科负责，6月底前完成. */
export interface ProseGaps {
  readonly owner: readonly UnevenItems[];
  readonly limit: readonly UnevenItems[];
}

/** Fewer items show no habit. */
const FEWEST = 3;

/** What is said in the items of these is no work of somebody: 基本原则, 参赛对象, 奖项设置. */
const noWork = /原则|意义|对象|目标|背景|成效|做法|问题|依据|条件|标准|资格|范围|名单|成员|奖|材料|要求是|附件|说明/;

/** 由河道科, 河道科负责: somebody is named for it. */
const namedOwner =
  /由(?!于|此|来)[^，。；]{2,24}|(?:^|[，。；：\s])[^，。；：\s]{2,24}(?:负责(?!人|任)|牵头|主持|承办)/;
/** 河道科年底前要: an office that has to, whatever stands between. */
const bound =
  /(?:^|[，。；：\s])(?!各|有关|相关)[^，。；：、\s]{1,10}(?:[部处科股室局委办站所队]|中心|公司|学校|街道)(?:[^，。；：、]{0,8}[前起内])?(?:要|应|须|必须|应当)(?!求|急)/;

/** 6月底前, 12月5日13:00前: a last day of its own. */
const lastDay =
  /(?:[日号底末旬份月年]|\d[:：]\d{2})(?:[（(][^）)]{1,8}[）)])?(?:上午|下午)?(?:之前|以前|前)|时限[：:]|(?:完成|截止)(?:时间|日期)[：:]/;
/** What tells when in another way: by an event, by a rhythm, at once, for good. */
const otherTime =
  /[前后每]|期间|当[天日晚场]|随时|及时|即时|立即|立刻|尽快|长期|常年|持续|日常|常态|全程|全年|定期|不定期|同时|同步|届时|随即|现场|近期|适时|会上|开幕|时限|期限|限期|日内|工作日|阶段|期$|次日/;

/** 灯光音响：后勤处万里，: a unit and the name of a person, and nothing else. */
const holder = /[：。\s][^，。；：\s]{1,8}(?:[处科室部局办队组]|中心)(\p{Script=Han}{2,3})(?=[，；])/u;
function namesHolder(text: string): boolean {
  const name = holder.exec(text)?.[1];
  return name !== undefined && isLikelyPerson(name);
}

const isOwnedOn = lineMemo(
  (facts): boolean =>
    facts.parties.some(({ vague }) => !vague) ||
    facts.actors(0).some(({ vague }) => !vague) ||
    namedOwner.test(saidOn(facts)) ||
    bound.test(saidOn(facts)) ||
    namesHolder(facts.text.slice(facts.number?.range.end ?? 0)),
);
const isLimitedOn = lineMemo(
  (facts): boolean =>
    facts.dates.some(({ kind }) => kind === 'span' || kind === 'malformed') && lastDay.test(saidOn(facts)),
);
/** 10月1日起每三天开展一次督查: work that begins on a day. */
const isBegunOn = lineMemo((facts): boolean =>
  facts.dates.some(
    ({ kind, raw, range }) => kind === 'span' && (raw.endsWith('起') || facts.text.startsWith('起', range.end)),
  ),
);
const isTimelessOn = lineMemo((facts): boolean => facts.dates.length === 0 && !otherTime.test(saidOn(facts)));

const isOwned = ({ lines }: LabelledItem): boolean => lines.some(({ facts }) => isOwnedOn(facts));
const isLimited = ({ lines }: LabelledItem): boolean => lines.some(({ facts }) => isLimitedOn(facts));
const isDatedWork = (item: LabelledItem): boolean =>
  isLimited(item) || item.lines.some(({ facts }) => isBegunOn(facts));
const isNobodys = ({ lines }: LabelledItem): boolean => lines.every(({ facts }) => isNobodysOn(facts));
const isTimeless = ({ lines }: LabelledItem): boolean => lines.every(({ facts }) => isTimelessOn(facts));

/**
 * Items that tell a last day and nobody who does it, where most beside them name somebody; and items that name
 * somebody and no time at all, where most beside them tell a last day. What is told of it shows that it is work to be
 * done, and no remark.
 */
export const proseGaps = versionMemo(({ sections }: Plan): ProseGaps => {
  const owner: UnevenItems[] = [];
  const limit: UnevenItems[] = [];
  const visit = (section: Section): void => {
    section.sections.forEach(visit);
    if (noWork.test(section.title.value)) return;
    for (const items of [itemsOf(section), listOf(section), spokenOf(section)]) {
      // Without a last day in any of them it is not sure that they are works.
      if (items.length < FEWEST || !items.some(isLimited)) continue;
      const unowned = gap(items, isOwned, isOwnerless);
      if (unowned && !above(section, items).some(({ facts }) => isOwnedOn(facts))) owner.push(unowned);
      const unlimited = gap(items, isLimited, isLimitless);
      if (unlimited && !above(section, items).some(({ facts }) => facts.dates.some(setsTime))) limit.push(unlimited);
      const bare = unlimited || unowned ? undefined : bareAmong(items);
      if (!bare) continue;
      if (!above(section, items).some(({ facts }) => isOwnedOn(facts))) owner.push(bare);
      if (!above(section, items).some(({ facts }) => facts.dates.some(setsTime))) limit.push(bare);
    }
  };
  sections.forEach(visit);
  return { owner, limit };
});

/** 下半年打算, 2024年重点工作 in a heading say what time the works are of, and not by when each is done. */
const setsTime = ({ kind, from, to, deadline }: DateExpression): boolean =>
  kind !== 'span' || deadline === true || !['year', 'halfYear'].includes((to ?? from)?.unit ?? '');

/** 工作要求, 注意事项 among the works. */
const noTask = /要求|说明|保障|原则|注意|须知|备注|其他|纪律|联系|职责|分工|材料|奖/;
const isTask = ({ title }: LabelledItem): boolean => !noTask.test(title.value.slice(0, TITLE));
const TITLE = 10;

const isOwnerless = (item: LabelledItem): boolean => isTask(item) && isDatedWork(item) && isNobodys(item);
const isLimitless = (item: LabelledItem): boolean => isTask(item) && isTimeless(item) && isOwned(item);

/** At most every fourth item lacks what at least two thirds of the others have. */
function gap(
  items: readonly LabelledItem[],
  has: (item: LabelledItem) => boolean,
  lacks: (item: LabelledItem) => boolean,
): UnevenItems | undefined {
  // Nearly always none lacks it: whether the others have it need not be known then.
  const without = items.filter(lacks);
  if (without.length === 0 || (without.length > 1 && without.length * 4 > items.length)) return undefined;
  const having = items.filter(has);
  const [like] = having;
  const others = items.length - without.length;
  // Two of three are no habit yet: each of them has to have it, or three do.
  const isHabit = having.length >= FEWEST || (having.length >= 2 && having.length === others);
  return like && isHabit && having.length * 3 >= others * 2 ? { like, without } : undefined;
}

/** 坚持因地制宜, 不搞一刀切: how it is done. */
const isManner = ({ lines }: LabelledItem): boolean => lines.some(({ text }) => manner.test(text));
const manner = /坚持|因地制宜|严禁|注重|不搞|不增加|不得/;

/** The only item that names nobody and no time, where every other one tells both: that shows that it is work as well. */
function bareAmong(items: readonly LabelledItem[]): UnevenItems | undefined {
  if (items.length <= FEWEST) return undefined;
  const [bare, more] = items.filter((item) => isTask(item) && isTimeless(item) && isNobodys(item) && !isManner(item));
  if (!bare || more) return undefined;
  const others = items.filter((item) => item !== bare);
  const [like] = others;
  return like && others.every((item) => isOwned(item) && isLimited(item)) ? { like, without: [bare] } : undefined;
}

/** What holds for all items: the headings around them, and the lines in front of the first one. */
function above(section: Section, [item]: readonly LabelledItem[]): readonly Line[] {
  const first = item?.lines[0]?.index ?? Number.POSITIVE_INFINITY;
  const lines = section.body.filter(({ place, index }) => place !== 'item' && index < first);
  const headings: Line[] = [];
  for (let at: Section | undefined = section; at; at = at.parent) headings.push(at.heading);
  return [...headings, ...lines];
}
