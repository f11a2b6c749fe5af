import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type LtiClientId, type ToolHealth, toolFaults } from '../lti/index.ts';
import { downTools, toolHealthKey } from './lti-keys.ts';

const moment = z.string().exactOptional();

const healthRow = z.object({
  clientId: z.custom<LtiClientId>((value) => typeof value === 'string'),
  last: z.object({ login: moment, launch: moment, choice: moment, token: moment }).default({}),
  /** Added up without a look at the rest, so it stands beside it. */
  unanswered: z.number().exactOptional(),
  unansweredSince: moment,
  probeAt: moment,
  down: z.object({ since: z.string(), because: z.enum(toolFaults), probes: z.number() }).exactOptional(),
  toldAt: moment,
  rev: z.number().default(0),
});

export const isToolHealthRow = (row: Item): boolean => row.kind === 'lti-tool-health';

export function readToolHealth(row: Item): {
  readonly clientId: LtiClientId;
  readonly health: ToolHealth;
  readonly rev: number;
} {
  const { clientId, rev, unanswered: count, unansweredSince: since, ...health } = healthRow.parse(row);
  const unanswered = count !== undefined && since !== undefined ? { unanswered: { count, since } } : {};
  return { clientId, rev, health: { ...health, ...unanswered } };
}

export function toToolHealthRow(clientId: LtiClientId, health: ToolHealth, rev: number): Item {
  const { unanswered, ...rest } = health;
  return {
    ...toolHealthKey(clientId),
    ...{ kind: 'lti-tool-health', clientId, ...rest, rev },
    ...(unanswered && { unanswered: unanswered.count, unansweredSince: unanswered.since }),
    ...(health.down && { gsi2pk: downTools, gsi2sk: `${health.down.since} ${clientId}` }),
  };
}
