import { jobMessageSchema } from '@sinau/connectors';
import { checkDownTool, isToAsk, isToTell, type LtiClientId } from '@sinau/delivery/lti';
import * as z from 'zod';
import { createToolAsking } from '../shared/tool-asking.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('check-tool'),
  clientId: z.custom<LtiClientId>((value) => typeof value === 'string'),
});

/** Asks tools of LTI that did not answer whether they are back, so that who waits for one hears of it. */
export function checkToolJob(parts: ConnectorParts) {
  const asking = createToolAsking(parts);
  return connectorJob({
    schema,
    run: ({ clientId }) => checkDownTool(asking, clientId),
    due: async () => {
      const down = await asking.toolHealth.findMany(await asking.toolHealth.listDown());
      const now = asking.clock.now();
      return [...down].flatMap(([clientId, health]) =>
        isToAsk(health, now) || isToTell(health, now) ? [{ kind: 'check-tool' as const, clientId }] : [],
      );
    },
  });
}
