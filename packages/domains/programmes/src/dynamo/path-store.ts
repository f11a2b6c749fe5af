import {
  absent,
  type Dynamo,
  type QueryInput,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import type { Path, PathVersion } from '../paths/path.ts';
import type { PathStore } from '../paths/ports.ts';
import type { Page } from '../ports.ts';
import { pathKey, pathOpenPartition, pathOwnerPartition, pathVersionKey } from './keys.ts';
import { readPathRow, readPathVersionRow, toPathRow, toPathVersionRow } from './path-rows.ts';

/** `table`: name of the LMS table. */
export function createPathStore(door: { readonly dynamo: Dynamo; readonly table: string }): PathStore {
  const { dynamo, table } = door;
  async function page(query: Omit<QueryInput, 'table'>, { limit, after }: Page) {
    const asked = { table, ...query, descending: true, limit, after };
    const { items, ...next } = await queryPage(dynamo, asked);
    return { paths: items.map(readPathRow), ...next };
  }
  const writing = (next: Path): TransactItem => ({
    ...{ kind: 'put', table, item: toPathRow({ ...next, rev: next.rev + 1 }) },
    // As it was read: closes the race of two people at the desk.
    condition: next.rev === 0 ? absent : unchangedSince(next.rev),
  });
  const write = async (items: readonly TransactItem[]) =>
    (await dynamo.transactWrite(items)).outcome === 'done' ? 'saved' : 'changed';
  return {
    async find(pathId) {
      const row = await dynamo.get({ table, key: pathKey(pathId), consistent: true });
      return row && readPathRow(row);
    },
    save: (next) => write([writing(next)]),
    publish: (next: Path, version: PathVersion) =>
      // A version is written once, whoever publishes at the same time.
      write([writing(next), { kind: 'put', table, item: toPathVersionRow(version), condition: absent }]),
    async remove({ pathId, rev }) {
      const result = await dynamo.transactWrite([
        // As it was read: closes the race with whoever publishes it.
        { kind: 'delete', table, key: pathKey(pathId), condition: unchangedSince(rev) },
      ]);
      return result.outcome === 'done' ? 'removed' : 'changed';
    },
    async version(pathId, version) {
      const row = await dynamo.get({ table, key: pathVersionKey(pathId, version), consistent: true });
      return row && readPathVersionRow(row);
    },
    listOf: (owner, asked) => page({ index: 'gsi1', partition: pathOwnerPartition(owner) }, asked),
    listOpen: (to, asked) => page({ index: 'gsi2', partition: pathOpenPartition(to) }, asked),
  };
}
