import { hanToNumber } from '../../numbering/han.ts';
import type { Attachment } from '../../plan/attachments/attachment-list.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import { FILE_ENDING } from '../../text/files.ts';
import type { Range } from '../../text/range.ts';
import { defineRule } from '../rule.ts';
import { attachmentNameFaults, attachmentsOf, inside } from './attachment-names.ts';
import { noteFaults } from './attachment-note.ts';
import { bareAttachment } from './bare-attachment.ts';
import { missingItems } from './missing-items.ts';
import { missingTables } from './missing-tables.ts';

type MessageId =
  | 'appendix'
  | 'attachment'
  | 'unlisted'
  | 'section'
  | 'item'
  | 'table'
  | 'figure'
  | 'misnumbered'
  | 'unnoted'
  | 'unattached';

const alsoListed = { zh: '附件“{name}”', en: 'Attachment “{name}”' };

/** 见第四部分, 本方案第三条; what belongs to another document (《…》第四条) is not ours. */
const sectionReference =
  /(本(?:方案|办法|意见|预案|计划|通知|细则|安排|要点|规程|章程|制度)|见|(?:[按依参对]照|按|依据|根据|违反|符合|执行)(?=第[^第，。；]{1,4}(?:条|部分)))(?:的)?第 ?([一二三四五六七八九十]{1,3}|[1-9]\d?) ?(部分|条|章|节(?!课)|项)/gu;

/** Attachments and parts of the plan that the text names and that are not there. */
export const brokenReference = defineRule<MessageId>({
  id: 'broken-reference',
  family: 'consistency',
  severity: 'warning',
  basis: ['9704-7.3.4', '9704-7.3.7', '条例-20'],
  faults: [],
  fixes: [],
  summary: {
    zh: '所指的附件、条款不存在',
    en: 'An attachment or part that the text names and that is not there',
  },
  messages: {
    attachment: {
      zh: '正文提到“{words}”，所列附件只有{count}个，请核对。',
      en: 'The text names {words}, but only {count # attachment is|# attachments are} listed.',
    },
    unlisted: {
      zh: '正文提到“{words}”，文末没有附件说明，也没有附件。',
      en: 'The text names {words}, but no attachment is listed or follows.',
    },
    appendix: {
      zh: '正文提到附录，全文没有附录。',
      en: 'The text names an appendix, and there is none.',
    },
    misnumbered: {
      zh: '“{said}”所列为附件{number}“{listed}”，此处作“{words}”，请核对序号。',
      en: '“{said}” is listed as attachment {number}, “{listed}”; the text says {words}.',
    },
    unnoted: {
      zh: '附件说明中没有列出附件{number}，请补上，并核对附件的序号。',
      en: 'The note of the attachments does not list attachment {number}.',
    },
    unattached: {
      zh: '附件说明列有附件{number}“{listed}”，文后却没有，请核对。',
      en: 'The note lists attachment {number}, “{listed}”, but it does not follow.',
    },
    section: {
      zh: '“{words}”所指的第{number}{unit}不存在：全文共{count}{unit}。',
      en: '{words} names {number} ({unit}), but there {count is #|are #}.',
    },
    item: {
      zh: '“{words}”所指的第{number}项不存在：所列只有{count}项。',
      en: '{words} names item {number}, but only {count # item is|# items are} listed.',
    },
    table: {
      zh: '正文提到“{words}”，文中没有这个表。',
      en: 'The text names {words}, and there is no such table.',
    },
    figure: {
      zh: '正文提到“{words}”，文中没有这个图。',
      en: 'The text names {words}, and there is no such figure.',
    },
  },
  checkPlan({ document, plan, report }) {
    const { listed, mentioned, complete: isWhole } = attachmentsOf(plan);
    const complete = isWhole && !offersFiles(plan);
    const numbers = new Set(listed.map(({ number }) => number ?? 1));
    const said = new Set<number>();
    for (const { number, words, range } of complete ? mentioned : []) {
      if (numbers.has(number) || said.has(number)) continue;
      said.add(number);
      if (listed.length === 0) {
        report({ message: 'unlisted', params: { words }, range, severity: 'info' });
        break;
      }
      const count = numbers.size;
      report({ message: 'attachment', params: { words, count }, range, related: listed.map(relatedTo) });
    }
    for (const { number, words, listed: name, said: own, range, elsewhere } of attachmentNameFaults(plan).misnumbered) {
      const params = { number, words, listed: name, said: own };
      report({
        message: 'misnumbered',
        params,
        range,
        related: [{ message: alsoListed, params: { name }, range: elsewhere }],
      });
    }
    for (const { kind, number, name, range } of noteFaults(plan)) {
      if (kind !== 'renamed' && !(kind === 'unattached' && offersFiles(plan)))
        report({ message: kind, params: { number, listed: inside(name) }, range });
    }
    for (const { words, number, count, range } of missingItems(document, plan))
      report({ message: 'item', params: { words, number, count }, range });
    const appendix = appendixOf(plan);
    if (appendix) report({ message: 'appendix', range: appendix, severity: 'info' });
    for (const line of plan.lines) {
      if (line.text.includes('第') && /(?:见|照|据|反|按|合|行)第|本[方办意预计通细安要规章制]/.test(line.text)) {
        for (const finding of brokenSections(line, plan)) report(finding);
      }
    }
  },
  checkDocument({ document, plans, report }) {
    for (const { kind, words, range } of missingTables(
      document,
      plans.map(({ plan }) => plan),
    )) {
      const message = kind === '图' ? 'figure' : 'table';
      report({ message, params: { words }, range, ...(kind === '图' ? { severity: 'info' as const } : {}) });
    }
    for (const { plan } of plans) {
      const found = bareAttachment(document, plan);
      if (found && attachmentsOf(plan).mentioned.length === 0)
        report({ message: 'unlisted', params: { words: found.words }, range: found.range, severity: 'info' });
    }
  },
});

