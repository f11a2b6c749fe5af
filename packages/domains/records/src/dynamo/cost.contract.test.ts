import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { createDynamo } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { appendRecords, openFilter, pullRecords } from '../index.ts';
import { cmi5Json, commitOf } from '../testing/sample-commits.ts';
import { sampleDirectories } from '../testing/sample-directories.ts';
import { createFeedStore } from './feed-store.ts';

const bodies = { find: async () => undefined };
const signer = hmacSigner('a secret for tests, long enough to sign');

withTables((engine, tables) => {
  /** Read and write units a statement: appended in commits of `size`, `together` at a time, then pulled at once. */
  async function costOf(given: { readonly size: number; readonly together: number; readonly count: number }) {
    const { size, together, count } = given;
    const units = { read: 0, write: 0 };
    const dynamo = createDynamo({
      ...tables().connection,
      onCapacity: ({ readUnits, writeUnits }) => {
        units.read += readUnits;
        units.write += writeUnits;
      },
    });
    const feed = createFeedStore({ dynamo, table: tables().lrs, clock: fixedClock(), sleep });
    const agencyId = randomUUID() as AgencyId;
    const commits = Array.from({ length: count / size }, (_, n) =>
      commitOf(n, { agencies: Array.from({ length: size }, () => [agencyId]), json: cmi5Json }),
    );
    for (let n = 0; n < commits.length; n += together) {
      const deps = { feed, digest: nodeDigest, laneCount: 4 };
      await appendRecords(deps, commits.slice(n, n + together));
    }
    const write = units.write / count;
    units.read = 0;
    const request = { agencyId, clientId: 'c', limit: 1_000, maxBytes: 4_000_000 };
    const { lines } = await pullRecords({ feed, bodies, signer }, request);
    expect(lines).toHaveLength(count);
    const read = units.read / count;
    units.read = 0;
    const directories = sampleDirectories({ members: [], units: [] });
    const filter = await openFilter({ ...directories, bodies }, { agencyId, filter: { person: 'nobody' } });
    for (let cursor: string | undefined, more = true; more; ) {
      const wish = { ...request, filter, ...(cursor !== undefined && { cursor }) };
      const page = await pullRecords({ feed, bodies, signer }, wish);
      expect(page.lines).toEqual([]);
      ({ cursor, more } = page);
    }
    return { read, write, filtered: units.read / count };
  }

  it(`${engine}: a pull of a thousand statements that came in batches of fifty costs little`, async () => {
    const { read, write, filtered } = await costOf({ size: 50, together: 1, count: 1_000 });
    expect(read).toBeGreaterThan(0.005);
    expect(read).toBeLessThanOrEqual(0.06);
    // Of the lines that a filtered pull goes through.
    expect(filtered).toBeLessThanOrEqual(0.06);
    expect(write).toBeLessThanOrEqual(1);
  }, 240_000);

  it(`${engine}: so does one of statements that came alone, but a few in a stream's batch`, async () => {
    const { read, write } = await costOf({ size: 1, together: 5, count: 1_000 });
    expect(read).toBeLessThanOrEqual(0.06);
    expect(write).toBeLessThanOrEqual(4);
  }, 240_000);

  it(`${engine}: even when each had a stream's batch for itself, it stays near`, async () => {
    const { read, write } = await costOf({ size: 1, together: 1, count: 500 });
    expect(read).toBeLessThanOrEqual(0.12);
    expect(write).toBeLessThanOrEqual(8);
  }, 240_000);
});
