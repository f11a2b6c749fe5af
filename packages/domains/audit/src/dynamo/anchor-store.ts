import { type Dynamo, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import { anchorSchema } from '../anchor.ts';
import { checkSchema } from '../check.ts';
import type { AnchorStore, CheckStore, SeenLately } from '../ports.ts';
import { anchorSort, anchorsPartition, checkKey, seenKey } from './keys.ts';

interface Options {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createAnchorStore(options: Options): AnchorStore {
  const { dynamo, table } = options;
  return {
    async last() {
      const page = await dynamo.query({
        ...{ table, partition: anchorsPartition, descending: true, limit: 1, consistent: true },
      });
      return page.items.map((row) => anchorSchema.parse(row))[0];
    },
    async add(anchor) {
      const item = { pk: anchorsPartition, sk: anchorSort(anchor.number), ...anchor };
      // Absent: closes the race of two rounds, and an anchor is never written over.
      const put = await dynamo.put({ table, item, condition: { expression: 'attribute_not_exists(pk)' } });
      return put.outcome === 'done' ? 'added' : 'exists';
    },
    all: async () =>
      (await queryAll(options, { partition: anchorsPartition, consistent: true })).map((row) =>
        anchorSchema.parse(row),
      ),
  };
}

export function createCheckStore({ dynamo, table }: Options): CheckStore {
  return {
    async find() {
      const row = await dynamo.get({ table, key: checkKey, consistent: true });
      return row && checkSchema.parse(row);
    },
    async save(check) {
      // Still as it was read: closes the race of two rounds, and of a round with whoever asks anew.
      const condition = unchangedSince(check.rev);
      const item = { ...checkKey, ...check, rev: check.rev + 1 };
      return (await dynamo.put({ table, item, condition })).outcome === 'done' ? 'saved' : 'stale';
    },
  };
}

/** Rows that expire; what this process has noted itself costs no read. */
export function createSeenLately({ dynamo, table }: Options, most = 2_000): SeenLately {
  const known = new Map<string, number>();
  const nameOf = (key: Parameters<SeenLately['has']>[0]) => Object.values(seenKey(key)).join(' ');
  const remember = (name: string, untilMs: number) => {
    if (known.size >= most) known.clear();
    known.set(name, untilMs);
  };
  return {
    async has(key, at) {
      const name = nameOf(key);
      if ((known.get(name) ?? 0) > at.getTime()) return true;
      const row = await dynamo.get({ table, key: seenKey(key) });
      const untilMs = typeof row?.untilMs === 'number' ? row.untilMs : 0;
      if (untilMs <= at.getTime()) return false;
      remember(name, untilMs);
      return true;
    },
    async note(key, until) {
      const untilMs = until.getTime();
      const expiresAt = Math.ceil(untilMs / 1000);
      await dynamo.put({ table, item: { ...seenKey(key), untilMs, expiresAt } });
      remember(nameOf(key), untilMs);
    },
  };
}
