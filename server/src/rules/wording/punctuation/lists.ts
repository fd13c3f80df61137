import { isLikelyPerson } from '../../../plan/parties/words.ts';
import { matchesOf } from '../../../text/matches.ts';
import { type Hint, type Hints, hint, matchesIn, mayHold, pairsOf } from '../hints.ts';
import { type PunctuationFault, replacing, type SingleKind } from './fault.ts';

type Fault = PunctuationFault<SingleKind>;

/** What a name in a list does not begin with: another verb or preposition makes a clause of it. */
const NAME = '(?![包按及改准将在到并再由于不要应须提发出下有遇未没如])[一-龥A-Za-z]';
/** 携带书籍，手稿，清单等: short names side by side, with 等 behind the last. */
const nounsThenMore = new RegExp(
  `(?<=(?:包括|携带|包含|任何))${NAME}{1,8}(?:，${NAME}[一-龥A-Za-z]{0,5}){1,6}等(?![级候于待额])`,
  'g',
);
/** 联系人：李霞，赵敏; 组长：李霞，校长 is one person with her post. */
const persons =
  /(?<=(?:联系人|负责人|责任人|组长|组员|成员|教师|老师|主持人|评委)[：:] ?)[一-龥]{2,3}(?:，(?!电话|手机|邮箱|地址|联系|办公|邮编|传真|职[务称]|性别)[一-龥]{2,3}){1,6}(?=$|[。；（( ])/g;
/** 公益社团，如助学协会，爱心社等。 */
const namesThenMore = new RegExp(
  `(?<=[，（]如)(?![果期实何需因无上此同约意])${NAME}{2,8}(?:，${NAME}[一-龥A-Za-z]{1,7}){1,6}等(?=[。；）])`,
  'g',
);
const ACTS =
  '督促|指导|培训|检查|督导|宣传|教育|考核|评比|抽查|巡查|走访|讲解|整改|排查|登记|审核|评审|验收|监督|管理|协调|调度|通报|调研|测评|演练';
/** 进行督导，培训，: two acts side by side. */
const actThenAct = new RegExp(`(?<=进行|开展)(?:${ACTS})，(?:${ACTS})(?=[，。；])`, 'g');
/** 创意说明，设计说明，使用说明: three that end alike. */
const endAlike =
  /(?<=[、，：:及有])(?![有由关])[一-龥]{1,6}(代表|说明|复印件|证明|证书|老师|委员)(?:，(?![或由有])[一-龥]{1,8}\1){2,6}/g;
const UNIT = '(?:学校|单位|部门|科室|班级|年级|街道|社区|店铺|支部|企业|学院|处室|[镇乡村组系县区局办])';
/** 各部门，各店铺要…, 各镇，各单位：: nothing but the names of units. */
const eachThenEach = new RegExp(
  `(?<![一-龥])各[一-龥]{0,4}?${UNIT}(?:，各[一-龥]{0,4}?${UNIT}){1,4}(?=要|应|须|必须|负责|将|按|找|做好|抓好|[：:]$)`,
  'g',
);
/** 每个科室，部门选派: two kinds of units in one breath. */
const eachThenUnit =
  /(?<![对进向给为])(?:每个|各个?|全体)(?:学校|单位|部门|科室|班级|年级|街道|社区|支部|学院|处室)，(?:学校|单位|部门|科室|班级|年级|街道|社区|支部|学院|处室)(?=选派|推选|推荐|选送|上报|报送|要|应)/g;
/** 持续，健康发展, 公平，公正: words that are said of one thing side by side. */
const saidTogether =
  /(?:(?:持续|快速|健康|协调|稳定|和谐)，){1,3}(?:快速|健康|协调|稳定|和谐)(?=发展(?:$|[，。；、]))|(?:公平|公正|公开)(?: ?， ?(?:公平|公正|公开)){1,2}(?=$|[，。；、的]|原则)/g;
/** 携带作品实物参加，时间与地点等: the first clause tells what is done. */
const attends = /(?:参加|参赛|前往|到场|入场|出席|报到|报名|领取|办理)，/;
/** 字典，角色，用户管理等。: words of two or three characters, none of which is a verb with its object. */
const shortThenMore = new RegExp(
  `(?<=[用到含涉及为有做])${NAME}[一-龥]{1,2}(?:，${NAME}[一-龥]{1,2}){1,4}，${NAME}[一-龥]{1,5}等(?=[。；]|方面|内容|功能|模块|系统)`,
  'g',
);
/** What such a name does not begin with: 加强管理，优化服务等工作 tells of deeds. */
const deed =
  /(?:^|，)(?:加强|强化|优化|完善|落实|开展|推进|推动|提高|提升|抓好|做好|组织|建立|健全|规范|严格|深化|保障|促进|解决|查找|整治|实施|明确|增强|改进|指导|督促|配合|协调|联系|涉及|覆盖|进入|走进|深入|支持|鼓励|依靠|通过|结合|针对)/;
/** 同时，教育，卫生等部门, 面广，任务重，时间紧等: the first only leads on, or each says what something is like. */
const isTold =
  /^(?:同时|此外|另外|其中|首先|其次|最后|目前|当前|今年|近年|近期|近日|为此|因此|所以|但是|并且)|(?:以来|结束后|同意|主导|动员|重点|推进|社会)，|，[为对向让给]|[广重紧清明实高大强好多少难快严]，/;
/** Who or what does it begins another clause: 通过培训，采取讲座等形式. */
const notMeans =
  /(?:时节|时间|期间|机会|契机|案例|集日)$|^(?:组织|开展|制作|发放|悬挂|举办|张贴)|采取|采用|利用|运用|借助|通过|依托|会同|联合|[以用由让使将]|[处局委办科室院组会]$|部门$|单位$|学校$|中心$/;
/** 利用晨会，宣传栏等形式: behind the verb nothing ends before what the items are. */
const meansThenMore =
  /(?<=利用|通过|采取|采用|运用|借助|依托)(?![了的过])[一-龥、]{2,20}(?:，[一-龥、]{2,12}){1,4}(?=等(?:多种|各种|不同)?(?:形式(?!多样)|方式|途径|渠道|手段|媒介|载体|平台|方法))/g;
const DEED =
  '(?!利用|通过|运用|借助|采[取用]|[以并在由向对将把让使及]|依托|结合|充分|进行|组织|开展|邀请|广泛|积极|深入|及时|参[加与]|直接|不断|加强|全面|逐)[一-龥]';
/** 通过悬挂横幅、发放资料，现场讲解等方式: one list with two marks. */
const mixedMeans = new RegExp(
  `(?<=通过|采取|采用|利用|运用|借助)(?![了的过])(?:[一-龥]{3,9}、){1,5}[一-龥]{3,9}，${DEED}[一-龥]{2,8}(?=等(?:多种|各种)?(?:方式|形式|途径|渠道|手段|方法|办法))`,
  'g',
);
/** 以专题教学，现场教学等多元化模式 */
const nounsAsWay = new RegExp(
  `(?<=(?:^|[，。；])以)(?!及|便|此|免|致)[一-龥]{3,6}(?:，${DEED}[一-龥]{2,5}){1,4}(?=等[一-龥]{0,5}(?:方式|形式|模式|途径))`,
  'g',
);
/** 采取课堂讲授，小组讨论的方式: so many words at most name a way. */
const waysThenWay =
  /(?<=采取|采用)(?![了的过先不])(?:(?!一个|逐|直)[一-龥]){2,8}(?:，(?:(?![后再不逐直]|一个)[一-龥]){2,8}){1,4}(?=(?:相结合)?的(?:方式|办法|形式|方法|模式)(?:[，。；]|进行|开展|组织|$))/g;
/** 分为宣传动员，集中整治，总结验收三个阶段: as many as are counted. */
const countedBehind =
  /(?<=分为?|包括|经过?|按照?)(?![为照过先]|[^，]{0,3}[以在])[一-龥]{2,8}(?:，[一-龥]{2,8}){1,6}?(?=[二两三四五六七][个大](?:阶段|环节|步骤|部分|板块|组别|类别))/g;
/** 对违规行为，事故隐患等进行倒查: behind 对 nothing ends before the verb. */
const doneToMore =
  /(?<=(?:^|[，。；：须要])对)(?![于照策])[一-龥]{2,16}(?:，(?!一经|组织)[一-龥]{2,12}){1,3}(?=等(?:情况|问题|行为|内容|工作)?(?:进行|予以|加以))/g;
const POINT = '(?:切入点|突破口|着力点|落脚点|出发点|立足点|增长点|结合点|关键点|发力点)';
/** 寻找工作的切入点，突破口。: two words for one thing. */
const points = new RegExp(`${POINT}，${POINT}(?=[，。；、]|$)`, 'g');
const MEMBER = '(?:学院|学校|中学|小学|社区|单位|部门|代表|疾病|公司|街道|乡镇|科室|支部|分局|分院|校区)';
/** 文学院，理学院、工学院 and 工学院、文学院，理学院。: a comma in a list that has the right mark elsewhere. */
const mixedAlike = new RegExp(
  `(?<=^|[、：（])(?![^，]{0,8}[由有为在的于和])${NAME}[一-龥]{0,5}?(${MEMBER})，${NAME}[一-龥]{0,7}?\\1(?=、)|(?<=、)${NAME}[一-龥]{0,9}?(${MEMBER})，${NAME}[一-龥]{0,7}?\\2(?=[。；等除）]|$)`,
  'g',
);
const PERSONS = '(?:学生|人员|子女|家庭|儿童)';
/** A kind of persons; 尊重学生 is what is done to them. */
const KIND =
  '(?!尊重|信任|关[爱心注]|热爱|帮助|服务|引[领导]|教育|管理|组织|要求|以及|[不对让使])(?:(?!的)[一-龥]){1,10}?';
/** 残疾学生、低保边缘学生，低收入家庭学生（含…）: one comma in a list of persons. */
const mixedPersons = new RegExp(`(?<=${PERSONS}、)${KIND}(${PERSONS})，${KIND}\\1(?=[、（。；等]|$)`, 'g');
const PRIZE = '“?[一-龥]{1,8}奖”?[0-9]{1,4}';
const UNITS = '个户名人项篇件组';
/** “好邻奖”16户。和睦奖16户, where the prizes in front are parted by ； or ，. */
const stopInPrizes = new RegExp(`(?<=奖”?[0-9]{1,4}[${UNITS}])。(?=${PRIZE}[${UNITS}])`, 'g');
const partedPrizes = new RegExp(`奖”?[0-9]{1,4}[${UNITS}]([；，、])(?=${PRIZE}[${UNITS}])`);
/** 速度更快、效率更佳，标准更高: three or more that say 更 alike. */
const moreThrice = /[一-龥]{2}更[一-龥](?:[、，][一-龥]{2}更[一-龥]){2,5}(?=[，。；]|$)/g;
const SUBJECT =
  '(?:语文|数学|英语|外语|物理|化学|生物|历史|地理|政治|体育|音乐|美术|科学|道德与法治|信息技术|信息科技)';
const BUREAU = '[一-龥]{1,8}(?:局|委|办|中心|支队|大队)';
/** 数学、语文，英语: names of one kind, which no clause begins with. */
const subjects = new RegExp(
  `(?<=${SUBJECT}、)${SUBJECT}，${SUBJECT}(?=等|单项|成绩|[三四五六七]科|各科|的|教师|学科|[。；，）]|$)|(?<![一-龥])${SUBJECT}，${SUBJECT}(?=、${SUBJECT})|(?<=${BUREAU}、)${BUREAU}，${BUREAU}(?=等|分工负责|配合|参与|按照职责|$|；)`,
  'g',
);
/** 从四个方面培养学员：课堂讲授，现场观摩，小组讨论，跟岗锻炼。: what a word such as 方面 announces is named; 找准问题，压实责任 is told. */
const aspects = /(?<=个方面[^：。，；]{0,6}：)[一-龥]{2,5}(?:，[一-龥]{2,5}){2,6}(?=[。；])/g;
const act =
  /(?:学习|调研|交流|教育|实践|培训|讲座|竞赛|比赛|管理|建设|服务|宣传|研究|考核|评价|练习|训练|保障|投入|配备|安排|讲授|授课|观摩|参观|考察|讨论|研讨|演练|锻炼|辅导|指导|测试|测评|展示|展演|排查|整治|监督|检查|宣讲|走访)$/;
/** 干部职工。（含合同工）: what explains words of the sentence stands in front of its stop (GB/T 15834-2011 4.9.3). */
const behindStop =
  /。[（(](?:星期|周)[一二三四五六日天][）)]。?|。[（(](?:不?含|不?包括|下同)[^（）()。]{0,20}[）)]。?|。[（(][^（）()。；]{0,12}附[件表录][^（）()。；]{0,6}[）)]。/g;
/** 增强安全意识。（4月8日至12日）。: a stop on either side of the brackets. 。（责任单位：…） is a line of its own. */
const betweenStops = /。[（(](?![一二三四五六七八九十]{1,3}[）)])[^（）()。；]{3,40}[）)]。/g;
/** 地点有调整。（具体另行通知）: what is still to be told of the sentence. */
const toldLater = /。[（(]具体[^（）()。；]{0,12}(?:另行通知|另行公布|另行安排)[）)]/g;
/** 播放短片；（控制在五分钟内）。: within an item as well. */
const behindSemicolon = /；[（(][^（）()。；]{2,40}[）)][。；]/g;
/** 打造一批示范点。（20分）；: the points belong to the item as well. */
const stopBeforePoints = /。(?=[（(][0-9.]{1,4}分[）)][；;])/g;
/** 有奖问答，（讲座后进行）。: what the brackets explain follows it at once. （一） begins an item, and of several each may be one. */
const commaThenBracket = /(?<=[一-龥])，(?=[（(][^（）()一二三四五六七八九十0-9①-⑩][^（）()]{2,40}[）)](?:[。；]|$))/g;
/** 涵盖下列科目，会计、审计、税法。 */
const introComma =
  /(?:涵盖|包括|包含|开设|设有|考察|分为)(?:下列|以下)[一-龥]{2,6}，(?=[一-龥]{2,8}、[一-龥]{2,8}[、和及])/g;
