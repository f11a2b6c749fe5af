import { expect, it } from 'vitest';
import { connectionFacts } from '../dynamo/health-facts.ts';
import { toHealthRow } from '../dynamo/health-rows.ts';
import { memoryHealthStore } from '../testing/memory-health-store.ts';
import { enrolledThere, reconciliationWorld } from '../testing/reconciliation/reconciliation-world.ts';
import { noteAged } from './note-aged.ts';

const dayMs = 24 * 3_600_000;

async function world(agedAfterDays?: number) {
  const { theirs, deps, run, clock, connection, repair } = reconciliationWorld();
  const { connectionId } = connection;
  const health = memoryHealthStore();
  const told: string[] = [];
  const night = async (strangers: number) => {
    clock.advance(dayMs);
    const there = Array.from({ length: strangers }, (_, n) => enrolledThere(100 + n));
    theirs.set('4', [enrolledThere(1), enrolledThere(2), ...there]);
    await run();
    const before = toHealthRow(connectionId, await health.read(connectionId), 1);
    await noteAged(
      { ...deps, health },
      { ...connection, ...(agedAfterDays && { reconciliation: { agedAfterDays } }) },
    );
    const after = toHealthRow(connectionId, await health.read(connectionId), 2);
    for (const fact of connectionFacts({ before, after })) told.push(`${fact.trouble} ${fact.count ?? ''}`);
  };
  const nights = async (count: number, strangers: number) => {
    for (let n = 0; n < count; n += 1) await night(strangers);
  };
  const aged = async () => (await health.read(connectionId)).aged;
  const ignore = async () => {
    const { mismatches } = await deps.reconciliation.list(connectionId, { limit: 100 });
    const ids = mismatches.flatMap((one) => (one.handled ? [] : one.mismatchId));
    await repair('ignore', ids, { note: 'Kelas tambahan' });
  };
  return { nights, told, aged, ignore };
}

it('are told of once they are older than three days, and not every night', async () => {
  const { nights, told, aged } = await world();
  await nights(3, 2);
  expect([told, await aged()]).toEqual([[], undefined]);
  await nights(10, 2);
  expect(told).toEqual(['mismatches 2']);
  expect(await aged()).toMatchObject({ count: 2, told: { count: 2 } });
});

it('are told of again when there are more, a week later or when there are twice as many', async () => {
  const { nights, told } = await world();
  await nights(5, 10);
  await nights(5, 12);
  expect(told).toEqual(['mismatches 10']);
  await nights(5, 12);
  expect(told).toEqual(['mismatches 10', 'mismatches 12']);
  await nights(5, 30);
  expect(told).toEqual(['mismatches 10', 'mismatches 12', 'mismatches 30']);
});

it('that were dealt with or ignored are none, and new ones are news', async () => {
  const { nights, told, aged, ignore } = await world();
  await nights(5, 4);
  await ignore();
  await nights(1, 4);
  expect(await aged()).toBeUndefined();
  await nights(5, 6);
  expect(told).toEqual(['mismatches 4', 'mismatches 2']);
});

it('are told of after as many days as the connection has set', async () => {
  const { nights, told } = await world(6);
  await nights(6, 2);
  expect(told).toEqual([]);
  await nights(2, 2);
  expect(told).toHaveLength(1);
});
