/** What a command may use of the process that runs it. */
export interface CommandContext {
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** What tells this program from all other versions of it, unreleased ones too. */
  build(): string;
  /** The program itself, as a thread can be started with it. */
  readonly script: URL;
  /** True when standard output is a terminal. */
  readonly terminal: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number;
  /** Standard output takes the result. */
  write(text: string): void;
  /** Waits until the reader of the result has caught up. */
  drained(): Promise<void>;
  /** Standard error takes everything else. */
  tell(text: string): void;
  /** Shows how far a long run is; nothing where standard error is no terminal. */
  progress(text: string): void;
  /** Says what happens when the user breaks the command off (Ctrl+C); without it, or the second time, it ends at once. */
  onInterrupt(then: () => void): void;
  readInput(): Promise<Uint8Array>;
}
