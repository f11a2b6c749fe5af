import type { AgencyId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { appendRecords, countWaiting, readFeed } from './index.ts';
import { memoryFeedStore } from './testing/memory-feed-store.ts';
import { commitOf, stored } from './testing/sample-commits.ts';

const agencyId = 'agency-a' as AgencyId;
const bodies = { find: async () => undefined };

describe('countWaiting', () => {
  it('counts what lies behind a place, in every lane, and says when the oldest was stored', async () => {
    const feed = memoryFeedStore();
    const commits = Array.from({ length: 12 }, (_, n) => commitOf(n, { agencies: [[agencyId]] }));
    for (const commit of commits) await appendRecords({ feed, digest: nodeDigest, laneCount: 2 }, [commit]);
    const all = await countWaiting({ feed }, { agencyId, places: new Map(), chunks: 100 });
    expect(all).toEqual({ lines: 12, atLeast: false, oldestStored: stored });
    const page = await readFeed(
      { feed, bodies },
      { agencyId, places: new Map(), limit: 5, maxBytes: 1_000_000 },
    );
    expect(page.lines).toHaveLength(5);
    const rest = await countWaiting({ feed }, { agencyId, places: page.places, chunks: 100 });
    expect(rest).toMatchObject({ lines: 7, atLeast: false });
    const some = await countWaiting({ feed }, { agencyId, places: new Map(), chunks: 1 });
    expect(some.atLeast).toBe(true);
    expect(some.lines).toBeLessThan(12);
  });

  it('says nothing is behind a place at the end', async () => {
    const feed = memoryFeedStore();
    await appendRecords({ feed, digest: nodeDigest, laneCount: 1 }, [
      commitOf(1, { agencies: [[agencyId]] }),
    ]);
    const { places } = await readFeed(
      { feed, bodies },
      { agencyId, places: new Map(), limit: 9, maxBytes: 1_000_000 },
    );
    expect(await countWaiting({ feed }, { agencyId, places, chunks: 9 })).toEqual({
      lines: 0,
      atLeast: false,
    });
  });
});
