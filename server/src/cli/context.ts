/** What a command may use of the process that runs it. */
export interface CommandContext {
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** True when standard output is a terminal. */
  readonly terminal: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number;
  /** Standard output takes the result. */
  write(text: string): void;
  /** Standard error takes everything else. */
  tell(text: string): void;
  /** Shows how far a long run is; nothing where standard error is no terminal. */
  progress(text: string): void;
  readInput(): Promise<Uint8Array>;
}
