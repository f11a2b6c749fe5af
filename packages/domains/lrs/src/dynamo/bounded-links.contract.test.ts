import { setTimeout as sleep } from 'node:timers/promises';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import type { Statement } from '@sinau/xapi';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Harness, harness } from '../testing/record-store-harness.ts';
import { activityId, person, referring, statement, uuidOf, voiding } from '../testing/sample-statements.ts';
import { createRecordStore, defaultSettings, soleHorizon } from './index.ts';
import { freshTable } from './testing/fresh-table.ts';

const maxLinkRows = 60;
const maxReferrers = 15;
const maxListRows = 40;

/** A statement about so many activities, each a list of its own. */
const wide = (n: number, parts: Partial<Statement> = {}) =>
  statement({
    context: {
      contextActivities: { other: Array.from({ length: n }, (_, k) => ({ id: activityId(100 + k) })) },
    },
    ...parts,
  });

// A statement is written into the lists of everything it refers to: what strangers point at it must have an end.
withTables((engine, tables) => {
  describe(`${engine}: references`, () => {
    let on: Harness;
    let written = 0;

    beforeEach(() => {
      const fresh = freshTable(tables());
      const dynamo: Dynamo = {
        ...fresh,
        batchWrite: (input) => {
          written += input.puts?.length ?? 0;
          return fresh.batchWrite(input);
        },
      };
      const store = createRecordStore({
        dynamo,
        table: tables().lrs,
        objects: createMemoryObjectStore(),
        clock: systemClock,
        ids: systemIds,
        digest: nodeDigest,
        sleep,
        settings: {
          ...defaultSettings,
          shards: [{ sinceMs: 0, feed: 1, activity: 1, agency: 1 }],
          maxListRows,
          maxLinkRows,
          maxReferrers,
        },
        horizon: soleHorizon({ clock: systemClock }),
      });
      on = harness({ ...store, clock: systemClock });
      written = 0;
    });

    it('to what is stored are refused when they would need too many rows, and nothing of the request is kept', async () => {
      await on.store([wide(30, { id: uuidOf(1) })]);
      expect(await on.store([referring(uuidOf(1), { id: uuidOf(2), actor: person('budi') })])).toMatchObject({
        outcome: 'stored',
      });
      expect(await on.idsOf({ activity: activityId(100), relatedActivities: true })).toContain(uuidOf(2));
      const many = Array.from({ length: 3 }, (_, n) => referring(uuidOf(1), { id: uuidOf(10 + n) }));
      expect(await on.store(many)).toMatchObject({
        outcome: 'too-large',
        reason: expect.stringContaining(`at most ${maxLinkRows}`),
      });
      for (const { id } of many) expect(await on.get(String(id))).toBeUndefined();
    });

    it('to what comes later are joined as far as the bound goes, and hold up nobody', async () => {
      for (let n = 0; n < 40; n += 1) {
        await on.store([referring(uuidOf(1), { id: uuidOf(100 + n), actor: person('budi') })]);
      }
      written = 0;
      await on.store([wide(30, { id: uuidOf(1) })]);
      // Its own lists, those it lends within the bound, and one statement more that crosses it.
      expect(written).toBeLessThanOrEqual(2 * 40 + maxLinkRows + maxListRows);
      const found = await on.idsOf({ activity: activityId(100), relatedActivities: true });
      expect(found).toContain(uuidOf(1));
      expect(found.length).toBeGreaterThan(1);
      expect(found.length).toBeLessThan(10);
      const through = await on.statements.consistentThroughMs('national');
      const stored = (await on.get(uuidOf(1)))?.statement.stored ?? '';
      await sleep(5);
      expect(through).toBeGreaterThanOrEqual(Date.parse(stored) - 1);
    });

    it('void what comes later, however many others have referred to it', async () => {
      for (let n = 0; n < 20; n += 1) await on.store([referring(uuidOf(1), { id: uuidOf(100 + n) })]);
      await on.store([voiding(uuidOf(1), { id: uuidOf(2) })]);
      await on.store([wide(30, { id: uuidOf(1) })]);
      expect(await on.get(uuidOf(1))).toBeUndefined();
      expect(await on.get(uuidOf(1), { voided: true })).toBeDefined();
      expect(await on.idsOf({ activity: activityId(100), relatedActivities: true })).not.toContain(uuidOf(1));
    });

    it('lend the nearest links of a chain, and hide a voided statement from all of its lists', async () => {
      await on.store([wide(30, { id: uuidOf(1) })]);
      await on.store([
        wide(20, {
          id: uuidOf(2),
          object: { objectType: 'StatementRef', id: uuidOf(1) },
          actor: person('ayu'),
        }),
      ]);
      await on.store([referring(uuidOf(2), { id: uuidOf(3), actor: person('budi') })]);
      expect(await on.idsOf({ agent: person('ayu') })).toEqual([uuidOf(3), uuidOf(2)]);
      await on.store([voiding(uuidOf(3), { id: uuidOf(4), actor: person('dewi') })]);
      expect(await on.idsOf({ agent: person('ayu') })).toEqual([uuidOf(4), uuidOf(2)]);
    });
  });
});
