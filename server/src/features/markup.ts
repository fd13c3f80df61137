/** Marks of Markdown in the author's words, so that they show as they are. */
export function escapeMarks(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}

/** Our Markdown as plain text, for clients that show no other. */
export function withoutMarks(markdown: string): string {
  return markdown
    .replace(/\[((?:\\.|[^\]\\]){1,80})\]\(([^)]{1,400})\)/g, (_whole, words: string, target: string) =>
      /^https?:/.test(target) ? `${words} ${target}` : words,
    )
    .replace(/\*\*/g, '')
    .replace(/ {2}\n/g, '\n')
    .replace(/\n\n---\n\n/g, '\n\n')
    .replace(/\\([\\`*_[\]<>|~#])/g, '$1');
}
