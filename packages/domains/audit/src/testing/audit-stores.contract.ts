import type { PersonId } from '@sinau/kernel';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { nextAnchor } from '../anchor.ts';
import { walkChain } from '../chain.ts';
import type { AnchorStore, CheckStore, ReadingLog, SeenLately } from '../ports.ts';
import type { Reading } from '../reading.ts';

interface Stores {
  readonly log: ReadingLog;
  /** The same log as another process sees it. */
  readonly other?: ReadingLog;
  readonly seen: SeenLately;
  readonly anchors: AnchorStore;
  readonly checks: CheckStore;
}

const someReading = (n: number, parts: Partial<Reading> = {}): Reading => ({
  at: `2026-03-0${n}T01:00:00.000Z`,
  office: 'agency:bkn',
  actor: { kind: 'person', personId: 'hr-1' as PersonId },
  about: { kind: 'person', personId: 'p-1' as PersonId },
  purpose: 'personnel',
  what: 'person',
  ...parts,
});

/** What every log of readings, and what is kept beside it, keeps to. `open` gives empty ones. */
export function auditStoresContract(adapter: string, open: () => Promise<Stores>): void {
  describe(`audit on ${adapter}`, () => {
    let on: Stores;
    beforeEach(async () => {
      on = await open();
    });

    it('P4: many writers at once leave one whole chain', async () => {
      const { log, other = log } = on;
      const lines = await Promise.all(
        [1, 2, 3, 4, 5, 6].map((n) => (n % 2 ? log : other).append(someReading(n))),
      );
      expect(lines.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await log.chains()).toEqual(['agency:bkn']);
      expect(await walkChain(log, { chain: 'agency:bkn', from: { number: 0, hash: '' } })).toEqual({
        walked: { number: 6, hash: (await log.head('agency:bkn'))?.hash },
        ended: true,
      });
      expect((await log.links('agency:bkn', { after: 4, limit: 1 })).map(({ number }) => number)).toEqual([
        5,
      ]);
    });

    it('keeps one chain for the people of an office, and one for each client', async () => {
      await on.log.append(someReading(1));
      await on.log.append(someReading(2, { actor: { kind: 'client', clientId: 'c-1' } }));
      await on.log.append(someReading(3, { office: 'platform' }));
      expect(await on.log.chains()).toEqual(['agency:bkn', 'client:c-1', 'platform']);
      expect(await on.log.offices()).toEqual(['agency:bkn', 'platform']);
    });

    it('keeps what was done to an account in the chain of its office, also where nobody did it', async () => {
      const act = { what: 'account-closed', because: 'legal-standing', actor: { kind: 'platform' } } as const;
      await on.log.append(someReading(1));
      await on.log.append(someReading(2, act));
      expect(await on.log.chains()).toEqual(['agency:bkn']);
      expect(await on.log.linesOf('agency:bkn', { after: 1, limit: 5 })).toMatchObject([act]);
      const start = { number: 0, hash: '' };
      expect((await walkChain(on.log, { chain: 'agency:bkn', from: start })).walked.number).toBe(2);
    });

    it('tells who looked at a person, and what an office looked at, newest first and page by page', async () => {
      for (const n of [1, 2, 3]) await on.log.append(someReading(n));
      await on.log.append(
        someReading(4, { about: { kind: 'office', office: 'agency:bkn' }, what: 'people' }),
      );
      await on.log.append(someReading(5, { office: 'platform', purpose: 'support' }));
      const about = { kind: 'person', personId: 'p-1' as PersonId } as const;
      const first = await on.log.listAbout(about, { limit: 3 });
      expect(first.lines.map(({ at }) => at.slice(8, 10))).toEqual(['05', '03', '02']);
      const second = await on.log.listAbout(about, { limit: 3, before: first.next ?? '' });
      expect(second.lines.map(({ at }) => at.slice(8, 10))).toEqual(['01']);
      expect(second.next).toBeUndefined();
      const agency = await on.log.listOf('agency:bkn', { limit: 10 });
      expect(agency.lines.map(({ what }) => what)).toEqual(['people', 'person', 'person', 'person']);
    });

    it('gives back lines of a chain in order, and chains by office', async () => {
      for (const n of [1, 2, 3]) await on.log.append(someReading(n));
      await on.log.append(someReading(4, { actor: { kind: 'client', clientId: 'c-1' } }));
      await on.log.append(someReading(5, { office: 'platform' }));
      const lines = await on.log.linesOf('agency:bkn', { after: 1, limit: 1 });
      expect(lines).toMatchObject([{ number: 2, ...someReading(2) }]);
      expect(await on.log.chainsOf('agency:bkn')).toEqual([
        { chain: 'agency:bkn', office: 'agency:bkn' },
        { chain: 'client:c-1', office: 'agency:bkn' },
      ]);
      expect(await on.log.chainsOf()).toHaveLength(3);
    });

    it('prunes a chain from its beginning, piece by piece, and keeps its last line so that it goes on', async () => {
      for (const n of [1, 2, 3, 4]) await on.log.append(someReading(n));
      const left = async () =>
        (await on.log.linesOf('agency:bkn', { after: 0, limit: 9 })).map(({ number }) => number);
      expect(await on.log.prune?.('agency:bkn', { number: 3, limit: 2 })).toEqual({ pruned: 2 });
      expect(await left()).toEqual([3, 4]);
      expect(await on.log.prune?.('agency:bkn', { number: 9, limit: 9 })).toEqual({ pruned: 1 });
      expect(await on.log.prune?.('agency:bkn', { number: 9, limit: 9 })).toEqual({ pruned: 0 });
      await (on.other ?? on.log).append(someReading(5));
      expect(await left()).toEqual([4, 5]);
      expect(await on.log.prune?.('nobody', { number: 9, limit: 9 })).toEqual({ pruned: 0 });
    });

    it('knows what was seen lately, until its window ends', async () => {
      const { actor, about, what } = someReading(1);
      const at = new Date('2026-03-01T01:00:00.000Z');
      const until = new Date(at.getTime() + 60_000);
      expect(await on.seen.has({ actor, about, what }, at)).toBe(false);
      await on.seen.note({ actor, about, what }, until);
      expect(await on.seen.has({ actor, about, what }, at)).toBe(true);
      expect(await on.seen.has({ actor, about, what: 'certificate' }, at)).toBe(false);
      expect(await on.seen.has({ actor, about, what }, until)).toBe(false);
    });

    it('keeps anchors in order and never writes one over', async () => {
      const deps = { signer: hmacSigner('a secret for tests of at least 32 characters'), digest: nodeDigest };
      const one = nextAnchor(deps, { at: '2026-03-01T00:00:00.000Z', heads: [], last: undefined });
      const two = nextAnchor(deps, {
        ...{ at: '2026-03-02T00:00:00.000Z', last: one },
        heads: [{ chain: 'platform', number: 3, hash: 'h' }],
      });
      expect(await on.anchors.last()).toBeUndefined();
      expect(await on.anchors.add(one)).toBe('added');
      expect(await on.anchors.add({ ...one, at: '2026-03-09T00:00:00.000Z' })).toBe('exists');
      await on.anchors.add(two);
      expect(await on.anchors.last()).toEqual(two);
      expect(await on.anchors.all()).toEqual([one, two]);
    });

    it('keeps one check, changed only as it was read', async () => {
      const check = {
        ...({ state: 'due', requestedAt: '2026-03-01T01:00:00.000Z', chains: 0, lines: 0 } as const),
        ...{ findings: [{ chain: 'platform', number: 2, flaw: 'changed' as const }], rev: 0 },
      };
      expect(await on.checks.find()).toBeUndefined();
      const saved = await Promise.all([on.checks.save(check), on.checks.save(check)]);
      expect(saved.sort()).toEqual(['saved', 'stale']);
      expect(await on.checks.find()).toEqual({ ...check, rev: 1 });
    });
  });
}
