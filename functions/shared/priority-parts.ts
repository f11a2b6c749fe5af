import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock, Ids } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import {
  createCohortSeatStore,
  createCohortStore,
  createEventStore,
  createSeatStore,
} from '@sinau/programmes/dynamo';
import type { MemberDirectory } from '@sinau/recognition';
import { createPriorityStore } from '@sinau/recognition/dynamo';
import type { PriorityStore, WaitingLists } from '@sinau/recognition/priority';
import { createEnrolmentStore } from './enrolment-store.ts';
import { membersOf } from './recognition-parts.ts';
import { waitingListsOf } from './waiting-lists.ts';

/** Rights to priority with what their use cases need. */
export interface PriorityDesk {
  readonly priority: PriorityStore;
  readonly members: MemberDirectory;
  readonly waiting: WaitingLists;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const createPriorityDesk = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly clock?: Clock;
}): PriorityDesk => {
  const clock = stores.clock ?? systemClock;
  const lists = {
    ...{ events: createEventStore(stores), seats: createSeatStore(stores) },
    ...{ cohorts: createCohortStore(stores), cohortSeats: createCohortSeatStore(stores) },
  };
  return {
    priority: createPriorityStore(stores),
    members: membersOf(createPeopleStore(stores)),
    waiting: waitingListsOf({ ...lists, enrolments: createEnrolmentStore(stores), clock }),
    ...{ clock, ids: systemIds },
  };
};
