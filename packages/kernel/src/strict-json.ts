import type { FieldIssue } from './errors.ts';

/** Deeper nesting is refused before anything recursive sees it. Real bodies stay below ten. */
const maxDepth = 100;

export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  /** `twice` and `syntax` are no JSON at all; the others are JSON that nobody here means. */
  | {
      readonly ok: false;
      readonly reason: 'syntax' | 'twice' | 'depth' | 'prototype' | 'number';
      readonly issue: FieldIssue;
    };

/**
 * Reads JSON from strangers (case D4): nested at most 100 deep, no key twice in one object (two readers could see two
 * values), no `__proto__` key, no number that overflows to infinity.
 */
export function parseStrictJson(text: string): StrictJson {
  const members = countMembers(text);
  if (members === undefined) return refuse('depth', { path: '', message: `nested deeper than ${maxDepth}` });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('syntax', { path: '', message: 'the body is not JSON' });
  }
  const seen: Walk = { keys: 0, refused: undefined };
  walk(seen, value, '');
  if (seen.refused) return seen.refused;
  // The text has a colon per member; the value has one key per distinct member.
  if (seen.keys !== members)
    return refuse('twice', { path: '', message: 'an object has the same key twice' });
  return { ok: true, value };
}

const quote = 0x22;
const backslash = 0x5c;

/** How many `key: value` pairs the text holds; undefined when it is nested too deeply. */
function countMembers(text: string): number | undefined {
  let members = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (char === quote) {
      index = endOfString(text, index);
    } else if (char === 0x3a) {
      members += 1;
    } else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (char === 0x7d || char === 0x5d) {
      depth -= 1;
    }
  }
  return members;
}

/** Index of the closing quote of the string that opens at `start`. */
export function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}

interface Walk {
  keys: number;
  refused: Extract<StrictJson, { ok: false }> | undefined;
}

function walk(seen: Walk, value: unknown, path: string): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      seen.refused ??= refuse('number', { path, message: 'the number is too large' });
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) walk(seen, value[index], `${path}/${index}`);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    seen.keys += 1;
    if (key === '__proto__') {
      seen.refused ??= refuse('prototype', { path, message: 'the key "__proto__" is not allowed' });
    }
    if (typeof member === 'object' || typeof member === 'number') {
      walk(seen, member, `${path}/${pointer(key)}`);
    }
  }
}

/** A key as a part of a JSON pointer, cut so that a message stays readable. */
function pointer(key: string): string {
  const short = key.length > 80 ? `${key.slice(0, 80)}…` : key;
  return short.replaceAll('~', '~0').replaceAll('/', '~1');
}

function refuse(
  reason: Extract<StrictJson, { ok: false }>['reason'],
  issue: FieldIssue,
): Extract<StrictJson, { ok: false }> {
  return { ok: false, reason, issue };
}
