import { randomUUID } from 'node:crypto';
import type { Dynamo, Item } from '../dynamo.ts';

export const absent = { expression: 'attribute_not_exists(pk)' };

/** So many bytes of every value. */
export const bytes = (count: number) => Uint8Array.from({ length: count }, (_, at) => (at * 31) % 256);

/** Every test has a partition of its own, so that the tables need not be empty. */
export const partition = () => `p-${randomUUID()}`;

export const row = (pk: string, sk: string, more: Record<string, unknown> = {}): Item => ({
  pk,
  sk,
  ...more,
});

export const skOf = ({ sk }: Item) => sk;

/** Makes a partition with these sort keys. */
export async function fill(
  { dynamo, table }: { readonly dynamo: Dynamo; readonly table: string },
  sorts: readonly string[],
  more: Record<string, unknown> = {},
): Promise<string> {
  const pk = partition();
  await dynamo.batchWrite({ table, puts: sorts.map((sk) => row(pk, sk, more)) });
  return pk;
}