/** 附件：推荐表.docx: what a page of the web offers for download is neither listed nor set out below it. */
const offersFiles = ({ lines }: Plan): boolean => lines.some(({ text }) => offered.test(text));
const offered = new RegExp(`${FILE_ENDING}[”"》]?\\s*$`, 'i');

const toAppendix = /(?:参[看见考阅]|[详另]?见|附在)附录(?![一-龥A-Za-z0-9])/;

/** 请参看附录 in a paper that has none. */
function appendixOf({ lines }: Plan) {
  let found: Range | undefined;
  for (const line of lines) {
    if (!line.text.includes('附录')) continue;
    if (/^[\s#*【]*附录/.test(line.text.slice(line.facts.number?.range.end ?? 0))) return undefined;
    const match = line.place === 'quote' ? null : toAppendix.exec(line.text);
    if (match) found ??= line.at(match.index, match.index + match[0].length);
  }
  return found;
}

function relatedTo({ name, range }: Attachment) {
  return { message: alsoListed, params: { name }, range };
}

function brokenSections(line: Line, plan: Plan) {
  return [...line.text.matchAll(sectionReference)].flatMap((match) => {
    const [words, , written = '', unit = ''] = match;
    if (/[》”]\s*$/.test(line.text.slice(0, match.index))) return [];
    const number = /^\d/.test(written) ? Number(written) : hanToNumber(written);
    const articles = partsOf(plan.sections, unit);
    // 本方案第九条 of a paper without articles is its part 九、.
    const count = articles === 0 && unit === '条' && isOwnPlan.test(words) ? partsOf(plan.sections, '部分') : articles;
    if (number === undefined || count === 0 || number <= count) return [];
    return [
      {
        message: 'section' as const,
        params: { words, number: written, unit, count },
        range: line.at(match.index, match.index + words.length),
      },
    ];
  });
}

/** 本办法 may be the paper that is quoted. */
const isOwnPlan = /^本(?:方案|预案|计划|安排|要点)/;

const kinds: Readonly<Record<string, readonly string[]>> = {
  部分: ['part', 'han', 'chapter'],
  条: ['article'],
  章: ['chapter'],
  节: ['arabic'],
};

/** Highest number among the parts that the unit can mean; 0 when there are none, or it is not sure. */
function partsOf(sections: readonly Section[], unit: string): number {
  const wanted = kinds[unit];
  if (!wanted) return 0;
  let highest = 0;
  const visit = (section: Section): void => {
    const { number } = section;
    // 第9节 of a paper whose headings count 1., 2., 3.: where its chapters count so, sections are below them.
    if (number && wanted.includes(number.kind) && (unit !== '节' || section.heading.place === 'heading'))
      highest = Math.max(highest, number.value);
    if (unit === '条') section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return highest;
}
