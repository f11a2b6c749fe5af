import { clientIdSchema } from '@sinau/identity';
import { createClientStore, createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { peopleImportMessageSchema, type TableFile } from '@sinau/staffing';
import { createImportStore } from '@sinau/staffing/dynamo';
import type { Parts } from './parts.ts';
import { createPeopleDesk } from './people-desk.ts';

/** Lists of people, for the doors that take them and the worker that works them off. */
export function createStaffingParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly IMPORT_QUEUE_URL: string };
}) {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const [people, organisations] = [createPeopleStore(stores), createOrganisationStore(stores)];
  const clients = createClientStore(stores);
  const system = { clock: systemClock, ids: systemIds };
  // Few requests are files.
  const files: TableFile = {
    read: async (bytes) => (await import('@sinau/connectors/adapters')).readTable(bytes),
  };
  return {
    ...{ files, ...system },
    imports: createImportStore(stores),
    queue: parts.queue(env.IMPORT_QUEUE_URL, peopleImportMessageSchema),
    people: createPeopleDesk({
      ...{ people, organisations, ...system },
      mayClient: async (id) => {
        const known = clientIdSchema.safeParse(id);
        const client = known.success ? await clients.find(known.data) : undefined;
        return (
          client !== undefined && client.disabledAt === undefined && client.scopes.includes('people/write')
        );
      },
    }),
  };
}
export type StaffingDesk = ReturnType<typeof createStaffingParts>;
