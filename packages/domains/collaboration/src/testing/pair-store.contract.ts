import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Pair, PairId } from '../pair.ts';
import type { PairStore } from '../ports.ts';
import type { Session, SessionId } from '../session.ts';
import { pairSample, sessionSample } from './samples.ts';

let count = 0;

/** What pairs are kept in: every adapter answers alike. */
export function pairStoreContract(engine: string, create: () => Promise<PairStore>): void {
  describe(`pair store (${engine})`, () => {
    let store: PairStore;
    let n: number;
    const name = (of: string) => `${of}-${n}`;
    const agency = () => name('bkn') as AgencyId;
    const party = (of: string) => ({ personId: name(of) as PersonId, agencyId: agency() });
    const pair = (of = 'p', over: Partial<Pair> = {}): Pair =>
      pairSample({ pairId: name(of) as PairId, guide: party('budi'), learner: party('sri'), ...over });
    const session = (of = 's', over: Partial<Session> = {}): Session =>
      sessionSample({
        ...{ pairId: name('p') as PairId, sessionId: name(of) as SessionId },
        ...{ guide: name('budi') as PersonId, learner: name('sri') as PersonId },
        ...over,
      });
    beforeEach(async () => {
      store = await create();
      count += 1;
      n = count;
    });

    it('writes what was read and nothing else', async () => {
      const first = pair('p', { state: 'invited', competency: '1.2' });
      expect(await store.find(first.pairId)).toBeUndefined();
      expect(await store.step(undefined, first)).toBe('done');
      const kept = { ...first, rev: 1 };
      expect(await store.find(first.pairId)).toEqual(kept);
      const next = ['active', 'declined'] as const;
      const steps = await Promise.all(next.map((state) => store.step(kept, { ...kept, state })));
      expect(steps.toSorted()).toEqual(['changed', 'done']);
      for (const who of ['budi', 'sri']) {
        expect(await store.ofPerson(name(who) as PersonId)).toMatchObject([{ pairId: first.pairId, rev: 2 }]);
      }
      expect(await store.ofPerson(name('tuti') as PersonId)).toEqual([]);
    });

    it('keeps two people from two live pairs of one kind', async () => {
      const asked = await Promise.all(
        ['p', 'q'].map((of) => store.step(undefined, pair(of, { state: 'invited' }))),
      );
      expect(asked.toSorted()).toEqual(['done', 'taken']);
      expect(await store.step(undefined, pair('r', { kind: 'mentoring' }))).toBe('done');
      const turned = pair('t', { guide: party('sri'), learner: party('budi') });
      expect(await store.step(undefined, turned)).toBe('done');
      const own = await store.ofPerson(name('budi') as PersonId);
      const first = own.find(({ state }) => state === 'invited');
      expect(await store.step(first, { ...(first as Pair), state: 'declined' })).toBe('done');
      expect(await store.step(undefined, pair('u'))).toBe('done');
    });

    it('gives nobody two sessions at once, in whichever pair, and frees the time that is not used', async () => {
      await store.step(undefined, pair());
      await store.step(undefined, pair('q', { guide: party('tuti'), learner: party('budi') }));
      const [one, two] = [session('s'), session('t', { startsAt: '2026-03-02T02:59:00.000Z' })];
      const elsewhere = session('e', {
        ...{
          pairId: name('q') as PairId,
          guide: name('tuti') as PersonId,
          learner: name('budi') as PersonId,
        },
      });
      expect(await store.stepSession(undefined, one)).toEqual({ outcome: 'done' });
      expect(await store.stepSession(undefined, two)).toEqual({ outcome: 'busy', side: 'guide' });
      expect(await store.stepSession(undefined, elsewhere)).toEqual({ outcome: 'busy', side: 'learner' });
      const touching = session('t', { startsAt: one.endsAt, endsAt: '2026-03-02T04:00:00.000Z' });
      expect(await store.stepSession(undefined, touching)).toEqual({ outcome: 'done' });
      const kept = { ...one, rev: 1 };
      expect(await store.stepSession(kept, { ...kept, state: 'withdrawn' })).toEqual({ outcome: 'done' });
      expect(await store.stepSession(undefined, elsewhere)).toEqual({ outcome: 'done' });
      // Its time was taken meanwhile.
      const back = { ...kept, rev: 2, state: 'withdrawn' as const };
      expect(await store.stepSession(back, { ...back, state: 'waits' })).toEqual({
        ...{ outcome: 'busy', side: 'guide' },
      });
    });

    it('of sessions at one time, written in one moment, keeps one', async () => {
      await store.step(undefined, pair());
      const outcomes = await Promise.all(
        ['s', 't', 'u'].map((of) => store.stepSession(undefined, session(of))),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
      expect(await store.sessionsOf(name('p') as PairId)).toHaveLength(1);
    });

    it('finds a session over the end of a month from both sides', async () => {
      await store.step(undefined, pair());
      const night = { startsAt: '2026-03-31T23:30:00.000Z', endsAt: '2026-04-01T00:30:00.000Z' };
      expect(await store.stepSession(undefined, session('s', night))).toEqual({ outcome: 'done' });
      for (const startsAt of ['2026-03-31T23:00:00.000Z', '2026-04-01T00:00:00.000Z']) {
        const endsAt = new Date(Date.parse(startsAt) + 2_700_000).toISOString();
        const met = await store.stepSession(undefined, session('t', { startsAt, endsAt }));
        expect(met.outcome).toBe('busy');
      }
    });

    it('counts confirmed sessions of both, by year, exactly', async () => {
      await store.step(undefined, pair());
      const years = async () =>
        (await store.listOf(agency()))
          .toSorted((a, b) => a.personId.localeCompare(b.personId))
          .map(({ personId, side, years: own }) => [personId, side, own]);
      const both = (own: unknown) => [
        [name('budi'), 'guide', own],
        [name('sri'), 'learner', own],
      ];
      expect(await years()).toEqual(both({}));
      await store.stepSession(undefined, session());
      const waits = { ...session(), rev: 1 };
      await store.stepSession(waits, { ...waits, state: 'confirmed' });
      expect(await years()).toEqual(both({ 2026: { sessions: 1, minutes: 60 } }));
      // With other times.
      const confirmed = { ...waits, rev: 2, state: 'confirmed' as const };
      const longer = { ...confirmed, endsAt: '2026-03-02T03:30:00.000Z' };
      await store.stepSession(confirmed, longer);
      expect(await years()).toEqual(both({ 2026: { sessions: 1, minutes: 90 } }));
      // A pair that moves on keeps its counters.
      await store.step({ ...pair(), rev: 1 }, { ...pair(), state: 'ended' });
      expect((await store.listOf(agency())).map(({ state }) => state)).toEqual(['ended', 'ended']);
      await store.stepSession({ ...longer, rev: 3 }, { ...longer, rev: 3, state: 'withdrawn' });
      expect(await years()).toEqual(both({}));
    });

    it('finds whose turn has come, the earliest first', async () => {
      const at = (day: number) => `20${String(40 + n)}-06-0${day}T00:00:00.000Z`;
      const turn = (day: number) => ({ turn: { step: 'remind' as const, at: at(day) } });
      await store.step(undefined, pair('p', turn(2)));
      await store.stepSession(undefined, session('s', turn(1)));
      const mine = async (now: string) =>
        (await store.due(now, 50)).filter(({ pairId }) => pairId === name('p'));
      const [own, whole] = [{ pairId: name('p'), sessionId: name('s') }, { pairId: name('p') }];
      expect(await mine(at(1))).toEqual([own]);
      expect(await mine(at(3))).toEqual([own, whole]);
      const { turn: _, ...rest } = { ...session('s', turn(1)), rev: 1 };
      await store.stepSession({ ...rest, ...turn(1) }, rest);
      expect(await mine(at(3))).toEqual([whole]);
    });
  });
}
