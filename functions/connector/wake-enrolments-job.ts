import { connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { wakeEnrolments } from '@sinau/connectors/enrolments';
import * as z from 'zod';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('wake-enrolments'),
  connectionId: connectionIdSchema,
  /** Where an earlier message has stopped. */
  after: z.string().max(2_000).exactOptional(),
});

/** Hurries what waited while a connection was paused, a page a message. */
export function wakeEnrolmentsJob({
  connections,
  providerEnrolments,
  clock,
  queue,
  log,
}: Pick<ConnectorParts, 'connections' | 'providerEnrolments' | 'clock' | 'queue' | 'log'>) {
  return connectorJob({
    schema,
    run: async ({ connectionId, after }) => {
      const { jobs, next } = await wakeEnrolments(
        { connections, providerEnrolments, clock },
        { connectionId, after },
      );
      for (const job of jobs) await queue.send(job);
      if (next !== undefined) await queue.send({ kind: 'wake-enrolments', connectionId, after: next });
      log.info('enrolments woken', { connectionId, count: jobs.length, more: next !== undefined });
    },
  });
}
