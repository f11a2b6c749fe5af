/** Where a table was found, and how sure it is. `C`: public client code and agencies' lists agree; no official text was read. */
export interface Reference<Row> {
  readonly source: string;
  readonly mark: 'C' | 'R';
  readonly rows: readonly Row[];
}
