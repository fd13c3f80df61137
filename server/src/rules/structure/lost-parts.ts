import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { FILE_ENDING } from '../../text/files.ts';
import type { Range } from '../../text/range.ts';
import { hasMatter } from './lead-ins.ts';

/** What pasting has put into a sentence or taken out of a text. */
export interface LostPart {
  readonly message: 'file' | 'table' | 'outline';
  readonly params: { readonly words: string };
  readonly range: Range;
  readonly severity?: 'info';
}

export const lostParts = (document: PlanDocument, plan: Plan, lines: readonly Line[]): readonly LostPart[] => [
  ...filesWithin(plan),
  ...tablesBehind(document, plan, lines),
  ...outlineOf(plan),
];

const ofFile = String.raw`${FILE_ENDING}[\s\u3000]*[（(]?(?:点击)?(?:下载)?[)）]?`;
/** 202503121530.doc, 报名表.xlsx 点击下载: a file that a page of the web offers for download. */
const fileAlone = new RegExp(`^[^。；，：:]{1,60}${ofFile}$`, 'i');
/** 请各班填写推荐表 wants to go on; 附件：报名表 and 附2 do not. */
const sentenceAbove = /(?:填写|填报|填好|下载|上报|上交|提交|推荐|准备|完成|打印|签署)[^。；！：:]{1,40}$/;
const endedAbove = /[。；！？：:]\s*$|^[\s\u3000]*附[件表]?\d?/;
/** 并将纸质版交至…, 于4月6日前报送…, 上传至…: no sentence begins so below a file. */
const goesOn =
  '(?:并(?!列)|于\\d|以[^，。]{2,12}(?:命名|形式|为单位)|(?:同步|统一)?(?:提交|上传|报送|发送|交|送|发)(?:给|至|到)|[，、；。)）])';
const goesOnBelow = new RegExp(`^${goesOn}`);
/** The same in one line, where reading has joined the three: only the name that the page gave the file can be told there. */
const fileInside = new RegExp(`(?<=[\\p{Script=Han}）)])\\d{12,20}${ofFile}(?=${goesOn})`, 'iu');

/** 认真填写推荐表 and 并将纸质版交至德育处, and between the two the name of a file that cuts the sentence. */
function filesWithin({ lines }: Plan): readonly LostPart[] {
  return lines.flatMap((line, at): readonly LostPart[] => {
    const file = line.place === 'cell' ? null : fileOn(line.facts);
    if (!file) return [];
    const found: LostPart = {
      message: 'file',
      params: { words: file.words },
      range: line.at(file.start, file.start + file.words.length),
      // 报名表.docx on a line of its own may be meant so.
      ...(nameOfPage.test(file.words) ? {} : { severity: 'info' }),
    };
    if (file.isInside) return isOnOwnLine(line, file.start) ? [found] : [];
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (!above || !below || below.facts.number || endedAbove.test(above.text)) return [];
    if (!sentenceAbove.test(above.text) || !goesOnBelow.test(below.text)) return [];
    return [found];
  });
}

/** 202503121530.doc: the name that the page gave the file. */
const nameOfPage = /^\d{12,20}\D/;

/** 推荐表（点击下载202503121530.doc） is no more than a link. */
const isOnOwnLine = (line: Line, start: number): boolean =>
  line.at(start - 1, start).end < line.at(start, start + 1).start;

const fileOn = lineMemo(({ text }) => {
  if (!text.includes('.')) return null;
  const inside = fileInside.exec(text);
  if (inside) return { start: inside.index, words: inside[0].trimEnd(), isInside: true };
  const words = text.trimEnd();
  return fileAlone.test(words) ? { start: 0, words, isInside: false } : null;
});

/** 各单位申报数（单位：项）, 各县推荐名额（上限）: what stands above a table; behind the second one a note must follow. */
const captionOfUnit = /[\p{Script=Han}]{3}[（(](?:计量)?单位[：:][^（）()：:，。；]{1,6}[）)]$/u;
const captionOfNote = /(?:(?<!代)表|[名数限]额|数量|分配|上限)(?:[（(][^（）()]{1,8}[)）])?$/;
const noteBelow = /^(?:备?注|说明)[：:]./;
/** 注：每校限报3件 says itself what the caption promises. */
const saysAmount = /每|限|\d\s?(?![年月日的])[%％\p{Script=Han}]|[一二两三四五六七八九十][名人件个篇项份]/u;
const longestCaption = 40;

/** Captions with a note or the next paragraph right below them, where the table should be. */
function tablesBehind(document: PlanDocument, { title }: Plan, lines: readonly Line[]): readonly LostPart[] {
  return lines.flatMap((line, at): readonly LostPart[] => {
    const kind = line.place === 'cell' ? null : captionOn(line.facts);
    const below = lines[at + 1];
    if (!kind || !below || below.place === 'cell' || (title && line.range.start < title.range.end)) return [];
    const isBare = kind === 'unit' ? isProse(line, below) : noteBelow.test(below.text) && !saysAmount.test(below.text);
    if (!isBare || isAttached(lines, at) || hasTableNear(document, lines, at)) return [];
    const from = line.facts.number?.range.end ?? 0;
    const words = line.text.slice(from).trim();
    return [{ message: 'table', params: { words }, range: line.at(from, line.text.length) }];
  });
}

const captionOn = lineMemo(({ text: source }): 'unit' | 'note' | null => {
  const text = source.trimEnd();
  if (text.length > longestCaption) return null;
  if (captionOfUnit.test(text)) return 'unit';
  return captionOfNote.test(text) && !/[，。；：:]/.test(text) ? 'note' : null;
});

/** A sentence, or the next item: the rows of a table that was pasted as text are neither. */
const isProse = ({ facts: { number } }: Line, below: Line): boolean =>
  (/[，；].{4,80}。$/.test(below.text) && !/\d[^\d.].*\d/.test(below.text)) ||
  (number !== undefined && below.facts.number?.kind === number.kind && below.facts.number.value === number.value + 1);

/** 附件：1.申报表, 2.汇总表: the tables are in files of their own. */
const isAttached = (lines: readonly Line[], at: number): boolean =>
  /^[\s\u3000]*附/.test(lines[at]?.text ?? '') ||
  /^[\s\u3000]*附/.test(lines.slice(0, at).findLast(({ facts }) => !facts.number)?.text ?? '');

/** The table may be a picture, and stand behind the note. */
function hasTableNear(document: PlanDocument, lines: readonly Line[], at: number): boolean {
  return [at, at + 1].some((above) => {
    const [line, next] = [lines[above], lines[above + 1]];
    return line && (next?.place === 'cell' || hasMatter(document, line.range.end, next?.range.start));
  });
}

/** Nothing but 一、 and its （一）, and no signature: whoever writes one number writes a second one. */
function outlineOf({ sections, issuer, issued }: Plan): readonly LostPart[] {
  const [part, ...others] = sections;
  if (!part || others.length > 0 || issuer || issued || part.number?.kind !== 'han' || part.number.value !== 1)
    return [];
  const [first, ...more] = part.sections.filter(({ number }) => number?.kind === 'hanBracket');
  if (!first || more.length > 0 || first.number?.value !== 1) return [];
  const range = first.heading.at(0, first.titleAt + first.title.value.length);
  return [{ message: 'outline', params: { words: first.title.value }, range, severity: 'info' }];
}
