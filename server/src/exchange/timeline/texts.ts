import { type PlainDate, toIso } from '../../dates/civil.ts';
import { describeSpan } from '../../dates/format.ts';
import type { Language } from '../../rules/messages.ts';
import type { Message } from '../../rules/rule.ts';
import { places } from './bars.ts';
import type { Backdrop, Bar, Doubt, Lack, Row } from './model.ts';

export const lackTexts: Readonly<Record<Lack, Message>> = {
  window: { zh: '缺起止时间', en: 'no window' },
  deadline: { zh: '缺时限', en: 'no time limit' },
  owner: { zh: '缺责任人', en: 'nobody answers' },
};

export const doubtTexts: Readonly<Record<Doubt['kind'], Message>> = {
  conflict: { zh: '前后不一', en: 'differs' },
  outside: { zh: '超出上级方案', en: 'outside' },
};

/** The days of a bar in words, with what is fuzzy about them. */
export function daysText(bar: Bar, language: Language): string {
  return describeSpan(bar.span, language);
}

/** 学习调研（镇机关）: the label of a row with whom it is for. */
export function rowName(row: Row, parent: Row | undefined, language: Language): string {
  const name = row.kind === 'audience' && parent ? parent.label : (row.caption?.[language] ?? row.label);
  // Below its stage the audience is the name.
  if (!row.audience || (row.kind === 'audience' && !parent)) return name;
  return language === 'zh' ? `${name}（${row.audience}）` : `${name} (${row.audience})`;
}

/** Everything that is known of a bar, a sentence each: for the tooltip and for screen readers. */
export function barSentences(row: Row, bar: Bar, parent: Row | undefined, language: Language): readonly string[] {
  const zh = language === 'zh';
  const [place] = bar.places;
  const sentences = [`${rowName(row, parent, language)}${zh ? '：' : ': '}${daysText(bar, language)}`];
  if (place) sentences.push(zh ? `原文：${place.raw}` : `As written: ${place.raw}`);
  if (bar.places.length > 1) {
    const names = [...new Set(bar.places.map(({ origin }) => places[origin][language]))].join(zh ? '、' : ' and ');
    const first = place ? places[place.origin][language] : '';
    sentences.push(
      zh
        ? `${names}共${bar.places.length}处写有这一时间，拖动只改${first}中的一处`
        : `Written in ${bar.places.length} places (${names}); dragging changes the one in ${first} only`,
    );
  }
  sentences.push(...rowSentences(row, language), ...bar.doubts.map(({ message }) => message[language]));
  if (bar.fixed) sentences.push(bar.fixed[language].replace(/[。.]$/, ''));
  return sentences;
}

/** Owners, what is lacking, what stands in the place of days. */
export function rowSentences(row: Row, language: Language): readonly string[] {
  const zh = language === 'zh';
  return [
    ...(row.owners.length > 0 ? [`${zh ? '责任：' : 'Answers for it: '}${row.owners.join(zh ? '、' : ', ')}`] : []),
    ...row.lacks.map((lack) => lackTexts[lack][language]),
    ...row.notes.map((note) => note[language]),
  ];
}

export function backdropText({ title, raw }: Backdrop, language: Language): string {
  const superior = title === '' ? '' : `《${title}》`;
  return language === 'zh' ? `上级方案${superior}：${raw}` : `Superior plan ${superior}: ${raw}`;
}

export function todayText(day: PlainDate, language: Language): string {
  return language === 'zh' ? `今天 ${day.month}月${day.day}日` : `Today ${toIso(day)}`;
}

/** Words around the picture. */
export const words = {
  heading: { zh: '时间轴', en: 'Timeline' },
  noPlan: { zh: '这份文档中没有识别出方案。', en: 'No plan was recognised in this document.' },
  noRows: { zh: '没有读到阶段、措施或带日期的表格。', en: 'No stages, measures or dated tables were found.' },
  untitled: { zh: '（无标题）', en: '(untitled)' },
  moved: { zh: '正文已经变动，请重试。', en: 'The text has changed; try again.' },
  keys: {
    zh: '方向键在各条之间移动，回车转到正文；加号、减号（或 Alt+左右方向键）把结束日期推后、提前一天，Alt+Shift+左右方向键改开始日期；也可以拖动条的两端。',
    en: 'Arrow keys move between bars, Enter goes to the text; plus and minus (or Alt with left and right) move the end by a day, Alt+Shift with left and right the beginning; the ends can be dragged as well.',
  },
  table: { zh: '以表格显示', en: 'As a table' },
  legend: {
    zh: '虚线段：起止在此范围内，原文没有写定；细条：随所在阶段；底色块：上级方案规定的时间。',
    en: 'Dashed: somewhere within; thin: taken from the stage around it; shaded: window of the superior plan.',
  },
  columns: {
    zh: ['事项', '对象', '原文', '起', '止', '责任', '说明'],
    en: ['Item', 'For', 'As written', 'From', 'To', 'Answers for it', 'Remarks'],
  },
} as const;
