import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock, Ids } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { ParticipantDirectory, PathMemberStore, PathStore, StepDirectory } from '@sinau/programmes';
import { createPathMemberStore, createPathStore } from '@sinau/programmes/dynamo';
import { createParticipantDirectory } from './event-people.ts';
import { createStepDirectory } from './step-directory.ts';

/** Learning paths with what their use cases need. */
export interface PathDesk {
  readonly paths: PathStore;
  readonly members: PathMemberStore;
  readonly steps: StepDirectory;
  readonly people: ParticipantDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Stores {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createPathDesk(stores: Stores): PathDesk {
  return {
    paths: createPathStore(stores),
    members: createPathMemberStore(stores),
    steps: createStepDirectory(stores),
    people: createParticipantDirectory({
      people: createPeopleStore(stores),
      organisations: createOrganisationStore(stores),
    }),
    ...{ clock: systemClock, ids: systemIds },
  };
}
