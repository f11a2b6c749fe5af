import { LearnerNotFound } from '@sinau/credit';
import { agenciesOf } from '@sinau/identity';
import type { PersonId, Principal } from '@sinau/kernel';
import type { ApiDeps } from './deps.ts';

/** Home and working agency read alike; anybody else's people are answered like nobody (invariant 8). */
export async function ownPerson(
  deps: Pick<ApiDeps, 'people'>,
  principal: Principal,
  personId: PersonId,
): Promise<void> {
  const tenant = principal.kind === 'client' ? principal.tenant : undefined;
  const agencies = (await agenciesOf(deps, [personId])).get(personId) ?? [];
  if (tenant?.kind !== 'agency' || !agencies.includes(tenant.agencyId)) throw new LearnerNotFound();
}
