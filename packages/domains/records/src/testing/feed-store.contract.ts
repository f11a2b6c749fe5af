import { randomUUID } from 'node:crypto';
import type { AgencyId } from '@sinau/kernel';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { appendRecords, type FeedStore, type FeedUnit, pullRecords, type RecordedCommit } from '../index.ts';
import { commitOf, linesFor } from './sample-commits.ts';

const signer = hmacSigner('a secret for tests, long enough to sign');
const bodies = { find: async () => undefined };

const unit = (key: string, ...texts: readonly string[]): FeedUnit => ({
  key,
  lines: texts.map((text) => ({ kind: 'text', text: JSON.stringify(text) })),
});

/**
 * What every feed store keeps. Agencies are fresh in every test, so that the store need not be empty. `open` gives a
 * writer of its own each time, on one and the same store.
 */
export function feedStoreContract(
  adapter: string,
  open: () => Promise<FeedStore>,
  options: { readonly randomRuns: number },
): void {
  describe(`feed store on ${adapter}`, () => {
    let feed: FeedStore;
    let agencyA: AgencyId;
    let agencyB: AgencyId;

    beforeEach(async () => {
      feed = await open();
      agencyA = randomUUID() as AgencyId;
      agencyB = randomUUID() as AgencyId;
    });

    async function readAll(agencyId: AgencyId, lane: number): Promise<string[]> {
      const { chunks, more } = await feed.read({ agencyId, lane, after: 0, limit: 10_000 });
      expect(more).toBe(false);
      expect(chunks.map(({ number }) => number)).toEqual(chunks.map((_, n) => n + 1));
      return chunks.flatMap(({ lines }) => lines.map((line) => (line.kind === 'text' ? line.text : line.id)));
    }

    it('gives back units in order, those of one agency and lane only', async () => {
      await feed.append({ agencyId: agencyA, lane: 0, units: [unit('1', 'a', 'b'), unit('2', 'c')] });
      await feed.append({ agencyId: agencyA, lane: 0, units: [unit('3', 'd')] });
      await feed.append({ agencyId: agencyA, lane: 2, units: [unit('4', 'e')] });
      await feed.append({ agencyId: agencyB, lane: 0, units: [unit('1', 'f')] });
      expect(await readAll(agencyA, 0)).toEqual(['"a"', '"b"', '"c"', '"d"']);
      expect(await readAll(agencyA, 2)).toEqual(['"e"']);
      expect([...(await feed.lanes(agencyA))].sort()).toEqual([0, 2]);
      expect(await readAll(agencyB, 0)).toEqual(['"f"']);
      expect(await readAll(agencyB, 2)).toEqual([]);
      expect(await feed.lanes(randomUUID() as AgencyId)).toEqual([]);
    });

    it('counts lines, at the head of each lane and before each chunk', async () => {
      expect(await feed.heads(agencyA)).toEqual([]);
      for (const n of [1, 2, 3]) {
        const texts = Array.from({ length: n * 2 }, (_, line) => `${n}.${line}`);
        await feed.append({ agencyId: agencyA, lane: 0, units: [unit(`${n}`, ...texts)] });
      }
      await feed.append({ agencyId: agencyA, lane: 3, units: [unit('4', 'a')] });
      const { chunks } = await feed.read({ agencyId: agencyA, lane: 0, after: 0, limit: 100 });
      let before = 0;
      for (const chunk of chunks) {
        expect(chunk.linesBefore).toBe(before);
        before += chunk.lines.length;
      }
      const heads = [...(await feed.heads(agencyA))].sort((one, other) => one.lane - other.lane);
      expect(heads).toMatchObject([
        { lane: 0, chunks: chunks.length, lines: 12 },
        { lane: 3, chunks: 1, lines: 1 },
      ]);
      for (const { bornMs } of heads) expect(bornMs).toBe(chunks[0]?.appendedMs);
    });

    it('appends a unit once, whatever lane and company it comes in', async () => {
      await feed.append({ agencyId: agencyA, lane: 0, units: [unit('1', 'a')] });
      await feed.append({ agencyId: agencyA, lane: 0, units: [unit('1', 'a')] });
      await feed.append({ agencyId: agencyA, lane: 1, units: [unit('1', 'a'), unit('2', 'b')] });
      await feed.append({
        agencyId: agencyA,
        lane: 0,
        units: [unit('2', 'b'), unit('3', 'c'), unit('1', 'a')],
      });
      expect(await readAll(agencyA, 0)).toEqual(['"a"', '"c"']);
      expect(await readAll(agencyA, 1)).toEqual(['"b"']);
    });

    it('goes on after any chunk, and tells when more follows', async () => {
      for (const n of [1, 2, 3, 4])
        await feed.append({ agencyId: agencyA, lane: 0, units: [unit(`${n}`, `${n}`)] });
      const page = await feed.read({ agencyId: agencyA, lane: 0, after: 1, limit: 2 });
      expect(page).toMatchObject({ chunks: [{ number: 2 }, { number: 3 }], more: true });
      const last = await feed.read({ agencyId: agencyA, lane: 0, after: 3, limit: 2 });
      expect(last).toMatchObject({ chunks: [{ number: 4 }], more: false });
      expect(await feed.read({ agencyId: agencyA, lane: 0, after: 4, limit: 2 })).toEqual({
        chunks: [],
        more: false,
      });
    });

    it('keeps references apart from texts, and text of any kind', async () => {
      const reference = { kind: 'reference', id: 'i', position: 'p', stored: 's' } as const;
      const text = { kind: 'text', text: JSON.stringify({ 'kata "sulit"\n': 'é\u2028😀&' }) } as const;
      await feed.append({ agencyId: agencyA, lane: 0, units: [{ key: '1', lines: [reference, text] }] });
      const { chunks } = await feed.read({ agencyId: agencyA, lane: 0, after: 0, limit: 10 });
      expect(chunks.flatMap(({ lines }) => lines)).toEqual([reference, text]);
    });

    it('takes a thousand statements that do not compress', async () => {
      const noise = () =>
        Buffer.from(Array.from({ length: 30 }, () => randomUUID()).join('')).toString('base64');
      const commit = commitOf(1, {
        agencies: Array.from({ length: 1000 }, () => [agencyA]),
        json: (id) => JSON.stringify({ id, noise: noise() }),
      });
      await appendRecords({ feed, digest: nodeDigest, laneCount: 1 }, [commit]);
      expect(await readAll(agencyA, 0)).toEqual(linesFor(commit, agencyA));
    });

    it('loses and doubles nothing with 32 parallel writers that tell everything twice', async () => {
      const writers = await Promise.all(Array.from({ length: 32 }, () => open()));
      const commits = Array.from({ length: 96 }, (_, n) =>
        commitOf(n, { agencies: [[agencyA], [agencyA, agencyB]] }),
      );
      await Promise.all(
        writers.map(async (writer, w) => {
          const deps = { feed: writer, digest: nodeDigest, laneCount: 2 };
          const mine = commits.filter((_, n) => n % 32 === w || n % 32 === (w + 7) % 32);
          for (const commit of mine) await appendRecords(deps, [commit]);
        }),
      );
      for (const agencyId of [agencyA, agencyB]) {
        const lines = [...(await readAll(agencyId, 0)), ...(await readAll(agencyId, 1))];
        expect(lines.toSorted()).toEqual(commits.flatMap((commit) => linesFor(commit, agencyId)).toSorted());
      }
    }, 240_000);

    it('gives every consumer every line once, whatever repeats, overtakes and is interrupted', async () => {
      await fc.assert(
        fc.asyncProperty(anyRun, async ({ commits: shapes, steps, laneCount }) => {
          const [a, b] = [randomUUID() as AgencyId, randomUUID() as AgencyId];
          const commits = shapes.map((shape, n) =>
            commitOf(n, {
              agencies: shape.map((who) => [[a], [b], [a, b], []][who] ?? []),
              // One void that two commits tell.
              voids: n < 2 ? [{ targetId: 'x', voidedBy: 'y', agencies: [a] }] : [],
            }),
          );
          const deps = { feed, bodies, signer, digest: nodeDigest, laneCount };
          const consumers = [newConsumer(deps, a), newConsumer(deps, b), newConsumer(deps, a)];
          for (const step of steps) {
            if (step.kind === 'pull') await consumers[step.consumer % 3]?.pull(step);
            else
              await appendRecords(
                deps,
                step.commits.flatMap((n) => commits[n % commits.length] ?? []),
              );
          }
          for (const commit of commits.toReversed()) await appendRecords(deps, [commit]);
          for (const consumer of consumers) await consumer.finish(commits);
        }),
        { numRuns: options.randomRuns },
      );
    }, 120_000);
  });
}

