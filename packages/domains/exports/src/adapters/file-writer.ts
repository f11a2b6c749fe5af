/** Turns lines of the feed into the bytes of one format. */
export interface FileWriter {
  add(lines: readonly string[]): Promise<void>;
  finish(): Promise<void>;
  abandon(): void;
}
