import type { Official, OfficialDirectory } from '@sinau/annual-plan';
import { hasLeftService, type PeopleStore } from '@sinau/identity';
import type { AgencyId, Clock } from '@sinau/kernel';

/** An agency has one of each, or a few who stand in for each other. */
const mostOfficials = 20;

/** The two officials of PP 11/2017 Ps 207, as the agency's administrators have named them by role. */
export function planOfficials(deps: {
  readonly people: Pick<PeopleStore, 'find' | 'listHolders'>;
  readonly clock: Clock;
}): OfficialDirectory {
  const { people, clock } = deps;
  return {
    async holdersOf(agencyId, office) {
      const home = { kind: 'agency', agencyId: agencyId as AgencyId } as const;
      const holders = (await people.listHolders(home, office)).slice(0, mostOfficials);
      const found = await Promise.all(holders.map((personId) => people.find(personId)));
      return found.flatMap((person): readonly Official[] =>
        person && person.status !== 'disabled' && !hasLeftService(person, clock.now())
          ? [{ personId: person.personId, name: person.name }]
          : [],
      );
    },
  };
}
