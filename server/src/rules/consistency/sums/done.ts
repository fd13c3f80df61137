const verbs =
  '整改|办结|办理|化解|销号|处置|解决|回复|答复|核查|核实|落实|调处|处理|结案|反馈|采纳|整治|治理|修复|消除|清零|排除|收回|回收|上交|签订|签约|参加|参与|参训|参学|合格|达标|覆盖|出席|有效|实到|实收|到位|登记|入户|走访|安装|完工';

/** What is done, or shared out, as a whole is called. */
export const things =
  '问题|台账|隐患|矛盾|纠纷|案件|线索|事项|诉求|信访件?|任务|意见|建议|工单|提案|议案|积案|问卷|答卷|责任书|承诺书|协议书?';

/** 截至6月底, 目前: up to when. */
export const upToWhen = '(?:截[至止]|到)[^，。；]{0,14}?(?:[日底前初末]|目前)|目前|现在?|至今';

const plain = new RegExp(
  `^(?:${upToWhen})?(?:其中)?(?:共|累计|全部|实际)?(?:已经?)?(?:全部|完成|实际|基本)?(?:${verbs})?(?:完成|到位|了)?(?:有效)?(?:${things})?(?:共|共计)?$`,
);

/**
 * Whether nothing in front of a number of what is done names a part of the whole: 已整改48处 is of all that were
 * found, 白塘村已整改5个, 重大隐患已整改12处, 第一批已办结25件 are of some of them.
 */
export const isOfAll = (words: string): boolean => plain.test(words.trim());
