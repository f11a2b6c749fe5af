import type { ScimRefused } from './errors.ts';

export type Token =
  | { readonly kind: '(' | ')' | '[' | ']' }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'value'; readonly value: string | number };

/** Longer filters are nobody's question. */
export const maxFilterChars = 2_000;

// Quoted text as in JSON, then numbers, brackets, and words: operators, names and paths.
const pattern =
  /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.:$-])|([()[\]])|([\w.:$-]+))/iy;

/** The words of a filter. */
export function tokensOf(text: string, refuse: (message: string) => ScimRefused): readonly Token[] {
  if (text.length > maxFilterChars) throw refuse(`is longer than ${maxFilterChars} characters`);
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw refuse(`cannot be read at character ${start + 1}`);
    tokens.push(tokenOf(match, refuse));
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray, refuse: (message: string) => ScimRefused): Token {
  const [, quoted, number, bracket, word = ''] = match;
  if (quoted !== undefined) return { kind: 'value', value: unquoted(quoted, refuse) };
  if (number !== undefined) {
    const value = Number(number);
    if (!Number.isFinite(value)) throw refuse('holds a number that is too large');
    return { kind: 'value', value };
  }
  if (bracket === '(' || bracket === ')' || bracket === '[' || bracket === ']') return { kind: bracket };
  return { kind: 'word', text: word };
}

function unquoted(text: string, refuse: (message: string) => ScimRefused): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw refuse('holds text that is not quoted as in JSON');
  }
}
