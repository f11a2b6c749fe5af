import { type ConnectionId, connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { createRepairOrderStore } from '@sinau/connectors/dynamo';
import * as z from 'zod';
import { toolConnection, toolOf } from '../shared/tool-connection.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('repair'),
  connectionId: connectionIdSchema,
  orderId: z.string().max(64),
});

/** One message works so long; what is left is another's. */
const workMs = 60_000;

/** Carries out what people ordered about mismatches, also at a connection that is paused: they asked for it. */
export function repairJob(parts: ConnectorParts) {
  const { connections, adapters, clock, stores, log, queue } = parts;
  const repairs = createRepairOrderStore(stores);
  const toolAsConnection = async (connectionId: ConnectionId) => {
    const tool = await toolOf(stores, connectionId);
    return tool && toolConnection(tool);
  };
  return connectorJob({
    schema,
    run: async ({ connectionId, orderId }) => {
      const { runRepairs } = await import('@sinau/connectors/reconciliation');
      const { createOutcomeDesk } = await import('../shared/outcome-desk.ts');
      const desk = createOutcomeDesk({ parts: parts.parts, lrs: parts.lrs, env: parts.env });
      const connection = (await connections.find(connectionId)) ?? (await toolAsConnection(connectionId));
      const deadlineMs = clock.now().getTime() + workMs;
      const input = { connectionId, orderId, connection, deadlineMs };
      const outcome = await runRepairs({ ...desk, repairs, adapters, clock }, input);
      log.info('repairs', {
        connectionId,
        orderId,
        outcome: typeof outcome === 'string' ? outcome : 'again',
      });
      if (typeof outcome === 'string') return;
      await queue.send({ kind: 'repair', connectionId, orderId }, { delaySeconds: outcome.again });
    },
    due: async () => {
      const overdue = await repairs.listOverdue(clock.now().toISOString());
      return overdue.map(({ orderId, connectionId }) => ({
        ...{ kind: 'repair' as const, orderId, connectionId: connectionIdSchema.parse(connectionId) },
      }));
    },
  });
}
