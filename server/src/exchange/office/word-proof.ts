import type { ImportNotice, SourceBlock } from '../import/import.ts';
import { lostSigns } from '../import/nothing-lost.ts';
import { childOf, childrenOf, visitBelow, type XmlElement } from './word-xml.ts';

/** What is told or stands elsewhere: deleted words, the place that words were moved from, how they are pronounced. */
const passedOver: ReadonlySet<string> = new Set(['del', 'moveFrom', 'rt']);

/** All words of a document as it stands in the file, whatever the converter makes of them. */
export function documentText(element: XmlElement): string {
  let text = '';
  visitBelow(element, (child) => {
    if (passedOver.has(child.local) || childOf(childOf(child, 'trPr'), 'del')) return false;
    if (child.local === 'AlternateContent') {
      text += childrenOf(child).map(documentText).find(Boolean) ?? '';
      return false;
    }
    if (child.local === 't') text += child.children.map((one) => (typeof one === 'string' ? one : '')).join('');
    return true;
  });
  return text;
}

/** Chinese characters and digits of the document that neither became text nor were told. */
export function lostNotices(
  source: string,
  blocks: readonly SourceBlock[],
  told: readonly string[],
): readonly ImportNotice[] {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text),
  );
  const lost = lostSigns(source, texts.join('\n'), told);
  if (lost === '') return [];
  const count = [...lost].length;
  const zh = `有${count}个字未能转换，请与原文核对`;
  const en = `characters that could not be converted (${count}); compare with the source`;
  return [{ message: { zh, en }, removed: [lost] }];
}
