import type { Attributes } from './markup.ts';

/** Attributes that paint the parts of a picture which stands alone, by their class. */
export type Ink = Readonly<Record<string, Attributes>>;

export const fontFamily = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif";

/**
 * The palette of pictures outside of the editor: dark on white, told apart in grey print as well. As
 * attributes, since word processors read no style sheets in SVG.
 */
export const paperInk: Ink = {
  paper: { fill: '#ffffff' },
  title: { fill: '#1f2328' },
  tier: { fill: '#57606a' },
  'tick year': { stroke: '#8c959f' },
  'tick month': { stroke: '#d0d7de' },
  'tick third': { stroke: '#eaeef2' },
  'tick day': { stroke: '#eaeef2' },
  'strip stage': { fill: '#f6f8fa' },
  strip: { fill: 'none' },
  label: { fill: '#1f2328' },
  'label task': { fill: '#424a53' },
  'label audience': { fill: '#424a53' },
  owner: { fill: '#57606a' },
  note: { fill: '#57606a' },
  backdrop: { fill: '#e2d9c8', 'fill-opacity': 0.6 },
  'solid plan': { fill: '#57606a' },
  'solid stage': { fill: '#1f5582' },
  'solid task': { fill: '#7a5ea8' },
  'solid thin': { fill: '#7a5ea8', 'fill-opacity': 0.35 },
  'fuzzy plan': { fill: '#57606a', 'fill-opacity': 0.25, stroke: '#57606a', 'stroke-dasharray': '3 2' },
  'fuzzy stage': { fill: '#1f5582', 'fill-opacity': 0.25, stroke: '#1f5582', 'stroke-dasharray': '3 2' },
  'fuzzy task': { fill: '#7a5ea8', 'fill-opacity': 0.25, stroke: '#7a5ea8', 'stroke-dasharray': '3 2' },
  'fuzzy thin': { fill: '#7a5ea8', 'fill-opacity': 0.15 },
  'chip lack': { fill: '#cf222e' },
  'box lack': { fill: '#ffffff', stroke: '#cf222e' },
  'chip doubt': { fill: '#8a5a00' },
  'box doubt': { fill: '#ffffff', stroke: '#bf8700' },
  today: { stroke: '#1a7f37', fill: 'none' },
  'today text': { fill: '#1a7f37' },
  cut: { fill: '#1f2328' },
};
