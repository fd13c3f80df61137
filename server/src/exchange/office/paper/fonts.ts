import type { Face } from '../../paper/paper.ts';

/**
 * Fonts for the typeface classes of GB/T 9704-2012. The standard names classes and no fonts; the first font is what
 * offices have, the others stand in for it where it is not installed, in this order.
 */
export const fonts: Readonly<Record<Face, { readonly name: string; readonly fallbacks: readonly string[] }>> = {
  biaosong: { name: '方正小标宋简体', fallbacks: ['方正小标宋_GBK', '小标宋', '华文中宋', 'STZhongsong', '宋体'] },
  hei: { name: '黑体', fallbacks: ['SimHei', '方正黑体简体', '华文黑体', 'Noto Sans CJK SC'] },
  kai: { name: '楷体', fallbacks: ['楷体_GB2312', 'KaiTi', '华文楷体', 'STKaiti'] },
  fang: { name: '仿宋', fallbacks: ['仿宋_GB2312', 'FangSong', '华文仿宋', 'STFangsong'] },
  song: { name: '宋体', fallbacks: ['SimSun', '华文宋体', 'Noto Serif CJK SC'] },
};

/** The four fonts of a run: all the same, or letters and digits would be set in another one. */
export function fontOf(face: Face) {
  const { name } = fonts[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

/** fontTable.xml: where a font is not installed, Word looks for its other names. */
export function fontTable(): string {
  const entries = Object.values(fonts).map(
    ({ name, fallbacks }) =>
      `<w:font w:name="${name}"><w:altName w:val="${fallbacks.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