const anyRun = fc.record({
  laneCount: fc.integer({ min: 1, max: 3 }),
  commits: fc.array(fc.array(fc.nat(3), { maxLength: 4 }), { minLength: 1, maxLength: 10 }),
  steps: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('deliver' as const),
        commits: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
      }),
      fc.record({
        kind: fc.constant('pull' as const),
        consumer: fc.nat(2),
        limit: fc.integer({ min: 1, max: 4 }),
        maxBytes: fc.integer({ min: 1, max: 900 }),
      }),
    ),
    { maxLength: 30 },
  ),
});

type ConsumerDeps = Parameters<typeof pullRecords>[0];

/** Keeps what it got and every cursor on the way; at the end it goes back to each of them. */
function newConsumer(deps: ConsumerDeps, agencyId: AgencyId) {
  const owner = { agencyId, clientId: 'client' };
  const got: string[] = [];
  const cursors: { readonly cursor: string | undefined; readonly had: number }[] = [
    { cursor: undefined, had: 0 },
  ];

  async function pull(page: { readonly limit: number; readonly maxBytes: number }): Promise<boolean> {
    const { cursor } = cursors.at(-1) ?? {};
    const answer = await pullRecords(deps, { ...owner, ...page, ...(cursor && { cursor }) });
    expect(answer.lines.length).toBeLessThanOrEqual(page.limit);
    const bytes = answer.lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
    if (answer.lines.length > 1) expect(bytes).toBeLessThanOrEqual(page.maxBytes);
    if (answer.more) expect(answer.lines.length).toBeGreaterThan(0);
    got.push(...answer.lines);
    cursors.push({ cursor: answer.cursor, had: got.length });
    return answer.more;
  }

  async function restOf(cursor: string | undefined): Promise<string[]> {
    const page = await pullRecords(deps, { ...owner, limit: 3, maxBytes: 10_000, ...(cursor && { cursor }) });
    return page.more ? [...page.lines, ...(await restOf(page.cursor))] : [...page.lines];
  }

  return {
    pull,
    async finish(commits: readonly RecordedCommit[]): Promise<void> {
      while (await pull({ limit: 2, maxBytes: 500 }));
      const voids = commits.some((commit) =>
        commit.voids.some(({ agencies }) => agencies.includes(agencyId)),
      );
      const wanted = commits.flatMap((commit) => linesFor(commit, agencyId));
      expect(got.filter((line) => line.startsWith('{"kind":"statement"')).toSorted()).toEqual(
        wanted.toSorted(),
      );
      expect(got.filter((line) => line.startsWith('{"kind":"void"'))).toHaveLength(voids ? 1 : 0);
      for (const { cursor, had } of cursors) {
        expect((await restOf(cursor)).toSorted()).toEqual(got.slice(had).toSorted());
      }
    },
  };
}
