import {
  absent,
  type Dynamo,
  queryAll,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import type { PathMember } from '../paths/path.ts';
import type { PathMemberStore } from '../paths/ports.ts';
import {
  pathCountsKey,
  pathMemberKey,
  pathMemberPrefix,
  pathPartition,
  pathPersonKey,
  pathPersonPartition,
} from './keys.ts';
import { pathPointerRow, readPathCountsRow, readPathMemberRow, toPathMemberRow } from './path-rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** People on paths; the counters of a path move with them. */
export function createPathMemberStore(door: Door): PathMemberStore {
  const { dynamo, table } = door;
  return {
    async find(pathId, personId) {
      const row = await dynamo.get({ table, key: pathMemberKey(pathId, personId), consistent: true });
      return row && readPathMemberRow(row);
    },
    async save(before, next) {
      const { pathId, personId, rev } = next;
      const pointer = { ...pathPersonKey(personId, pathId), kind: 'learning-path-of-person', pathId };
      const result = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table, item: toPathMemberRow({ ...next, rev: rev + 1 }) },
          // As it was read: closes the race of the person, a fact and the desk.
          condition: rev === 0 ? absent : unchangedSince(rev),
        },
        ...counting(door, before, next),
        ...(before ? [] : [{ kind: 'put' as const, table, item: pointer }]),
      ]);
      return result.outcome === 'done' ? 'saved' : 'changed';
    },
    async counts(pathId) {
      const row = await dynamo.get({ table, key: pathCountsKey(pathId), consistent: true });
      return row ? readPathCountsRow(row) : { active: 0, completed: 0 };
    },
    async listOf(pathId, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, partition: pathPartition(pathId), sort: { prefix: pathMemberPrefix } },
        ...{ consistent: true, limit },
        after,
      });
      return { members: items.map(readPathMemberRow), ...next };
    },
    async ofPerson(personId) {
      const rows = await queryAll(door, { partition: pathPersonPartition(personId), consistent: true });
      const keys = rows.map((row) => pathMemberKey(pathPointerRow.parse(row).pathId, personId));
      return keys.length === 0
        ? []
        : (await dynamo.batchGet({ table, keys, consistent: true })).map(readPathMemberRow);
    },
    async forget(member) {
      const { pathId, personId, rev } = member;
      const result = await dynamo.transactWrite([
        // As it was read: closes the race with a fact.
        { kind: 'delete', table, key: pathMemberKey(pathId, personId), condition: unchangedSince(rev) },
        ...counting(door, member, { ...member, state: 'left' }),
        { kind: 'delete', table, key: pathPersonKey(personId, pathId) },
      ]);
      return result.outcome === 'done' ? 'forgotten' : 'changed';
    },
  };
}

/** What a step of a member does to the counters. */
function counting(
  { table }: Door,
  before: PathMember | undefined,
  after: PathMember,
): readonly TransactItem[] {
  const change = (state: PathMember['state']) =>
    Number(after.state === state) - Number(before?.state === state);
  const [active, completed] = [change('active'), change('completed')];
  if (active === 0 && completed === 0) return [];
  return [
    {
      ...{ kind: 'update', table, key: pathCountsKey(after.pathId) },
      update: 'SET #kind = :kind ADD #active :active, #completed :completed',
      names: { '#kind': 'kind', '#active': 'active', '#completed': 'completed' },
      values: { ':kind': 'learning-path-counts', ':active': active, ':completed': completed },
    },
  ];
}
