import type { ConnectionId, ConnectionStore } from '@sinau/connectors';
import type { ConnectionTroubled } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { type NoticeId, notify } from '@sinau/notifications';
import { holdersOf, operatorsOnDuty, type TellDeps, tell } from '../shared/tell.ts';

export interface TellOfConnectionsDeps extends TellDeps {
  readonly connections: Pick<ConnectionStore, 'find'>;
}

/**
 * The authors of the provider in inbox and mail, and its contact, who is no person here, by mail alone. Mismatches that nobody deals with are told to
 * operators too, who can ask the provider.
 */
export async function tellOfConnection(deps: TellOfConnectionsDeps, fact: ConnectionTroubled): Promise<void> {
  const connection = await deps.connections.find(fact.connectionId as ConnectionId);
  // Removed since: nobody can do anything about it.
  if (!connection) return;
  const { providerId, name, contactEmail, connectionId } = connection;
  const { trouble, count } = fact;
  const params = { name, trouble, ...(count !== undefined && { count }) };
  const content = { kind: 'connection-troubled', params } as const;
  const isOld = trouble === 'mismatches';
  const link = `/studio/connections/${connectionId}${isOld ? '/reconciliation' : ''}`;
  const authors = await holdersOf(deps, { kind: 'provider', providerId }, 'provider-author');
  for (const personId of authors) {
    await tell(deps, { eventId: `${fact.eventId}:${personId}`, personId }, { ...content, link });
  }
  const operators = isOld ? await operatorsOnDuty(deps) : [];
  for (const personId of operators) {
    const told = { eventId: `${fact.eventId}:${personId}`, personId };
    await tell(deps, told, { ...content, link: '/operator/connections' });
  }
  await notify(deps, {
    // They have no account: the page of the connection would not open for them.
    ...{ kind: 'connection-troubled', params: { ...params, toContact: true } },
    personId: `contact:${connectionId}` as PersonId,
    noticeId: fact.eventId as NoticeId,
    email: { to: contactEmail, locale: 'id' },
  });
}
