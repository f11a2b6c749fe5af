import type { PersonPrincipal } from '@sinau/kernel';
import { LearningChanged, LearningNotFound } from './errors.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { LearningStore } from './ports.ts';

type Deps = { readonly learnings: Pick<LearningStore, 'findPolicy' | 'savePolicy'> };

/** What the agency of an administrator asks of records. */
export async function readPolicy(
  { learnings }: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<Policy> {
  const { agencyId } = principal;
  if (agencyId === undefined) throw new LearningNotFound();
  return (await learnings.findPolicy(agencyId)) ?? defaultPolicy(agencyId);
}

export async function setPolicy(
  { learnings }: Deps,
  input: { readonly principal: PersonPrincipal } & Omit<Policy, 'agencyId'>,
): Promise<void> {
  const { principal, ...policy } = input;
  const { agencyId } = principal;
  if (agencyId === undefined || !principal.roles.includes('agency-admin')) throw new LearningNotFound();
  if ((await learnings.savePolicy({ ...policy, agencyId })) === 'changed') throw new LearningChanged();
}
