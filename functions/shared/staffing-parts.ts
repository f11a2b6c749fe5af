import { createClientStore, createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { createListParts, type ListPartsInput, mayClient } from './list-parts.ts';
import { createPeopleDesk } from './people-desk.ts';
import { tableFile } from './table-file.ts';

/** Lists of people, for the doors that take them and the worker that works them off. */
export function createStaffingParts(given: ListPartsInput) {
  const stores = { dynamo: given.parts.dynamo, table: given.env.LMS_TABLE };
  const [people, organisations] = [createPeopleStore(stores), createOrganisationStore(stores)];
  const system = { clock: systemClock, ids: systemIds };
  return {
    ...{ files: tableFile, ...system, ...createListParts(given, 'people') },
    people: createPeopleDesk({
      ...{ people, organisations, ...system },
      mayClient: mayClient(createClientStore(stores), 'people/write'),
    }),
  };
}
export type StaffingDesk = ReturnType<typeof createStaffingParts>;
