import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import type { Dynamo, Item, QueryInput } from './dynamo.ts';
import { isWithin, longestKey } from './key-limits.ts';

type Place = NonNullable<QueryInput['startAfter']>;

export interface ListPage {
  readonly items: readonly Item[];
  /** Where the list goes on, for `after` of the same list; absent: this was the last page. Opaque outside of a store. */
  readonly next?: string;
}

/**
 * One page of a list. `after`: `next` of the page before. A place that is no place of this very query is refused with
 * `InvalidInput`, since it has gone through other hands and the database would answer it with a fault.
 */
export async function queryPage(
  dynamo: Pick<Dynamo, 'query'>,
  { after, ...query }: Omit<QueryInput, 'startAfter'> & { readonly after?: string | undefined },
): Promise<ListPage> {
  const startAfter = after === undefined ? {} : { startAfter: placeIn(query, after) };
  const { items, last } = await dynamo.query({ ...query, ...startAfter });
  return { items, ...(last && { next: JSON.stringify(last) }) };
}

const keyOf = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => text.isWellFormed() && isWithin(text, most));

function placeIn(query: Omit<QueryInput, 'startAfter'>, text: string): Place {
  const [pk, sk] = [`${query.index ?? ''}pk`, `${query.index ?? ''}sk`];
  const shape: Readonly<Record<string, z.ZodType<string>>> = {
    ...{ pk: keyOf(longestKey.partition), sk: keyOf(longestKey.sort) },
    ...{ [pk]: z.literal(query.partition), [sk]: keyOf(longestKey.sort) },
  };
  const place = z.strictObject(shape).safeParse(jsonIn(text)).data;
  if (place && isIn(query.sort, place[sk] ?? '')) return place;
  throw new InvalidInput('This place in the list is not valid any more. Start from the first page.');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isIn(sort: QueryInput['sort'], key: string): boolean {
  if (!sort) return true;
  if ('prefix' in sort) return key.startsWith(sort.prefix);
  // DynamoDB compares bytes, which JavaScript's order of UTF-16 units does not follow everywhere.
  const order = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
  return order(sort.between[0], key) <= 0 && order(key, sort.between[1]) <= 0;
}
