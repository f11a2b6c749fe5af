import type { PairStore, PlaceDirectory } from '@sinau/collaboration';
import type { BoardStore } from '@sinau/collaboration/board';
import type { CommunityStore } from '@sinau/collaboration/communities';
import {
  createCommunityBoardStore,
  createCommunityStore,
  createPairStore,
} from '@sinau/collaboration/dynamo';
import type { PeopleStore } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock, Ids } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createLearnerDirectory } from './learner-directory.ts';
import { standingFrom } from './person-standings.ts';

/** Coaching and mentoring with what their use cases need. */
export interface CollaborationDesk {
  readonly pairs: PairStore;
  readonly communities: CommunityStore;
  /** What their people ask each other. */
  readonly board: BoardStore;
  readonly places: PlaceDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const createCollaborationDesk = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): CollaborationDesk => ({
  pairs: createPairStore(stores),
  communities: createCommunityStore(stores),
  board: createCommunityBoardStore(stores),
  places: placesOf({ people: createPeopleStore(stores) }),
  ...{ clock: systemClock, ids: systemIds },
});

/** Identity as collaboration asks it. */
export function placesOf({
  people,
}: {
  readonly people: Pick<PeopleStore, 'find' | 'listTeam'>;
}): PlaceDirectory {
  const learners = createLearnerDirectory({ people });
  return {
    async placeOf(personId) {
      const [person, place] = await Promise.all([people.find(personId), learners.placeOf(personId)]);
      if (!person || place?.agencyId === undefined) return undefined;
      const { agencyId, supervisorId } = place;
      return {
        ...{ agencyId, zone: standingFrom(person).timeZone },
        ...(person.unitId !== undefined && { unitId: person.unitId }),
        ...(supervisorId !== undefined && { supervisorId }),
      };
    },
  };
}
