import type { FieldIssue } from '@sinau/kernel';

/** What was read of a tool, or the first thing that is wrong with it. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issue: FieldIssue };

export const refuse = (path: string, message: string, requirement?: string) =>
  ({ ok: false, issue: { path, message, ...(requirement !== undefined && { requirement }) } }) as const;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
