import { setTimeout as sleep } from 'node:timers/promises';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createMemoryObjectStore, type TestTables, withTables } from '@sinau/platform/testing';
import type { Statement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { harness } from '../testing/record-store-harness.ts';
import { activityId, person, statement, uuidOf, voiding } from '../testing/sample-statements.ts';
import { createRecordStore, localSettings } from './index.ts';
import { holdsPartition } from './keys.ts';
import { freshTable } from './testing/fresh-table.ts';
import { recordChanges } from './testing/recorded-changes.ts';

const definition = { name: { id: 'Modul' } };
const single = [
  statement({
    id: uuidOf(1),
    object: { id: activityId(3), definition },
    context: { registration: uuidOf(90) },
  }),
];
const batch = [...single, statement({ id: uuidOf(2) }), voiding(uuidOf(2), { id: uuidOf(3) })];

/** Many processes, as in AWS; writes of the chosen kind fail for the writer and for its follower. */
async function givenUp(tables: TestTables, statements: readonly Statement[], kind: 'list rows' | 'links') {
  const trouble = { failing: true, aheadMs: 0 };
  const table = tables.lrs;
  const changes = recordChanges(freshTable(tables), table);
  const dynamo: Dynamo = {
    ...changes.dynamo,
    batchWrite: async (input) => {
      const rows = input.puts?.some(({ pk }) => pk.includes('#L#'));
      if (trouble.failing && kind === 'list rows' && rows) throw new Error('no answer');
      return changes.dynamo.batchWrite(input);
    },
    update: async (input) => {
      if (trouble.failing && kind === 'links' && input.values?.[':by']) throw new Error('no answer');
      return changes.dynamo.update(input);
    },
  };
  const clock = { now: () => new Date(Date.now() + trouble.aheadMs) };
  const objects = createMemoryObjectStore();
  const parts = { dynamo, table, objects, clock, ids: systemIds, digest: nodeDigest, sleep };
  const store = createRecordStore({ ...parts, settings: localSettings });
  const on = harness({ ...store, clock });
  await expect(on.store(statements)).rejects.toThrow('no answer');
  const committed = changes.take();
  const follow = async () => {
    for (const change of committed) await store.follower.follow(change);
  };
  await expect(follow()).rejects.toThrow('no answer');
  changes.take();
  const storedMs = Date.parse((await on.get(uuidOf(1)))?.statement.stored ?? '');
  const throughMs = () => on.statements.consistentThroughMs('national');
  const holds = async () => (await dynamo.query({ table, partition: holdsPartition })).items.length;
  return { on, trouble, changes, follow, storedMs, throughMs, holds, healHeld: store.healer.healHeld };
}

withTables((engine, tables) => {
  describe(`${engine}: a commit that the follower has given up`, () => {
    it.each([
      ['a statement alone', single, 'list rows'],
      ['a batch', batch, 'list rows'],
      ['a batch whose links failed', batch, 'links'],
    ] as const)('%s is held, healed once, and then found by every filter', async (_, statements, kind) => {
      const { on, trouble, changes, storedMs, throughMs, healHeld } = await givenUp(
        tables(),
        statements,
        kind,
      );
      expect(await healHeld(10)).toEqual({ healed: 0, failed: [] });

      trouble.aheadMs = 120_000;
      const left = await healHeld(10);
      expect(left).toMatchObject({ healed: 0, failed: [{ storedMs, error: new Error('no answer') }] });
      expect(await throughMs()).toBe(storedMs - 1);

      trouble.failing = false;
      expect(await healHeld(10)).toEqual({ healed: 1, failed: [] });
      expect(await throughMs()).toBeGreaterThan(storedMs + 60_000);
      const visible = statements.map(({ id }) => id).filter((id) => id !== uuidOf(2));
      const bkn = { reader: { kind: 'agency', agencyId: 'bkn' as never } as const };
      expect(await on.idsOf({ ascending: true })).toEqual(visible);
      expect(await on.idsOf({ ascending: true, agent: person('sri') })).toEqual(visible);
      // The agency's people have no part in the voiding statement.
      expect(await on.idsOf({ ascending: true }, bkn)).toEqual([uuidOf(1)]);
      expect(await on.idsOf({ activity: activityId(3) })).toEqual([uuidOf(1)]);
      expect(await on.idsOf({ registration: uuidOf(90) })).toEqual([uuidOf(1)]);
      expect((await on.activities.find('national', activityId(3)))?.name).toEqual(definition.name);

      changes.take();
      expect(await healHeld(10)).toEqual({ healed: 0, failed: [] });
      expect(changes.take()).toEqual([]);
    });

    it('is released by the follower itself when the stream comes again', async () => {
      const { trouble, follow, holds } = await givenUp(tables(), batch, 'links');
      expect(await holds()).toBe(1);
      trouble.failing = false;
      await follow();
      expect(await holds()).toBe(0);
    });
  });
});
