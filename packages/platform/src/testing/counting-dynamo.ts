import type { Dynamo, Item } from '../dynamo/index.ts';

/** One write, as far as its cost goes. */
export interface CountedWrite {
  readonly partition: string;
  /** One for every KB begun. */
  readonly units: number;
}

/**
 * A table for keys alone: takes every single write and keeps none, so that it is always empty. Tells what was written
 * where, for questions about hot partitions that need more rows than an engine would hold.
 */
export function createCountingDynamo(onWrite: (write: CountedWrite) => void): Dynamo {
  const count = (row: Item) => {
    onWrite({ partition: row.pk, units: Math.max(1, Math.ceil(bytesOf(row) / 1024)) });
  };
  const refuse = () => Promise.reject(new Error('a counting table takes no transactions and no deletions'));
  return {
    get: async () => undefined,
    batchGet: async () => [],
    query: async () => ({ items: [] }),
    transactGet: refuse,
    transactWrite: refuse,
    delete: refuse,
    async put({ item }) {
      count(item);
      return { outcome: 'done' };
    },
    async update({ key, values }) {
      count({ ...key, ...values });
      return { outcome: 'done' };
    },
    async batchWrite({ puts = [] }) {
      for (const item of puts) count(item);
    },
  };
}

/** By DynamoDB's rules, near enough: a number counts as eight bytes. */
function bytesOf(row: Item): number {
  return Object.entries(row).reduce((sum, [name, value]) => sum + name.length + valueBytes(value), 0);
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  return value instanceof Uint8Array ? value.length : 8;
}
