import { createLearningStore } from '@sinau/external-learning/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createCreditDesk } from './credit-desk.ts';
import { type ExternalDesk, externalDeskOf } from './external-desk.ts';

/** Records without their files, which machines do not send. */
export function createExternalRecords(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): Omit<ExternalDesk, 'evidence'> {
  return externalDeskOf({
    learnings: createLearningStore({ ...stores, digest: nodeDigest }),
    people: createPeopleStore(stores),
    credit: createCreditDesk(stores),
    clock: systemClock,
  });
}
