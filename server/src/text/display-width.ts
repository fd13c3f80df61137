/**
 * Columns that a text takes in a terminal. Chinese, full-width and emoji characters take two;
 * characters of ambiguous width (quotation marks, dashes, ①) take one, or two where `ambiguous` says
 * so, which depends on the terminal. Combining marks take none.
 * Source of the ranges: Unicode 16, EastAsianWidth.txt (classes W, F and A).
 */
export function displayWidth(text: string, ambiguous: 1 | 2 = 1): number {
  // Clusters cost time; most lines have none.
  if (!/[\u200d\ufe0f\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]|\p{M}/u.test(text)) {
    let width = 0;
    for (const character of text) width += characterWidth(character, ambiguous);
    return width;
  }
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += clusterWidth(segment, ambiguous);
  return width;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What one sees as one character: an emoji made of several takes two columns all the same. */
function clusterWidth(cluster: string, ambiguous: 1 | 2): number {
  if (/\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2}/u.test(cluster)) return 2;
  let width = 0;
  for (const character of cluster) width += characterWidth(character, ambiguous);
  return width;
}

const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u2ffb\u2ffc-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const none = /[\p{M}\u200b-\u200f\u2060\ufeff\u00ad]/u;
const uncertain =
  /[\u00a1\u00a7\u00a8\u00b0-\u00b4\u00b6-\u00ba\u00d7\u00f7\u2010\u2013-\u2016\u2018\u2019\u201c\u201d\u2020-\u2022\u2024-\u2027\u2030\u2032\u2033\u203b\u2103\u2116\u2121\u2160-\u216b\u2170-\u2179\u2190-\u2199\u2208\u220f\u2211\u221a\u221e\u2220\u2227-\u222c\u2234-\u2237\u223d\u2248\u2260\u2261\u2264-\u2267\u2295\u2299\u22a5\u2312\u2460-\u24e9\u2500-\u254b\u2550-\u2573\u2580-\u258f\u2592-\u2595\u25a0\u25a1\u25b2\u25b3\u25bc\u25bd\u25c6\u25c7\u25cb\u25ce\u25cf\u2605\u2606\u2640\u2642\ufffd]/u;

function characterWidth(character: string, ambiguous: 1 | 2): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (none.test(character)) return 0;
  if (wide.test(character)) return 2;
  return uncertain.test(character) ? ambiguous : 1;
}

/** The longest beginning of the text that is at most so many columns wide. */
export function cutToWidth(text: string, columns: number, ambiguous: 1 | 2 = 1): string {
  if (displayWidth(text, ambiguous) <= columns) return text;
  let width = 0;
  let end = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    width += clusterWidth(segment, ambiguous);
    if (width > columns) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
