/** As people call a file, in one line that reads as it is written: marks of direction turn `…fdp.exe` around. At most 120 letters, the last ones. */
export const plainFileName = (name: string, otherwise: string): string =>
  name
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')
    .trim()
    .slice(-120) || otherwise;
