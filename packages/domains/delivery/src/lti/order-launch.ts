import type { Clock, Digest, Ids } from '@sinau/kernel';
import { ToolNotReady } from './errors.ts';
import { type LaunchOrder, type LtiLaunch, sealPass, ticketSeconds } from './launch.ts';
import type { LtiLaunchStore, LtiToolStore } from './ports.ts';
import { type LtiTool, takesMessage } from './tool.ts';

export interface OrderDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly launches: Pick<LtiLaunchStore, 'add'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  /** Where a ticket is shown. */
  readonly launchAddress: string;
}

export const secretBytes = 32;

/**
 * Address that brings whoever opens it to the tool, once and within two minutes; it needs no session of the portal. The caller knows that
 * the person may do what is ordered.
 */
export async function createLaunchTicket(
  deps: OrderDeps,
  order: LaunchOrder & Pick<LtiLaunch, 'clientId'> & { readonly deploymentId?: string },
): Promise<string> {
  const tool = await deps.tools.find(order.clientId);
  const { deploymentId, providerId } = readyFor(tool, order);
  const launchId = deps.ids.uuid();
  const secret = deps.ids.token(secretBytes);
  await deps.launches.add({
    ...{ ...order, launchId, deploymentId, providerId, state: 'ordered' },
    secretHash: deps.digest.sha256(secret),
    validUntil: new Date(deps.clock.now().getTime() + ticketSeconds * 1000).toISOString(),
  });
  return `${deps.launchAddress}?ticket=${encodeURIComponent(sealPass(launchId, secret))}`;
}

function readyFor(
  tool: LtiTool | undefined,
  order: Pick<LaunchOrder, 'message'> & { readonly deploymentId?: string },
): Pick<LtiLaunch, 'deploymentId' | 'providerId'> {
  if (tool?.status !== 'active') {
    throw new ToolNotReady('The tool of this provider is not in use. Ask who looks after the course.');
  }
  if (!takesMessage(tool, order.message)) {
    throw new ToolNotReady('This tool does not offer that: it has not said that it takes such messages.');
  }
  const { deploymentId = tool.deployments[0]?.deploymentId } = order;
  if (!tool.deployments.some((deployment) => deployment.deploymentId === deploymentId)) {
    throw new ToolNotReady('The tool is not deployed here any more. Ask who looks after the course.');
  }
  return { deploymentId: deploymentId ?? '', providerId: tool.providerId };
}
