/** Lines of iCalendar (RFC 5545), whatever people have typed into them. */
const encoder = new TextEncoder();
const most = 75;

/** A value of type TEXT (3.3.11): nothing in it ends the line or begins another property. */
export function textValue(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n|\p{Zl}|\p{Zp}/gu, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** A line of more than 75 octets goes on behind a space (3.1); no letter is cut in two. */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > most) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** `20261201T020000Z` */
export const utcValue = (at: string): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** `20261201T090000`, of clocks of the place. */
export const localValue = (local: string): string => `${local.replaceAll(/[-:]/g, '')}00`;
