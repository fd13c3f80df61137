import { isQuoted } from '../../plan/line/brackets.ts';
import type { Plan, PlanTable, TableCell } from '../../plan/model.ts';
import { sign } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

/** Words in the place of a name, and where they stand: in the text of a line, or in the source. */
export interface Unnamed {
  readonly name: string;
  readonly range: Range;
}

const SOME = '(?:有关|相关|相应)';
const BODY =
  '(?:科室|股室|处室|部室|部门|单位|机构|企业|公司|组织|协会|乡镇|镇街|街道|社区|村组|村|学校|学院|院系|站所|站点|车间|班组|项目部|方面|厂家)';
const PERSON = '(?:人员|同志|负责人|责任人|负责同志|工作人员|领导|教师|干部|专家|人士)';
const WHO = `(?:${BODY}|${PERSON})`;

/** 由有关运营企业负责迁移, 由相应机构在15日内答复, 由秘书处有关同志保存: whoever that may be. */
const byWhom = new RegExp(
  `(?<![理自缘来事交别])由((?:[一-龥]{2,8}?)?${SOME}[一-龥]{0,5}?${WHO}${PERSON}?)(?=[一-龥（(])`,
  'g',
);
/** 由学校相应部门保管: the one in each school. */
const ofEach = /^(?:本?[学院]?校|本?单位|所在|各|当地|属地|同级).{0,6}相应/;
/** 由县住建局会同有关部门: somebody is named, and leads. */
const led = /会同|联合|牵头|组织|协调|商|配合|和|与|及|、|同(?!志)|指导|报|向|对|经|按|根据|送/;
/** 由有关部门依法处理: what the law says of those who break it, and what others give. */
const byLaw =
  /^(?:的|[^，。；]{0,12}(?:依法|依规|依纪|依照|按规定|按有关|按照|追究|处罚|处分|问责|查处|惩处|立案)|给予|予以|处理|另行|认定的|出具|颁发|提供的|批准)/;

/** 由专职人员进行安全交底: a kind of post, and nobody in it. */
const byPost = /(?<![理自缘来事])由(专职人员|专门人员|指定人员)(?=[一-龥]{2})/g;
/** 由整改办安排人员承担, 组长由区医院派员担任: the body is known, and not who. */
const sent =
  /(?<![理自缘来事])由(?!各|所在)[^，。；：由]{2,14}?((?:安排|选派|指派|抽调|派出)(?:人员|人手|教师|干部|同志)|派员|派人)(?=(?:担任|承担|负责|值守|值班|看管|保管|管理|收集|整理|登记|维护|操作|完成|处理|进行))/g;
/** 各协会应确定一名同志负责咨询: who that is, is to be told yet. */
const someone =
  /(?:确定|明确|指定|安排|落实|抽调)(?:专门的?|固定的?)?[一1两2]至?[两2]?名(?:同志|人员|工作人员|专门人员)(?=(?:具体|专门)?(?:负责|承担|做好|管理|跟踪))/g;
const isReported = /(?<!申)报(?!名|告|刊|道)|名单|联系方式|上报|备案|花名册/;
/** 试卷实行专人保管、专人押送. */
const practised = /(?:实行|实施|坚持|落实)(专人)(?=保管|押送|押运|看管|看护|值守|管理|登记|维护|监管|盯守)/g;
/** 每项任务都要有人管、有人抓; 责任到岗、责任到人; 每户都要有人回访. */
const anybody =
  /((?:有人(?:管|抓|盯|问|办|干|查|负责|落实)、){1,3}有人(?:管|抓|盯|问|办|干|查|负责|落实|督))|(责任到[岗位点段]、责任到人)|(?<=[都须应]?要)(有人)(?=(?:回访|巡查|值守|看管|跟进|登记|复查|维护))/g;

const patterns = [byWhom, byPost, sent, someone, practised, anybody];

