import type { Line } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { type Dictionary, defineRule } from '../rule.ts';
import { abbreviatedBodies } from './names/bodies/abbreviated-bodies.ts';
import { workingBodySign } from './names/bodies/body-sign.ts';
import { unlistedGroups } from './names/bodies/unlisted-groups.ts';
import { unsetGroups } from './names/bodies/unset-groups.ts';
import { coinedTerms } from './names/slogans/coined-terms.ts';
import { marksUnexplained } from './names/slogans/marked-names.ts';
import { shortNameFaults } from './names/slogans/short-names.ts';
import { unexplainedSlogans } from './names/slogans/unexplained-slogans.ts';

type MessageId = 'body' | 'slogan' | 'mark' | 'twice' | 'differently' | 'late';

const alsoHere = { zh: '此处同', en: 'Here as well' };

/** A working body that nobody sets up, a slogan that is never explained, a short name introduced twice or too late. */
export const undefinedTerm = defineRule<MessageId>({
  id: 'undefined-term',
  family: 'consistency',
  severity: 'info',
  basis: ['practice'],
  faults: ['F14', 'F40'],
  fixes: [],
  summary: {
    zh: '机构、提法没有交代就使用，或简称重复规定',
    en: 'A body or term that is never introduced, or a short name introduced twice',
  },
  messages: {
    body: {
      zh: '文中提到“{name}”，但全文没有写明它何时由谁设立，请交代或写全名称。',
      en: '“{name}” is mentioned, but nothing says who set it up; say so, or give its full name.',
    },
    slogan: {
      zh: '“{name}”没有说明具体内容，请在首次出现时列出。',
      en: '“{name}” is never explained; list what it stands for.',
    },
    mark: {
      zh: '姓名后面的“{name}”没有说明是什么意思，请加注。',
      en: 'Nothing says what “{name}” behind the names means; add a note.',
    },
    twice: {
      zh: '简称“{name}”前面已经规定过，此处重复。',
      en: 'The short name “{name}” has been introduced before.',
    },
    differently: {
      zh: '简称“{name}”前面指“{first}”，此处又指“{second}”，请改用不同的简称。',
      en: 'The short name “{name}” stood for “{first}”, and for “{second}” here.',
    },
    late: {
      zh: '简称“{name}”在规定之前就已使用，请把“以下简称”移到首次出现处。',
      en: 'The short name “{name}” is used before it is introduced.',
    },
  },
  checkPlan({ document, plan, dictionary, report }) {
    const all = linesInOrder(document, plan);
    const known = knownOf(dictionary);
    const issuer = plan.issuer?.range.start;
    const body = bodyNeverSetUp(
      linesWith(all, workingBodySign).filter(({ place, range }) => place !== 'quote' && range.start !== issuer),
    );
    if (body && !known(body.name))
      report({ message: 'body', params: { name: body.name }, range: body.range, related: body.related });
    for (const { name, range } of unexplainedSlogans(all, plan.enumerations, known))
      report({ message: 'slogan', params: { name }, range, term: { list: 'terms', name } });
    for (const finding of shortNameFaults(all)) report(finding);
  },
  // Another text of the file may say what they are.
  checkDocument({ document, plans, dictionary, report }) {
    const known = knownOf(dictionary);
    for (const one of plans) {
      const { plan } = one;
      const all = linesInOrder(document, plan);
      const unset = unsetGroups(all, document.lines);
      const unlisted = unlistedGroups(all, document.lines).filter(
        ({ range }) => !unset.some((one) => one.range.start === range.start),
      );
      for (const { name, range } of [...unset, ...unlisted, ...abbreviatedBodies(all, document.lines)]) {
        if (!known(name))
          report({ message: 'body', params: { name }, range, term: { list: 'organisations', name } }, one);
      }
      for (const { mark, range } of marksUnexplained(all, document.lines))
        report({ message: 'mark', params: { name: mark }, range }, one);
      for (const { name, range } of coinedTerms(all, document.lines, plan.title?.value ?? '')) {
        if (!known(name)) report({ message: 'slogan', params: { name }, range, term: { list: 'terms', name } }, one);
      }
    }
  },
});

const knownOf =
  ({ terms, organisations }: Dictionary) =>
  (name: string): boolean =>
    terms.includes(name) || organisations.includes(name);

const BARE = new Set(['领导小组', '领导小组办公室', '指挥部', '工作专班', '专班', '指挥部办公室']);
const level = /[省市县区镇乡村街校局院厅委部司]/;
const setUp = /成立|设立|组建|建立|组成|调整|设在|下设|组长|总指挥|副组长|召集人|组织机构|工作机构|附件|名单/;

/** 四、领导小组, 领导小组： – who belongs to it stands below or behind it. */
const heads = /^[^，。；：]{0,6}(?:工作)?(?:领导小组|指挥部|专班)(?:成员|组成)?(?:[：:].*)?$/;
/** The name goes on to the left: 中央党的建设工作领导小组. */
const named = /(?:工作|建设|教育|活动|管理|改革|发展)$/;

/**
 * The first 领导小组 without a name that does something, when nothing in the plan sets one up, gives its
 * members or names it in full.
 */
function bodyNeverSetUp(lines: readonly Line[]):
  | {
      readonly name: string;
      readonly range: Range;
      readonly related: { readonly message: typeof alsoHere; readonly range: Range }[];
    }
  | undefined {
  const bare: { readonly name: string; readonly range: Range }[] = [];
  for (const line of lines) {
    for (const { name, type, range } of line.facts.workingBodies) {
      const own = name.slice(0, -type.length);
      if (own.length > 2 || level.test(own)) {
        // Any body of that kind with a name may be the one that is meant.
        if (/领导小组|指挥部|专班/.test(type)) return undefined;
        continue;
      }
      if (setUp.test(line.text) || heads.test(line.text)) return undefined;
      if (named.test(line.text.slice(0, range.start))) continue;
      if (BARE.has(type)) bare.push({ name: type, range: line.at(range.end - type.length, range.end) });
    }
  }
  const [first, ...others] = bare;
  return first && { ...first, related: others.map(({ range }) => ({ message: alsoHere, range })) };
}
