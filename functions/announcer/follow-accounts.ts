import type { AccountChanged } from '@sinau/domain-events';
import { localDateOf, type PersonId } from '@sinau/kernel';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';
import type { Fact } from './follow-fact.ts';

/** Whose account was opened is told, and the agency of what its administrators have not done themselves. Safe to repeat. */
export async function followAccounts(deps: TellDeps, fact: Fact): Promise<void> {
  if (fact.type !== 'account-changed') return;
  if (fact.act === 'opened') await tell(deps, fact, { kind: 'account-opened', params: {}, link: '/account' });
  if (fact.because !== 'administrator' && fact.because !== 'list') await tellAgency(deps, fact);
}

/** Once a day for each way: many may leave at once, and the list of people says who. */
async function tellAgency(deps: TellDeps, fact: AccountChanged): Promise<void> {
  const person = await deps.people.find(fact.personId as PersonId);
  if (person?.home.kind !== 'agency') return;
  const { agencyId } = person.home;
  const { act, because } = fact;
  const day = localDateOf(Date.parse(fact.occurredAt), 'Asia/Jakarta');
  for (const personId of await holdersOf(deps, person.home, 'agency-admin')) {
    if (personId === fact.personId) continue;
    const eventId = `accounts-changed:${agencyId}:${day}:${act}:${because}:${personId}`;
    const content = { kind: 'accounts-changed', params: { act, because }, link: '/agency/people' } as const;
    await tell(deps, { eventId, personId }, content);
  }
}
