import { type Cohort, idOfHall, localDayOf, namesOf, openIn, type PathTerms } from '@sinau/programmes';
import type { LateAsk, LateView } from '@sinau/web';
import type { CohortDesk } from '../shared/cohort-parts.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'people' | 'clock'> & { readonly desk: CohortDesk };

const seatsAtOnce = 100;

/** Who has not finished which step that has a day, read off how far everybody is now; a cohort has a thousand places at most. */
export async function lateIn(
  deps: Deps,
  { cohort, plan }: { readonly cohort: Cohort; readonly plan: Pick<PathTerms, 'groups'> },
  { only, stepId }: LateAsk,
): Promise<LateView> {
  const today = localDayOf(deps.clock.now().toISOString(), cohort.zone);
  const names = namesOf(plan);
  const days = cohort.dueDays.toSorted((a, b) => a.on.localeCompare(b.on));
  const open = await openOf(deps, cohort, plan);
  const steps = days.map((day) => {
    const people = open.filter(({ steps: own }) => own.has(day.stepId));
    const isLate = day.on < today;
    return { ...day, title: names.get(day.stepId) ?? {}, isLate, people };
  });
  const shown = steps.filter(
    (step) => (stepId ?? step.stepId) === step.stepId && (only === 'open' || step.isLate),
  );
  const ids = [...new Set(shown.flatMap(({ people }) => people.map(({ personId }) => personId)))];
  const found = new Map((await deps.people.findMany(ids)).map(({ personId, name }) => [personId, name]));
  return {
    ...{ cohortId: cohort.cohortId, name: cohort.name },
    steps: steps.map((step) => ({
      ...{ stepId: step.stepId, title: step.title, dueOn: step.on, open: step.people.length },
      late: step.isLate ? step.people.length : 0,
    })),
    rows: shown.flatMap(({ title, on, isLate, people }) =>
      people
        .map(({ personId }) => ({ personId, name: found.get(personId) ?? '–', title, dueOn: on, isLate }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    ),
  };
}

/** Of those who have a place. */
async function openOf(deps: Deps, { cohortId }: Cohort, plan: Pick<PathTerms, 'groups'>) {
  const people = [];
  let after: string | undefined;
  do {
    const page = { limit: seatsAtOnce, ...(after !== undefined && { after }) };
    const { seats, next } = await deps.desk.seats.listOf(idOfHall(cohortId), page);
    const taken = seats.filter(({ state }) => state === 'confirmed');
    people.push(
      ...(await inTurns(taken, async ({ personId }) => ({
        personId,
        steps: await openIn(deps.desk, { personId, plan }),
      }))),
    );
    after = next;
  } while (after !== undefined);
  return people;
}
