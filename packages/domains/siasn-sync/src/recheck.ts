import type { AgencyId, PersonId } from '@sinau/kernel';
import { type FollowDeps, followPerson } from './follow-person.ts';
import { type SyncState, syncStates } from './sync-row.ts';

/** Where a look at the rows of an agency goes on. */
export interface RecheckPlace {
  readonly state: SyncState;
  readonly after?: string;
}

const together = 50;

/**
 * Looks again at a part of what an agency owes, whatever its state, as a setting or a mapping has changed: a row that waits is sent otherwise,
 * one that stands there is corrected. `courseId`: lines of this course alone. `next`: there is more.
 */
export async function recheck(
  deps: FollowDeps,
  given: { readonly agencyId: AgencyId; readonly courseId?: string; readonly from?: RecheckPlace },
): Promise<{ readonly people: number; readonly next?: RecheckPlace }> {
  const { agencyId, courseId, from = { state: syncStates[0] } } = given;
  const { state, after } = from;
  const page = await deps.rows.listIn(agencyId, state, {
    limit: together,
    ...(after !== undefined && { after }),
  });
  const people = new Set<PersonId>();
  for (const { personId, content } of page.rows)
    if (courseId === undefined || content?.courseId === courseId) people.add(personId);
  for (const personId of people) await followPerson(deps, personId);
  const later = syncStates[syncStates.indexOf(state) + 1];
  if (page.next !== undefined) return { people: people.size, next: { state, after: page.next } };
  return { people: people.size, ...(later && { next: { state: later } }) };
}
