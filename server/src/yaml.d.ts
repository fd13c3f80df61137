/** Data files; what they hold is checked by the schema test beside their reader. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
