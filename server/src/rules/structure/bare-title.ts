import type { Line, Plan } from '../../plan/model.ts';
import { genreOf } from '../../plan/titles.ts';

/** What a program calls a file that nobody has named. */
const fileName =
  /^(?:新建[ \u3000]{0,3}(?:Microsoft|Office|WPS|DOCX?|Word|文本|文字|空白)?[ \u3000]{0,3}(?:Word|WPS|Office)?[ \u3000]{0,3}(?:文档|文本文档|文稿)|未命名(?:文档|文件)?|无标题(?:文档)?|Untitled(?:[ -]?\d{1,2})?|文档[ \u3000]{0,2}\d{1,3}|Document[ \u3000]?\d{1,3})(?:[ \u3000]{0,2}[（(]\d{1,3}[)）]|[ \u3000]?\d{1,3}|[ \u3000]?[-－][ \u3000]?副本)?(?:\.(?:docx?|txt|md|wps))?$/i;
/** （定稿）, （终稿）, 2.0: how far it has come, and no subject. */
const state = /[ \u3000]*(?:[（(【[][^（()）【】[\]]{1,12}[)）】\]]|(?:最终|修改|终|定|初)[稿版]|[vV]?\d(?:\.\d)?)$/;

/** 新建 Microsoft Word 文档 (3) in the place of a title. */
export const isFileName = (title: string): boolean => fileName.test(title.trim());

/** 方案（定稿）: a genre alone, without whose plan it is or for what. */
export function isBareGenre({ title, lines }: Plan): boolean {
  if (!title) return false;
  const own = title.value
    .trim()
    .replace(state, '')
    .replace(state, '')
    .replace(/[\s\u3000]+/g, '');
  if (own === '' || own.length > longestGenre || genreOf(own) !== own) return false;
  const at = lines.findIndex(({ range }) => range.start <= title.range.start && title.range.end <= range.end);
  // Below the name of an office, or above a line that goes on with it, the title has more than one line.
  return at === 0 && !goesOn(lines[1]);
}

/** 活动策划方案 is the longest word for a plan alone. */
const longestGenre = 6;
const longestTitle = 40;
const goesOn = (line: Line | undefined): boolean =>
  line !== undefined && !line.facts.number && line.text.length <= longestTitle && !/[。，；：]/.test(line.text);