/** Adds who is to do something, in sentences of a line that name nobody for it. */
export function addUnnamedInSentences(text: string, found: Unnamed[]): void {
  if (!mayHave.test(text)) return;
  for (const pattern of patterns) {
    for (const match of matchesOf(text, pattern)) {
      const words = match[0];
      const name = match.slice(1).find((group) => group !== undefined) ?? words;
      const start = match.index + words.lastIndexOf(name);
      const end = start + name.length;
      const behind = text.slice(end, end + 30);
      if (pattern === byWhom && (led.test(name) || ofEach.test(name) || byLaw.test(behind))) continue;
      if (pattern === someone && isReported.test(/^[^。]*/.exec(text.slice(end))?.[0] ?? '')) continue;
      if (!isQuoted(text, start)) found.push({ name, range: { start, end } });
    }
  }
}

const mayHave = /由|一名|1名|两名|2名|专人|有人|到人/;

/** 责任人：科室相关人员, 责任单位：有关科室. */
const labelled = new RegExp(
  `(?:(?:责任|牵头|承办|主办|负责|实施)(?:单位|部门|科室|股室|处室|人|领导|人员)|负责人)\\s?[：:]\\s?([一-龥]{0,6}?${SOME}[一-龥]{0,6}?${WHO}${PERSON}?)(?=\\s*(?:[，。；;）)\\s]|$))`,
  'g',
);

export function addUnnamedBehindLabels(text: string, found: Unnamed[]): void {
  if (!/[有相][关应]/.test(text)) return;
  for (const { 0: words, 1: name = '', index } of matchesOf(text, labelled)) {
    if (led.test(name) || name.startsWith('各')) continue;
    const end = index + words.length;
    found.push({ name, range: { start: end - name.length, end } });
  }
}

const inCell = new RegExp(`^[一-龥]{0,6}?${SOME}[一-龥]{0,6}?${WHO}${PERSON}?$`);
/** 站里负责同志, 科里人员. */
const ofHouse = /^[一-龥]{1,4}里的?(?:负责|相关|有关|分管)?(?:同志|人员|人|领导)$/;
const ownerHeader = /责任|牵头|负责|承办|主办/;

/**
 * A cell that names nobody in a column whose other cells do: where several rows say so, it is what all of them share.
 */
export function unnamedCells({ tables }: Plan): readonly Unnamed[] {
  let found: Unnamed[] | undefined;
  for (const table of tables) {
    for (let at = 0; at < table.columns.length; at++) {
      for (const one of unnamedIn(table, at)) {
        found ??= [];
        found.push(one);
      }
    }
  }
  return found ?? NONE;
}

const NONE: readonly Unnamed[] = [];

function unnamedIn(table: PlanTable, at: number): readonly Unnamed[] {
  if (table.rows.length < FEWEST || !ownerHeader.test(table.columns[at]?.header.text ?? '')) return NONE;
  const found: TableCell[] = [];
  let filled = 0;
  for (const { cells } of table.rows) {
    const cell = cells[at];
    const text = cell?.text.trim() ?? '';
    if (!cell || text === '') continue;
    filled++;
    if (!cell.carried && namesNobody(text)) found.push(cell);
  }
  if (found.length === 0) return NONE;
  const most = found.some(({ text }) => text.trim().startsWith('各')) ? 1 : 2;
  if (found.length > most || filled < FEWEST || filled < found.length * 2) return NONE;
  return found.map(({ text, range }) => ({ name: text.trim(), range }));
}
const FEWEST = 3;

const namesNobody = (words: string): boolean => (inCell.test(words) && !led.test(words)) || ofHouse.test(words);

/** What any of the words in the place of a name need. */
export const unnamedSign = sign({
  words: [
    ...['有关', '相关', '相应', '专人', '专门', '有人', '到人', '派员'],
    // 专职人员, 指定人员; 安排人员, 选派教师, 抽调干部, 派出同志
    ...['职人', '定人'],
    ...[...'排派调出'].flatMap((verb) => [...'人教干同'].map((who) => verb + who)),
    // 一名同志, 两名工作人员
    ...['名同', '名人', '名工', '名专'],
  ],
});
