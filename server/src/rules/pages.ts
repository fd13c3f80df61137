/** Where the pages of docs/rules are shown to readers. */
const address = 'https://github.com/fangan-plan/fangan/blob/main/docs/rules';

/** Address of the page that explains a rule: for editors, reports and messages alike. */
export function rulePage(id: string): string {
  return `${address}/${encodeURIComponent(id)}.md`;
}
