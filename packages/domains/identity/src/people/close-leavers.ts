import type { Clock } from '@sinau/kernel';
import { withStanding } from './account.ts';
import type { PeopleStore } from './ports.ts';

/**
 * Closes the accounts of people whose day of leaving service has come. Their sessions count no more from that day on, whenever this
 * is done. Tells how many; somebody who has changed meanwhile is met with the next run.
 */
export async function closeLeavers(
  { people, clock }: { readonly people: PeopleStore; readonly clock: Clock },
  { limit }: { readonly limit: number },
): Promise<number> {
  const now = clock.now();
  let closed = 0;
  for (const person of await people.listLeaving(now.toISOString(), limit)) {
    const after = withStanding(person, now);
    if (after !== person && (await people.replace(person, after)).outcome === 'stored') closed += 1;
  }
  return closed;
}