/** 根据…》特制定本方案: what it rests on ends with a comma. */
const noPause = /[》）](?=特?制[定订]本(?:方案|计划|预案|办法|规定|细则))/g;
/** 根据《…》要求需做好: the ground ends with a comma as well. */
const groundPause =
  /(?<=(?:根据|按照|依据)《[^《》]{2,60}》(?:的)?(?:文件)?)(?:要求|精神)(?=需要?做|应做|现[将就对]|决定|为[了做切进]|结合[我本]|我[校院县区市局]|特[此制作])/g;
/** 确需增加的：需获得…, 奖品费：是指…, （1）、（2）：班：…: the sentence goes on behind what looks like a label. 目的：要… is a label. */
const goesOn =
  /(?<=[一-龥]{2}(?<![目标])的)[：:](?=应|须|需|要(?!求)|可(?!能)|由|不得|按(?!照要))|(?<=[一-龥])：(?=是指)|(?<=[0-9][）)]?)[：:](?=班[：:])/g;
/** （如，试点学校、课程开设情况）: an example follows 如 at once. */
const asComma = /(?<=[（(]如)[，,](?=[一-龥])/g;
/** 对带动农户增收的企业、给予贴息支持: the verb of the sentence follows what it is done to. */
const givesTo =
  /(?<=(?:^|[，。；：])对[^，。；：、]{4,40}(?:单位|个人|企业|家庭|农户|户|学生|教师|部门|人员|者|集体|班级))、(?=给予|予以)/g;
/** 既有传承，也有创新 and 既有侧重、也有融合 in one paragraph. */
const bothWithComma = /既[^，。；、既]{2,16}，[也又]/;
const bothWithPause = /(?<=既[^，。；、既]{2,16})、(?=[也又](?:一定的|[^，。；、的]){2,16}(?:[，。；]|$))/g;
/** 救援车一辆司机一名, 组长1名组员4名: what there is of each, one behind the other. */
const NUMBERED = '(?:[特一二三]等奖|(?:(?![一二两三四五六七八九十由从到至增减和与及或共中每为比按第])[一-龥]){2,5})';
const AMOUNT = '(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})[辆名台部把件套支]';
const amounts = new RegExp(
  `(?<=^|[，。、；：（）])(${NUMBERED}${AMOUNT})(?!帮扶|联系|包保|使用|负责|放置|配备|照看|合用|共用)${NUMBERED}${AMOUNT}(?=$|[，。、；：）])`,
  'g',
);
/** 王建国  李文斌、: within a list of persons a mark is lost. */
const blankInPersons = /(?<=、([一-龥]{2,3}))[ \u3000]{1,3}(?=([一-龥]{2,3})、)/g;
const caseThenColon = /的[：:]/g;

/** The end of a name of a subject or a body, which a list of them goes on behind. */
const subjectEnds = '文学语理物史治育乐术技局委办心队';
const pauseBehindSubject = hint(pairsOf(subjectEnds, '、'));
const etCetera = hint(pairsOf('等', '。；方内功模系'));

/** The lists, each with what it needs in a text. */
const lists: readonly { readonly pattern: RegExp; readonly needs: readonly Hint[] }[] = [
  { pattern: subjects, needs: [hint(pairsOf(subjectEnds, '，')), pauseBehindSubject] },
  { pattern: nounsThenMore, needs: [hint(['包括', '携带', '包含', '任何'])] },
  { pattern: namesThenMore, needs: [hint(['，如', '（如'])] },
  {
    pattern: actThenAct,
    needs: [hint(['进行', '开展']), hint(pairsOf('促导训查传育核比访解改记审收督理调度报研评练', '，'))],
  },
  { pattern: endAlike, needs: [hint(pairsOf('表明件书师员', '，'))] },
  { pattern: eachThenEach, needs: [hint(['，各'])] },
  { pattern: eachThenUnit, needs: [hint(pairsOf('校位门室级道区部院', '，'))] },
  { pattern: saidTogether, needs: [hint([...pairsOf('续速康调定谐', '，'), ...pairsOf('平正开', '， ')])] },
  { pattern: mixedPersons, needs: [hint(pairsOf('生员女庭童', '，')), hint(pairsOf('生员女庭童', '、'))] },
  { pattern: mixedAlike, needs: [hint(pairsOf('院校学区位门表病司道镇室部局', '，'))] },
];
const needs = {
  prizes: hint(pairsOf(UNITS, '。')),
  persons: hint(pairsOf('人长员师委', '：:')),
  aspects: hint(['方面']),
  more: hint(pairsOf('等', '形方途渠手媒载平多各不进予加情问行内工')),
  etc: hint(pairsOf('等', '方形途渠手办多各')),
  ways: hint(['采取', '采用']),
  counted: hint(pairsOf('二两三四五六七', '个大')),
  points: hint(pairsOf('点口', '，')),
  oneOf: hint(pairsOf('、', '也又')),
  amounts: hint(pairsOf('0123456789一二两三四五六七八九十', '辆名台部把件套支个人')),
  introComma: hint(['下列', '以下']),
  brackets: hint(pairsOf('，。；', '（(')),
  grounds: hint([...pairsOf('》）', '特制'), ...pairsOf('求神', '需应现决为结我特')]),
  goesOn: hint(['的：', '的:', '：是', '：班', ':班']),
  asComma: hint(['如，', '如,']),
  givesTo: hint(pairsOf('、', '给予')),
};

/** Faults of the marks in lists, and of those between a sentence and what it leads to; in no order. */
export function listFaults(text: string, hints: Hints): readonly Fault[] {
  const found: Fault[] = [];
  const where = matchesIn(text, hints);
  if (text.includes('，')) {
    for (const { pattern, needs } of lists) {
      if (!needs.every((need) => mayHold(hints, need))) continue;
      for (const { 0: raw, index } of matchesOf(text, pattern)) if (!attends.test(raw)) found.push(commas(index, raw));
    }
    for (const { 0: raw, index } of where(etCetera, shortThenMore))
      if (!deed.test(raw) && !isTold.test(raw)) found.push(commas(index, raw));
    for (const { 0: raw, index } of where(needs.persons, persons))
      if (raw.split('，').every(isLikelyPerson)) found.push(commas(index, raw));
    for (const pattern of [meansThenMore, doneToMore])
      for (const { 0: raw, index } of where(needs.more, pattern))
        if (!raw.split('，').some((part) => notMeans.test(part))) found.push(commas(index, raw));
    for (const pattern of [mixedMeans, nounsAsWay])
      for (const { 0: raw, index } of where(needs.etc, pattern))
        if (!/[为把将对使让]/.test(raw) && !found.some(({ range }) => range.start === index))
          found.push(commas(index, raw));
    for (const { 0: raw, index } of where(needs.ways, waysThenWay))
      if (!raw.split('，').some((part) => notMeans.test(part))) found.push(commas(index, raw));
    for (const { 0: raw, index } of where(needs.counted, countedBehind)) {
      const told = '一二三四五六七'.indexOf(text.charAt(index + raw.length).replace('两', '二')) + 1;
      if (raw.split('，').length === told) found.push(commas(index, raw));
    }
    for (const { 0: raw, index } of where(needs.points, points)) found.push(commas(index, raw));
    for (const { 0: raw, index } of where(needs.aspects, aspects))
      if (raw.split('，').filter((part) => act.test(part)).length * 2 >= raw.split('，').length)
        found.push(commas(index, raw));
    for (const { 0: raw, index } of where(needs.introComma, introComma))
      found.push(one('introComma', text, index + raw.length - 1, '：'));
  }
  if (mayHold(hints, needs.brackets)) {
    const beforeBrackets = matchesOf(text, commaThenBracket);
    const [only] = beforeBrackets;
    if (only && beforeBrackets.length === 1) found.push(one('commaThenBracket', text, only.index, ''));
    const behind = new Map(
      [behindStop, betweenStops, toldLater]
        .flatMap((one) => matchesOf(text, one))
        .map((match) => [match.index, match[0]]),
    );
    for (const [index, raw] of behind) found.push(stopBehind(index, raw));
    for (const { index } of matchesOf(text, stopBeforePoints)) found.push(one('behindStop', text, index, ''));
    for (const { 0: raw, index } of matchesOf(text, behindSemicolon))
      found.push(replacing('behindSemicolon', text, { start: index, end: index + raw.length }, raw.slice(1)));
  }
  for (const { index } of where(needs.asComma, asComma)) found.push(one('asComma', text, index, ''));
  for (const { index } of where(needs.givesTo, givesTo)) found.push(one('givesTo', text, index, '，'));
  for (const { index } of where(needs.grounds, noPause))
    found.push(one('noPause', text, index, `${text.charAt(index)}，`));
  for (const { 0: words, index } of where(needs.grounds, groundPause))
    found.push(replacing('groundPause', text, { start: index, end: index + words.length }, `${words}，`));
  for (const { index } of bothWithComma.test(text) ? where(needs.oneOf, bothWithPause) : NONE)
    found.push(one('unequal', text, index, '，'));
  for (const { 0: raw, index, 1: first = '' } of where(needs.amounts, amounts))
    found.push(unparted(index, raw, `${first}、${raw.slice(first.length)}`));
  if (text.includes('、') && /[ \u3000]/.test(text)) {
    for (const { 0: blank, 1: before = '', 2: behind = '', index } of matchesOf(text, blankInPersons)) {
      if (!isLikelyPerson(before) || !isLikelyPerson(behind)) continue;
      found.push(unparted(index - before.length, before + blank + behind, `${before}、${behind}`));
    }
  }
  const parted = mayHold(hints, needs.prizes) ? partedPrizes.exec(text)?.[1] : undefined;
  if (parted !== undefined)
    for (const { index } of matchesOf(text, stopInPrizes)) found.push(one('unequal', text, index, parted));
  found.push(...unequalMarks(text));
  // 迟到的：扣1分；旷课的：不得评优: case after case is a list.
  if (mayHold(hints, needs.goesOn) && matchesOf(text, caseThenColon).length < 2) {
    for (const { index } of matchesOf(text, goesOn))
      found.push(one('goesOn', text, index, /^(?:是指|班)/.test(text.slice(index + 1, index + 3)) ? '' : '，'));
  }
  return found;
}

function one(kind: SingleKind, text: string, start: number, right: string): Fault {
  return replacing(kind, text, { start, end: start + 1 }, right);
}

const NONE: readonly never[] = [];

function unparted(start: number, raw: string, right: string): Fault {
  const range = { start, end: start + raw.length };
  return { kind: 'unparted', range, raw, right, edits: [{ range, text: right }] };
}

/** So many characters alike make two phrases parallel. */
const ALIKE = 2;

/**
 * 弘扬优良学风、建设优良校风，树立优良教风: three phrases of one length that have the same characters at the same places, and no two
 * of them more than all three, are parted by the same mark.
 */
function unequalMarks(text: string): readonly Fault[] {
  if (!text.includes('、') || !text.includes('，')) return NONE;
  const found: Fault[] = [];
  for (const { 0: raw, 1: a = '', 2: first = '', 3: b = '', 4: second = '', 5: c = '', index } of matchesOf(
    text,
    threePhrases,
  )) {
    // 加强教育、开展演练，提高意识: two means and what they are for.
    if (purpose.test(c)) continue;
    if (first === second || a.length !== b.length || b.length !== c.length) continue;
    const all = alike(a, b, c);
    if (all < ALIKE || alike(a, b) > all || alike(b, c) > all || alike(a, c) > all) continue;
    const range = { start: index, end: index + raw.length };
    const right = [a, b, c].join('，');
    const edits = [index + a.length, index + a.length + 1 + b.length]
      .filter((at) => text.charAt(at) === '、')
      .map((at) => ({ range: { start: at, end: at + 1 }, text: '，' }));
    found.push({ kind: 'unequal', range, raw, right, edits });
  }
  for (const { 0: raw, index } of text.includes('更') ? matchesOf(text, moreThrice) : NONE) {
    const [pauses, commas] = ['、', '，'].map((mark) => raw.split(mark).length - 1);
    if (!pauses || !commas) continue;
    const right = raw.replace(/[、，]/g, pauses > commas ? '、' : '，');
    found.push(replacing('unequal', text, { start: index, end: index + raw.length }, right));
  }
  for (const { 0: raw, index } of matchesOf(text, fourInTurn)) {
    const second = index + raw.lastIndexOf('，');
    const edits = [{ range: { start: second, end: second + 1 }, text: '、' }];
    const right = `${text.slice(index, second)}、${text.slice(second + 1, index + raw.length)}`;
    found.push({ kind: 'unequal', range: { start: index, end: index + raw.length }, raw, right, edits });
  }
  return found;
}

/** 少批评、多鼓励，少指责，多帮助: two pairs that begin alike, of which one is parted by 、. */
const fourInTurn =
  /(?<=^|[，。；：）])([一-龥])[一-龥]{2,3}、(?!\1)([一-龥])[一-龥]{2,3}，\1[一-龥]{2,3}，\2[一-龥]{2,3}(?=[，。；]|$)/g;

const purpose = /^(?:提高|提升|推动|确保|实现|促进|增强|形成|保障|营造)/;

/** The three with nothing of their length beside them. */
const threePhrases = /(?<=^|[，。；：）.．])([一-龥]{5,8})([、，])([一-龥]{5,8})([、，])([一-龥]{5,8})(?=[。；]|，|$)/g;

/** At how many places the phrases have the same character. */
function alike(one: string, ...others: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < one.length; at++) if (others.every((other) => other.charAt(at) === one.charAt(at))) count++;
  return count;
}

/** 职工。（含合同工） becomes 职工（含合同工）。 */
function stopBehind(start: number, raw: string): Fault {
  const range = { start, end: start + raw.length };
  const right = `${raw.replaceAll('。', '')}。`;
  return { kind: 'behindStop', range, raw, right, edits: [{ range, text: right }] };
}

/** One fault for all commas of the list. */
function commas(start: number, raw: string): Fault {
  const places = matchesOf(raw, /，/g).map(({ index }) => ({ start: start + index, end: start + index + 1 }));
  return {
    kind: 'commaInNouns',
    range: { start, end: start + raw.length },
    raw,
    right: raw.replaceAll('，', '、'),
    edits: places.map((place) => ({ range: place, text: '、' })),
  };
}
