import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { ConnectionId } from '../../connection.ts';
import type { ProviderEnrolmentStore } from '../../enrolments/ports.ts';
import type { ProviderEnrolment } from '../../enrolments/provider-enrolment.ts';
import { sampleProviderEnrolment } from './sample-provider-enrolment.ts';

/** What every store keeps. Ids are fresh in every test. */
export function providerEnrolmentStoreContract(
  adapter: string,
  open: () => Promise<ProviderEnrolmentStore>,
): void {
  describe(`provider enrolments on ${adapter}`, () => {
    const one = (given: Partial<ProviderEnrolment> = {}) =>
      sampleProviderEnrolment({
        registration: randomUUID(),
        personId: randomUUID() as PersonId,
        courseId: randomUUID(),
        connectionId: randomUUID() as ConnectionId,
        ...given,
      });
    const next = (before: ProviderEnrolment, given: Partial<ProviderEnrolment>) => ({
      before,
      after: { ...before, rev: before.rev + 1, ...given },
    });

    it('R1: keeps one row a registration, and changes it only as it was read', async () => {
      const store = await open();
      const first = one({ reason: 'unreachable', maybeThere: true });
      expect(await store.move({ after: first })).toBe('done');
      expect(await store.move({ after: first })).toBe('changed');
      const tries = await Promise.all(
        Array.from({ length: 5 }, () => store.move(next(first, { state: 'sending' }))),
      );
      expect(tries.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(await store.find(first.registration)).toEqual({ ...first, rev: 2, state: 'sending' });
      expect(await store.find(randomUUID())).toBeUndefined();
      expect(await store.findMany([first.registration, randomUUID()])).toHaveLength(1);
    });

    it('gives a person one place in a course, to one registration at a time', async () => {
      const store = await open();
      const first = one();
      const second = one({ personId: first.personId, courseId: first.courseId });
      for (const after of [first, second]) await store.move({ after });
      const sent = next(first, { state: 'sending' });
      expect(await store.move({ ...sent, place: 'take' })).toBe('done');
      expect(await store.move({ ...next(second, { state: 'sending' }), place: 'take' })).toBe('taken');
      expect(await store.find(second.registration)).toEqual(second);
      expect(await store.placeOf(first.personId, first.courseId)).toBe(first.registration);
      const third = one({ personId: first.personId, courseId: first.courseId });
      await store.move({ after: third });
      // Who has no place frees none of another's.
      expect(await store.move({ ...next(third, { state: 'cancelled' }), place: 'free' })).toBe('done');
      expect(await store.placeOf(first.personId, first.courseId)).toBe(first.registration);
      const over = next(sent.after, { state: 'cancelled' });
      expect(await store.move({ ...over, place: 'free' })).toBe('done');
      expect(await store.placeOf(first.personId, first.courseId)).toBeUndefined();
      expect(await store.move({ ...next(second, { state: 'sending' }), place: 'take' })).toBe('done');
    });

    it('hands a place over together with the end of the one that had it', async () => {
      const store = await open();
      const first = one({ state: 'confirmed' });
      const second = one({ personId: first.personId, courseId: first.courseId });
      await store.move({ after: first, place: 'take' });
      await store.move({ after: second });
      const heir = next(first, { state: 'cancelled', reason: 'handed-over' });
      const take = { ...next(second, { state: 'sending' }), place: 'take' as const };
      expect(await store.move({ ...take, heir: { ...heir, before: { ...first, rev: 9 } } })).toBe('changed');
      expect(await store.move({ ...take, heir })).toBe('done');
      expect(await store.find(first.registration)).toEqual(heir.after);
      expect(await store.placeOf(first.personId, first.courseId)).toBe(second.registration);
    });

    it('lists what is due, longest due first, and nothing that waits or is done', async () => {
      const store = await open();
      const year = 1990 + Math.floor(Math.random() * 9);
      const at = (minute: number) => new Date(Date.UTC(year, 1, 1, 1, minute)).toISOString();
      const late = one({ dueAt: at(2) });
      const early = one({ dueAt: at(1) });
      const future = one({ dueAt: at(9) });
      const { dueAt: _, ...idle } = one({ state: 'confirmed' });
      for (const after of [late, early, future, idle]) await store.move({ after });
      const mine = [late, early, future, idle].map(({ registration }) => registration);
      const due = (await store.listDue(at(2), 1_000)).map(({ registration }) => registration);
      expect(due.filter((id) => mine.includes(id))).toEqual([early.registration, late.registration]);
    });

    it('lists what was queued no more until it moves, or the queue has lost it', async () => {
      const store = await open();
      const year = 1980 + Math.floor(Math.random() * 9);
      const at = (minute: number) => new Date(Date.UTC(year, 1, 1, 1, minute)).toISOString();
      const [moving, still, changed] = [1, 2, 3].map((minute) => one({ dueAt: at(minute) }));
      const { dueAt: _, ...idle } = one({ state: 'confirmed' });
      const all = [moving, still, changed, idle].flatMap((each) => each ?? []);
      for (const after of all) await store.move({ after });
      const mine = all.map(({ registration }) => registration);
      const due = async (minute: number) =>
        (await store.listDue(at(minute), 1_000))
          .map(({ registration }) => registration)
          .filter((id) => mine.includes(id));
      if (!moving || !still || !changed) throw new Error('there are three');
      // What has moved since it was read, and what nothing is to be done of, is no matter of the queue.
      await store.noteQueued([moving, still, { ...changed, rev: 9 }, idle], at(20));
      expect(await due(10)).toEqual([changed.registration]);
      expect(await store.find(still.registration)).toEqual(still);
      await store.move(next(moving, { state: 'sending', dueAt: at(9) }));
      expect(await due(10)).toEqual([changed.registration, moving.registration]);
      expect(await due(21)).toEqual([still.registration, changed.registration, moving.registration]);
    });

    it('lists those of a connection by what becomes of them, the newest first, page by page', async () => {
      const store = await open();
      const connectionId = randomUUID() as ConnectionId;
      const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString();
      const [first, second] = [1, 2].map((minute) => one({ connectionId, createdAt: at(minute) }));
      const over = one({ connectionId, state: 'cancelled' });
      const { dueAt: _, ...settled } = one({ connectionId, state: 'confirmed' });
      const done = { ...settled, doneAt: at(5) };
      for (const after of [first, second, over, done]) if (after) await store.move({ after });
      const page = await store.listOfConnection(connectionId, 'open', { limit: 1 });
      expect(page.enrolments).toEqual([second]);
      const rest = await store.listOfConnection(connectionId, 'open', { limit: 5, after: page.next ?? '' });
      expect(rest.enrolments).toEqual([first]);
      expect(await store.countOpen(connectionId)).toBe(2);
      expect((await store.listOfConnection(connectionId, 'over', { limit: 5 })).enrolments).toEqual([over]);
      expect((await store.listOfConnection(connectionId, 'done', { limit: 5 })).enrolments).toEqual([done]);
      await store.move({ before: done, after: { ...settled, rev: done.rev + 1 } });
      expect(await store.countOpen(connectionId)).toBe(3);
      expect((await store.listOfConnection(connectionId, 'done', { limit: 5 })).enrolments).toEqual([]);
      await store.move({ before: { ...settled, rev: done.rev + 1 }, after: { ...done, rev: done.rev + 2 } });
      expect((await store.listOfConnection(connectionId, 'confirmed', { limit: 5 })).enrolments).toEqual([]);
    });

    it('keeps whose account is whose: one of a person, and nobody’s that is another’s', async () => {
      const store = await open();
      const connectionId = randomUUID() as ConnectionId;
      const [sri, budi] = [randomUUID() as PersonId, randomUUID() as PersonId];
      const keep = (personId: PersonId, account: string) =>
        store.keepAccount({ connectionId, personId, account, by: 'maya', at: '2026-03-02T01:00:00.000Z' });
      expect(await store.accountOf(connectionId, sri)).toBeUndefined();
      expect(await keep(sri, 'Sri-01')).toBe('kept');
      expect(await keep(sri, 'sri-01')).toBe('kept');
      expect(await store.accountOf(connectionId, sri)).toBe('sri-01');
      expect(await keep(budi, 'SRI-01')).toBe('taken');
      expect(await store.accountOf(connectionId, budi)).toBeUndefined();
      // Corrected: the one before is free again.
      expect(await keep(sri, 'sri-02')).toBe('kept');
      expect(await keep(budi, 'sri-01')).toBe('kept');
      expect(await store.accountOf(randomUUID() as ConnectionId, sri)).toBeUndefined();
      const race = await Promise.all([keep(sri, 'rebutan'), keep(budi, 'rebutan')]);
      expect(race.toSorted()).toEqual(['kept', 'taken']);
    });

    it('keeps how a connection enrols', async () => {
      const store = await open();
      const connectionId = randomUUID() as ConnectionId;
      expect(await store.settingsOf(connectionId)).toBeUndefined();
      const settings = { enrols: true, giveUpAfterHours: 24, whenFull: 'refuse' } as const;
      await store.saveSettings(connectionId, settings);
      expect(await store.settingsOf(connectionId)).toEqual(settings);
    });
  });
}
