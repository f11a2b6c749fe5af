import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AgencyId, sealPageToken } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import type { Item } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { appendRecords, countLanes, pullRecords } from '../index.ts';
import { commitOf, linesFor } from '../testing/sample-commits.ts';
import { createFeedRepair } from './feed-repair.ts';
import { createFeedStore } from './feed-store.ts';
import { headKey, lanePartition } from './keys.ts';

const signer = hmacSigner('a secret for tests, long enough to sign');
const bodies = { find: async () => undefined };

withTables((engine, tables) => {
  /** A feed of one lane as it was written before lines were counted and births noted. */
  async function oldFeed(commits: number) {
    const { dynamo, lrs: table } = tables();
    const agencyId = randomUUID() as AgencyId;
    const stores = { dynamo, table, clock: fixedClock(), sleep };
    const open = () => ({ feed: createFeedStore(stores), digest: nodeDigest, laneCount: 1, bodies, signer });
    const all = Array.from({ length: commits }, (_, n) =>
      commitOf(n, { agencies: [[agencyId], [agencyId]] }),
    );
    for (let n = 0; n < commits; n += 1) await appendRecords(open(), all.slice(n, n + 1));
    await age(agencyId);
    const pull = (cursor?: string, limit = 100) =>
      pullRecords(open(), { agencyId, clientId: 'c', limit, maxBytes: 100_000, ...(cursor && { cursor }) });
    return { agencyId, open, all, pull, stores, repair: createFeedRepair(stores) };
  }

  /** Takes away what old rows did not have. */
  async function age(agencyId: AgencyId) {
    const { dynamo, lrs: table } = tables();
    const page = await dynamo.query({ table, partition: lanePartition(agencyId, 0) });
    const puts = page.items.map(({ l, g, t, f, ...old }) => old as Item);
    await dynamo.batchWrite({ table, puts });
  }

  /** As cursors were sealed then. */
  const oldCursor = (agencyId: AgencyId, place: readonly [number, number, number]) =>
    sealPageToken(signer, 'records-cursor', { client: 'c', agency: agencyId, lanes: [place] });

  describe(`${engine}: a lane from before lines were counted`, () => {
    it('says that it does not know, and counts what a reader from the beginning has got', async () => {
      const { pull } = await oldFeed(4);
      const first = await pull(undefined, 3);
      expect(first.progress).toEqual({ position: 3 });
      const rest = await pull(first.cursor);
      expect(rest.progress).toEqual({ position: 8 });
    });

    it('is counted by its next writer when it is short', async () => {
      const { pull, open, agencyId } = await oldFeed(4);
      const late = commitOf(9, { agencies: [[agencyId]] });
      await appendRecords(open(), [late]);
      const page = await pull();
      expect(page.progress).toEqual({ total: 9, position: 9 });
      expect(page.lines.at(-1)).toEqual(linesFor(late, agencyId)[0]);
      const { feed } = open();
      const { chunks } = await feed.read({ agencyId, lane: 0, after: 4, limit: 1 });
      expect(chunks).toMatchObject([{ number: 5, linesBefore: 8 }]);
    });

    it('goes on from an old cursor, and knows its position from the next counted chunk on', async () => {
      const { pull, open, agencyId } = await oldFeed(4);
      const cursor = oldCursor(agencyId, [0, 2, 1]);
      const before = await pull(cursor);
      expect(before.lines).toHaveLength(3);
      expect(before.progress).toEqual({});
      await appendRecords(open(), [commitOf(9, { agencies: [[agencyId]] })]);
      const after = await pull(before.cursor);
      expect(after.lines).toHaveLength(1);
      expect(after.progress).toEqual({ total: 9, position: 9 });
    });

    it('is counted by the rebuild when it is long, and stays uncounted before', async () => {
      const { pull, open, agencyId, repair, stores } = await oldFeed(3);
      // As long as a writer does not read in passing.
      const { dynamo, table } = stores;
      const page = await dynamo.query({ table, partition: lanePartition(agencyId, 0) });
      const body = page.items.find(({ sk }) => sk.startsWith('CHUNK'));
      const puts = Array.from({ length: 600 }, (_, n) => ({
        ...body,
        pk: lanePartition(agencyId, 0),
        sk: `CHUNK#${String(n + 1).padStart(12, '0')}`,
      }));
      await dynamo.batchWrite({ table, puts: [...puts, { ...headKey(agencyId, 0), n: 600 }] });
      await appendRecords(open(), [commitOf(9, { agencies: [[agencyId]] })]);
      expect((await pull(oldCursor(agencyId, [0, 599, 0]))).progress).toEqual({});
      await countLanes({ feed: open().feed, repair }, agencyId);
      expect(await open().feed.heads(agencyId)).toEqual([{ lane: 0, chunks: 601, lines: 1201 }]);
      await appendRecords(open(), [commitOf(10, { agencies: [[agencyId]] })]);
      const last = await pull(oldCursor(agencyId, [0, 599, 0]));
      expect(last.lines).toHaveLength(4);
      expect(last.progress).toMatchObject({ total: 1202 });
      expect((await pull(last.cursor)).lines).toEqual([]);
    }, 60_000);
  });
});
