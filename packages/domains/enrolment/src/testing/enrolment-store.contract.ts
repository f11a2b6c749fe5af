import { randomUUID } from 'node:crypto';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Assignment, Enrolment, EnrolmentId, Registration } from '../enrolment.ts';
import { type EnrolmentStore, rosterShards } from '../ports.ts';

const later = '2026-03-02T02:00:00.000Z';
const latest = '2026-03-02T03:00:00.000Z';

/** A store under test, and what commits the writes of its companions as others do. */
export interface EnrolmentStoreUnderTest {
  readonly store: EnrolmentStore;
  /** False when a condition did not hold; then nothing was written. */
  commit(writes: readonly object[]): Promise<boolean>;
}

/** What every enrolment store keeps. Ids are fresh in every test, so that the store need not be empty. */
export function enrolmentStoreContract(adapter: string, open: () => Promise<EnrolmentStoreUnderTest>): void {
  describe(`enrolment store on ${adapter}`, () => {
    let store: EnrolmentStore;
    let commit: EnrolmentStoreUnderTest['commit'];
    let sri: PersonId;
    let budi: PersonId;

    beforeEach(async () => {
      ({ store, commit } = await open());
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
      expect(await store.complete(enrolment(), { at: later })).toBe('absent');
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

    type Roster = 'listRunning' | 'listDone' | 'listLeft';

    async function roster(
      courseId: string,
      list: Roster = 'listRunning',
      since = '2026-01-01T00:00:00.000Z',
    ): Promise<readonly Registration[]> {
      const found: Registration[] = [];
      for (let shard = 0; shard < rosterShards; shard += 1) {
        let after: string | undefined;
        do {
          const wish = { limit: 2, ...(after && { after }) };
          const page = await (list === 'listLeft'
            ? store.listLeft(courseId, shard, { ...wish, since })
            : store[list](courseId, shard, wish));
          found.push(...page.enrolments.map(({ registration }) => registration));
          after = page.next;
        } while (after);
      }
      return found.toSorted();
    }

    it('has on the roster of a course whoever takes it, each once, and nobody who is done or gone', async () => {
      const courseId = randomUUID();
      const people = Array.from({ length: 12 }, () => randomUUID() as PersonId);
      const rows = [];
      for (const personId of people) rows.push(await created({ personId, courseId }));
      await created({ courseId: randomUUID(), personId: budi });
      expect(await roster(courseId)).toEqual(rows.map(({ registration }) => registration).toSorted());
      const [done, gone, ...others] = rows;
      if (!done || !gone) throw new Error('twelve were enrolled');
      await store.complete(done, { at: later });
      await cancel(gone, later);
      expect(await roster(courseId)).toEqual(others.map(({ registration }) => registration).toSorted());
      expect(await roster(courseId, 'listDone')).toEqual([done.registration]);
      expect(await roster(courseId, 'listLeft', later)).toEqual([gone.registration]);
      expect(await roster(courseId, 'listLeft', latest)).toEqual([]);
      expect(await roster(randomUUID(), 'listLeft')).toEqual([]);
    });

    it('has whoever takes a course again on its roster once', async () => {
      const courseId = randomUUID();
      const row = await created({ courseId });
      await store.complete(row, { at: later });
      const replaces: Enrolment = { ...row, state: 'completed', completedAt: later };
      const again = enrolment({ courseId });
      expect(await store.move({ after: again, replaces })).toBe('done');
      expect(await roster(courseId)).toEqual([again.registration]);
      expect(await roster(courseId, 'listDone')).toEqual([]);
    });

    it('notes another version of an active enrolment once, and of no other', async () => {
      const row = await created();
      const { registration } = row;
      const move = () => commit(store.movingVersion({ registration, from: 1, to: 2, movedAt: later }).writes);
      expect(await move()).toBe(true);
      expect(await move()).toBe(false);
      expect(await store.findByRegistration(registration)).toEqual({ ...row, version: 2, movedAt: later });
      await store.complete(row, { at: later });
      const back = { registration, from: 2, to: 3, movedAt: later };
      expect(await commit(store.movingVersion(back).writes)).toBe(false);
      const unknown = { ...back, registration: randomUUID() as Registration };
      expect(await commit(store.movingVersion(unknown).writes)).toBe(false);
    });

    it('closes a course that nobody came to, and no other', async () => {
      const fresh = () => enrolment({ courseId: randomUUID() });
      const row = await created({ courseId: randomUUID() });
      expect(await commit(store.closing(row.courseId).writes)).toBe(false);
      const asked = { ...fresh(), state: 'requested' as const };
      expect(await store.move({ after: asked })).toBe('done');
      await store.move({ before: asked, after: { ...asked, state: 'withdrawn', withdrawnAt: later } });
      expect(await commit(store.closing(asked.courseId).writes)).toBe(false);
      const next = fresh();
      expect(await commit(store.closing(next.courseId).writes)).toBe(true);
      expect(await commit(store.closing(next.courseId).writes)).toBe(false);
      expect(await store.move({ after: { ...next, counted: true } })).toBe('full');
      expect(await store.move({ after: { ...next, state: 'requested' } })).toBe('changed');
      expect(await store.findCurrent(next.personId, next.courseId)).toBeUndefined();
      expect(await store.seatsOf(next.courseId)).toEqual({ taken: 0, waiting: 0 });
    });

    it('completes once and keeps the first completion time', async () => {
      const row = await created();
      const { registration } = row;
      const earnedJp = 400 as Jp;
      expect(await store.complete(row, { at: later, earnedJp })).toBe('completed');
      const again = { at: latest, earnedJp: 600 as Jp };
      expect(await store.complete(row, again)).toBe('was-completed');
      expect(await store.findByRegistration(registration)).toMatchObject({
        state: 'completed',
        completedAt: later,
        earnedJp: 400,
      });
    });

    it('holds the seat after completion: no second enrolment, no cancellation', async () => {
      const row = await created();
      await store.complete(row, { at: later });
      expect(await store.move({ after: enrolment() })).toBe('changed');
      expect(await cancel(row, latest)).toBe('changed');
      expect(await store.findCurrent(sri, 'c1')).toMatchObject({ state: 'completed' });
    });

    it('L2: a cancelled enrolment never completes', async () => {
      const row = await created();
      expect(await cancel(row, later)).toBe('done');
      expect(await store.complete(row, { at: latest })).toBe('was-cancelled');
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
        store.complete(row, { at: later }),
        cancel(row, later),
      ]);
      expect([
        ['completed', 'changed'],
        ['was-cancelled', 'done'],
      ]).toContainEqual([completed, cancelled]);
    });

    it('L7: who leaves has no duty, however close an assignment and the leaving come', async () => {
      const row = await created();
      const assignment = (at: string): Assignment => ({
        ...{ as: 'agency', agencyId: 'a' as AgencyId, at, ownBefore: true },
      });
      const given = { ...row, assignment: assignment(later) };
      expect(await store.move({ before: row, after: given })).toBe('done');
      // Both were read before.
      expect(await cancel(row, latest)).toBe('changed');
      expect(await store.move({ before: row, after: { ...row, assignment: assignment(latest) } })).toBe(
        'changed',
      );
      expect(await store.findByRegistration(row.registration)).toEqual(given);
      expect(await store.move({ before: given, after: row })).toBe('done');
      expect(await store.move({ before: given, after: row })).toBe('changed');
      expect(await cancel(row, latest)).toBe('done');
    });

    it('moves the last activity forward only, and only for the enrolled person', async () => {
      const { registration } = await created();
      await store.noteActivity({ registration, personId: sri, at: latest });
      await store.noteActivity({ registration, personId: sri, at: later });
      await store.noteActivity({ registration, personId: budi, at: '2026-03-02T04:00:00.000Z' });
      expect((await store.findByRegistration(registration))?.lastActivityAt).toBe(latest);
    });

    it('notes what the provider says now once a revision, and keeps it through the next step', async () => {
      const row = await created();
      const word = (rev: number) => ({ rev, notedAt: later, score: { at: later, from: 0.85, to: 0.7 } });
      expect(await store.noteProviderWord(row, word(1))).toBe('noted');
      // Read before the one that was noted; and before the course was completed.
      expect(await store.noteProviderWord(row, word(1))).toBe('changed');
      expect(await store.noteProviderWord({ ...row, state: 'completed' }, word(2))).toBe('changed');
      expect(await store.noteProviderWord(row, { ...word(2), takenBack: { at: later } })).toBe('noted');
      expect(await store.noteProviderWord(row, word(3))).toBe('noted');
      expect(await store.findByRegistration(row.registration)).toEqual({ ...row, providerWord: word(3) });
      // By whoever had read it before that.
      expect(await cancel(row, latest)).toBe('done');
      expect(await store.findByRegistration(row.registration)).toMatchObject({
        ...{ state: 'cancelled', providerWord: word(3) },
      });
      expect(await store.noteProviderWord(enrolment(), word(1))).toBe('changed');
    });

    it('creates nothing by noting activity of an unknown registration', async () => {
      const { registration } = enrolment();
      await store.noteActivity({ registration, personId: sri, at: later });
      expect(await store.findByRegistration(registration)).toBeUndefined();
    });
  });
}
