import words from './recognition.yaml';

const lists = words as Readonly<Record<'private' | 'leisure', readonly string[]>>;

/** 个人学习计划, 我家装修: nobody's business but one's own. */
export const isPrivate = (title: string): boolean => lists.private.some((word) => title.includes(word));

/** As well what people do for themselves but call an activity with its stages: 婚礼, 秋招. */
export const isOwnAffair = (title: string): boolean =>
  isPrivate(title) || lists.leisure.some((word) => title.includes(word));
