import { type AgencyId, type PersonId, Unavailable } from '@sinau/kernel';
import type { DataRequestStore } from './ports.ts';

/** Somebody who answers, the person and the sweep may change a request meanwhile; more do not race for one. */
const rounds = 4;
const mostRequests = 500;

/** What a person has asked is answered by the agency where they are now: the one before knows them no more. Safe to repeat. */
export async function followHome(
  { requests }: { readonly requests: DataRequestStore },
  { personId, agencyId }: { readonly personId: PersonId; readonly agencyId: AgencyId },
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const away = (await requests.listOf(personId, mostRequests)).filter(
      (one) => one.state === 'open' && one.agencyId !== agencyId,
    );
    const saved = await Promise.all(away.map((request) => requests.save({ ...request, agencyId })));
    if (!saved.includes('stale')) return;
  }
  throw new Unavailable('Too much is happening to these requests at once; please try again.');
}
