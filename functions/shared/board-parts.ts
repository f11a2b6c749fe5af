import type { BoardDirectory } from '@sinau/adoption';
import { type EnrolmentStore, isEarned } from '@sinau/enrolment';
import type { OrganisationStore, PeopleStore, UnitId } from '@sinau/identity';
import { addDays, type LocalDate, localDateOf, monthOf, startOfLocalDay } from '@sinau/kernel';
import { type PlanningStore, timeByDay } from '@sinau/planning';
import type { RecognitionStore } from '@sinau/recognition';

export interface BoardDirectoryDeps {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: Pick<OrganisationStore, 'findUnit'>;
  readonly enrolments: Pick<EnrolmentStore, 'listCurrent'>;
  readonly plans: () => Promise<Pick<PlanningStore, 'sessionsOf'>>;
  readonly recognition: () => Promise<{ readonly recognitions: Pick<RecognitionStore, 'book'> }>;
}

/** A board is one for everybody in it, wherever they work. */
const zone = 'Asia/Jakarta';
const nextMonth = (month: string): LocalDate => `${monthOf(addDays(`${month}-01`, 31))}-01`;

/** Where people work, and what they did in a month: sessions by our own clock, completions, teaching that others confirmed. */
export function boardDirectoryOf(deps: BoardDirectoryDeps): BoardDirectory {
  return {
    async unitOf(personId) {
      const person = await deps.people.find(personId);
      if (!person || person.status === 'disabled') return undefined;
      const { home, unitId } = person;
      return home.kind === 'agency' && unitId !== undefined ? { agencyId: home.agencyId, unitId } : undefined;
    },
    nameOf: async ({ agencyId, unitId }) =>
      (await deps.organisations.findUnit(agencyId, unitId as UnitId))?.name,
    async monthOf(personId, month) {
      const span = {
        from: new Date(startOfLocalDay(`${month}-01`, zone)).toISOString(),
        until: new Date(startOfLocalDay(nextMonth(month), zone)).toISOString(),
      };
      const [plans, { recognitions }] = await Promise.all([deps.plans(), deps.recognition()]);
      const [sessions, current, { shares }] = await Promise.all([
        plans.sessionsOf(personId, span),
        deps.enrolments.listCurrent(personId),
        recognitions.book(personId),
      ]);
      const seconds = [...timeByDay(sessions, zone).values()].reduce((sum, one) => sum + one, 0);
      const isIn = (at: string | undefined) =>
        at !== undefined && monthOf(localDateOf(Date.parse(at), zone)) === month;
      return {
        minutes: seconds / 60,
        finished: current.filter((one) => isEarned(one) && isIn(one.completedAt)).length,
        teachingMinutes: shares
          .filter(({ withdrawn, on }) => !withdrawn && monthOf(on) === month)
          .reduce((sum, { minutes }) => sum + minutes, 0),
      };
    },
  };
}
