import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Enrolment, EnrolmentId, Registration } from '../enrolment.ts';
import type { EnrolmentStore } from '../ports.ts';

const later = '2026-03-02T02:00:00.000Z';
const latest = '2026-03-02T03:00:00.000Z';

/** What every enrolment store keeps. Ids are fresh in every test, so that the store need not be empty. */
export function enrolmentStoreContract(adapter: string, open: () => Promise<EnrolmentStore>): void {
  describe(`enrolment store on ${adapter}`, () => {
    let store: EnrolmentStore;
    let sri: PersonId;
    let budi: PersonId;

    beforeEach(async () => {
      store = await open();
      sri = randomUUID() as PersonId;
      budi = randomUUID() as PersonId;
    });

    function enrolment(over: Partial<Enrolment> = {}): Enrolment {
      return {
        enrolmentId: randomUUID() as EnrolmentId,
        personId: sri,
        courseId: 'c1',
        version: 1,
        registration: randomUUID() as Registration,
        state: 'active',
        enrolledAt: '2026-03-02T01:00:00.000Z',
        ...over,
      };
    }

    const cancel = (before: Enrolment, at: string) =>
      store.move({ before, after: { ...before, state: 'cancelled', cancelledAt: at } });

    async function created(over: Partial<Enrolment> = {}): Promise<Enrolment> {
      const row = enrolment(over);
      expect(await store.move({ after: row })).toBe('done');
      return row;
    }

    it('gives back what was created, by person and course and by registration', async () => {
      const row = await created();
      expect(await store.findCurrent(sri, 'c1')).toEqual(row);
      expect(await store.findByRegistration(row.registration)).toEqual(row);
    });

    it('knows nothing of another person, course or registration', async () => {
      await created();
      expect(await store.findCurrent(budi, 'c1')).toBeUndefined();
      expect(await store.findCurrent(sri, 'c2')).toBeUndefined();
      expect(await store.findByRegistration(enrolment().registration)).toBeUndefined();
      expect(await store.complete(enrolment().registration, later)).toBe('absent');
    });

    it('lets exactly one of twenty parallel enrolments through and leaves no trace of the others', async () => {
      const rows = Array.from({ length: 20 }, () => enrolment());
      const outcomes = await Promise.all(rows.map((after) => store.move({ after })));
      const winners = rows.filter((_, index) => outcomes[index] === 'done');
      expect(winners).toHaveLength(1);
      expect(await store.listCurrent(sri)).toEqual(winners);
      const found = await Promise.all(rows.map((row) => store.findByRegistration(row.registration)));
      expect(found.filter(Boolean)).toEqual(winners);
    });

    it('lists every current enrolment of one person only', async () => {
      const mine = [await created(), await created({ courseId: 'c2' })];
      await created({ personId: budi });
      const listed = await store.listCurrent(sri);
      expect(listed.map((row) => row.courseId).sort()).toEqual(mine.map((row) => row.courseId));
    });

    it('completes once and keeps the first completion time', async () => {
      const { registration } = await created();
      expect(await store.complete(registration, later)).toBe('completed');
      expect(await store.complete(registration, latest)).toBe('was-completed');
      expect(await store.findByRegistration(registration)).toMatchObject({
        state: 'completed',
        completedAt: later,
      });
    });

    it('holds the seat after completion: no second enrolment, no cancellation', async () => {
      const row = await created();
      await store.complete(row.registration, later);
      expect(await store.move({ after: enrolment() })).toBe('changed');
      expect(await cancel(row, latest)).toBe('changed');
      expect(await store.findCurrent(sri, 'c1')).toMatchObject({ state: 'completed' });
    });

    it('L2: a cancelled enrolment never completes', async () => {
      const row = await created();
      expect(await cancel(row, later)).toBe('done');
      expect(await store.complete(row.registration, latest)).toBe('was-cancelled');
      expect(await store.findByRegistration(row.registration)).toEqual({
        ...row,
        state: 'cancelled',
        cancelledAt: later,
      });
    });

    it('frees person and course by cancelling; the new enrolment stands apart from the old one', async () => {
      const old = await created();
      await cancel(old, later);
      expect(await store.findCurrent(sri, 'c1')).toBeUndefined();
      expect(await store.listCurrent(sri)).toEqual([]);
      const again = await created({ version: 2 });
      expect(await cancel(old, latest)).toBe('changed');
      expect(await store.findCurrent(sri, 'c1')).toEqual(again);
      expect(await store.findByRegistration(old.registration)).toMatchObject({ state: 'cancelled' });
    });

    it('lets either completion or cancellation win when both arrive at once', async () => {
      const row = await created();
      const [completed, cancelled] = await Promise.all([
        store.complete(row.registration, later),
        cancel(row, later),
      ]);
      expect([
        ['completed', 'changed'],
        ['was-cancelled', 'done'],
      ]).toContainEqual([completed, cancelled]);
    });

    it('moves the last activity forward only, and only for the enrolled person', async () => {
      const { registration } = await created();
      await store.noteActivity({ registration, personId: sri, at: latest });
      await store.noteActivity({ registration, personId: sri, at: later });
      await store.noteActivity({ registration, personId: budi, at: '2026-03-02T04:00:00.000Z' });
      expect((await store.findByRegistration(registration))?.lastActivityAt).toBe(latest);
    });

    it('creates nothing by noting activity of an unknown registration', async () => {
      const { registration } = enrolment();
      await store.noteActivity({ registration, personId: sri, at: later });
      expect(await store.findByRegistration(registration)).toBeUndefined();
    });
  });
}
