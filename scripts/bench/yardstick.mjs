import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** What every tool on this stack pays: remark-parse, gfm and frontmatter, and nothing else. */
export const bare = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** The value that a share `q` of them does not exceed; 0 of none. */
export const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;
