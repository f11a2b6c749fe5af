import type { Clock, PersonId } from '@sinau/kernel';
import type { LtiToolStore, ToolHealthStore, ToolReach } from './ports.ts';
import type { LtiClientId } from './tool.ts';
import {
  afterFault,
  afterSign,
  asking,
  isToAsk,
  isToTell,
  type ToolHealth,
  type ToolSign,
  type ToolWait,
} from './tool-health.ts';

export interface AskToolDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly toolHealth: Pick<ToolHealthStore, 'find' | 'update'>;
  readonly reach: ToolReach;
  readonly clock: Clock;
}

/** Something that a tool did shows that it is there. */
export async function noteSign(
  deps: { readonly toolHealth: Pick<ToolHealthStore, 'update'>; readonly clock: Clock },
  given: { readonly clientId: LtiClientId; readonly sign: ToolSign },
): Promise<void> {
  await deps.toolHealth.update(given.clientId, (health) => afterSign(health, given.sign, deps.clock.now()));
}

/**
 * How a tool is now. Where there is doubt its login address is asked, by one process a minute at most; whoever comes meanwhile gets what is
 * known. `anyway`: somebody wants to know it of the moment.
 */
export async function askTool(
  deps: AskToolDeps,
  given: { readonly clientId: LtiClientId; readonly anyway?: boolean },
): Promise<ToolHealth> {
  const { clientId, anyway = false } = given;
  const known = await deps.toolHealth.find(clientId);
  if (!anyway && !isToAsk(known, deps.clock.now())) return known;
  const tool = await deps.tools.find(clientId);
  if (tool?.status !== 'active') return known;
  let mine = anyway;
  const claimed = await deps.toolHealth.update(clientId, (health) => {
    mine = anyway || isToAsk(health, deps.clock.now());
    return mine ? asking(health, deps.clock.now()) : undefined;
  });
  if (!mine) return claimed;
  const fault = await deps.reach.faultAt(tool.initiateLoginUri);
  return deps.toolHealth.update(clientId, (health) => {
    const now = deps.clock.now();
    return fault === undefined ? afterSign(health, 'login', now) : afterFault(health, fault, now);
  });
}

/** Asks one that was down, and notes that those who look after it are to be told. The note is the fact, which others follow. */
export async function checkDownTool(deps: AskToolDeps, clientId: LtiClientId): Promise<void> {
  const health = await askTool(deps, { clientId });
  if (!isToTell(health, deps.clock.now())) return;
  await deps.toolHealth.update(clientId, (now) =>
    isToTell(now, deps.clock.now()) ? { ...now, toldAt: deps.clock.now().toISOString() } : undefined,
  );
}

/** Asks to be told when the tool is back, for this part; once a person and tool. */
export async function awaitTool(
  deps: { readonly toolHealth: Pick<ToolHealthStore, 'keepWait'>; readonly clock: Clock },
  wait: Omit<ToolWait, 'askedAt'> & { readonly personId: PersonId },
): Promise<void> {
  await deps.toolHealth.keepWait({ ...wait, askedAt: deps.clock.now().toISOString() });
}
