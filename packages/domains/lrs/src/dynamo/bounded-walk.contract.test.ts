import { setTimeout as sleep } from 'node:timers/promises';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import type { StatementFilter } from '@sinau/xapi';
import { beforeAll, describe, expect, it } from 'vitest';
import { queryStatements } from '../query-statements.ts';
import { type Harness, harness } from '../testing/record-store-harness.ts';
import {
  activityId,
  lms,
  person,
  referring,
  statement,
  uuidOf,
  verbIds,
} from '../testing/sample-statements.ts';
import { createRecordStore, defaultSettings, soleHorizon } from './index.ts';
import { freshTable } from './testing/fresh-table.ts';

const lists = 4;
const maxRowsRead = 20;
/** What one walk may read: the bound, and one row more of each list, twice where it is young. */
const mostRows = maxRowsRead + 2 * lists;
const count = 150;
const category = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';

withTables((engine, tables) => {
  describe(`${engine}: a filter that selects little`, () => {
    let on: Harness;
    let read = { rows: 0, gets: 0 };

    beforeAll(async () => {
      const fresh = freshTable(tables());
      const dynamo: Dynamo = {
        ...fresh,
        get: (input) => {
          read.gets += 1;
          return fresh.get(input);
        },
        query: async (input) => {
          const page = await fresh.query(input);
          read.rows += page.items.length;
          return page;
        },
      };
      const shards = [{ sinceMs: 0, feed: lists, activity: lists, agency: lists }];
      const store = createRecordStore({
        dynamo,
        table: tables().lrs,
        objects: createMemoryObjectStore(),
        clock: systemClock,
        ids: systemIds,
        digest: nodeDigest,
        sleep,
        settings: { ...defaultSettings, shards, maxRowsRead },
        horizon: soleHorizon({ clock: systemClock }),
      });
      on = harness({ ...store, clock: systemClock });
      await on.store([statement({ id: uuidOf(1), verb: { id: verbIds.passed } })]);
      for (let n = 2; n < count; n += 8) {
        const singles = Array.from({ length: Math.min(8, count - n) }, (_, k) =>
          statement({ id: uuidOf(n + k) }),
        );
        await Promise.all(singles.map((one) => on.store([one])));
      }
      await on.store([statement({ id: uuidOf(count), verb: { id: verbIds.passed } })]);
    }, 60_000);

    const plain = { relatedAgents: false, relatedActivities: false, ascending: false, limit: 0 };
    const page = async (filter: Partial<StatementFilter>, after?: string) => {
      read = { rows: 0, gets: 0 };
      const result = await queryStatements(on as never, {
        store: 'national',
        reader: { kind: 'all' },
        filter: { ...plain, ...filter },
        ...(after === undefined ? {} : { after }),
      });
      return { ids: result.statements.map(({ id }) => id), next: result.next, rows: read.rows };
    };

    it.each<[string, Partial<StatementFilter>]>([
      ['a verb', { verb: verbIds.passed }],
      ['a verb, ascending', { verb: verbIds.passed, ascending: true }],
      ['an authority', { agent: lms, relatedAgents: true, verb: verbIds.passed }],
      ['an agent and a verb', { agent: person('sri'), verb: verbIds.passed }],
      ['an activity and a verb', { activity: activityId(1), verb: verbIds.passed }],
    ])('reads so many rows a walk and no more, by %s, and misses nothing', async (_, filter) => {
      const throughMs = await on.statements.consistentThroughMs('national');
      const found: string[] = [];
      let after: string | undefined;
      let walks = 0;
      do {
        read = { rows: 0, gets: 0 };
        const { ascending = false, relatedAgents = false } = filter;
        const { agent, ...rest } = filter;
        const walked = await on.statements.query({
          store: 'national',
          reader: { kind: 'all' },
          filter: {
            ...rest,
            ...(agent?.account && { agent: `account|${agent.account.homePage}|${agent.account.name}` }),
            relatedAgents,
            relatedActivities: false,
            ascending,
          } as never,
          limit: 100,
          maxBytes: 1e6,
          throughMs: throughMs + 60_000,
          ...(after === undefined ? {} : { after }),
        });
        expect(read.rows).toBeLessThanOrEqual(mostRows);
        found.push(...walked.statements.map(({ id }) => id));
        after = walked.last;
        walks += 1;
      } while (after !== undefined);
      expect(found.toSorted()).toEqual([uuidOf(1), uuidOf(count)]);
      expect(walks).toBeGreaterThan(5);
    });

    it('serves clients that stop at an empty page: walks go on until a statement is found, five of them at most', async () => {
      const first = await page({ verb: verbIds.passed });
      expect(first.ids).toEqual([uuidOf(count)]);
      expect(first.rows).toBeLessThanOrEqual(mostRows);
      // Five walks end before the oldest statement; the page says that there is more.
      const second = await page({ verb: verbIds.passed }, first.next);
      expect(second.ids).toEqual([]);
      expect(second.next).toBeDefined();
      expect(second.rows).toBeGreaterThan(4 * maxRowsRead);
      expect(second.rows).toBeLessThanOrEqual(5 * mostRows);
      let last = second;
      while (last.ids.length === 0 && last.next !== undefined) {
        last = await page({ verb: verbIds.passed }, last.next);
        expect(last.rows).toBeLessThanOrEqual(5 * mostRows);
      }
      expect(last).toMatchObject({ ids: [uuidOf(1)], next: undefined });
    });

    it('is bounded also where nothing matches, and where nearly everything names it', async () => {
      for (const filter of [
        { verb: 'https://v.example/none' },
        { activity: category, relatedActivities: true },
      ]) {
        const none = await page(filter);
        expect(none.ids).toEqual([]);
        expect(none.next).toBeDefined();
        expect(none.rows).toBeLessThanOrEqual(5 * mostRows);
      }
      expect(await page({ agent: person('nobody'), verb: verbIds.passed })).toEqual({
        ids: [],
        next: undefined,
        rows: 0,
      });
    });

    it('counts the rows of references that are followed', async () => {
      const verb = { id: 'https://v.example/rujuk' };
      const chain = Array.from({ length: 24 }, (_, n) =>
        referring(uuidOf(2001 + n), { id: uuidOf(2000 + n), verb }),
      );
      await on.store(chain);
      const walked = await on.statements.query({
        store: 'national',
        reader: { kind: 'all' },
        filter: { ...plain, verb: verbIds.passed },
        limit: 100,
        maxBytes: 1e6,
        throughMs: 0,
      });
      // One commit, but forty references to follow: the walk ends in its midst, and goes on there.
      expect(walked.statements).toEqual([]);
      expect(walked.last).toBeDefined();
      expect(await on.idsOf({ verb: verbIds.passed })).toEqual([uuidOf(count), uuidOf(1)]);
    });

    it('follows a long row of references at the cost of its length, also when they are stored', async () => {
      const getsFor = async (length: number, from: number) => {
        const chain = Array.from({ length }, (_, n) =>
          referring(uuidOf(from + n + 1), { id: uuidOf(from + n) }),
        );
        read = { rows: 0, gets: 0 };
        await on.store(chain);
        return read.gets;
      };
      const [short, long] = [await getsFor(8, 3000), await getsFor(32, 4000)];
      expect(long).toBeLessThan(5 * short);
    });
  });
});
