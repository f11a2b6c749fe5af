/** How two texts are compared: composed (NFC), without blanks at the ends, other blanks single. */
export function comparable(text: string, caseSensitive: boolean): string {
  const tidy = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return caseSensitive ? tidy : tidy.toLowerCase().normalize('NFC');
}

/**
 * Whether `text` is what `pattern` says; `*` stands for anything, also nothing, `\*` for the sign. Never a regular
 * expression: the first place where a piece fits is also the best, so nothing is ever tried again.
 */
export function matchesPattern(pattern: string, text: string, caseSensitive: boolean): boolean {
  const given = comparable(text, caseSensitive);
  const pieces = piecesOf(pattern, caseSensitive);
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return given === first;
  if (given.length < first.length + last.length) return false;
  if (!given.startsWith(first) || !given.endsWith(last)) return false;
  const end = given.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = given.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return at <= end;
}

/** True when a text of answers says more than itself. */
export function hasWildcard(pattern: string): boolean {
  return split(pattern).length > 1;
}

/** What a pattern without wildcards says. */
export const plainPattern = (pattern: string): string => split(pattern).join('*');

function piecesOf(pattern: string, caseSensitive: boolean): readonly string[] {
  // The blanks beside a wildcard belong to the pieces, those at the ends of the whole do not.
  const tidy = pattern.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return split(tidy).map((piece) => (caseSensitive ? piece : piece.toLowerCase().normalize('NFC')));
}

function split(pattern: string): readonly string[] {
  const pieces = [''];
  const append = (text: string) => {
    pieces.push((pieces.pop() ?? '') + text);
  };
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern.startsWith('\\*', at)) {
      append('*');
      at += 1;
    } else if (pattern[at] === '*') pieces.push('');
    else append(pattern[at] ?? '');
  }
  return pieces;
}
