import { randomUUID } from 'node:crypto';
import type { AgencyId } from '@sinau/kernel';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import type { StoredStatement } from '@sinau/xapi';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  appendRecords,
  eraseLines,
  type FeedEraser,
  type FeedStore,
  type LineRewriter,
  pullRecords,
  tellErasures,
} from '../index.ts';
import { commitOf } from './sample-commits.ts';

const signer = hmacSigner('a secret for tests, long enough to sign');
const nobody = 'nobody-0001';
const person = 'sri-000000001';
const actorOf = (statement: StoredStatement) => statement.actor.account?.name;
const rename = (statement: StoredStatement): StoredStatement => ({
  ...statement,
  actor: { account: { homePage: 'https://sinau.example', name: nobody } },
});
const modes: Readonly<Record<string, LineRewriter>> = {
  erased: {
    mayConcern: (json) => json.includes(person),
    decide: (statement) => (actorOf(statement) === person ? 'erase' : statement),
    pseudonym: nobody,
  },
  pseudonymised: {
    mayConcern: (json) => json.includes(person),
    decide: (statement) => (actorOf(statement) === person ? rename(statement) : statement),
    pseudonym: nobody,
  },
};

/** What every eraser of feeds keeps. Agencies are fresh in every test, so that the store need not be empty. */
export function feedEraserContract(
  adapter: string,
  open: () => Promise<{ readonly feed: FeedStore; readonly eraser: FeedEraser }>,
): void {
  describe(`feed eraser on ${adapter}`, () => {
    let feed: FeedStore;
    let eraser: FeedEraser;
    let agencyId: AgencyId;
    const large = new Map<string, string>();
    const bodies = { find: async (id: string) => large.get(id) };

    beforeEach(async () => {
      ({ feed, eraser } = await open());
      agencyId = randomUUID() as AgencyId;
      large.clear();
    });

    const jsonOf = (n: number, id: string, filler = ''): string => {
      const name = n % 3 === 0 ? person : `budi-00000000${n % 3}`;
      const actor = { account: { homePage: 'https://sinau.example', name } };
      return JSON.stringify({
        id,
        actor,
        verb: { id: 'http://v.example/1' },
        object: { id: 'http://a.example' },
        filler,
      });
    };
    /** Every third statement is Sri's; the last one is too large for a chunk. */
    async function fill(): Promise<string[]> {
      for (let n = 0; n < 12; n += 1) {
        const json = (id: string) => {
          const text = jsonOf(n, id, n === 9 ? 'x'.repeat(70_000) : '');
          large.set(id, text);
          return text;
        };
        const commit = commitOf(n, { agencies: [[agencyId]], json });
        await appendRecords({ feed, digest: nodeDigest, laneCount: 2 }, [commit]);
      }
      return [...large.keys()];
    }
    async function pull(cursor?: string, limit = 1_000) {
      return pullRecords(
        { feed, bodies, signer },
        { agencyId, clientId: 'c', limit, maxBytes: 10_000_000, ...(cursor && { cursor }) },
      );
    }
    async function passThrough(rewriter: LineRewriter, options: { readonly dryRun?: boolean } = {}) {
      let rewritten = 0;
      let lines = 0;
      for (const lane of await feed.lanes(agencyId)) {
        for (let after: number | undefined = 0; after !== undefined; ) {
          const step: Awaited<ReturnType<typeof eraseLines>> = await eraseLines(
            { eraser, bodies },
            { ...rewriter, ...options, agencyId, lane, after, limit: 2 },
          );
          rewritten += step.rewritten;
          lines += step.lines;
          after = step.last;
        }
      }
      return { rewritten, lines };
    }
    const tell = (tag = 'job') =>
      tellErasures({ eraser, feed, digest: nodeDigest, laneCount: 2 }, { agencyId, tag, limit: 100 });
    const parsed = (lines: readonly string[]) =>
      lines.map((line) => JSON.parse(line) as { kind: string; id: string; mode?: string });

    for (const [mode, rewriter] of Object.entries(modes)) {
      it(`P2: ${mode}: replaces lines at their place and tells those who have them`, async () => {
        const ids = await fill();
        const sris = ids.filter((_, n) => n % 3 === 0);
        const before = await pull();
        expect(before.lines).toHaveLength(12);
        const half = await pull(undefined, 6);
        expect(await passThrough(rewriter, { dryRun: true })).toEqual({
          rewritten: mode === 'erased' ? 3 : 3,
          lines: 12,
        });
        expect((await pull()).lines).toEqual(before.lines);
        // The record store goes first; a large statement is gone or changed by then.
        const big = ids[9] ?? '';
        if (mode === 'erased') large.delete(big);
        else large.set(big, jsonOf(9, big).replace(person, nobody));
        expect(await passThrough(rewriter)).toEqual({ rewritten: 4, lines: 12 });
        expect(await tell()).toBe(4);

        const told = parsed((await pull(before.cursor)).lines);
        expect(told.map(({ kind }) => kind)).toEqual(['erase', 'erase', 'erase', 'erase']);
        expect(told.map(({ id }) => id).sort()).toEqual([...sris].sort());
        expect(new Set(told.map((one) => one.mode))).toEqual(new Set([mode]));

        const all = await pull();
        expect(all.lines.join('\n')).not.toContain(person);
        const rest = await pull(half.cursor);
        expect(half.lines.length + rest.lines.length).toBe(all.lines.length);
        const fresh = parsed(all.lines);
        const statements = fresh.filter(({ kind }) => kind === 'statement').map(({ id }) => id);
        expect(statements.sort()).toEqual(
          (mode === 'erased' ? ids.filter((id) => !sris.includes(id)) : ids).toSorted(),
        );
        expect(fresh.filter(({ kind }) => kind === 'erase')).toHaveLength(mode === 'erased' ? 8 : 4);
      });

      it(`${mode}: can be repeated, and tells once, also after a crash in between`, async () => {
        await fill();
        await passThrough(rewriter);
        const crashing = { ...eraser, forget: () => Promise.reject(new Error('dead')) };
        const deps = { eraser: crashing, feed, digest: nodeDigest, laneCount: 2 };
        await expect(tellErasures(deps, { agencyId, tag: 'job', limit: 100 })).rejects.toThrow('dead');
        await tell();
        const lines = (await pull()).lines;
        await passThrough(rewriter);
        await tell();
        expect((await pull()).lines).toEqual(lines);
      });
    }

    it('changes no chunk that is not as it was read', async () => {
      await fill();
      const [lane = 0] = await feed.lanes(agencyId);
      const { chunks } = await eraser.read({ agencyId, lane, after: 0, limit: 100 });
      const [chunk] = chunks;
      if (!chunk) throw new Error('no chunk');
      const notice = { id: 'i', position: 'p', stored: 's', mode: 'erased' } as const;
      const lines = chunk.lines.map(() => ({ kind: 'text', text: '{"kind":"x"}' }) as const);
      const given = { agencyId, lane, chunk, lines, notices: [notice] };
      expect(await eraser.replace(given)).toBe('replaced');
      expect(await eraser.notices(agencyId, 10)).toEqual([notice]);
      await eraser.forget(agencyId, [notice]);
      expect(await eraser.replace(given)).toBe('changed');
      expect(await eraser.notices(agencyId, 10)).toEqual([]);
    });
  });
}
