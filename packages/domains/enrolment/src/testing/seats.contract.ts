import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Enrolment, EnrolmentId, Registration } from '../enrolment.ts';
import type { Invitation } from '../invitation.ts';
import type { EnrolmentStore, InvitationStore } from '../ports.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString();

/** What every store keeps of seats, waiting list, history, desks and invitations. Ids are fresh in every test. */
export function seatsContract(
  adapter: string,
  open: () => Promise<{ readonly enrolments: EnrolmentStore; readonly invitations: InvitationStore }>,
): void {
  describe(`seats on ${adapter}`, () => {
    let store: EnrolmentStore;
    let invitations: InvitationStore;
    let courseId: string;
    beforeEach(async () => {
      ({ enrolments: store, invitations } = await open());
      courseId = randomUUID();
    });

    function enrolment(over: Partial<Enrolment> = {}): Enrolment {
      return {
        enrolmentId: randomUUID() as EnrolmentId,
        personId: randomUUID() as PersonId,
        courseId,
        version: 1,
        registration: randomUUID() as Registration,
        state: 'active',
        counted: true,
        enrolledAt: at(0),
        ...over,
      };
    }

    const waiting = (minute: number) => {
      const { counted: _, ...rest } = enrolment({ state: 'waiting', waitingSince: at(minute) });
      return rest;
    };

    async function stored(after: Enrolment, capacity?: number): Promise<Enrolment> {
      const outcome = await store.move({ after, ...(capacity !== undefined && { capacity }) });
      expect(outcome).toBe('done');
      return after;
    }

    const ends = (before: Enrolment) =>
      store.move({ before, after: { ...before, state: 'cancelled', cancelledAt: at(9) } });

    it('L7: gives the last seat to exactly one of fifty who ask at once', async () => {
      const rows = Array.from({ length: 50 }, () => enrolment());
      const outcomes = await Promise.all(rows.map((after) => store.move({ after, capacity: 1 })));
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(49);
      expect(await store.seatsOf(courseId)).toEqual({ taken: 1, waiting: 0 });
      const found = await Promise.all(rows.map((row) => store.findByRegistration(row.registration)));
      expect(found.filter(Boolean)).toHaveLength(1);
    }, 60_000);

    it('counts the seats of a course without a limit too, and refuses none', async () => {
      await stored(enrolment());
      await stored(enrolment());
      expect(await store.seatsOf(courseId)).toEqual({ taken: 2, waiting: 0 });
      expect(await store.move({ after: enrolment(), capacity: 2 })).toBe('full');
    });

    it('counts nothing for one from before there were seats, and frees none by it', async () => {
      const { counted: _, ...old } = enrolment();
      await stored(old);
      expect(await ends(old)).toBe('done');
      expect(await store.seatsOf(courseId)).toEqual({ taken: 0, waiting: 0 });
    });

    it('queues only when no seat is free or others wait, and lets no newcomer overtake', async () => {
      expect(await store.move({ after: waiting(1), capacity: 1 })).toBe('free');
      const holder = await stored(enrolment(), 1);
      const first = await stored(waiting(1), 1);
      const second = await stored(waiting(2), 1);
      expect(await ends(holder)).toBe('done');
      expect(await store.move({ after: enrolment(), capacity: 1 })).toBe('full');
      await stored(waiting(3), 1);
      expect(await store.firstWaiting(courseId)).toEqual(first);
      expect(await store.waitingBefore(first, 10)).toBe(0);
      expect(await store.waitingBefore(second, 10)).toBe(1);
    });

    it('L7: promotes one place once, however many try at the same time', async () => {
      const holder = await stored(enrolment(), 1);
      const first = await stored(waiting(1), 1);
      const second = await stored(waiting(2), 1);
      await ends(holder);
      const after: Enrolment = { ...first, state: 'active', counted: true, enrolledAt: at(5) };
      const tries = await Promise.all(
        Array.from({ length: 10 }, () => store.move({ before: first, after, capacity: 1 })),
      );
      expect(tries.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(await store.seatsOf(courseId)).toEqual({ taken: 1, waiting: 1 });
      expect(await store.firstWaiting(courseId)).toEqual(second);
      const next: Enrolment = { ...second, state: 'active', counted: true };
      expect(await store.move({ before: second, after: next, capacity: 1 })).toBe('full');
      expect(await store.move({ before: second, after: next, capacity: 2 })).toBe('done');
    });

    it('7.4: asks first whose larger gap is closed, of those alike', async () => {
      await stored(enrolment(), 1);
      const early = await stored(waiting(1), 1);
      const small = await stored({ ...waiting(2), waitingGap: 1 }, 1);
      const large = await stored({ ...waiting(3), waitingGap: 4 }, 1);
      const beyond = await stored({ ...waiting(4), waitingGap: 9 }, 1);
      const past = await stored({ ...waiting(5), waitingGap: 4, waitingPastMinimum: true }, 1);
      const raised = await stored({ ...waiting(6), waitingRaised: true }, 1);
      const places = [early, small, large, beyond, past, raised].map((one) => store.waitingBefore(one, 9));
      expect(await Promise.all(places)).toEqual([4, 3, 1, 2, 5, 0]);
      expect(await store.firstWaiting(courseId)).toEqual(raised);
    });

    it('7.4: asks first of whom it is required, then who lacks hours, then by arrival; a duty moves whoever waits', async () => {
      await stored(enrolment(), 1);
      const past = await stored({ ...waiting(1), waitingPastMinimum: true }, 1);
      const second = await stored(waiting(2), 1);
      const third = await stored(waiting(3), 1);
      const assignment = { as: 'agency' as const, agencyId: 'a' as AgencyId, at: at(8) };
      const order = async () => {
        const all = [past, second, third];
        const places = await Promise.all(
          all.map(async ({ registration }) => {
            const found = await store.findByRegistration(registration);
            return found ? store.waitingBefore(found, 9) : undefined;
          }),
        );
        return places;
      };
      expect(await order()).toEqual([2, 0, 1]);
      expect(await store.firstWaiting(courseId)).toEqual(second);
      const required = { ...third, assignment };
      expect(await store.move({ before: third, after: required })).toBe('done');
      expect(await order()).toEqual([2, 1, 0]);
      expect(await store.firstWaiting(courseId)).toEqual(required);
      expect(await store.seatsOf(courseId)).toEqual({ taken: 1, waiting: 3 });
      const { assignment: _, ...free } = required;
      expect(await store.move({ before: required, after: free })).toBe('done');
      expect(await order()).toEqual([2, 0, 1]);
      // As it was read: whoever meanwhile has the duty is not promoted without it.
      expect(await store.move({ before: required, after: { ...required, state: 'active' } })).toBe('changed');
    });

    it('takes who withdraws off the waiting list', async () => {
      await stored(enrolment(), 1);
      const before = await stored(waiting(1), 1);
      const after: Enrolment = { ...before, state: 'withdrawn', withdrawnAt: at(2) };
      expect(await store.move({ before, after })).toBe('done');
      expect(await store.firstWaiting(courseId)).toBeUndefined();
      expect(await store.seatsOf(courseId)).toEqual({ taken: 1, waiting: 0 });
      expect(await store.findCurrent(before.personId, courseId)).toBeUndefined();
      expect(await store.listPast(before.personId, courseId)).toEqual([after]);
    });

    it('hands the seat of a completed enrolment to its re-take, and keeps both', async () => {
      const first = await stored(enrolment(), 1);
      await store.complete(first, { at: at(3) });
      const replaces: Enrolment = { ...first, state: 'completed', completedAt: at(3) };
      const again = enrolment({ personId: first.personId, enrolledAt: at(4) });
      expect(await store.move({ after: again, replaces, capacity: 1 })).toBe('done');
      expect(await store.seatsOf(courseId)).toEqual({ taken: 1, waiting: 0 });
      expect(await store.findCurrent(first.personId, courseId)).toEqual(again);
      expect(await store.listPast(first.personId)).toEqual([replaces]);
      const third = enrolment({ personId: first.personId });
      expect(await store.move({ after: third, replaces, capacity: 1 })).toBe('changed');
    });

    it('keeps what was noted of activity between reading and moving', async () => {
      const before = await stored(enrolment());
      const { registration, personId } = before;
      await store.noteActivity({ registration, personId, at: at(7) });
      const assignment = {
        ...{ by: 'b' as PersonId, as: 'agency' as const },
        agencyId: 'a' as AgencyId,
        at: at(8),
      };
      expect(await store.move({ before, after: { ...before, assignment } })).toBe('done');
      expect(await store.findByRegistration(registration)).toEqual({
        ...before,
        assignment,
        lastActivityAt: at(7),
      });
    });

    it('lists requests and duties of an agency while they stand, page by page', async () => {
      const agencyId = randomUUID() as AgencyId;
      const ask = (minute: number) =>
        stored({ ...waiting(0), state: 'requested', requestedAt: at(minute), agencyId });
      const [late, early] = [await ask(2), await ask(1)];
      const firstPage = await store.listRequested(agencyId, { limit: 1 });
      expect(firstPage.enrolments).toEqual([early]);
      const rest = await store.listRequested(agencyId, { limit: 5, after: firstPage.next ?? '' });
      expect(rest.enrolments).toEqual([late]);
      const assignment = { by: 'b' as PersonId, as: 'supervisor' as const, agencyId, at: at(3) };
      const granted: Enrolment = { ...early, state: 'active', counted: true, assignment };
      expect(await store.move({ before: early, after: granted })).toBe('done');
      expect((await store.listRequested(agencyId, { limit: 5 })).enrolments).toEqual([late]);
      expect((await store.listAssigned(agencyId, { limit: 5 })).enrolments).toEqual([granted]);
      await ends(granted);
      expect((await store.listAssigned(agencyId, { limit: 5 })).enrolments).toEqual([]);
    });

    it('counts the uses of an invitation and takes no more than it allows, nor after its end', async () => {
      const invitation: Invitation = {
        ...{ invitationId: randomUUID(), courseId, label: 'Angkatan I', maxUses: 2, uses: 0 },
        inviter: { kind: 'agency', agencyId: 'a' as AgencyId },
        ...{ expiresAt: at(30), createdAt: at(0), createdBy: 'b' as PersonId },
      };
      await invitations.add(invitation);
      const use = (minute: number) =>
        store.move({ after: enrolment(), invitation: { ...invitation, at: at(minute) } });
      expect(await use(31)).toBe('uninvited');
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => use(1)));
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(2);
      expect(outcomes.filter((outcome) => outcome === 'uninvited')).toHaveLength(3);
      expect(await invitations.find(courseId, invitation.invitationId)).toEqual({ ...invitation, uses: 2 });
      const other = { ...invitation, invitationId: randomUUID(), createdAt: at(1) };
      await invitations.add(other);
      await invitations.revoke(other, at(2));
      await invitations.revoke(other, at(3));
      expect(await invitations.list(courseId)).toEqual([
        { ...other, revokedAt: at(2) },
        { ...invitation, uses: 2 },
      ]);
      expect(await store.move({ after: enrolment(), invitation: { ...other, at: at(4) } })).toBe('uninvited');
      expect(
        await store.move({ after: enrolment(), invitation: { ...other, courseId: 'x', at: at(4) } }),
      ).toBe('uninvited');
    });
  });
}
