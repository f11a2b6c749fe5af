import type { TeamFacts } from '@sinau/adoption';
import { listOwnPairs, type PairStore, waitsForReader } from '@sinau/collaboration';
import { listForTeam } from '@sinau/external-learning';
import type { PersonPrincipal } from '@sinau/kernel';
import { listCohortRequests, listRequests } from '@sinau/programmes';

export interface TeamWaitsDeps {
  readonly external: () => Promise<Parameters<typeof listForTeam>[0]>;
  readonly events: () => Promise<Parameters<typeof listRequests>[0]>;
  readonly cohorts: () => Promise<Parameters<typeof listCohortRequests>[0]>;
  readonly collaboration: () => Promise<{ readonly pairs: PairStore }>;
}

export type TeamWaits = Pick<TeamFacts['waits'], 'external' | 'event' | 'cohort' | 'coaching'>;

/** What waits for a supervisor's word, as long as the list in which they say it. */
export async function readTeamWaits(deps: TeamWaitsDeps, principal: PersonPrincipal): Promise<TeamWaits> {
  const [external, event, cohort, coaching] = await Promise.all([
    deps.external().then((desk) => listForTeam(desk, { principal })),
    deps.events().then((desk) => listRequests(desk, { principal })),
    deps.cohorts().then((desk) => listCohortRequests(desk, { principal })),
    deps.collaboration().then((desk) => listOwnPairs(desk, { principal })),
  ]);
  return {
    ...{ external: external.length, event: event.length, cohort: cohort.length },
    coaching: coaching.filter(waitsForReader).length,
  };
}
