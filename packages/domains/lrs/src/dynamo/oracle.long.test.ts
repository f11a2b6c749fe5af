import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@sinau/kernel';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, type TestTables, withTables } from '@sinau/platform/testing';
import { compactJson, type Statement } from '@sinau/xapi';
import { anySpelling, anyStatement, spell } from '@sinau/xapi/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from '../testing/memory-record-store.ts';
import {
  allPlans,
  anyChoice,
  filterFor,
  richRequests,
  voidingRightOf,
} from '../testing/random-statements.ts';
import { type Harness, harness } from '../testing/record-store-harness.ts';
import { createRecordStore, defaultSettings, localSettings, soleHorizon } from './index.ts';
import { freshTable } from './testing/fresh-table.ts';

/** Stored times differ between the two, so each request gets a millisecond of its own in both. */
function tickingClock() {
  let now = Date.parse('2026-03-02T01:00:00.000Z');
  return {
    now: () => new Date(now),
    tick: () => {
      now += 1_000;
    },
  };
}

function openReal(tables: TestTables, settings: typeof localSettings, clock: Clock): Harness {
  const store = createRecordStore({
    dynamo: freshTable(tables),
    table: tables.lrs,
    objects: createMemoryObjectStore(),
    ids: systemIds,
    digest: nodeDigest,
    clock,
    sleep,
    settings,
    horizon: soleHorizon({ clock }),
  });
  return harness({ ...store, clock });
}

function openOracle(clock: Clock): Harness {
  return harness({
    statements: memoryStatementStore({ clock }),
    documents: memoryDocumentStore(),
    attachments: memoryAttachmentStore(),
    activities: memoryActivityStore(),
    clock,
  });
}

const choices = fc.noShrink(fc.array(anyChoice, { minLength: allPlans.length, maxLength: allPlans.length }));

withTables((engine, tables) => {
  /** Another engine than the embedded one answers each of many thousand queries over a connection. */
  const runsOf = (runs: number) => (tables().local ? runs : 1);

  async function compare(settings: typeof localSettings, numRuns: number): Promise<void> {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(richRequests, choices, async (requests, chosen) => {
        const clock = tickingClock();
        const [real, oracle] = [openReal(tables(), settings, clock), openOracle(clock)];
        for (const { statements, authority } of requests) {
          clock.tick();
          const options = { authority, version: '2.0.0', voids: voidingRightOf(authority) } as const;
          expect(await real.store(statements, options)).toEqual(await oracle.store(statements, options));
        }
        clock.tick();
        const all = (await oracle.readAll({ ascending: true })).map(({ statement }) => statement);
        const times = [...new Set(all.map(({ stored }) => stored))];
        for (const [n, plan] of allPlans.entries()) {
          const choice = chosen[n];
          if (!choice) throw new Error('a choice for every plan');
          const filter = filterFor(plan, choice, { statements: all, times });
          const { reader, pageSize } = choice;
          const wanted = await oracle.idsOf(filter, { reader, pageSize });
          if (wanted.length > 0) found += 1;
          const how = JSON.stringify({ filter, reader, pageSize });
          expect(await real.idsOf(filter, { reader, pageSize }), how).toEqual(wanted);
        }
        for (const id of requests.flatMap(({ statements }) => statements.map((one) => one.id))) {
          for (const voided of [false, true]) {
            const wanted = await oracle.get(id, { voided });
            expect((await real.get(id, { voided }))?.json).toEqual(wanted?.json);
          }
        }
      }),
      // Every run is 288 queries: a failure tells its seed at once instead of shrinking for minutes.
      { numRuns, endOnFailure: true },
    );
    // Filters that find nothing would agree about anything.
    expect(found).toBeGreaterThan((allPlans.length * numRuns) / 3);
  }

  describe(`${engine}: all 288 combinations of filters over random stores`, () => {
    it('there are so many', () => {
      expect(new Set(allPlans.map((plan) => JSON.stringify(plan))).size).toBe(288);
    });
    it(
      'find what the naive store finds, through all pages',
      () => compare(localSettings, runsOf(3)),
      240_000,
    );
    it('do so sharded and with short walks', () => {
      const shards = [{ sinceMs: 0, feed: 4, activity: 3, agency: 2 }];
      return compare({ ...defaultSettings, shards, maxRowsRead: 20 }, runsOf(2));
    }, 240_000);
  });

  describe(`${engine}: any statement`, () => {
    it('is kept in the words of its client, alone and in a batch', async () => {
      const anyBatch = fc.uniqueArray(fc.tuple(anyStatement('2.0.0'), anySpelling), {
        minLength: 1,
        maxLength: 6,
      });
      const clock = { now: () => new Date('2026-03-02T01:00:00.000Z') };
      const [real, oracle] = [openReal(tables(), localSettings, clock), openOracle(clock)];
      await fc.assert(
        fc.asyncProperty(anyBatch, async (batch) => {
          const texts = batch.map(([sent, spelling]) =>
            compactJson(spell({ ...sent, id: systemIds.uuid() }, spelling)),
          );
          const statements = texts.map((text) => JSON.parse(text) as Statement);
          const sources = new Map(statements.map((statement, n) => [statement, texts[n] ?? '']));
          const options = { version: '2.0.0', sources } as const;
          const stored = await real.store(statements, options);
          expect(stored).toMatchObject({ outcome: 'stored' });
          await oracle.store(statements, options);
          for (const { id = '' } of statements) {
            expect((await real.get(id))?.json).toBe((await oracle.get(id))?.json);
          }
        }),
        { numRuns: 30 },
      );
    });
  });
});
