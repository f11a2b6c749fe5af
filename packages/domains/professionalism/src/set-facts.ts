import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { FactsChanged } from './errors.ts';
import type { OwnFacts } from './facts.ts';
import type { FactsStore } from './ports.ts';

/** What a person tells of themselves, whole: what is not in it is no longer told. `rev`: as it was shown, 0 for none. */
export async function setFacts(
  { facts: store, clock }: { readonly facts: FactsStore; readonly clock: Clock },
  input: { readonly principal: PersonPrincipal; readonly facts: OwnFacts; readonly rev: number },
): Promise<void> {
  const { principal, facts, rev } = input;
  const next = { personId: principal.personId, facts, changedAt: clock.now().toISOString(), rev };
  if ((await store.save(next)) === 'conflict') throw new FactsChanged();
}

/** Takes away everything the person told. */
export async function forgetFacts(
  { facts }: { readonly facts: FactsStore },
  { principal }: { readonly principal: PersonPrincipal },
): Promise<void> {
  await facts.forget(principal.personId);
}
