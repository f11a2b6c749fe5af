import { type Dynamo, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import type { LinkStore } from '../ports.ts';
import { linkKey, linksPartition } from './keys.ts';
import { linkRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createLinkStore(door: { readonly dynamo: Dynamo; readonly table: string }): LinkStore {
  const { dynamo, table } = door;
  return {
    async list(place) {
      const rows = await queryAll(door, { partition: linksPartition(place), consistent: true });
      return rows.map((row) => linkRow.parse(row));
    },
    async save(link) {
      const { kind: learned, ...rest } = link;
      const item = { ...linkKey(link), kind: 'annual-plan-link', learned, ...rest, rev: link.rev + 1 };
      // As it was read: closes the race of two who link one event to two items.
      const written = await dynamo.put({ table, item, condition: unchangedSince(link.rev) });
      return written.outcome === 'done' ? 'saved' : 'conflict';
    },
    async remove(link) {
      // As it was read: closes the race with whoever writes down what it has cost.
      const condition = unchangedSince(link.rev);
      const written = await dynamo.delete({ table, key: linkKey(link), condition });
      return written.outcome === 'done' ? 'removed' : 'conflict';
    },
  };
}
