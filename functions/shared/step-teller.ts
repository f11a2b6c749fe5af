import { createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { RemindStepsDeps, StepTeller, TeamStep } from '@sinau/programmes';
import { createCohortTurnStore } from '@sinau/programmes/dynamo';
import { createCohortDesk } from './cohort-parts.ts';
import { type OverdueOptions, overdueTeller } from './overdue-teller.ts';
import { type TellDeps, tell } from './tell.ts';

/** A letter is read on a phone. */
const mostLines = 5;

/** Notifications as cohorts ask them. Whoever has left is told nothing. */
export function createStepTeller(deps: TellDeps): StepTeller {
  return {
    async tellLearner({ personId, cohort, steps, id }) {
      const shown = steps.slice(0, mostLines).map(({ title, on, reminder }) => ({ title, on, reminder }));
      const params = { title: cohort.name, steps: shown, more: steps.length - shown.length };
      const told = { eventId: `${id}:${personId}`, personId };
      await tell(deps, told, { kind: 'cohort-steps', params, link: `/cohorts/${cohort.cohortId}` });
    },
    async tellSupervisor({ supervisorId, steps, id }) {
      const people = await deps.people.findMany([...new Set(steps.map(({ personId }) => personId))]);
      const names = new Map<string, string>(people.map(({ personId, name }) => [personId, name]));
      const byPerson = [...Map.groupBy(steps, ({ personId }) => personId)];
      const lines = byPerson.slice(0, mostLines).map(([personId, own]) => ({
        ...{ learner: names.get(personId) ?? '–', late: countOf(own, true), soon: countOf(own, false) },
      }));
      const params = {
        ...{ late: peopleWith(steps, true), soon: peopleWith(steps, false) },
        ...{ lines, more: byPerson.length - lines.length },
      };
      const told = { eventId: `${id}:${supervisorId}`, personId: supervisorId };
      await tell(deps, told, { kind: 'cohort-team', params, link: '/team/cohorts' });
    },
  };
}

const countOf = (steps: readonly TeamStep[], isLate: boolean): number =>
  steps.filter((step) => step.isLate === isLate).length;

const peopleWith = (steps: readonly TeamStep[], isLate: boolean): number =>
  new Set(steps.filter((step) => step.isLate === isLate).map(({ personId }) => personId)).size;

/** What the round of reminders needs. */
export function createStepReminders(options: OverdueOptions): RemindStepsDeps {
  const { stores, teller } = overdueTeller(options);
  const clock = options.clock ?? systemClock;
  return {
    ...{ ...createCohortDesk(stores), clock, turns: createCohortTurnStore(stores) },
    teller: createStepTeller({ ...teller, people: createPeopleStore(stores), clock }),
  };
}
