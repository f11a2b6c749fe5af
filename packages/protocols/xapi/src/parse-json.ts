import type { FieldIssue } from '@sinau/kernel';
import type { JsonValue } from './model.ts';
import type { Refused } from './parse-statement.ts';
import { pointer } from './validation/check.ts';

/** Deeper nesting is refused before anything recursive sees it. Real statements stay below ten. */
const maxDepth = 100;

export type JsonParse = { readonly ok: true; readonly value: JsonValue } | Refused;

/**
 * Reads JSON as statements and documents need it: UTF-8, nested at most 100 deep, no key twice in one object (the
 * specification leaves that undefined, so two readers could see two statements), no `__proto__` key, no number
 * that overflows to infinity.
 */
export function parseJson(input: Uint8Array | string): JsonParse {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === undefined) return refuse({ path: '', message: 'the body is not UTF-8' });
  const members = countMembers(text);
  if (members === undefined) return refuse({ path: '', message: `nested deeper than ${maxDepth}` });
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse({ path: '', message: 'the body is not JSON', requirement: 'XAPI-00014' });
  }
  const seen: Walk = { keys: 0, issue: undefined };
  walk(seen, value, '');
  if (seen.issue) return refuse(seen.issue);
  // The text has a colon per member; the value has one key per distinct member.
  if (seen.keys !== members) {
    return refuse({ path: '', message: 'an object has the same key twice', requirement: 'XAPI-00014' });
  }
  return { ok: true, value };
}

export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
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
function endOfString(text: string, start: number): number {
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
  issue: FieldIssue | undefined;
}

function walk(seen: Walk, value: JsonValue, path: string): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) seen.issue ??= { path, message: 'the number is too large' };
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isList(value)) {
    for (let index = 0; index < value.length; index += 1)
      walk(seen, value[index] ?? null, `${path}/${index}`);
    return;
  }
  for (const key of Object.keys(value)) {
    seen.keys += 1;
    if (key === '__proto__') seen.issue ??= { path, message: 'the key "__proto__" is not allowed' };
    const member = value[key];
    if (typeof member === 'object' || typeof member === 'number') {
      walk(seen, member, `${path}/${pointer(key)}`);
    }
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function refuse(issue: FieldIssue): Refused {
  return { ok: false, issues: [issue] };
}
