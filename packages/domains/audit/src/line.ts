import type { Digest } from '@sinau/kernel';
import { canonicalJson } from '@sinau/xapi';
import * as z from 'zod';
import { type Reading, readingSchema } from './reading.ts';

export const lineSchema = readingSchema.extend({
  chain: z.string(),
  /** From 1 on, without gaps. */
  number: z.int().positive(),
  /** Hash of the line before; of the first: empty. */
  previous: z.string(),
  /** Of all the rest, so that a changed line is found by itself. */
  hash: z.string(),
});
export type Line = Readonly<z.infer<typeof lineSchema>>;

/** The line that follows `last` in its chain. */
export function nextLine(
  digest: Digest,
  given: { readonly chain: string; readonly reading: Reading; readonly last: Line | undefined },
): Line {
  const { chain, reading, last } = given;
  const body = { ...reading, chain, number: (last?.number ?? 0) + 1, previous: last?.hash ?? '' };
  return { ...body, hash: hashOfLine(digest, body) };
}

/** Canonical: the same for whoever writes it, in whatever order a store gives the members back. */
export function hashOfLine(digest: Digest, line: Omit<Line, 'hash'> & { readonly hash?: string }): string {
  const { hash: _, ...body } = line;
  return digest.sha256(canonicalJson(body));
}
