import { jobMessageSchema } from '@sinau/connectors';
import type { AgencyId } from '@sinau/kernel';
import { isOpen } from '@sinau/sealing';
import { createSealStore } from '@sinau/sealing/dynamo';
import * as z from 'zod';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

/** `send`: what waits. `try`: what an administrator has ordered. `sweep`: what was issued before it was switched on, from `after` on. */
const sealTaskSchema = z.looseObject({
  ...jobMessageSchema.shape,
  kind: z.literal('seal'),
  agencyId: z.custom<AgencyId>((value) => typeof value === 'string'),
  task: z.enum(['send', 'try', 'sweep']),
  after: z.string().exactOptional(),
});
export type SealTask = z.infer<typeof sealTaskSchema>;

/** Documents of agencies that have a seal. What the service answers is noted there and is no failure of the job. */
export function sealJob(parts: ConnectorParts) {
  const { settings } = createSealStore({ dynamo: parts.parts.dynamo, table: parts.env.LMS_TABLE });
  return connectorJob<SealTask>({
    schema: sealTaskSchema,
    run: async (message) => (await import('./run-seal-task.ts')).runSealTask(parts, message),
    due: async () => {
      const found = await Promise.all((await settings.listOn()).map((agencyId) => settings.find(agencyId)));
      return found.flatMap((one) =>
        one && isOpen(one, parts.clock.now())
          ? [{ kind: 'seal' as const, task: 'send' as const, agencyId: one.agencyId }]
          : [],
      );
    },
  });
}
