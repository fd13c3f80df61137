import type { OutlineItem } from './draft-section.ts';
import { lineMemo } from './facts.ts';
import { headingNames, pageHeadings } from './heading-names.ts';
import { listHeads } from './list-heads.ts';
import type { Line } from './model.ts';

/** How a heading without number is set: 'bold' by marks of Markdown, 'unnumbered' by brackets or by its words alone. */
export type UnnumberedStyle = 'bold' | 'unnumbered';

/** The name of the part that the line opens; '' where it opens none. */
type Form = (line: Line) => string;

/** What such a heading names is no longer than this: 领导机构及职责分工. */
const longestName = 14;
/** So many of them divide a text. */
const enough = 3;
/** **注：**, 责任人： and the like say something of what they stand below. */
const aside =
  /^(?:注|备注|说明|提示|例如|联系人|联系电话|附件)$|(?:责任|牵头|配合|承办)(?:单位|部门|科室|人|领导)|(?:完成|整改|办结)?(?:时限|期限)$/;

/** **各乡镇人民政府：** is addressed; **动员部署阶段：** is a stage of the part above it. */
const notPart = /^(?:各|尊敬)|(?:人民政府|委员会|办事处)$|阶段$|^第[一二三四五六]/;

/** **整治范围：**全村7个村民小组, or **整治范围** on a line of its own. */
const boldName: Form = (line) => {
  const name = boldHead(line.facts);
  return name !== '' && isMarked(line, name.length) ? name : '';
};

const boldHead = lineMemo(({ text }) =>
  nameIn(label.exec(text) ?? (text.length <= longestName ? whole.exec(text) : null)),
);
const label = new RegExp(`^([\\u4e00-\\u9fa5“”]{2,${longestName}})[：:]`);
const whole = /^([\u4e00-\u9fa5“”、]+)$/;

/** Whether marks of Markdown, which are in the source and not in the text, close at the colon; nothing stands behind it otherwise. */
function isMarked(line: Line, name: number): boolean {
  if (line.marked) return line.text.length <= name + 1;
  const places = [name, name + 1].filter((at) => at < line.text.length);
  return places.some((at) => line.at(at, at + 1).start - line.at(at - 1, at).end >= STRONG);
}

/** `**` */
const STRONG = 2;

/** 【评选标准】 with its text behind or below it. */
const bracketName: Form = ({ facts }) => bracketHead(facts);
const bracketHead = lineMemo(({ text }) => nameIn(bracketed.exec(text)));
const bracketed = new RegExp(`^【([\\u4e00-\\u9fa5“”、]{2,${longestName + 2}})】`);

/** 总体要求, 工作安排： on a line of its own, where automatic numbering was lost. */
const bareName: Form = ({ facts }) => bareHead(facts);
const bareHead = lineMemo(({ text }) => {
  if (text.length > longestName) return '';
  const name = nameIn(bare.exec(text));
  if (pageHeadings.has(name)) return name;
  return name.length >= shortestName && (headingNames.has(name) || likeHeading.test(name)) ? name : '';
});
const bare = /^([\u4e00-\u9fa5]{2,})[：:]?$/;
/** 时间 and 地点 alone are labels. */
const shortestName = 4;
/** 重点整治内容, 考核组织, 上交时间 */
const likeHeading =
  /^(?![请各将由应要须并且把对为在])[\u4e00-\u9fa5]{2,8}(?:要求|目标|原则|任务|内容|步骤|安排|措施|机制|保障|范围|对象|组织|程序|时间|标准|办法|重点|条件|流程|分工|职责)(?:[及和与][\u4e00-\u9fa5]{2,4})?$/;

function nameIn(match: RegExpExecArray | null): string {
  const name = match?.[1] ?? '';
  return aside.test(name) || notPart.test(name) ? '' : name;
}

/** Each form, and whether 一、 anywhere in the text speaks against it: bare words are too weak beside numbers. */
const forms: readonly { readonly name: Form; readonly style: UnnumberedStyle; readonly weak: boolean }[] = [
  { name: boldName, style: 'bold', weak: false },
  { name: bracketName, style: 'unnumbered', weak: false },
  { name: bareName, style: 'unnumbered', weak: true },
];

/**
 * How a text without other headings tells of its outermost parts.
 * @returns which lines open one, and in which style; undefined where the parts are numbered or there are none
 */
export function unnumberedParts(
  items: readonly OutlineItem[],
): ((line: Line) => UnnumberedStyle | undefined) | undefined {
  const form = forms.find(({ name, weak }) => divides(items, name, weak));
  if (form) return (line) => (isPlain(line) && form.name(line) !== '' ? form.style : undefined);
  const heads = listHeads(items);
  return heads && ((line) => (heads.has(line) ? 'unnumbered' : undefined));
}

/** Numbers with which parts are counted. */
const counting: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'han', 'hanBracket', 'arabic']);

/**
 * Names of parts divide a text where all numbers stand below them: none in front of the first one, none that counts on
 * from one part to the next, and no 一、 behind words that a name has on its line (**适用范围：**全县各乡镇 above the text).
 */
function divides(items: readonly OutlineItem[], nameOf: Form, weak: boolean): boolean {
  const names = new Set<string>();
  const last = new Map<string, { readonly value: number; readonly part: number }>();
  let above: Line | undefined;
  for (const item of items) {
    const line = 'line' in item ? item.line : undefined;
    if (!line || line.place === 'cell' || line.place === 'quote') continue;
    if (line.place === 'heading') return false;
    const name = isPlain(line) ? nameOf(line) : '';
    if (name !== '') {
      // What comes again and again is a label below each of several items; a name with nothing below it holds the next ones.
      if (names.has(name) || (above && isBareName(above) && above.index === line.index - 1)) return false;
      names.add(name);
      above = line;
      continue;
    }
    const { number } = line.facts;
    if (!number || !counting.has(number.kind)) continue;
    if (!above) return false;
    if (number.kind === 'han' && (weak || (number.value === 1 && !isBareName(above)))) return false;
    const before = last.get(number.kind);
    if (before && before.part !== names.size && number.value === before.value + 1) return false;
    last.set(number.kind, { value: number.value, part: names.size });
  }
  return names.size >= enough;
}

/** A name that has no words behind it on its line, or none but those that lead to what is below. */
const isBareName = ({ text }: Line): boolean => !/[：:】]./.test(text) || /[：:]$/.test(text);

const isPlain = ({ place, facts }: Line): boolean => place === 'paragraph' && !facts.number;
