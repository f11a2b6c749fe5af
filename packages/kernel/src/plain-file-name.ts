/** As people call a file, in one line that reads as it is written: `…fdp.exe` turned around ends in another word. At most 120 letters, the last ones. */
export const plainFileName = (name: string, otherwise: string): string =>
  name
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim()
    .slice(-120) || otherwise;
