import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import { WHITE } from '../../text/blank.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import table from './group-signs.yaml';

const words = table as Readonly<Record<'setUp' | 'groups' | 'notOwn' | 'notThis' | 'elsewhere', readonly string[]>>;

/** A leading group that a line sets up. */
export interface SetUp {
  /** 校园安全工作领导小组. */
  readonly name: string;
  /** From the verb to the end of the sentence, or of as much of it as is marked. */
  readonly range: Range;
}

/** What one line says about the people of a leading group. */
export interface GroupSigns {
  readonly head: boolean;
  readonly members: boolean;
  readonly office: boolean;
  /** The list of its members is attached or follows. */
  readonly elsewhere: boolean;
}

const setUp = new RegExp(
  `(?:${words.setUp.join('|')})([^。；，：:《》]{0,30}?(?:${words.groups.join('|')}))(?!的?(?:领导|办公室|组长|成员))`,
  'gu',
);
const head =
  /(?:^|[^班副])组[\s\u3000]*长[\s\u3000]*(?:[：:]|由|为|$)|^组[\s\u3000]*长|(?:任|为|兼)[^，。；：]{0,16}组长|组长(?:由|为)|[，；。：]组长(?!负责|牵头)\p{Script=Han}{2,4}(?=[，、；。（(]|$)|总[\s\u3000]*指[\s\u3000]*挥(?!宣布|下达|发出|发布|下令|命令|讲|点评|总结)|指挥长|(?:任|为|兼)[^，。；：]{0,16}班长|(?:^|[^副])班长(?:[：:]|由|为)|召集人|主任委员|(?:组委会|委员会|^)主[\s\u3000]*任[\s\u3000]*[：:]|[，；。]主[\s\u3000]*任[\s\u3000]*[：:]|牵头的?[^，。；]{0,12}(?:领导小组|专班)|(?:小组|专班|组委会|指挥部)，?由[^，。；：]{2,16}(?:负总责|负责|牵头)(?=[，。；])|(?:组委会|委员会|指挥部)，?(?:由[^，。；：]{2,24}任(?:第一|执行|常务)?主任|主任[由为])|(?:组委会|委员会)[^。；]{0,60}?(?:担?任(?:组委会|组织委员会|委员会)?主任(?=[，。；]|$)|，主任由)/u;
const members =
  /成[\s\u3000]*员[\s\u3000]*[：:]|[，；。]成员\p{Script=Han}{2,4}(?=[，、；。（(]|$)|^成[\s\u3000]*员|成员单位|[为任]成员|成员(?:由|为|包括|有|分别)|组[\s\u3000]*员[\s\u3000]*[：:]|(?:^|[，；。])(?:办公室)?(?:工作|组成|参与)人员[\s\u3000]*[：:]|[为任是]组员|组员(?:由|为|包括|有)|委[\s\u3000]*员[\s\u3000]*[：:]|[由以][^。]{2,80}(?:组成|参加)|下设[^。，：]{1,40}组/u;
const office = /(?:下设|设立?|组建)[^。]{0,30}办公室|办公室(?:设在|设于|地点|主任)|活动办/u;

/** `…` stands for anything within one sentence. */
const elsewhere = new RegExp(words.elsewhere.map((phrase) => phrase.replace('…', '[^。！？\\n]{0,24}?')).join('|'));

const none: GroupSigns = { head: false, members: false, office: false, elsewhere: false };
/** What each of them needs; blanks may stand between two characters. */
const spaced = (...pairs: readonly string[]) =>
  pairs.flatMap((pair) => [pair, ...[...WHITE].map((blank) => pair.charAt(0) + blank)]);
const setUpWords = words.groups;
const headWords = [
  ...spaced('组长', '总指', '主任'),
  ...['班长', '指挥', '召集', '领导小组', '专班'],
  // 指挥部由…负责, 领导小组，由…牵头
  ...[...'组班会部'].flatMap((end) => [`${end}由`, `${end}，`]),
];
const memberWords = [...spaced('成员', '组员', '委员'), '工作人员', '参与人员', '组成', '参加', '下设'];
const officeWords = ['办公室', '活动办'];
const elsewhereWords = words.elsewhere.flatMap((phrase) => phrase.split('…').slice(0, 1));
export const setUpSign = sign({ words: setUpWords });
/** 成立, 设立, 组建, 建立, 组成. */
export const foundingSign = sign({ words: [...words.setUp, '组成'] });
/** Where the head of a group is named, by 组长, 主任 and the like. */
export const headSign = sign({ words: headWords });
const memberSign = sign({ words: memberWords });
const officeSign = sign({ words: officeWords });
const elsewhereSign = sign({ words: elsewhereWords });
export const anySign = sign({ words: [...headWords, ...memberWords, ...officeWords, ...elsewhereWords] });

/** 参训人员名单（附件2）, 包村干部名单见附件: those who take part or are sent out are no members of the group. */
const otherPeople =
  /(?:参[训赛会演评加选]|报名|培训|与会|获奖|考生|学员|表彰|推荐)人员名单|(?:包[村保片联抓]|驻村|值班|值守|带班|挂钩)(?:干部|人员|领导|责任人)?(?:名单|安排表)/g;

/** Longest stretch that is marked. */
const marked = 60;

/** The leading group that a line sets up; kept with the text of the line. */
export const groupOn = lineMemo((facts): SetUp | null =>
  hasSign(facts, setUpSign) && hasSign(facts, foundingSign) ? (findGroup(facts) ?? null) : null,
);

/** What a line says about the people of a leading group; kept with the text of the line. */
export const groupSigns = lineMemo(read);

function read(facts: LineFacts): GroupSigns {
  const { text } = facts;
  if (!hasSign(facts, anySign) || !/[组成指专名召附负员]/.test(text)) return none;
  const signs = {
    head: hasSign(facts, headSign) && head.test(text),
    members: hasSign(facts, memberSign) && members.test(text),
    office: hasSign(facts, officeSign) && office.test(text),
    elsewhere: hasSign(facts, elsewhereSign) && elsewhere.test(text.replace(otherPeople, '')),
  };
  return signs.head || signs.members || signs.office || signs.elsewhere ? signs : none;
}

function findGroup(facts: LineFacts): SetUp | undefined {
  const { text } = facts;
  let heading: SetUp | undefined;
  for (const match of matchesOf(text, setUp)) {
    const sentence = facts.sentences.find(({ range }) => range.start <= match.index && match.index < range.end);
    const from = sentence?.range.start ?? 0;
    // 各单位要…，成立…: the subject at the head of the sentence reaches this far.
    if (/各|^[\s\u3000（(一二三四五六七八九十\d）).、]*要/.test(text.slice(from, match.index))) continue;
    const before = text.slice(Math.max(from, match.index - 40), match.index).replace(/《[^《》]*》|[“][^“”]*[”]/g, '');
    // Only the clause of the verb and the one before it tell whose group it is.
    const clauses = before
      .split(/[，；,;]/)
      .slice(-2)
      .join('，');
    if (words.notOwn.some((word) => clauses.includes(word))) continue;
    const name = match[1] ?? '';
    if (words.notThis.some((word) => name.startsWith(word))) continue;
    if (isOfMechanism(name, text.slice(match.index + match[0].length, match.index + match[0].length + 24))) continue;
    const end = Math.min(sentence?.range.end ?? text.length, match.index + marked);
    const bare = name.replace(/^.*?(?:的|了|以及|和)(?=.{4})/, '');
    const group: SetUp = {
      name: bare.length > 24 ? bare.slice(-8) : bare,
      range: { start: match.index, end: trimmed(text, end) },
    };
    const isHeading = nameless.has(name) && text.charAt(match.index + match[0].length) === '。';
    if (!isHeading) return heading && nameless.has(name) ? heading : group;
    heading ??= group;
  }
  return heading;
}

/** 建立“一个项目、一个专班”的工作机制, 建立专班推进机制: how work goes on, and no group. */
function isOfMechanism(name: string, behind: string): boolean {
  return name.lastIndexOf('“') > name.lastIndexOf('”') || mechanism.test(behind);
}
const mechanism = /^(?:(?!并|建立|健全|完善|落实|明确|实行|负责)[^，。；：]){0,16}(?:机制|制度|体系|模式|格局)/;

/** （一）成立领导小组。 says what the words behind it are about; those give the group its name. */
const nameless: ReadonlySet<string> = new Set([...words.groups, '工作领导小组']);

function trimmed(text: string, end: number): number {
  return /[。；，：:]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
