import { type PeopleStore, serviceOf } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { type Clock, localDateOf } from '@sinau/kernel';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { MemberDirectory, TalentDeps } from '@sinau/talent';
import { createTalentStore } from '@sinau/talent/dynamo';

/** Talent boxes on their store, with people as identity knows them. */
export const createTalentDesk = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): TalentDeps => ({
  talent: createTalentStore(stores),
  members: talentMembersOf({ people: createPeopleStore(stores), clock: systemClock }),
  clock: systemClock,
});

/** People of agencies whose account is open. */
export const talentMembersOf = (deps: {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly clock: Clock;
}): MemberDirectory => ({
  async find(personId) {
    const person = await deps.people.find(personId);
    if (person?.home.kind !== 'agency' || person.status === 'disabled') return undefined;
    const now = deps.clock.now().getTime();
    const { timeZone } = serviceOf(person, localDateOf(now, 'Asia/Jakarta'));
    const { agencyId } = person.home;
    return { personId, agencyId, name: person.name, today: localDateOf(now, timeZone) };
  },
});
