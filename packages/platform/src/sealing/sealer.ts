/**
 * Keeps secrets that must be read again, such as the password for a receiver. What was sealed for one context opens in
 * no other, so that a row cannot be put in the place of another one.
 */
export interface Sealer {
  /** `text`: at most 4,000 bytes of UTF-8. The result is a string to be stored. */
  seal(text: string, context: Readonly<Record<string, string>>): Promise<string>;
  /** Rejects for another context and for anything that was altered. */
  open(sealed: string, context: Readonly<Record<string, string>>): Promise<string>;
}

export const mostSealedBytes = 4_000;

/** The same text for the same context, in whatever order it was written down. */
export function contextText(context: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(context).sort(([one], [other]) => (one < other ? -1 : 1)));
}
