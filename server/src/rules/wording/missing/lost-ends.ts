import { SLOTS, slotOf } from '../../../text/pair-slots.ts';
import { tableOfUnits, unitsOf } from '../../../text/units.ts';
import { type Hint, type Hints, hint, matchesIn, mayHold, pairsOf } from '../hints.ts';
import phraseLists from '../wrong-words/set-phrases.yaml';
import lists from './lost-ends.yaml';
import { findLostHalves } from './lost-halves.ts';
import type { MissingWord } from './missing-words.ts';
import missing from './missing-words.yaml';

/** Words of which the end was dropped, told by the mark that follows at once: 服务水，, 各负其。 */
const { compounds, whole } = lists as unknown as {
  readonly compounds: readonly string[];
  readonly whole: readonly string[];
};
const { phrases } = phraseLists as unknown as { readonly phrases: readonly string[] };
const { standAlone } = missing as unknown as { readonly standAlone: string };
const wordsOf = (lines: readonly string[]) => lines.flatMap((line) => line.split(' '));

/** The shortest and the longest of what is left of such a word. */
const SHORTEST = 3;
const LONGEST = 6;
/** By what is left of a word, what it has lost; of several words that begin so all of it. */
const ends = new Map<string, string>();
const alone = new Set(standAlone);
const kept = new Set(whole);
for (const word of wordsOf(compounds)) note(word);
// 应收尽收: the third character of a phrase may be a word by itself, and end a clause.
for (const word of wordsOf(phrases)) if (!alone.has(word.charAt(word.length - 2))) note(word);

function note(word: string): void {
  const [left, last] = [word.slice(0, -1), word.slice(-1)];
  if (left.length < SHORTEST || left.length > LONGEST || kept.has(left)) return;
  const known = ends.get(left) ?? '';
  if (!known.includes(last)) ends.set(left, known + last);
}

/** The pairs that such words end in: most words in front of a mark end otherwise. */
const endsSo = new Uint8Array(SLOTS);
for (const left of ends.keys()) endsSo[slotOf(left.charCodeAt(left.length - 2), left.charCodeAt(left.length - 1))] = 1;
const isMark = tableOfUnits('，。；、：）”！');

/** 形成总结，报县人民政: a cell that tells something ends without a mark. */
const told = /[，。；]/;

/** The words of a text that have lost their last character in front of a mark. One look at each unit. */
export function findLostEnds(text: string): readonly MissingWord[] {
  const units = unitsOf(text);
  let found: MissingWord[] | undefined;
  for (let at = SHORTEST; at <= text.length; at++) {
    if (at < text.length && isMark[units[at] ?? 0] !== 1) continue;
    if (endsSo[slotOf(units[at - 2] ?? 0, units[at - 1] ?? 0)] !== 1) continue;
    for (let length = Math.min(LONGEST, at); length >= SHORTEST; length--) {
      const words = text.slice(at - length, at);
      const lost = ends.get(words);
      if (lost === undefined || (at === text.length && !told.test(text))) continue;
      found ??= [];
      found.push({
        kind: 'cut',
        range: { start: at - length, end: at },
        words,
        missing: [...lost].join('”或“'),
        ...(lost.length === 1 ? { at } : {}),
        ...(at === text.length ? { last: true as const } : {}),
      });
      break;
    }
  }
  return found ?? NONE;
}

const NONE: readonly MissingWord[] = [];

interface Frame {
  /** What a text needs; most have nothing of it. */
  readonly needs: Hint;
  readonly pattern: RegExp;
  readonly missing: string;
  /** So many units in front of the end of what is matched; without it nobody can tell what to write. */
  readonly back?: number;
  readonly kind?: MissingWord['kind'];
}

