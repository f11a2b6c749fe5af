import { addDays, type Clock, type LanguageMap, type LocalDate, type PersonId } from '@sinau/kernel';
import type { PathStore, StepDirectory } from '../paths/ports.ts';
import { namesOf } from '../paths/standing.ts';
import type { ParticipantDirectory, SeatStore } from '../ports.ts';
import { localDayOf } from '../zone.ts';
import type { Cohort, CohortId } from './cohort.ts';
import { planOf } from './desk.ts';
import type { CohortStore } from './ports.ts';
import { openIn } from './read-cohorts.ts';

/** A step of somebody's cohort that is not finished, and is late or due within a week. */
export interface TeamStep {
  readonly personId: PersonId;
  readonly cohort: Pick<Cohort, 'cohortId' | 'name'>;
  readonly stepId: string;
  readonly title: LanguageMap;
  readonly on: LocalDate;
  readonly isLate: boolean;
}

interface Deps {
  readonly cohorts: Pick<CohortStore, 'findMany'>;
  readonly seats: Pick<SeatStore, 'ofPerson'>;
  readonly paths: Pick<PathStore, 'version'>;
  readonly steps: Pick<StepDirectory, 'progressOf'>;
  readonly people: Pick<ParticipantDirectory, 'placeOf' | 'teamOf'>;
  readonly clock: Clock;
}

const soonDays = 7;

/** Of whoever somebody supervises now, the earliest day first. */
export async function stepsOfTeam(
  deps: Deps,
  { supervisorId }: { readonly supervisorId: PersonId },
): Promise<readonly TeamStep[]> {
  const found: TeamStep[] = [];
  for (const personId of await deps.people.teamOf(supervisorId)) {
    // Whoever has left keeps their place, and nobody is asked about it.
    if (await deps.people.placeOf(personId)) found.push(...(await stepsOfPerson(deps, personId)));
  }
  return found.toSorted((a, b) => a.on.localeCompare(b.on) || a.personId.localeCompare(b.personId));
}

async function stepsOfPerson(deps: Deps, personId: PersonId): Promise<readonly TeamStep[]> {
  const seats = (await deps.seats.ofPerson(personId)).filter(({ state }) => state === 'confirmed');
  const cohorts = await deps.cohorts.findMany(seats.map(({ eventId }) => eventId as string as CohortId));
  const found: TeamStep[] = [];
  for (const cohort of cohorts) {
    const today = localDayOf(deps.clock.now().toISOString(), cohort.zone);
    const due = cohort.dueDays.filter(({ on }) => on <= addDays(today, soonDays));
    if (cohort.state !== 'open' || due.length === 0) continue;
    const plan = await planOf(deps, cohort.subject);
    const open = await openIn(deps, { personId, plan });
    const names = namesOf(plan);
    for (const { stepId, on } of due.filter((one) => open.has(one.stepId))) {
      const title = names.get(stepId) ?? {};
      found.push({ personId, cohort, stepId, title, on, isLate: on < today });
    }
  }
  return found;
}
