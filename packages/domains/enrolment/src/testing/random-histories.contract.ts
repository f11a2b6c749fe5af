import { createHash, randomUUID } from 'node:crypto';
import type { AgencyId, Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignCourse } from '../assign-course.ts';
import { cancelEnrolment } from '../cancel-enrolment.ts';
import { completeEnrolment } from '../complete-enrolment.ts';
import { decideRequest } from '../decide-request.ts';
import { enrolLearner } from '../enrol-learner.ts';
import type { Admission, EnrolmentStore } from '../ports.ts';
import { promoteWaiting } from '../promote-waiting.ts';
import { withdrawAssignment } from '../withdraw-assignment.ts';

const actions = ['enrol', 'leave', 'complete', 'approve', 'decline', 'assign', 'release'] as const;
const action = fc.record({ who: fc.nat(7), what: fc.constantFrom(...actions) });
/** Rounds of actions that run at the same time, each with the number of seats it finds. */
const history = fc.array(
  fc.record({ seats: fc.integer({ min: 1, max: 4 }), together: fc.array(action, { maxLength: 6 }) }),
  { minLength: 1, maxLength: 6 },
);

const agencyId = 'agency' as AgencyId;
const admin: PersonPrincipal = {
  ...{ kind: 'person', personId: 'admin' as PersonId, name: 'Admin' },
  ...{ roles: ['agency-admin'], agencyId },
};

/** L7: whatever people do at the same time, seats are what confirmed enrolments hold, and no more than there are. */
export function randomHistoriesContract(
  adapter: string,
  open: () => Promise<EnrolmentStore>,
  runs: number,
): void {
  describe(`random histories on ${adapter}`, () => {
    it.each(['open', 'approval'] as const)(
      'L7: keep seats = capacity − confirmed in a course of mode %s',
      async (mode) => {
        await fc.assert(
          fc.asyncProperty(history, async (rounds) => {
            const world = createWorld(await open(), mode);
            let most = 0;
            for (const { seats, together } of rounds) {
              const held = await world.held();
              world.admission = { mode, seats };
              // Lowering the seats takes none away from those who hold one.
              most = Math.max(seats, held);
              await Promise.all(together.map(({ who, what }) => world.act(who, what)));
              await world.settle();
              await world.check(most);
            }
          }),
          { numRuns: runs },
        );
      },
      120_000,
    );
  });
}

function createWorld(enrolments: EnrolmentStore, mode: Admission['mode']) {
  const courseId = randomUUID();
  const people = Array.from({ length: 8 }, () => randomUUID() as PersonId);
  const world = { admission: { mode } as Admission };
  let ms = Date.UTC(2026, 2, 2);
  const deps = {
    enrolments,
    invitations: { find: async () => undefined },
    courses: { openVersion: async () => ({ version: 1, admission: world.admission }) },
    learners: { placeOf: async () => ({ agencyId }), teamOf: async () => [] },
    clock: {
      now: () => {
        ms += 1;
        return new Date(ms);
      },
    },
    ids: { uuid: () => randomUUID(), token: () => randomUUID() },
    digest: {
      sha256: (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex'),
      sha1: String,
    },
  };
  const principalOf = (personId: PersonId): PersonPrincipal => ({
    ...{ kind: 'person', personId, name: personId, roles: ['learner'], agencyId },
  });
  const currents = async () => {
    const all = await Promise.all(people.map((personId) => enrolments.findCurrent(personId, courseId)));
    return all.flatMap((one) => (one ? [one] : []));
  };

  async function run(who: number, what: (typeof actions)[number]): Promise<unknown> {
    const personId = people[who] as PersonId;
    const principal = principalOf(personId);
    if (what === 'enrol') return enrolLearner(deps, { principal, request: { courseId } });
    if (what === 'leave') return cancelEnrolment(deps, { principal, courseId });
    if (what === 'assign') return assignCourse(deps, { principal: admin, request: { courseId, personId } });
    const current = await enrolments.findCurrent(personId, courseId);
    if (!current) return undefined;
    const { registration } = current;
    if (what === 'complete')
      return completeEnrolment(
        { ...deps, hours: { statedJp: async () => 400 as Jp } },
        { registration, completedAt: '2026-03-03T00:00:00.000Z' },
      );
    if (what === 'release') return withdrawAssignment(deps, { principal: admin, registration });
    const request =
      what === 'approve'
        ? { decision: 'approve' as const }
        : { decision: 'decline' as const, reason: 'Tidak' };
    return decideRequest(deps, { principal: admin, registration, request });
  }

  return Object.assign(world, {
    held: async () => (await enrolments.seatsOf(courseId)).taken,
    /** Refusals are outcomes here; what counts is the state they leave. */
    act: async (who: number, what: (typeof actions)[number]) => {
      await run(who, what).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error)) throw error;
      });
    },
    settle: () => promoteWaiting(deps, { courseId }),
    async check(most: number) {
      const { taken, waiting } = await enrolments.seatsOf(courseId);
      const all = await currents();
      expect(taken).toBe(all.filter(({ state, counted }) => counted && state !== 'waiting').length);
      expect(taken).toBe(
        all.filter(({ state, counted }) => counted || state === 'active' || state === 'completed').length,
      );
      expect(waiting).toBe(all.filter(({ state }) => state === 'waiting').length);
      expect(taken).toBeLessThanOrEqual(most);
      const { seats = 0 } = world.admission;
      if (taken < seats) expect(waiting).toBe(0);
      if (waiting > 0) expect(await enrolments.firstWaiting(courseId)).toBeDefined();
    },
  });
}
