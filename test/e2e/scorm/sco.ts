/** What the pages of our test packages give to tests; see packages.ts. */
export interface Sco {
  /** Set when the page is left, before Terminate. */
  atLeaving: Record<string, string>;
  get(name: string): string;
  /** Answers of the calls, joined. */
  set(values: Readonly<Record<string, string>>): string;
  commit(): string;
  error(): string;
  end(): string;
}

declare global {
  var sco: Sco;
}
