import { followMove, type LearningStore } from '@sinau/external-learning';
import type { PeopleStore } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import { type DataRequestStore, followHome } from '@sinau/privacy';
import type { Fact } from './follow-fact.ts';

export interface FollowMovesDeps {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly learnings: LearningStore;
  readonly requests: DataRequestStore;
}

/** Whoever changes agencies takes along what waits for a decision; who belongs to none any more leaves it where it is. */
export async function followMoves(deps: FollowMovesDeps, fact: Fact): Promise<void> {
  if (fact.type !== 'standing-changed') return;
  const person = await deps.people.find(fact.personId as PersonId);
  if (person?.home.kind !== 'agency') return;
  const { personId, home } = person;
  await followMove(deps, { personId, agencyId: home.agencyId });
  await followHome(deps, { personId, agencyId: home.agencyId });
}
