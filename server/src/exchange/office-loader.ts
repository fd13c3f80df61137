/** What Word and Excel files are read and written with; see `office/main.ts`. */
export type Office = typeof import('./office/main.ts');

/** Loads it when it is first needed. A browser has no such loader. */
export type OfficeLoader = () => Promise<Office>;
