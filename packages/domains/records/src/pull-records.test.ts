import type { AgencyId } from '@sinau/kernel';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { appendRecords, CursorInvalid, pullRecords } from './index.ts';
import { memoryFeedStore } from './testing/memory-feed-store.ts';
import { commitOf, linesFor, stored } from './testing/sample-commits.ts';

const agencyA = 'agency-a' as AgencyId;
const agencyB = 'agency-b' as AgencyId;
const page = { limit: 100, maxBytes: 100_000 };
const asA = { agencyId: agencyA, clientId: 'client-1' };

const world = () => ({
  feed: memoryFeedStore(),
  bodies: { find: async (_id: string): Promise<string | undefined> => undefined },
  signer: hmacSigner('a secret for tests, long enough to sign'),
  digest: nodeDigest,
  laneCount: 2,
});

let deps = world();
beforeEach(() => {
  deps = world();
});

describe('pullRecords', () => {
  it('gives a cursor behind an empty page, from which a later pull goes on', async () => {
    const empty = await pullRecords(deps, { ...asA, ...page });
    expect(empty).toMatchObject({ lines: [], more: false });
    const commit = commitOf(1, { agencies: [[agencyA]] });
    await appendRecords(deps, [commit]);
    const next = await pullRecords(deps, { ...asA, ...page, cursor: empty.cursor });
    expect(next.lines).toEqual(linesFor(commit, agencyA));
    const after = await pullRecords(deps, { ...asA, ...page, cursor: next.cursor });
    expect(after).toMatchObject({ lines: [], more: false });
  });

  it('tells a void once, although the commits of target and voiding statement both tell it', async () => {
    const voids = [{ targetId: 'target', voidedBy: 'voider', agencies: [agencyA] }];
    const [first, second] = [1, 2].map((n) => commitOf(n, { agencies: [[agencyA]], voids }));
    if (!first || !second) throw new Error('two commits');
    await appendRecords(deps, [first]);
    await appendRecords(deps, [second]);
    const { lines } = await pullRecords(deps, { ...asA, ...page });
    const told = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'void');
    expect(told).toEqual([{ kind: 'void', id: 'target', voidedBy: 'voider', stored }]);
  });

  it('C3: gives an agency the lines stamped for it, and no other', async () => {
    const commit = commitOf(1, {
      agencies: [[agencyA], [agencyB], [agencyA, agencyB], []],
      voids: [{ targetId: 'x', voidedBy: 'y', agencies: [agencyB] }],
    });
    await appendRecords(deps, [commit]);
    expect((await pullRecords(deps, { ...asA, ...page })).lines).toEqual(linesFor(commit, agencyA));
  });

  it('lets no busy lane starve the others', async () => {
    for (let n = 0; n < 60; n += 1) await appendRecords(deps, [commitOf(n, { agencies: [[agencyA]] })]);
    const lanes = await deps.feed.lanes(agencyA);
    expect(lanes).toHaveLength(2);
    const heads = await Promise.all(
      lanes.map((lane) => deps.feed.read({ agencyId: agencyA, lane, after: 0, limit: 1 })),
    );
    const { lines } = await pullRecords(deps, { ...asA, limit: 2, maxBytes: 100_000 });
    const firsts = heads
      .map(({ chunks }) => chunks[0]?.lines[0])
      .map((line) => line?.kind === 'text' && line.text);
    expect([...lines].sort()).toEqual([...firsts].sort());
  });

  it('gives a large statement whole, though its feed only refers to it, and alone when it exceeds the page', async () => {
    const bodies = new Map<string, string>();
    const json = (id: string) => {
      const body = JSON.stringify({ id, text: 'é'.repeat(400_000) });
      bodies.set(id, body);
      return body;
    };
    const commit = commitOf(1, { agencies: [[agencyA]], json });
    const small = commitOf(2, { agencies: [[agencyA], [agencyA]] });
    const whole = { ...deps, laneCount: 1, bodies: { find: async (id: string) => bodies.get(id) } };
    await appendRecords(whole, [commit, small]);
    const first = await pullRecords(whole, { ...asA, limit: 100, maxBytes: 1_000 });
    expect(first.lines).toEqual(linesFor(commit, agencyA));
    const second = await pullRecords(whole, { ...asA, limit: 100, maxBytes: 1_000, cursor: first.cursor });
    expect(second).toMatchObject({ lines: linesFor(small, agencyA), more: false });
    // Erased from the record store, and the feed not told yet.
    const erased = await pullRecords({ ...whole, bodies: deps.bodies }, { ...asA, ...page });
    expect(JSON.parse(erased.lines[0] ?? '')).toMatchObject({ kind: 'erase', id: commit.statements[0]?.id });
    expect(erased.lines.slice(1)).toEqual(linesFor(small, agencyA));
  });

  it('reads lanes that are no longer written to', async () => {
    const commits = Array.from({ length: 30 }, (_, n) => commitOf(n, { agencies: [[agencyA]] }));
    await appendRecords({ ...deps, laneCount: 8 }, commits.slice(0, 10));
    for (const commit of commits) await appendRecords({ ...deps, laneCount: 1 }, [commit]);
    const { lines } = await pullRecords(deps, { ...asA, ...page });
    expect([...lines].sort()).toEqual(commits.flatMap((commit) => linesFor(commit, agencyA)).sort());
  });
});

describe('cursors', () => {
  const reasonOf = async (owner: typeof asA, cursor: string) => {
    const refused = await pullRecords(deps, { ...owner, ...page, cursor }).catch((error: unknown) => error);
    if (!(refused instanceof CursorInvalid)) throw new Error('not refused');
    return refused.reason;
  };

  it('C3: work for the client and agency they were given to, and say why not for others', async () => {
    const { cursor } = await pullRecords(deps, { ...asA, ...page });
    expect(await reasonOf({ agencyId: agencyB, clientId: 'client-1' }, cursor)).toBe('other-agency');
    expect(await reasonOf({ agencyId: agencyA, clientId: 'client-2' }, cursor)).toBe('other-client');
    await expect(pullRecords(deps, { ...asA, ...page, cursor })).resolves.toMatchObject({ lines: [] });
  });

  it.each(['', 'x', '.', 'a.b.c', 'é.é', 'a b.c', `${'x'.repeat(6_000)}.x`])(
    'refuses %j as no cursor',
    async (text) => {
      expect(await reasonOf(asA, text)).toBe('malformed');
    },
  );

  it('refuses one that was altered, or signed for something else', async () => {
    const { cursor } = await pullRecords(deps, { ...asA, ...page });
    const [payload = '', signature = ''] = cursor.split('.');
    const state = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...state, agency: agencyB })).toString('base64url');
    expect(await reasonOf({ ...asA, agencyId: agencyB }, `${forged}.${signature}`)).toBe('unsigned');
    expect(await reasonOf(asA, `${payload}.${deps.signer.sign('access-token', payload)}`)).toBe('unsigned');
  });
});
