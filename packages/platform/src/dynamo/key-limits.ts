import type { Key } from './dynamo.ts';

/** Longest keys that DynamoDB takes, in bytes of UTF-8; the same for tables and indexes. */
export const longestKey = { partition: 2_048, sort: 1_024 } as const;

/** Whether something can stand under a key, as far as its lengths say. */
export const fits = ({ pk, sk }: Key): boolean =>
  isWithin(pk, longestKey.partition) && isWithin(sk, longestKey.sort);

/** A character of UTF-16 has three bytes at most: nearly every text is decided by its length. */
export const isWithin = (text: string, most: number): boolean =>
  text.length * 3 <= most || Buffer.byteLength(text) <= most;
