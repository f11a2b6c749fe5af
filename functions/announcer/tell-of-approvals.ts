import type { LtiClientId, LtiToolStore } from '@sinau/delivery/lti';
import type { ToolDecided, ToolWaits } from '@sinau/domain-events';
import { type OrganisationStore, organisationName } from '@sinau/identity';
import type { ProviderId } from '@sinau/kernel';
import { holdersOf, operatorsOnDuty, type TellDeps, tell } from '../shared/tell.ts';

export interface TellOfApprovalsDeps extends TellDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly organisations: OrganisationStore;
}

/**
 * Of a tool that waits: operators, who are asked; and the authors of its provider when learners cannot open it any more, because it says of itself
 * that it leads elsewhere. Where it waits no more by then, nobody is asked.
 */
export async function tellOfWaitingTool(deps: TellOfApprovalsDeps, fact: ToolWaits): Promise<void> {
  const tool = await deps.tools.find(fact.clientId as LtiClientId);
  if (tool?.status !== 'pending') return;
  const { clientId, providerId, name } = tool;
  const provider = (await organisationName(deps, { kind: 'provider', providerId })) ?? '–';
  const params = { name, provider, because: fact.because };
  for (const personId of await operatorsOnDuty(deps)) {
    const told = { eventId: `${fact.eventId}:${personId}`, personId };
    const link = `/operator/tools/${clientId}`;
    await tell(deps, told, { kind: 'tool-waits', params: { ...params, to: 'operator' }, link });
  }
  if (fact.because !== 'changed') return;
  for (const personId of await authorsOf(deps, providerId)) {
    const told = { eventId: `${fact.eventId}:author:${personId}`, personId };
    const link = `/studio/tools/${clientId}`;
    await tell(deps, told, { kind: 'tool-waits', params: { ...params, to: 'author' }, link });
  }
}

/** What an operator has decided about a tool, for the authors of its provider. */
export async function tellOfDecision(deps: TellOfApprovalsDeps, fact: ToolDecided): Promise<void> {
  const tool = await deps.tools.find(fact.clientId as LtiClientId);
  if (!tool) return;
  const { outcome, reason } = fact;
  const params = { name: tool.name, outcome, ...(reason !== undefined && { reason }) };
  for (const personId of await authorsOf(deps, tool.providerId)) {
    const told = { eventId: `${fact.eventId}:${personId}`, personId };
    await tell(deps, told, { kind: 'tool-decided', params, link: `/studio/tools/${tool.clientId}` });
  }
}

const authorsOf = (deps: TellDeps, providerId: ProviderId) =>
  holdersOf(deps, { kind: 'provider', providerId }, 'provider-author');
