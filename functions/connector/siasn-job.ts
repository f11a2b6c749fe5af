import { jobMessageSchema } from '@sinau/connectors';
import type { AgencyId } from '@sinau/kernel';
import { isOpen, syncStates } from '@sinau/siasn-sync';
import { createSyncStore } from '@sinau/siasn-sync/dynamo';
import * as z from 'zod';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const common = {
  ...jobMessageSchema.shape,
  kind: z.literal('siasn'),
  agencyId: z.custom<AgencyId>((value) => typeof value === 'string'),
};

/** `sweep`: every person of the agency, from `after` on. `recheck`: every row, from `from` on; of one course, if it is named. */
export const siasnTaskSchema = z.discriminatedUnion('task', [
  z.looseObject({ ...common, task: z.literal('send') }),
  z.looseObject({
    ...{ ...common, task: z.literal('recheck'), courseId: z.string().exactOptional() },
    from: z.object({ state: z.enum(syncStates), after: z.string().exactOptional() }).exactOptional(),
  }),
  z.looseObject({ ...common, task: z.literal('sweep'), after: z.string().exactOptional() }),
  z.looseObject({ ...common, task: z.literal('mark-file'), reportId: z.string() }),
  z.looseObject({
    ...{ ...common, task: z.literal('release-file'), reportId: z.string() },
    reason: z.string().exactOptional(),
  }),
]);
export type SiasnTask = z.infer<typeof siasnTaskSchema>;

/** What agencies owe to SIASN. What it answers is noted there and is no failure of the job. */
export function siasnJob(parts: ConnectorParts) {
  const { settings } = createSyncStore({ dynamo: parts.parts.dynamo, table: parts.env.LMS_TABLE });
  return connectorJob<SiasnTask>({
    schema: siasnTaskSchema,
    run: async (message) => (await import('./run-siasn-task.ts')).runSiasnTask(parts, message),
    // An agency whose administrator has signed in; all others send by themselves, or by files.
    due: async () => {
      const found = await Promise.all((await settings.listOn()).map((agencyId) => settings.find(agencyId)));
      return found.flatMap((one) =>
        one && isOpen(one, parts.clock.now())
          ? [{ kind: 'siasn' as const, task: 'send' as const, agencyId: one.agencyId }]
          : [],
      );
    },
  });
}
