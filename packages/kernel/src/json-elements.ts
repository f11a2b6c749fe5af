import { endOfString } from './strict-json.ts';

/**
 * The elements of the array at `path` (names of members, from the root) as they stand in the text, to the letter. Undefined where no array is.
 * The text is JSON that somebody has parsed before; of any other the answer means nothing, but there is one.
 */
export function jsonElements(text: string, path: readonly string[] = []): readonly string[] | undefined {
  let start = behindSpace(text, 0);
  for (const name of path) {
    const found = memberIn(text, start, name);
    if (found === undefined) return undefined;
    start = found;
  }
  if (text[start] !== '[') return undefined;
  const elements: string[] = [];
  for (let at = behindSpace(text, start + 1); at < text.length && text[at] !== ']'; ) {
    const end = endOfValue(text, at);
    elements.push(text.slice(at, end));
    at = behindComma(text, end);
  }
  return elements;
}

/** Where the value of this member begins, in the object that begins at `start`. */
function memberIn(text: string, start: number, name: string): number | undefined {
  if (text[start] !== '{') return undefined;
  for (let at = behindSpace(text, start + 1); text[at] === '"'; ) {
    const end = endOfString(text, at) + 1;
    const value = behindSpace(text, text.indexOf(':', end) + 1);
    if (nameIn(text.slice(at, end)) === name) return value;
    at = behindComma(text, endOfValue(text, value));
  }
  return undefined;
}

/** A name may be written with escapes. */
function nameIn(literal: string): unknown {
  try {
    return JSON.parse(literal);
  } catch {
    return undefined;
  }
}

/** The first place behind the value that begins at `start`; always beyond it. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') at = endOfString(text, at);
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      if (depth === 0) return Math.max(at, start + 1);
      depth -= 1;
    } else if (depth > 0 || !/[\s,]/.test(char)) continue;
    else return Math.max(at, start + 1);
    if (depth === 0) return at + 1;
  }
  return text.length;
}

const behindSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
};

function behindComma(text: string, from: number): number {
  const at = behindSpace(text, from);
  return text[at] === ',' ? behindSpace(text, at + 1) : at;
}
