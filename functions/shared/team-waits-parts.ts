import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createCohortDesk } from './cohort-parts.ts';
import { createCollaborationDesk } from './collaboration-parts.ts';
import { createParticipantDirectory } from './event-people.ts';
import { createEventSeats } from './event-seats.ts';
import { createExternalRecords } from './external-records.ts';
import type { TeamWaitsDeps } from './team-waits.ts';

/** The lists in which supervisors answer, for whoever only counts them. */
export function createTeamWaitsDeps(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): TeamWaitsDeps {
  const people = createParticipantDirectory({
    people: createPeopleStore(stores),
    organisations: createOrganisationStore(stores),
  });
  return {
    external: async () => createExternalRecords(stores),
    events: async () => ({ ...createEventSeats(stores), people, clock: systemClock }),
    cohorts: async () => createCohortDesk(stores),
    collaboration: async () => createCollaborationDesk(stores),
  };
}
