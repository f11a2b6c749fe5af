import { createClientStore, createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { createExternalRecords } from './external-records.ts';
import { createHistoryDesk } from './history-desk.ts';
import { createListParts, type ListPartsInput, mayClient } from './list-parts.ts';
import { tableFile } from './table-file.ts';

/** Lists of what people have learned elsewhere, for the doors that take them and the worker that works them off. */
export function createHistoryParts(given: ListPartsInput) {
  const stores = { dynamo: given.parts.dynamo, table: given.env.LMS_TABLE };
  const system = { clock: systemClock, ids: systemIds };
  return {
    ...{ files: tableFile, ...system, ...createListParts(given, 'history') },
    history: createHistoryDesk({
      ...{
        ...system,
        people: createPeopleStore(stores),
        external: async () => createExternalRecords(stores),
      },
      mayClient: mayClient(createClientStore(stores), 'credit/write'),
    }),
  };
}
export type HistoryListDesk = ReturnType<typeof createHistoryParts>;
