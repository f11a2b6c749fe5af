import type { AgencyId } from '@sinau/kernel';
import type { Dynamo, Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { RefreshStore, RefreshWork } from '../ports.ts';
import { refreshKey, refreshPartition } from './keys.ts';

const workRow = z.object({
  workId: z.string(),
  agencyId: z.custom<AgencyId>((value) => typeof value === 'string').exactOptional(),
  after: z.string().exactOptional(),
});

export const toWorkRow = (work: RefreshWork): Item => ({
  ...{ ...refreshKey(work.workId), kind: 'credit-refresh' },
  ...work,
});

/** As many as a run gets through at most. */
const mostRead = 500;

export function refreshesOf(door: { readonly dynamo: Dynamo; readonly table: string }): RefreshStore {
  const { dynamo, table } = door;
  return {
    async refreshesDue() {
      const page = { table, partition: refreshPartition, consistent: true, limit: mostRead };
      return (await dynamo.query(page)).items.map((row) => workRow.parse(row));
    },
    async spreadRefresh(work, agencies) {
      const puts = agencies.map((agencyId) => toWorkRow({ workId: `${work.workId}:${agencyId}`, agencyId }));
      for (let start = 0; start < puts.length; start += 25) {
        await dynamo.batchWrite({ table, puts: puts.slice(start, start + 25) });
      }
      // Last: whoever dies before begins anew, and the same rows are written.
      await dynamo.delete({ table, key: refreshKey(work.workId) });
    },
    async noteRefresh(work, after) {
      if (after === undefined) await dynamo.delete({ table, key: refreshKey(work.workId) });
      else await dynamo.put({ table, item: toWorkRow({ ...work, after }) });
    },
  };
}
