import type { Principal } from '@sinau/kernel';
import { SyncNotFound } from './errors.ts';
import type { SyncParty } from './sync-item.ts';

/** Who decides, as the audit tells it later. */
export function partyOf(principal: Principal): SyncParty {
  if (principal.kind === 'person') return { kind: 'person', id: principal.personId, name: principal.name };
  if (principal.kind === 'client') return { kind: 'client', id: principal.clientId, name: principal.name };
  throw new SyncNotFound();
}
