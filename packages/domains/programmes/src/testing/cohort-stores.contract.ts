import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Cohort, CohortId } from '../cohorts/cohort.ts';
import { idOfHall } from '../cohorts/ports.ts';
import type { PathId } from '../paths/path.ts';
import { cohortOf } from './cohort-samples.ts';
import type { CohortStores } from './memory-cohort-stores.ts';
import { seatAt } from './samples.ts';

/** What every adapter of cohorts keeps. */
export function cohortStoresContract(adapter: string, open: () => Promise<CohortStores>): void {
  describe(`cohorts on ${adapter}`, () => {
    let stores: CohortStores;
    let cohort: Cohort;
    let agencyId: AgencyId;
    beforeEach(async () => {
      stores = await open();
      agencyId = randomUUID() as AgencyId;
      cohort = cohortOf({ cohortId: randomUUID() as CohortId, agencyId });
    });
    const person = (name: string) => `${name}-${cohort.cohortId}` as PersonId;
    const seatOf = (name: string) => seatAt({ eventId: idOfHall(cohort.cohortId), personId: person(name) });

    it('writes a cohort only over what was read, and lists it for its agency and while it is open', async () => {
      const { cohorts } = stores;
      const draft: Cohort = { ...cohort, state: 'draft', about: 'Isi', facilitatorId: person('wulan') };
      const outcomes = await Promise.all([cohorts.save(draft), cohorts.save(draft)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      const open = { from: '2026-12-01', limit: 10 };
      expect(await cohorts.listOpen(agencyId, open)).toEqual([]);
      expect(await cohorts.save({ ...draft, state: 'open', rev: 1 })).toBe('saved');
      const subject = { kind: 'path', pathId: 'p-1' as PathId, version: 2 } as const;
      const later = cohortOf({ cohortId: randomUUID() as CohortId, agencyId, subject, endsOn: '2027-01-31' });
      await cohorts.save(later);
      const [first, second] = [
        { ...draft, state: 'open', rev: 2 },
        { ...later, rev: 1 },
      ];
      expect(await cohorts.listOpen(agencyId, open)).toEqual([first, second]);
      expect(await cohorts.listOpen(agencyId, { ...open, from: '2026-12-31' })).toEqual([first, second]);
      expect(await cohorts.listOpen(agencyId, { ...open, from: '2027-01-01' })).toEqual([second]);
      const page = await cohorts.listOf(agencyId, { limit: 1 });
      expect(page.cohorts).toEqual([second]);
      expect((await cohorts.listOf(agencyId, { limit: 5, after: page.next ?? '' })).cohorts).toEqual([first]);
      const ids = [cohort.cohortId, later.cohortId, later.cohortId, 'none' as CohortId];
      expect((await cohorts.findMany(ids)).length).toBe(2);
      expect(await cohorts.save({ ...later, state: 'closed', closedAt: 'x', rev: 1 })).toBe('saved');
      expect(await cohorts.listOpen(agencyId, open)).toEqual([first]);
      const gone = { ...draft, state: 'open', rev: 1 } as const;
      expect(await cohorts.remove(gone)).toBe('changed');
      expect(await cohorts.remove({ ...gone, rev: 2 })).toBe('removed');
      expect(await cohorts.find(cohort.cohortId)).toBeUndefined();
    });

    it('gives no seat twice when many ask at once, takes nobody when it is not open, and is never smaller than is taken', async () => {
      const { cohorts, seats } = stores;
      await cohorts.save({ ...cohort, state: 'draft' });
      expect(await seats.step(undefined, seatOf('ani'))).toBe('shut');
      await cohorts.save({ ...cohort, rev: 1 });
      const asked = await Promise.all(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => seats.step(undefined, seatOf(name))),
      );
      expect(asked.filter((outcome) => outcome === 'done').length).toBeLessThanOrEqual(2);
      for (const name of ['g', 'h', 'i']) await seats.step(undefined, seatOf(name));
      const hall = idOfHall(cohort.cohortId);
      expect(await seats.counts(hall)).toEqual({ capacity: 2, taken: 2, waiting: 0 });
      expect(await cohorts.save({ ...cohort, capacity: 1, rev: 2 })).toBe('full');
      const waiting = { ...seatOf('zul'), state: 'waiting' as const, place: '1' };
      expect(await seats.step(undefined, waiting)).toBe('done');
      expect((await seats.firstWaiting(hall))?.personId).toBe(person('zul'));
      expect((await seats.ofPerson(person('zul'))).length).toBe(1);
    });

    it('keeps its turn with the cohort, finds what is due and no more, and moves it only as it was read', async () => {
      const { cohorts, turns } = stores;
      const id = cohort.cohortId;
      const due = async (until: string) =>
        (await turns.listDue('cohort', until, 1_000)).filter((turn) => turn.id === id).map(({ at }) => at);
      await cohorts.save(cohort, { at: '2026-12-08T00:00:00.000Z' });
      expect(await due('2026-12-07T23:59:59.999Z')).toEqual([]);
      expect(await due('2026-12-08T00:00:00.000Z')).toEqual(['2026-12-08T00:00:00.000Z']);
      expect((await turns.listDue('team', '2027', 1_000)).some((turn) => turn.id === id)).toBe(false);
      // Another name leaves the turn; another day moves it.
      await cohorts.save({ ...cohort, name: 'Lain', rev: 1 });
      const [first] = await due('2027');
      const turn = { id, at: first ?? '' };
      expect(await cohorts.save({ ...cohort, rev: 1 }, { at: '2026' })).toBe('changed');
      await turns.move('cohort', { id, at: '2026-01-01T00:00:00.000Z' }, undefined);
      await turns.add('cohort', { id, at: '2026-12-31T00:00:00.000Z' });
      expect(await due('2027')).toEqual([turn.at]);
      await turns.move('cohort', turn, '2026-12-14T00:00:00.000Z');
      await turns.move('cohort', turn, '2026-12-30T00:00:00.000Z');
      expect(await due('2027')).toEqual(['2026-12-14T00:00:00.000Z']);
      await cohorts.save({ ...cohort, state: 'closed', closedAt: 'x', rev: 2 }, {});
      expect(await due('2027')).toEqual([]);
      await turns.add('team', { id, at: '2026-12-14T00:00:00.000Z' });
      await turns.move('team', { id, at: '2026-12-14T00:00:00.000Z' }, undefined);
      expect((await turns.listDue('team', '2027', 1_000)).some((one) => one.id === id)).toBe(false);
    });
  });
}
