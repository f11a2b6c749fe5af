import { setTimeout as sleep } from 'node:timers/promises';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import type { StatementFilter } from '@sinau/xapi';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../model.ts';
import { queryStatements } from '../query-statements.ts';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from '../testing/memory-record-store.ts';
import {
  allPlans,
  anyChoice,
  type Choice,
  filterFor,
  type Requests,
  richRequests,
  voidingRightOf,
} from '../testing/random-statements.ts';
import { type Harness, harness } from '../testing/record-store-harness.ts';
import { person, referring, statement, uuidOf } from '../testing/sample-statements.ts';
import { createRecordStore, defaultSettings, soleHorizon } from './index.ts';
import { freshTable } from './testing/fresh-table.ts';

const rounds = 6;
const walkersAtOnce = 4;

interface Walk {
  readonly filter: Partial<StatementFilter>;
  readonly reader: Reader;
  readonly found: readonly { readonly id: string; readonly position: string }[];
}

/** All pages of a query, and what each page promises. */
async function walk(on: Harness, query: Omit<Walk, 'found'> & { readonly pageSize: number }): Promise<Walk> {
  const { filter, reader, pageSize } = query;
  const found: { id: string; position: string }[] = [];
  let after: string | undefined;
  do {
    const page = await queryStatements(on, {
      store: 'national',
      reader,
      filter: { relatedAgents: false, relatedActivities: false, ascending: false, limit: 0, ...filter },
      maxLimit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, position, statement } of page.statements) {
      found.push({ id, position });
      // Where an ascending page ends, nothing may come later in its midst.
      if (filter.ascending) {
        expect(Date.parse(statement.stored)).toBeLessThanOrEqual(Date.parse(page.consistentThrough));
      }
    }
    after = page.next;
  } while (after !== undefined);
  return { filter, reader, found };
}

