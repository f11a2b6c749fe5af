import { hasLeftService, type PeopleStore } from '@sinau/identity';
import type { Clock, PersonId } from '@sinau/kernel';

/** Content speaks often: what was seen of an account counts so long, half of what an ended account may go on. */
const keptMs = 30_000;
const mostKept = 5_000;

/**
 * Whether somebody's account is open, for doors that running content speaks to: it opens no session of its own, and would go on for a
 * day after its learner has left.
 */
export function openAccounts(deps: {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly clock: Clock;
}): (personId: PersonId) => Promise<boolean> {
  const seen = new Map<PersonId, { readonly isOpen: boolean; readonly untilMs: number }>();
  return async (personId) => {
    const nowMs = deps.clock.now().getTime();
    const kept = seen.get(personId);
    if (kept && kept.untilMs > nowMs) return kept.isOpen;
    const person = await deps.people.find(personId);
    const isOpen = !person || (person.status !== 'disabled' && !hasLeftService(person, deps.clock.now()));
    seen.delete(personId);
    seen.set(personId, { isOpen, untilMs: nowMs + keptMs });
    const [oldest] = seen.keys();
    if (seen.size > mostKept && oldest !== undefined) seen.delete(oldest);
    return isOpen;
  };
}
