import type { AgencyId, PersonId } from '@sinau/kernel';
import { type FollowDeps, followPerson } from './follow-person.ts';
import { pagesIn } from './mark-file.ts';

/** What waits for something in an agency is looked at again, as a setting or a mapping has changed. */
export async function recheck(deps: FollowDeps, agencyId: AgencyId): Promise<number> {
  const people = new Set<PersonId>();
  for (const state of ['incomplete', 'queued'] as const)
    for await (const rows of pagesIn(deps.rows, { agencyId, state }))
      for (const row of rows) people.add(row.personId);
  for (const personId of people) await followPerson(deps, personId);
  return people.size;
}
