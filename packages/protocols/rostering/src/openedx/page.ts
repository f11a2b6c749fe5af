import * as z from 'zod';
import { addressIn } from './wire.ts';

const nextSchema = z
  .union([z.string(), z.null()])
  .optional()
  .transform((text) => (text ? text : undefined));
const countSchema = z.number().int().nonnegative().optional();
const wrappedSchema = z.object({
  results: z.array(z.unknown()),
  pagination: z.object({ next: nextSchema, count: countSchema }),
});
const plainSchema = z.object({ results: z.array(z.unknown()), next: nextSchema, count: countSchema });

export interface OpenEdxPage {
  readonly items: readonly unknown[];
  /**
   * What to ask behind the `?` for the page after this one. The rest of the address is left out: behind a proxy it names
   * another host or scheme often enough, and a token is shown to no host that only an answer has named.
   */
  readonly next?: string;
  /** How many there are in all, where it is told. */
  readonly count?: number;
}

/** A page of a list: courses wrap `next` in `pagination`, the others do not. Undefined when it is no page. */
export function readOpenEdxPage(value: unknown): OpenEdxPage | undefined {
  const wrapped = wrappedSchema.safeParse(value).data;
  const plain = wrapped
    ? { results: wrapped.results, ...wrapped.pagination }
    : plainSchema.safeParse(value).data;
  if (!plain) return undefined;
  const { results: items, next, count } = plain;
  const query = next === undefined ? undefined : addressIn(next, 'https://site.invalid')?.search;
  // A page after this one that cannot be asked for is no end of the list.
  if (next !== undefined && !query) return undefined;
  return { items, ...(query && { next: query }), ...(count !== undefined && { count }) };
}
