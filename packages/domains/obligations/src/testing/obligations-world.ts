import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { Member } from '../audience/audience.ts';
import type { Duty } from '../duty/duty.ts';
import type { CourseStanding } from '../duty/duty-state.ts';
import type { CourseDesk, CourseOrder, MemberDirectory } from '../ports.ts';
import type { DigestContent, DutyTeller, LearningDirectory, TeamNews } from '../reminders/ports.ts';
import { runSpread } from '../spread/run-spread.ts';
import type { SpreadMessage } from '../spread/spread.ts';
import { memoryObligationsStore } from './memory-obligations-store.ts';
import { memoryTellingStore } from './memory-telling-store.ts';

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
  const rows = new Map<string, Duty>();
  const store = memoryObligationsStore(rows);
  const clock = fixedClock(start);
  const people = new Map<string, Member>();
  const shelf = new Map<string, 'open' | 'approval' | 'invitation'>([
    ['c1', 'open'],
    ['c2', 'open'],
  ]);
  const sent: SpreadMessage[] = [];
  const voices = memoryVoices();
  const courses = memoryDesk(clock);
  const deps = {
    ...{ obligations: store, duties: store, spreads: store, exceptions: store, clock, ids: countedIds() },
    tellings: memoryTellingStore(() => [...rows.values()]),
    ...{ teller: voices.teller, supervisors: voices.supervisors, learning: voices.learning },
    teams: voices.teamDirectory,
    members: memoryMembers(people),
    desk: courses.desk,
    shelf: { admissionOf: async (courseId: string) => shelf.get(courseId) },
    queue: { send: async (message: SpreadMessage) => void sent.push(message) },
    onFailure: (error: unknown) => {
      throw error;
    },
  };
  return {
    ...{ deps, store, clock, people, shelf, sent, courses, ...voices.heard },
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

/** Notices that are kept by their ids, and what somebody takes on their own. */
function memoryVoices() {
  const ids = new Set<string>();
  const told: string[] = [];
  const supervised: string[] = [];
  const digests: { personId: PersonId; id: string; content: DigestContent }[] = [];
  const learning = new Map<string, readonly string[]>();
  const supervisors = new Map<string, string>();
  const teams = new Map<string, TeamNews>();
  const isNew = (...parts: readonly string[]) => {
    const id = parts.join(' ');
    const known = ids.has(id);
    ids.add(id);
    return !known;
  };
  const teller: DutyTeller = {
    async tellLearner({ personId, step, duties, id }) {
      const many = duties.length > 1 ? `:${duties.length}` : '';
      if (isNew(personId, id)) told.push(`${personId}:${step}${many}`);
    },
    async tellSupervisor({ supervisorId, step, people, id }) {
      if (isNew(supervisorId, id)) supervised.push(`${supervisorId}:${step}:${people}`);
    },
    async sendDigest(personId, id, content) {
      if (isNew(personId, id)) digests.push({ personId, id, content });
    },
  };
  const directory: LearningDirectory = {
    openLearningOf: async (personId) => ({
      courseIds: learning.get(personId) ?? [],
      jp: { year: 2026, recognised: 300, minimum: 2_000 },
    }),
  };
  return {
    ...{ teller, learning: directory },
    teamDirectory: { newsOf: async (id: PersonId) => teams.get(id) },
    supervisors: { supervisorOf: async (id: PersonId) => supervisors.get(id) as PersonId | undefined },
    heard: { told, supervised, digests, learning, supervisors, teams },
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
      const standing = givenFor.get(place(order));
      if (standing && (standing.obligationId === order.obligationId || order.dueOn < standing.dueOn)) {
        givenFor.set(place(order), order);
      }
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
    /** The provider takes all completions back, or stands by them again. */
    judge(personId: string, courseId: string, word: 'taken-back' | 'given-again') {
      const { completions, ...rest } = standings.get(place({ personId, courseId })) ?? none;
      const judged = completions.map(({ isTakenBack: _, ...one }) => ({
        ...one,
        ...(word === 'taken-back' && { isTakenBack: true as const }),
      }));
      standings.set(place({ personId, courseId }), { ...rest, completions: judged });
    },
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
