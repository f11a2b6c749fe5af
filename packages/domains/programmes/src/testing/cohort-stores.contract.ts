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
  });
}
