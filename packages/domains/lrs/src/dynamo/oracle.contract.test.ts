import { setTimeout as sleep } from 'node:timers/promises';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from '../testing/memory-record-store.ts';
import { anyQuery, anyRequests, toFilter } from '../testing/random-statements.ts';
import { harness } from '../testing/record-store-harness.ts';
import { createRecordStore, defaultSettings, localSettings, soleHorizon } from './index.ts';
import { freshTable } from './testing/fresh-table.ts';

withTables((engine, tables) => {
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

  async function compare(settings: typeof localSettings): Promise<void> {
    await fc.assert(
      fc.asyncProperty(
        anyRequests,
        fc.array(anyQuery, { minLength: 12, maxLength: 24 }),
        async (requests, queries) => {
          const clock = tickingClock();
          const store = createRecordStore({
            dynamo: freshTable(tables()),
            table: tables().lrs,
            objects: createMemoryObjectStore(),
            ids: systemIds,
            digest: nodeDigest,
            clock,
            sleep,
            settings,
            horizon: soleHorizon({ clock }),
          });
          const real = harness({ ...store, clock });
          const oracle = harness({
            statements: memoryStatementStore({ clock }),
            documents: memoryDocumentStore(),
            attachments: memoryAttachmentStore(),
            activities: memoryActivityStore(),
            clock,
          });
          for (const { statements, authority } of requests) {
            clock.tick();
            expect(await real.store(statements, { authority })).toEqual(
              await oracle.store(statements, { authority }),
            );
          }
          clock.tick();
          const times = [...new Set((await oracle.readAll()).map((one) => one.statement.stored))];
          for (const query of queries) {
            const filter = toFilter(query, times);
            const { reader, pageSize } = query;
            const wanted = await oracle.idsOf(filter, { reader, pageSize });
            expect(await real.idsOf(filter, { reader, pageSize }), JSON.stringify(query)).toEqual(wanted);
          }
          for (const id of requests.flatMap(({ statements }) => statements.map((one) => one.id))) {
            for (const voided of [false, true]) {
              const wanted = await oracle.get(id, { voided });
              expect((await real.get(id, { voided }))?.json).toEqual(wanted?.json);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  }

  describe(`${engine}: random filters over random stores`, () => {
    it('find what the naive store finds, through all pages', () => compare(localSettings), 240_000);
    it('do so sharded and with short walks', () => compare({ ...defaultSettings, maxRowsRead: 20 }), 240_000);
  });
});
