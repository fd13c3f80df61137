/** So far in front of a name the words are looked at that say whose it is. */
const AROUND = 16;

/** 全市, 市委, 省级, 市里: of what level a class is held. */
const levels = /全([国省市州县区旗镇乡校院局])|([国省市州县区旗镇乡])(?:级|里|委|政府|直)|(国家|中央)/g;
/** 清江市年轻干部…培训班: the place right in front. */
const place = /[一-龥]{2}[省市州县区旗镇乡]$/;
/** Who holds classes for others, and another run of the class. */
const holder = /党校|行政学院|干部学院|组织部|人社[厅局部]|上级|外[省市县区]|对口/;
const otherRun = /上一?[期届轮批]|去年|上年|往[年期届]|此前|以往|曾|前[几两三]?[期届]/;
const year = /(20\d{2})年(?:度)?$/;

/**
 * Whether a training course that is spoken of is another office's, or another run of it: 已参加全市年轻干部综合能力提升
 * 培训班的学员, in the plan of a county for its own 年轻干部能力提升培训班. Courses of all levels are called nearly alike.
 *
 * `own` is what the plan says about its own course: its title and who issues it.
 */
export function isClassOfOthers(text: string, start: number, end: string, own: string): boolean {
  if (end !== '培训班' && end !== '研修班') return false;
  const front = text
    .slice(Math.max(0, start - AROUND), start)
    .split(/[，。；：、（(]/)
    .at(-1)
    ?.replace(/[“”"]/g, '');
  if (!front) return false;
  for (const [words, whole, part] of front.matchAll(levels)) {
    const level = whole ?? part;
    if (!own.includes(level ?? words)) return true;
  }
  const named = place.exec(front)?.[0];
  if (named && !/[全我本].$/.test(named) && !own.includes(named)) return true;
  const told = year.exec(front)?.[1];
  if (told && /20\d{2}年/.test(own) && !own.includes(told)) return true;
  const by = holder.exec(front)?.[0];
  return otherRun.test(front) || (by !== undefined && !own.includes(by));
}

/** Right in front of a name: 全国[幼儿园优秀玩教具展评活动]. */
const ofLevel = /(?:全国|全省|国家级|省级)$/;

/** 往届本市[…展评活动]: what is over may have had another name. */
const earlier = /(?:[往历]届|上一?届|往年|去年|上年)[^，。；]{0,8}$/;

/** Whether an activity that is spoken of is held above the level of the plan's own, or was held before it. */
export function isAnotherActivity(text: string, start: number, own: string): boolean {
  if (earlier.test(text.slice(Math.max(0, start - 12), start))) return true;
  const level = ofLevel.exec(text.slice(Math.max(0, start - 3), start))?.[0];
  return level !== undefined && !own.includes(level.replace(/[级全家]/g, ''));
}
