/** A number and its English noun: `1 row`, `3 rows`. @param many where it is not the noun with an s */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