withTables((engine, tables) => {
  function openReal(): Harness {
    const shards = [{ sinceMs: 0, feed: 3, activity: 2, agency: 2 }];
    const store = createRecordStore({
      dynamo: freshTable(tables()),
      table: tables().lrs,
      objects: createMemoryObjectStore(),
      ids: systemIds,
      digest: nodeDigest,
      clock: systemClock,
      sleep,
      settings: { ...defaultSettings, shards, maxRowsRead: 60 },
      horizon: soleHorizon({ clock: systemClock }),
    });
    return harness({ ...store, clock: systemClock });
  }

  /** The naive store with the very statements, times and order of the real one. */
  async function copyOf(real: Harness, requests: Requests): Promise<Harness> {
    let now = 0;
    const clock = { now: () => new Date(now) };
    const oracle = harness({
      statements: memoryStatementStore({ clock }),
      documents: memoryDocumentStore(),
      attachments: memoryAttachmentStore(),
      activities: memoryActivityStore(),
      clock,
    });
    const sent = requests.flatMap(({ authority, statements }) =>
      statements.map(({ id }) => ({ id, authority })),
    );
    const kept = await Promise.all(
      sent.map(async ({ id, authority }) => {
        const one = (await real.get(id)) ?? (await real.get(id, { voided: true }));
        if (!one) throw new Error(`${id} was stored and is not there`);
        return { ...one, authority };
      }),
    );
    for (const { statement, authority } of kept.toSorted((a, b) => (a.position < b.position ? -1 : 1))) {
      now = Date.parse(statement.stored);
      await oracle.store([statement], { authority, voids: voidingRightOf(authority) });
    }
    // Through all of it.
    now += 1_000;
    return oracle;
  }

  /** Whoever writes meanwhile: new ids, voiding and referring to what was there at the start. */
  function laterOnes(requests: Requests, round: number): Requests {
    let next = 10_000 * (round + 1);
    return requests.map(({ authority, statements }) => ({
      authority,
      statements: statements.map((one) => {
        next += 1;
        return { ...one, id: uuidOf(next) };
      }),
    }));
  }

  async function walkWhileWriting(
    real: Harness,
    queries: readonly Parameters<typeof walk>[1][],
    requests: Requests,
  ): Promise<readonly Walk[]> {
    const walks: Walk[] = [];
    const waiting = [...queries];
    const walker = async () => {
      for (let query = waiting.pop(); query; query = waiting.pop()) walks.push(await walk(real, query));
    };
    const toWrite = [...requests];
    const writer = async () => {
      for (let request = toWrite.pop(); request; request = toWrite.pop()) {
        const voids = voidingRightOf(request.authority);
        await real.store(request.statements, { authority: request.authority, version: '2.0.0', voids });
      }
    };
    await Promise.all([
      ...Array.from({ length: walkersAtOnce }, walker),
      ...Array.from({ length: 3 }, writer),
    ]);
    return walks;
  }

  async function check(walks: readonly Walk[], before: Harness, after: Harness): Promise<number> {
    let held = 0;
    for (const { filter, reader, found } of walks) {
      const how = JSON.stringify({ filter, reader });
      const ids = found.map(({ id }) => id);
      expect(new Set(ids).size, `twice: ${how}`).toBe(ids.length);
      const positions = found.map(({ position }) => position);
      const inOrder = positions.toSorted();
      expect(positions, how).toEqual(filter.ascending ? inOrder : inOrder.reverse());
      const matching = new Set(await after.idsOf(filter, { reader }));
      const matched = await before.idsOf(filter, { reader });
      // Voided while the pages were read: may be there or not.
      const must = matched.filter((id) => matching.has(id));
      for (const id of must) expect(ids, `${id} lost: ${how}`).toContain(id);
      for (const id of ids) {
        expect(matching.has(id) || matched.includes(id), `${id} does not match: ${how}`).toBe(true);
      }
      held += must.length;
    }
    return held;
  }

  describe(`${engine}: all 288 combinations of filters while others write`, () => {
    const choices = fc.array(anyChoice, { minLength: allPlans.length, maxLength: allPlans.length });
    const later = fc.array(richRequests, { minLength: rounds, maxLength: rounds });

    async function readThroughWrites(
      first: Requests,
      chosen: readonly Choice[],
      written: readonly Requests[],
    ) {
      const real = openReal();
      for (const { statements, authority } of first)
        await real.store(statements, { authority, version: '2.0.0', voids: voidingRightOf(authority) });
      let all: Requests = first;
      let held = 0;
      for (const [round, requests] of written.entries()) {
        await sleep(2);
        const before = await copyOf(real, all);
        const statements = (await before.readAll({ ascending: true })).map(({ statement }) => statement);
        const times = [...new Set(statements.map(({ stored }) => stored))];
        const queries = allPlans.flatMap((plan, n) => {
          const choice = chosen[n];
          if (!choice || n % rounds !== round) return [];
          const filter = filterFor(plan, choice, { statements, times });
          return [{ filter, reader: choice.reader, pageSize: choice.pageSize + 2 }];
        });
        const meanwhile = laterOnes(requests, round);
        const walks = await walkWhileWriting(real, queries, meanwhile);
        all = [...all, ...meanwhile];
        expect(walks).toHaveLength(allPlans.length / rounds);
        held += await check(walks, before, await copyOf(real, all));
      }
      // Filters that find nothing would agree about anything.
      expect(held).toBeGreaterThan(allPlans.length);
    }

    it('give what was there and still matches exactly once, and nothing that does not match', async () => {
      const example = fc.noShrink(fc.tuple(richRequests, choices, later));
      await fc.assert(
        fc.asyncProperty(example, ([first, chosen, written]) => readThroughWrites(first, chosen, written)),
        { numRuns: 1, endOnFailure: true },
      );
    }, 120_000);
  });

  describe(`${engine}: Consistent-Through`, () => {
    it('is never a lie: what was stored until then, read at that moment, is all there ever is of it', async () => {
      const real = openReal();
      let next = 0;
      let writing = true;
      const writer = async (size: number) => {
        for (let n = 0; n < 8; n += 1) {
          const batch = Array.from({ length: size }, () => {
            next += 1;
            return next % 5 === 0
              ? referring(uuidOf(next - 1), { id: uuidOf(next) })
              : statement({ id: uuidOf(next) });
          });
          await real.store(batch);
        }
      };
      const seen: { through: string; ids: readonly string[] }[] = [];
      const reader = async () => {
        while (writing) {
          const through = new Date(await real.statements.consistentThroughMs('national')).toISOString();
          seen.push({ through, ids: await real.idsOf({ until: through, agent: person('sri') }) });
        }
      };
      const writers = [1, 1, 1, 4, 4, 12].map(writer);
      const reading = Promise.all([reader(), reader()]);
      await Promise.all(writers);
      writing = false;
      await reading;
      const all = await real.readAll({ agent: person('sri') });
      expect(all).toHaveLength(next);
      for (const { through, ids } of seen) {
        const until = all.filter((one) => one.statement.stored <= through).map(({ id }) => id);
        expect(ids).toEqual(until);
      }
      expect(new Set(seen.map(({ ids }) => ids.length)).size).toBeGreaterThan(2);
    }, 60_000);
  });
});
