import type { AccountChanged } from '@sinau/domain-events';
import { localDateOf, type PersonId } from '@sinau/kernel';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';
import type { Fact } from './follow-fact.ts';

/** What a process has told already. It may forget: notices have ids of their own. */
export interface ToldAlready {
  has(what: string): boolean;
  add(what: string): void;
}

export interface FollowAccountsDeps extends TellDeps {
  /** Many leave at once: their agency is looked through for the first of them alone. */
  readonly toldOfAccounts: ToldAlready;
}

/** Whose account was opened is told, and the agency of what its administrators have not done themselves. Safe to repeat. */
export async function followAccounts(deps: FollowAccountsDeps, fact: Fact): Promise<void> {
  if (fact.type !== 'account-changed') return;
  if (fact.act === 'opened') await tell(deps, fact, { kind: 'account-opened', params: {}, link: '/account' });
  if (fact.because !== 'administrator' && fact.because !== 'list') await tellAgency(deps, fact);
}

/** Once a day for each way: many may leave at once, and the list behind it says who. */
async function tellAgency(deps: FollowAccountsDeps, fact: AccountChanged): Promise<void> {
  const person = await deps.people.find(fact.personId as PersonId);
  if (person?.home.kind !== 'agency') return;
  const { agencyId } = person.home;
  const { act, because } = fact;
  const day = localDateOf(Date.parse(fact.occurredAt), 'Asia/Jakarta');
  const what = `accounts-changed:${agencyId}:${day}:${act}:${because}`;
  if (deps.toldOfAccounts.has(what)) return;
  let isOneOfThem = false;
  for (const personId of await holdersOf(deps, person.home, 'agency-admin')) {
    if (personId === fact.personId) isOneOfThem = true;
    else await tellHolder(deps, personId, { what, act, because });
  }
  // An administrator whose own account it was is told of the next one.
  if (!isOneOfThem) deps.toldOfAccounts.add(what);
}

async function tellHolder(
  deps: TellDeps,
  personId: PersonId,
  { what, act, because }: Pick<AccountChanged, 'act' | 'because'> & { readonly what: string },
): Promise<void> {
  const content = {
    ...({ kind: 'accounts-changed', params: { act, because } } as const),
    link: `/agency/access?what=account-${act}`,
  };
  await tell(deps, { eventId: `${what}:${personId}`, personId }, content);
}

/** The newest of them: days pass, and what is told is told. */
export function toldAlready(most = 2_000): ToldAlready {
  const known = new Set<string>();
  return {
    has: (what) => known.has(what),
    add: (what) => {
      if (known.size >= most) known.clear();
      known.add(what);
    },
  };
}
