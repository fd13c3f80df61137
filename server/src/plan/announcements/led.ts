import type { Range } from '../../text/range.ts';
import type { Announced } from './announcement.ts';
import { mayBeEnough } from './several.ts';

/** 通过问卷、座谈、走访四种方式: how it is done is named in front of the number. */
const ways = /^(?:方式|形式|途径|渠道|手段|方法|办法|载体)$/;
const leadsToWays = /^[^、]{0,24}?(?:通过|采取|采用|运用|利用|借助)/;
/** 落实派车审批、定点维修、定点加油“四项制度”: what is called so has no parts but those that are named. */
const rules = /^(?:制度|机制|措施|清单|台账|工作|活动|工程|行动|任务|责任|程序|环节)$/;
const leadsToRules = /^[^、]{0,16}?(?:落实|执行|坚持|实行|推行|健全|完善|建立|做到|抓好)(?:好|了)?/;
/** 分为小学组、初中组三个组别 */
const leadsToParts =
  /^[^、]{0,16}?(?:分为|分成|划分为|评定为|评为|设立|设置|下设|包括|(?<![自理缘事因])由|按照?(?![时期])|分(?![析类级组别工管层步解管享清]))/;
/** 紧盯消防、燃气、自建房三个领域, 完成转移、进食两项操作: a verb that takes all that is named behind it. */
const leadsToAll =
  /^[^、]{0,16}?(?:紧盯|聚焦|围绕|突出|着眼|涵盖|涉及|举办|举行|完成|进行|评出|评选|设有|设(?![立置备施计法想定防岗在为])|共有|从|按|以)/;
/** What is named one by one. 上湾四个村民组 may be four of one place. */
const allOf =
  /^(?:重点|关键|主要)?(?:项目|领域|方面|环节|阶段|步骤|等级|等次|类别|层次|组别|系列|科目|内容|重点|主题|板块|模块|操作|维度|任务|赛级|空间|指标|事项|类型)$/;
/** 消防、燃气三个领域: one of two that are made alike is no more than one. 中学 may be two kinds of school. */
const arePair = ([one = '', other = '']: readonly string[]): boolean =>
  one.length === other.length && !/中学|学校|单位|人员|部门/.test(one + other);
/** Items that may stand for several, and words that show that the list is none. */
const manifold = /[和与及或并至—～~-]|等|各|相关|有关|结合|其他|以及|[“”"「」]|的/;
const longestItem = 14;
const FEWEST = 3;

/**
 * Whether words lead right into the list that stands in front of its number, so that it is the whole of what is
 * announced. Without them the list may begin further to the left.
 */
export function isLedIn(text: string, items: readonly Range[], announced: Announced): boolean {
  const { count, noun, slogan, word } = announced;
  const [first, ...others] = items;
  // 健全党务、村务公开“三项制度”: two may be no list.
  if (!first || word !== undefined || (slogan && (!rules.test(noun) || items.length < FEWEST))) return false;
  const head = text.slice(first.start, first.end);
  const isWays = ways.test(noun);
  const lead =
    (slogan ? leadsToRules : isWays ? leadsToWays : leadsToParts).exec(head)?.[0] ??
    (allOf.test(noun) ? leadsToAll.exec(head)?.[0] : undefined);
  const names = [head.slice(lead?.length ?? 0), ...others.map(({ start, end }) => text.slice(start, end))];
  if (lead === undefined || names.some((name) => name.length < 2 || name.length > longestItem || manifold.test(name)))
    return false;
  // 分为教学人员、管理后勤人员三个类别: of two, one may well be two in one word.
  if (mayBeEnough(names, announced)) return false;
  if (items.length < Math.min(count, FEWEST) && (slogan || isWays || !arePair(names))) return false;
  // 包括城关镇、东街、西街2个社区: a number that is smaller may be that of the last ones only.
  return slogan || isWays ? Math.abs(count - items.length) <= 1 : count === items.length + 1;
}
