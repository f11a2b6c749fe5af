import type { ProviderId } from '@sinau/kernel';
import type { Dynamo, Item, TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Dispatch, type DispatchLearner, maxDispatches } from '../dispatch.ts';
import type { DispatchStore } from '../ports.ts';
import { coursePartition, dispatchKey, learnerKey, pointerKey, pointerPrefix } from './keys.ts';

const dispatchRow = z.object({
  dispatchId: z.string(),
  courseId: z.string(),
  providerId: z.custom<ProviderId>((value) => typeof value === 'string'),
  name: z.string(),
  notes: z.string(),
  enabled: z.boolean(),
  capacity: z.number().exactOptional(),
  expiresAt: z.string().exactOptional(),
  keyVersion: z.number(),
  started: z.number(),
  finished: z.number(),
  createdAt: z.string(),
  rev: z.number(),
});

const learnerRow = z.object({
  mark: z.string(),
  registration: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().exactOptional(),
});

const pointerRow = z.object({ dispatchId: z.string() });

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** One row a dispatch with its counts, one a learner beside it, and one a dispatch in the partition of its course. */
export function createDispatchStore(door: Door): DispatchStore {
  const { dynamo, table } = door;
  return {
    add: (dispatch) => add(door, dispatch),
    find: async (dispatchId) => {
      const row = await dynamo.get({ table, key: dispatchKey(dispatchId), consistent: true });
      return row && dispatchRow.parse(row);
    },
    list: (courseId) => list(door, courseId),
    change: (next) => change(door, next),
    findLearner: async (dispatchId, mark) => {
      const row = await dynamo.get({ table, key: learnerKey(dispatchId, mark), consistent: true });
      return row && learnerRow.parse(row);
    },
    admit: async (dispatch, learner) => {
      const result = await dynamo.transactWrite(admission(table, dispatch, learner));
      return result.outcome === 'done' ? 'admitted' : 'refused';
    },
    finish: async ({ dispatchId, mark, finishedAt }) => {
      const result = await dynamo.transactWrite([
        {
          ...{ kind: 'update', table, key: learnerKey(dispatchId, mark) },
          update: 'SET finishedAt = :at',
          values: { ':at': finishedAt },
          // There and not finished: a learner counts once, however many ask at once.
          condition: 'attribute_exists(pk) AND attribute_not_exists(finishedAt)',
        },
        {
          ...{ kind: 'update', table, key: dispatchKey(dispatchId) },
          update: 'SET finished = finished + :one',
          values: { ':one': 1 },
          condition: 'attribute_exists(pk)',
        },
      ]);
      return result.outcome === 'done' ? 'finished' : 'known';
    },
  };
}

async function add({ dynamo, table }: Door, dispatch: Dispatch): Promise<'added' | 'full'> {
  const { courseId, dispatchId } = dispatch;
  const partition = coursePartition(courseId);
  const { items } = await dynamo.query({
    ...{ table, partition, sort: { prefix: pointerPrefix }, limit: maxDispatches, consistent: true },
  });
  if (items.length >= maxDispatches) return 'full';
  await dynamo.transactWrite([
    { kind: 'put', table, item: { ...dispatchKey(dispatchId), kind: 'dispatch', ...dispatch } },
    {
      kind: 'put',
      table,
      item: { ...pointerKey(courseId, dispatchId), kind: 'dispatch-pointer', dispatchId },
    },
  ]);
  return 'added';
}

async function list({ dynamo, table }: Door, courseId: string): Promise<readonly Dispatch[]> {
  const partition = coursePartition(courseId);
  // A few more than the limit may stand there, as two may be added at once.
  const limit = maxDispatches * 2;
  const { items } = await dynamo.query({
    ...{ table, partition, sort: { prefix: pointerPrefix }, limit, consistent: true },
  });
  const keys = items.map((item) => dispatchKey(pointerRow.parse(item).dispatchId));
  const rows = await dynamo.batchGet({ table, keys, consistent: true });
  return rows
    .map((row: Item) => dispatchRow.parse(row))
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || a.dispatchId.localeCompare(b.dispatchId));
}

async function change({ dynamo, table }: Door, next: Dispatch): Promise<'changed' | 'conflict'> {
  const { capacity, expiresAt } = next;
  const removed = [capacity === undefined && 'capacity', expiresAt === undefined && 'expiresAt'].filter(
    Boolean,
  );
  const sets = [
    ...['#name = :name', 'notes = :notes', 'enabled = :enabled', 'keyVersion = :key', 'rev = :next'],
    ...(capacity === undefined ? [] : ['#capacity = :capacity']),
    ...(expiresAt === undefined ? [] : ['expiresAt = :end']),
  ];
  const result = await dynamo.update({
    ...{ table, key: dispatchKey(next.dispatchId) },
    update: `SET ${sets.join(', ')}${removed.length > 0 ? ` REMOVE ${removed.map((name) => (name === 'capacity' ? '#capacity' : name)).join(', ')}` : ''}`,
    names: { '#name': 'name', '#capacity': 'capacity' },
    values: {
      ...{ ':name': next.name, ':notes': next.notes, ':enabled': next.enabled, ':key': next.keyVersion },
      ...{ ':next': next.rev + 1, ':rev': next.rev },
      ...(capacity !== undefined && { ':capacity': capacity }),
      ...(expiresAt !== undefined && { ':end': expiresAt }),
    },
    // Unchanged: closes the race of two people at the same form. Counts move without it.
    condition: 'rev = :rev',
  });
  return result.outcome === 'done' ? 'changed' : 'conflict';
}

function admission(
  table: string,
  { dispatchId, keyVersion }: Dispatch,
  learner: DispatchLearner,
): readonly TransactItem[] {
  return [
    {
      ...{ kind: 'update', table, key: dispatchKey(dispatchId) },
      update: 'SET started = started + :one',
      names: { '#capacity': 'capacity' },
      values: { ':one': 1, ':yes': true, ':key': keyVersion, ':now': learner.startedAt },
      // Room: closes the race for the last place. On, not over, same key: those with the provider who is changing it.
      condition: [
        '(attribute_not_exists(#capacity) OR started < #capacity)',
        'enabled = :yes',
        '(attribute_not_exists(expiresAt) OR expiresAt > :now)',
        'keyVersion = :key',
      ].join(' AND '),
    },
    {
      ...{ kind: 'put', table },
      item: { ...learnerKey(dispatchId, learner.mark), kind: 'dispatch-learner', ...learner },
      // Absent: one learner in two windows is counted once.
      condition: { expression: 'attribute_not_exists(pk)' },
    },
  ];
}
