import { createToolReach } from '@sinau/delivery/adapters';
import { createLtiToolStore, createToolHealthStore } from '@sinau/delivery/dynamo';
import { type AskToolDeps, noteSign, type ToolHealthStore, type ToolSignsPort } from '@sinau/delivery/lti';
import type { Clock } from '@sinau/kernel';
import { systemClock } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createOutbound } from '@sinau/platform/outbound';
import type { Parts } from './parts.ts';

/** What knows whether tools are there, and asks them. */
export function createToolAsking(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: { readonly LMS_TABLE: string; readonly PUSH_ALLOW_LOOPBACK: boolean };
  /** @default the system's */
  readonly clock?: Clock;
}): AskToolDeps & { readonly toolHealth: ToolHealthStore } {
  const { parts, env, clock = systemClock } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    tools: createLtiToolStore(stores),
    toolHealth: createToolHealthStore(stores),
    reach: createToolReach({ outbound: createOutbound({ allowLoopback: env.PUSH_ALLOW_LOOPBACK }) }),
    clock,
  };
}

/** Notes what shows that a tool is there. Launches do not wait for what goes wrong with it. */
export function toolSignsOf(deps: {
  readonly toolHealth: Pick<ToolHealthStore, 'update' | 'noteLed'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}): ToolSignsPort {
  const heard = async (note: Promise<void>): Promise<void> => {
    try {
      await note;
    } catch (error) {
      deps.log.warn('a sign of a tool was not noted', { error: String(error) });
    }
  };
  return {
    led: (clientId) => heard(deps.toolHealth.noteLed(clientId, deps.clock.now().toISOString())),
    seen: (clientId, sign) => heard(noteSign(deps, { clientId, sign })),
  };
}
