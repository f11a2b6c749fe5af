import type { Clock } from '@sinau/kernel';
import type { PersonPlace, Subject } from '@sinau/privacy';
import type { CohortId, CohortStore, PathMemberStore, PathStore, SeatStore } from '@sinau/programmes';
import { type FreeSeatsDeps, freeSeats } from './free-seats.ts';

/** Learning paths that somebody is or was on, and their places in cohorts; what they finished is read off enrolments, whose place keeps what has to stay. */
export function pathsPlace(
  deps: {
    readonly paths: Pick<PathStore, 'find'>;
    readonly members: Pick<PathMemberStore, 'ofPerson' | 'forget'>;
    readonly cohorts: Pick<CohortStore, 'findMany' | 'find'>;
    readonly cohortSeats: Pick<SeatStore, 'ofPerson'> & FreeSeatsDeps['seats'];
    readonly clock: Clock;
  },
  settleMs: number,
): PersonPlace {
  const membersOf = async ({ personId, keepVerbs }: Subject) =>
    // A retention rule ends statements alone.
    keepVerbs ? [] : deps.members.ofPerson(personId);
  const seatsOf = async ({ personId, keepVerbs }: Subject) =>
    keepVerbs ? [] : deps.cohortSeats.ofPerson(personId);
  return {
    name: 'learning-paths',
    // Whoever was beginning one is on it by then.
    settleMs,
    settlesAfter: 'confirmation',
    count: async (subject) => ({
      counts: {
        learningPaths: (await membersOf(subject)).length,
        cohortSeats: (await seatsOf(subject)).length,
      },
    }),
    async erase(order, cursor) {
      const { hallsOf } = await import('@sinau/programmes');
      const halls = { events: hallsOf(deps.cohorts), seats: deps.cohortSeats, clock: deps.clock };
      // First of the cohort, which would put them on its path again.
      const freed = await freeSeats(halls, { seats: await seatsOf(order), cursor });
      if (freed.next !== undefined) return { counts: {}, next: freed.next };
      let learningPaths = 0;
      // One that a fact moves this moment is found by the pass that looks again.
      for (const member of await membersOf(order)) {
        if ((await deps.members.forget(member)) === 'forgotten') learningPaths += 1;
      }
      return { counts: { learningPaths, cohortSeats: freed.forgotten } };
    },
    async copy({ personId }) {
      const members = await deps.members.ofPerson(personId);
      const records = await Promise.all(
        members.map(async (member) => {
          const path = await deps.paths.find(member.pathId);
          return { learningPath: { ...member, title: path?.current?.title } };
        }),
      );
      const seats = await deps.cohortSeats.ofPerson(personId);
      const cohorts = await deps.cohorts.findMany(seats.map(({ eventId }) => eventId as string as CohortId));
      const names = new Map<string, string>(cohorts.map(({ cohortId, name }) => [cohortId, name]));
      const places = seats.map((seat) => ({ cohortSeat: { ...seat, name: names.get(seat.eventId) } }));
      return {
        records: [...records, ...places],
        counts: { learningPaths: members.length, cohortSeats: seats.length },
      };
    },
  };
}
