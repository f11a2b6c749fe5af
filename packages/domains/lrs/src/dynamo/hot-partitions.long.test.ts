import { createHash } from 'node:crypto';
import type { AgencyId } from '@sinau/kernel';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createCountingDynamo, createMemoryObjectStore } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { storeStatements } from '../store-statements.ts';
import { activityId, person, statement } from '../testing/sample-statements.ts';
import { createRecordStore, defaultSettings, type LrsSettings, sharedHorizon } from './index.ts';

/** What one partition of DynamoDB takes in a second. */
const partitionUnits = 1_000;
const begin = Date.UTC(2026, 2, 2, 7);

/** Units that each partition gets when learners of one agency finish one course, one after the other within the time. */
async function finishOneCourse(given: {
  readonly learners: number;
  readonly withinMs: number;
  readonly settings?: LrsSettings;
}) {
  const { learners, withinMs, settings = defaultSettings } = given;
  let nowMs = begin;
  const clock = { now: () => new Date(nowMs) };
  const units = new Map<string, number>();
  const bySecond = new Map<string, number>();
  const add = (counts: Map<string, number>, name: string, one: number) =>
    counts.set(name, (counts.get(name) ?? 0) + one);
  const dynamo = createCountingDynamo((write) => {
    add(units, write.partition, write.units);
    add(bySecond, `${Math.floor(nowMs / 1_000)} ${write.partition}`, write.units);
  });
  const { commitDeadlineMs } = settings;
  const store = createRecordStore({
    dynamo,
    table: 'lrs',
    objects: createMemoryObjectStore(),
    clock,
    ids: countedIds(),
    digest: nodeDigest,
    sleep: async () => {},
    settings,
    horizon: sharedHorizon({ clock, commitDeadlineMs }),
  });
  const visibility = { agenciesOf: async () => [['bkn' as AgencyId]] };
  const deps = { ...store, visibility, digest: nodeDigest, ids: countedIds() };
  const authority = person('lms');
  for (let n = 0; n < learners; n += 1) {
    nowMs = begin + Math.floor((n * withinMs) / learners);
    const statements = [statement({ actor: person(`p${n}`), object: { id: activityId(0) } })];
    await storeStatements(deps, { store: 'national', version: '1.0.3', authority, statements });
  }
  const all = [...units.values()].reduce((sum, one) => sum + one, 0);
  return { share: Math.max(...units.values()) / all, busiestSecond: Math.max(...bySecond.values()) };
}

/** As evenly spread as random ones, and the same in every run. */
function countedIds() {
  let n = 0;
  const hex = () => {
    n += 1;
    return createHash('sha256').update(String(n)).digest('hex');
  };
  const uuid = () => hex().replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  return { ...systemIds, uuid };
}

describe('R6: twenty thousand learners of one agency finish one course in an hour', () => {
  it('and no partition is hot, even when all do so within two seconds', async () => {
    const { share, busiestSecond } = await finishOneCourse({ learners: 20_000, withinMs: 2_000 });
    expect(share).toBeLessThanOrEqual(0.02);
    expect(busiestSecond).toBeLessThan(partitionUnits);
  }, 60_000);

  it('which without shards it would be', async () => {
    const shards = [{ sinceMs: 0, feed: 1, activity: 1, agency: 1 }];
    const settings = { ...defaultSettings, shards };
    const { share, busiestSecond } = await finishOneCourse({ learners: 2_000, withinMs: 500, settings });
    expect(share).toBeGreaterThan(0.1);
    expect(busiestSecond).toBeGreaterThan(partitionUnits);
  }, 60_000);
});