const OFFICE = '局|委|办|部|室|科|站|中心|组|单位|政府|镇|街道|处|院|会|长';
const REWARD = '绩效|考核|评优|工资|奖金|资金|奖励|晋升|评先|待遇|职称|成绩|奖惩|经费|补助|评定|目标|收入|聘任|薪酬';
const PAPER = '情况|材料|总结|方案|表|名单|数据|清单|台账|信息|报告|照片|档案|作品|资料';
const CHECK = '考核|检查|验收|审核|体检|审查|面试|测试|检验|考试|资格|质量|检测|抽查';
const GROUP =
  '班级?|村|户|年级|级|组|学?校|乡?镇|县区?|科室|社区|街道|处室|系|学?院|队|局|村组|小组|支部|部门|家庭|楼栋|网格|车间';
const DEED =
  '走访|检查|排查|发现|整改|发放|培训|出动|清理|拆除|新建|张贴|悬挂|巡查|受理|办结|解决|化解|登记|摸排|宣讲|慰问';

const frames: readonly Frame[] = [
  {
    needs: hint(['要及']),
    pattern: /(?<=(?<![主需重必纪概摘简提])要)及(?=上报|报告|报送|整改|处置|反馈|消除)/g,
    missing: '时',
    back: 0,
  },
  // 在此基础对重点村复查
  {
    needs: hint(['此基']),
    pattern:
      /在此基础(?=[对将把进继再开展由按结制形提确选评组召逐不统完强全][一-龥])(?!对[策话比]|建设|研究|展[开示]|提供|组织)/g,
    missing: '上',
    back: 0,
  },
  // 在坚持包容审慎监管的，对轻微违法免予处罚
  {
    needs: hint(pairsOf('的', '，')),
    pattern:
      /(?<=^|[，。；])在(?:坚持|做好|加强|推进|确保|抓好|落实|保证|完善|强化|提高|深化)(?:[一-龥、](?<![中时内上下里后前间程未不无没])){2,18}(?<!突出|失职|显著|不力|优秀|优异|积极)的(?=，)(?!，[^。；]{0,8}(?:予以|给予|优先|严肃|可|将|按|由|应))/g,
    missing: '同时”或“基础上',
    kind: 'tail',
  },
  // 正是将抽象的精神转化。
  {
    needs: hint(pairsOf('转', '化变')),
    pattern:
      /[将把](?![^，。；]*[由从向])[^，。；、]{2,16}(?:精神|优势|压力|热情|理念|理论|知识|思想|要求)转[化变](?=[。；])/g,
    missing: '为……',
    kind: 'dangling',
  },
  // 由县农机中心牵，财政局配合
  {
    needs: hint(pairsOf('牵', '，。；、）')),
    pattern: new RegExp(`(?:${OFFICE})牵(?=[，。；、）])`, 'g'),
    missing: '头',
    back: 0,
  },
  // 与绩效工资挂，
  {
    needs: hint(pairsOf('挂', '，。；')),
    pattern: new RegExp(`(?:${REWARD})[^，。；、]{0,6}挂(?=[，。；])`, 'g'),
    missing: '钩',
    back: 0,
  },
  {
    needs: hint(['议事']),
    pattern: /(?:摆上|列入|纳入|提上)[^，。；]{0,8}议事(?=[，。；])/g,
    missing: '日程',
    back: 0,
  },
  { needs: hint(['另行']), pattern: /(?:不再?|时间|地点|事宜)另行(?=[，。；])/g, missing: '通知', back: 0 },
  // 凭工作证入，迟到者…
  {
    needs: hint(pairsOf('入', '，。；')),
    pattern: /凭[^，。；据借]{2,12}(?<![出进收录注纳加嵌投输])入(?=[，。；])/g,
    missing: '场',
    back: 0,
  },
  // 由网格员逐户。
  {
    needs: hint(pairsOf('逐', '户一个村人级')),
    pattern: /(?<![^，。；、：]自)由[^，。；]{2,14}逐[户一个村人级](?=[。；])/g,
    missing: '……',
    kind: 'dangling',
  },
  {
    needs: hint(pairsOf('以', '，。；')),
    pattern: /(?:予以|加以|处以|致以)(?=[，。；])/g,
    missing: '……',
    kind: 'dangling',
  },
  // 充分发挥楼长的，…
  {
    needs: hint(pairsOf('的', '，。；')),
    pattern:
      /充分发挥(?![^，。；]{0,14}(?:作用|优势|职能|效益|潜力|力量|功能|不|好|强|突出|明显|显著|而|是))[^，。；]{1,14}的(?=[，。；])/g,
    missing: '作用',
    back: 0,
  },
  // 将排查情况于每周五前至镇应急办
  {
    needs: hint(['前至']),
    pattern: new RegExp(`将[^，。；]{0,16}(?:${PAPER})(?:于|在)[^，。；]{2,16}前至(?=[一-龥]{2,12}[。；，])`, 'g'),
    missing: '报',
    back: 1,
  },
  {
    needs: hint(pairsOf('个', '入着抓发用')),
    pattern: /从[^，。；]{2,24}[两二三四五六七八]个(?=入手|着手|抓起|发力|用力)/g,
    missing: '方面',
    back: 0,
  },
  // 考核采取查阅资料、电话访谈等。: what is taken is a way.
  {
    needs: hint(['采取', '采用']),
    pattern:
      /(?<!不|可|未|已)采[取用](?=[^，。；]*[查访谈问评讲测考看听巡演训])(?![^，。；]*(?:方式|方法|办法|措施|形式|手段|模式|制|行动|态度|做法|步骤|策略|原则|政策|方针|对策|途径|机制|法|样|量|技术|材料|设备|工艺|标准|系统|平台|软件|产品|手语|文))(?:[一-龥]{2,8}、){1,5}[一-龥]{2,8}(?=[。；])/g,
    missing: '的方式',
    back: 0,
    kind: 'tail',
  },
  // 经主要负责人签字后，连同承诺书和情况表。: what is done with them is not said.
  {
    needs: hint(['连同']),
    pattern:
      /(?<=[，；]|^)连同(?![^。；]*(?:[一共]同|一[并起]|[报交送寄发存传装归留由附列计算在于到至提上作写]))[^，。；]{4,50}(?=[。；])/g,
    missing: '一并报送',
    kind: 'dangling',
  },
  // 匡正社会气、
  {
    needs: hint(['会气']),
    pattern: /(?:匡正|净化|改善|优化|端正|弘扬|树立|引领|促进)[^，。；、]{0,8}社会气(?=[、，。；])/g,
    missing: '风',
    back: 0,
  },
  { needs: hint(['究意']), pattern: /研究意(?=[，,。；]|决定|现|将)/g, missing: '同', back: 1 },
  // 以班级单位进行
  {
    needs: hint(pairsOf('位', '进开组参报评上汇填集，。；')),
    pattern: new RegExp(
      `以(?:${GROUP})单位(?=进行|开展|组织|参加|参赛|报名|评|上报|报送|汇总|填报|集中|[，。；])`,
      'g',
    ),
    missing: '为',
    back: 2,
  },
  {
    needs: hint(['之起']),
    pattern:
      /(?:印发|发布|公布|颁布|下发|签订|签字|签署|施行|通过|生效|收到|成立|公示|批准|实施|执行|受理|交付|开学|入职|签收)之起/g,
    missing: '日',
    back: 1,
  },
  {
    needs: hint(['相合']),
    pattern: /(?:做到|坚持|将|把|实现|注重|采取|采用|推动)[^，。；]{2,24}[与和同跟][^，。；]{2,16}相合(?=[，。；]|的)/g,
    missing: '结',
    back: 1,
  },
  // 以无记名投票式产生
  {
    needs: hint(pairsOf('式', '产进开确选推评公组')),
    pattern:
      /(?:投票|抽签|表决|招标|笔试|面试|书面|口头|答辩)式(?<=[以用取][^，。；]{0,13})(?=产生|进行|开展|确定|选出|推选|评选|公布|组织)/g,
    missing: '方',
    back: 1,
  },
  {
    needs: hint(['无异']),
    pattern: /(?:公示|审核|审查|复核|核实|确认|研究)[^，。；]{0,8}无异(?=[，。；]|的[，。；]|后|者)/g,
    missing: '议',
    back: 0,
  },
  {
    needs: hint(['不合']),
    pattern: new RegExp(`(?:${CHECK})[^，。；]{0,4}不合(?=者|的[，。；])`, 'g'),
    missing: '格',
    back: 0,
  },
  { needs: hint(['下简']), pattern: /以下简(?=[“：:"])/g, missing: '称', back: 0 },
  {
    needs: hint(['律得']),
    pattern: /一律得(?=参加|参评|评|推荐|申报|提拔|入|进|享受|晋升|使用|发放|报销|列|作为|擅自|以|外|录|安排)/g,
    missing: '不',
    back: 1,
  },
  // 小事不出网格、大事不社区
  {
    needs: hint(['事不']),
    pattern: /[小大]事不(?=(?:村|社区|镇|乡|网格|组|县|街道|街|市|屯)[、，。；”])/g,
    missing: '出',
    back: 0,
  },
  // 底数清、情况、责任明: the one in the middle does not say how things are.
  {
    needs: hint(pairsOf('清明实准', '、')),
    pattern:
      /(?<=做到|[，、：；“])[一-龥]{2}[清明实准]、(?![一-龥][清明实准全严])[一-龥]{2}(?=、[一-龥]{2}[清明实准](?:[，。；、”]|$))/g,
    missing: '明',
    kind: 'than',
  },
  // 走访商户126，发现隐患58处
  {
    needs: hint(pairsOf('0123456789', '，、')),
    pattern: new RegExp(
      `(?:${DEED})[^，。；、：0-9]{2,12}[0-9]{1,6}(?=[，、](?:${DEED})[^，。；、0-9]{2,12}[0-9]{1,6}[一-龥])`,
      'g',
    ),
    missing: '个（家、处）',
    kind: 'than',
  },
];

/** 为…，《…条例》和省有关要求，结合实际，…: what the plan rests on, with nothing that says so. */
const bareGround =
  /(?<=^[ \u3000]*(?:为[^《》。；]{4,60}，)?)《[^《》]{4,40}》(?:（[^（）]{2,24}）)?(?:和|及|以及|、)[^，。；]{2,20}(?:要求|精神|规定|部署)(?=，(?:结合|现|特|制定|为|经))/;
const grounded = /根据|依据|依照|按照|遵照|遵循|贯彻|落实|对照|执行|围绕|学习/;

const groundThenMore = hint(pairsOf('》', '和及以、'));

/** The frames of a text that have lost a word within them. */
export function findLostInFrames(text: string, hints: Hints): readonly MissingWord[] {
  let found: MissingWord[] | undefined;
  const where = matchesIn(text, hints);
  for (const { needs, pattern, missing: lost, back, kind = 'cut' } of frames) {
    for (const { 0: words, index } of where(needs, pattern)) {
      const end = index + words.length;
      found ??= [];
      found.push({
        kind,
        range: { start: index, end },
        words,
        missing: lost,
        ...(back === undefined ? {} : { at: end - back }),
      });
    }
  }
  const halves = findLostHalves(text, hints);
  if (halves.length > 0) found = [...(found ?? NONE), ...halves];
  const ground = mayHold(hints, groundThenMore) ? bareGround.exec(text) : null;
  if (ground && !grounded.test(text.slice(0, ground.index))) {
    const { 0: words, index } = ground;
    const range = { start: index, end: index + words.length };
    found ??= [];
    found.push({ kind: 'opener', range, words, missing: '根据', at: index });
  }
  return found ?? NONE;
}
