/**
 * Text for a mail header: line breaks and other control characters become spaces, so that no value can start a header
 * of its own (case F5).
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
