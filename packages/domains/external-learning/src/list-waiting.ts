import type { PersonPrincipal } from '@sinau/kernel';
import { reviewingOffice } from './authority.ts';
import type { ExternalLearning } from './learning.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { ReadDeps } from './read-learning.ts';

const pageSize = 50;
const together = 10;

/** What waits for a supervisor, longest first. Read for the team as it is now. */
export async function listForTeam(
  deps: ReadDeps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly ExternalLearning[]> {
  const team = await deps.learners.teamOf(principal.personId);
  const found: ExternalLearning[] = [];
  for (let n = 0; n < team.length; n += together) {
    const lists = await Promise.all(
      team.slice(n, n + together).map((personId) => deps.learnings.listOf(personId)),
    );
    found.push(...lists.flat().filter(({ waitingSince }) => waitingSince !== undefined));
  }
  const own = await mine(deps, principal, found);
  return own.toSorted((a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? ''));
}

/** What waits for administrators of an agency, longest first. Of people who have moved away nothing is shown (invariant 8). */
export async function listForAgency(
  deps: ReadDeps,
  { principal, after }: { readonly principal: PersonPrincipal; readonly after?: string },
): Promise<{ readonly learnings: readonly ExternalLearning[]; readonly next?: string }> {
  const { agencyId } = principal;
  if (agencyId === undefined) return { learnings: [] };
  const page = { limit: pageSize, ...(after !== undefined && { after }) };
  const { learnings, next } = await deps.learnings.listWaiting(agencyId, page);
  return { learnings: await mine(deps, principal, learnings), ...(next !== undefined && { next }) };
}

/** Those about which the reader decides now. */
async function mine(
  deps: ReadDeps,
  principal: PersonPrincipal,
  all: readonly ExternalLearning[],
): Promise<readonly ExternalLearning[]> {
  const policies = new Map<string, Policy>();
  const kept: ExternalLearning[] = [];
  for (const learning of all) {
    const place = await deps.learners.placeOf(learning.personId);
    if (place?.agencyId === undefined) continue;
    const { agencyId } = place;
    const policy =
      policies.get(agencyId) ?? (await deps.learnings.findPolicy(agencyId)) ?? defaultPolicy(agencyId);
    policies.set(agencyId, policy);
    if (reviewingOffice(principal, learning, { place, policy })) kept.push(learning);
  }
  return kept;
}
