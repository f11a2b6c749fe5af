import { type FieldIssue, parseStrictJson } from '@sinau/kernel';
import type { JsonValue } from './model.ts';
import type { Refused } from './parse-statement.ts';

export type JsonParse = { readonly ok: true; readonly value: JsonValue } | Refused;

/** Reads JSON as statements and documents need it: UTF-8, and strict, since the specification leaves the rest undefined. */
export function parseJson(input: Uint8Array | string): JsonParse {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === undefined) return refuse({ path: '', message: 'the body is not UTF-8' });
  const parsed = parseStrictJson(text);
  // What was parsed from JSON is nothing else.
  if (parsed.ok) return { ok: true, value: parsed.value as JsonValue };
  const { reason, issue } = parsed;
  const isJson = reason !== 'syntax' && reason !== 'twice';
  return refuse(isJson ? issue : { ...issue, requirement: 'XAPI-00014' });
}

export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(issue: FieldIssue): Refused {
  return { ok: false, issues: [issue] };
}
