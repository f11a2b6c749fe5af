import type { AgencyId } from '@sinau/kernel';
import { type Dynamo, type Item, parseKey } from '@sinau/platform/dynamo';
import { type DataRequest, type DataRequestId, dataRequestSchema } from '../data-request.ts';
import type { DataRequestStore } from '../ports.ts';
import type { AuditedOptions } from './audit-log.ts';
import {
  endedPrefix,
  openPrefix,
  requestKey,
  requestOfSort,
  requestSort,
  requestsOfPartition,
  requestsPartition,
} from './keys.ts';
import { asRead, saveNoted } from './save-noted.ts';

/** One row a request, and one that leads there from its person. */
export function createDataRequestStore(options: AuditedOptions): DataRequestStore {
  const { dynamo, table } = options;
  return {
    async save(request, entry) {
      // The way from the person first: without the request it leads nowhere.
      if (request.rev === 0) {
        const { personId, openedAt, requestId } = request;
        const own = { pk: requestsOfPartition(personId), sk: requestOfSort(openedAt, requestId) };
        await dynamo.put({ table, item: own });
      }
      return saveNoted(options, { item: toRow(request), condition: asRead(request.rev), entry });
    },
    find: (requestId) => find(options, requestId),
    async listOf(personId, limit) {
      const page = await dynamo.query({
        ...{ table, partition: requestsOfPartition(personId), descending: true, limit, consistent: true },
      });
      const found = await Promise.all(
        page.items.map(({ sk }) => find(options, parseKey(sk)[2] as DataRequestId)),
      );
      return found.flatMap((request) => request ?? []);
    },
    listOpen: (agencyId, limit) => list(options, agencyId, { prefix: openPrefix, limit }),
    listEnded: (agencyId, limit) => list(options, agencyId, { prefix: endedPrefix, limit }),
  };
}

async function find(
  { dynamo, table }: { readonly dynamo: Dynamo; readonly table: string },
  id: DataRequestId,
) {
  const row = await dynamo.get({ table, key: requestKey(id), consistent: true });
  return row && dataRequestSchema.parse(row);
}

async function list(
  { dynamo, table }: AuditedOptions,
  agencyId: AgencyId | undefined,
  { prefix, limit }: { readonly prefix: string; readonly limit: number },
): Promise<readonly DataRequest[]> {
  const page = await dynamo.query({
    ...{ table, index: agencyId === undefined ? 'gsi1' : 'gsi2', partition: requestsPartition(agencyId) },
    ...{ sort: { prefix }, limit, descending: prefix === endedPrefix },
  });
  return page.items.map((row) => dataRequestSchema.parse(row));
}

function toRow(request: DataRequest): Item {
  const sort = requestSort(request);
  const { agencyId } = request;
  return {
    ...requestKey(request.requestId),
    ...{ gsi1pk: requestsPartition(undefined), gsi1sk: sort },
    ...(agencyId !== undefined && { gsi2pk: requestsPartition(agencyId), gsi2sk: sort }),
    ...request,
    rev: request.rev + 1,
  };
}
