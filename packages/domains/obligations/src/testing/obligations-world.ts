import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { Member } from '../audience/audience.ts';
import type { CourseStanding } from '../duty/duty-state.ts';
import type { CourseDesk, CourseOrder, MemberDirectory } from '../ports.ts';
import { runSpread } from '../spread/run-spread.ts';
import type { SpreadMessage } from '../spread/spread.ts';
import { memoryObligationsStore } from './memory-obligations-store.ts';

export const bkn = 'bkn' as AgencyId;
export const budi: PersonPrincipal = {
  ...{ kind: 'person', personId: 'budi' as PersonId, name: 'Budi' },
  ...{ roles: ['agency-admin'], agencyId: bkn },
};

export const memberOf = (personId: string, over: Partial<Member> = {}): Member => ({
  ...{ personId: personId as PersonId, agencyId: bkn, units: ['u1', 'top'] },
  ...{ status: 'PNS', timeZone: 'Asia/Jakarta', ...over },
});

/** Obligations in memory, with people and courses as a test says. */
export function obligationsWorld(start = '2026-03-02T01:00:00.000Z') {
  const store = memoryObligationsStore();
  const clock = fixedClock(start);
  const people = new Map<string, Member>();
  const shelf = new Map<string, 'open' | 'approval' | 'invitation'>([
    ['c1', 'open'],
    ['c2', 'open'],
  ]);
  const sent: SpreadMessage[] = [];
  const courses = memoryDesk(clock);
  const deps = {
    ...{ obligations: store, duties: store, spreads: store, clock, ids: countedIds() },
    members: memoryMembers(people),
    desk: courses.desk,
    shelf: { admissionOf: async (courseId: string) => shelf.get(courseId) },
    queue: { send: async (message: SpreadMessage) => void sent.push(message) },
    onFailure: (error: unknown) => {
      throw error;
    },
  };
  return {
    ...{ deps, store, clock, people, shelf, sent, courses },
    /** Works off what the queue holds. */
    async spread(): Promise<void> {
      for (let message = sent.shift(); message; message = sent.shift()) {
        await runSpread(deps, { ...message, deadlineMs: Number.POSITIVE_INFINITY });
      }
    },
    /** What everybody owes, without times. */
    async owed(): Promise<readonly string[]> {
      const all = await Promise.all([...people.keys()].map((id) => store.dutiesOf(id as PersonId)));
      return all
        .flat()
        .map((duty) => [duty.personId, duty.obligationId, duty.period, duty.courseId, duty.state].join(' '))
        .toSorted();
    },
  };
}

function memoryMembers(people: ReadonlyMap<string, Member>): MemberDirectory {
  const listOf = (agencyId: AgencyId, unitIds: readonly string[] | undefined) =>
    [...people.values()]
      .filter((one) => one.agencyId === agencyId)
      .filter((one) => !unitIds || one.units.some((unit) => unitIds.includes(unit)))
      .sort((a, b) => (a.personId < b.personId ? -1 : 1));
  return {
    memberOf: async (personId) => people.get(personId),
    async pageOf({ agencyId, unitIds }, { limit, after }) {
      const all = listOf(agencyId, unitIds).filter(({ personId }) => after === undefined || personId > after);
      const members = all.slice(0, limit);
      const last = members.at(-1);
      return { members, ...(last && members.length < all.length && { next: last.personId }) };
    },
    headsOf: async ({ agencyId, unitIds }) => listOf(agencyId, unitIds).length,
    basisOf: async ({ unitIds = [] }) => unitIds.join(' '),
  };
}

/** Enrolment without seats: what is given is open at once, unless a test closes the course. */
function memoryDesk(clock: { now(): Date }) {
  const standings = new Map<string, CourseStanding>();
  const givenFor = new Map<string, CourseOrder>();
  const closed = new Set<string>();
  const place = ({ personId, courseId }: { readonly personId: string; readonly courseId: string }) =>
    `${personId} ${courseId}`;
  const none: CourseStanding = { completions: [] };
  const desk: CourseDesk = {
    standingOf: async (at) => standings.get(place(at)) ?? none,
    async give(order) {
      if (closed.has(order.courseId)) return 'course-closed';
      const { current, completions } = standings.get(place(order)) ?? none;
      if (current && current.state !== 'completed') return 'given';
      standings.set(place(order), { current: { state: 'active', hasBegun: false }, completions });
      givenFor.set(place(order), order);
      return 'given';
    },
    async takeBack(at, heir) {
      if (givenFor.get(place(at))?.obligationId !== at.obligationId) return;
      givenFor.delete(place(at));
      if (heir) givenFor.set(place(at), heir);
      const { current, completions } = standings.get(place(at)) ?? none;
      if (!heir && current && !current.hasBegun) standings.set(place(at), { completions });
    },
  };
  return {
    ...{ desk, closed, givenFor },
    /** The person takes the course on their own, begins it, or completes it. */
    set: (personId: string, courseId: string, standing: CourseStanding) =>
      void standings.set(place({ personId, courseId }), standing),
    complete(personId: string, courseId: string, isRecognised = false) {
      const before = standings.get(place({ personId, courseId })) ?? none;
      const completedAt = clock.now().toISOString();
      const completion = { registration: `r-${completedAt}`, completedAt, isRecognised };
      standings.set(place({ personId, courseId }), {
        current: { state: 'completed', hasBegun: true },
        completions: [
          ...before.completions.filter((one) => one.registration !== completion.registration),
          completion,
        ],
      });
    },
  };
}
