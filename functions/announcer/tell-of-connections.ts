import type { ConnectionId, ConnectionStore } from '@sinau/connectors';
import type { ConnectionTroubled } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { type NoticeId, notify } from '@sinau/notifications';
import { holdersOf, type TellDeps, tell } from './tell.ts';

export interface TellOfConnectionsDeps extends TellDeps {
  readonly connections: Pick<ConnectionStore, 'find'>;
}

/** The authors of the provider in inbox and mail, and its contact, who is no person here, by mail alone. */
export async function tellOfConnection(deps: TellOfConnectionsDeps, fact: ConnectionTroubled): Promise<void> {
  const connection = await deps.connections.find(fact.connectionId as ConnectionId);
  // Removed since: nobody can do anything about it.
  if (!connection) return;
  const { providerId, name, contactEmail, connectionId } = connection;
  const content = { kind: 'connection-troubled', params: { name, trouble: fact.trouble } } as const;
  const link = `/studio/connections/${connectionId}`;
  const authors = await holdersOf(deps, { kind: 'provider', providerId }, 'provider-author');
  for (const personId of authors) {
    await tell(deps, { eventId: `${fact.eventId}:${personId}`, personId }, { ...content, link });
  }
  await notify(deps, {
    ...{ ...content, link },
    personId: `contact:${connectionId}` as PersonId,
    noticeId: fact.eventId as NoticeId,
    email: { to: contactEmail, locale: 'id' },
  });
}
