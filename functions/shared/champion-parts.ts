import type { ChampionDirectory } from '@sinau/adoption';
import { type OrganisationStore, type PeopleStore, unitPlace } from '@sinau/identity';

/** Identity as champions ask it: the unit somebody works in now, and those above it. */
export const championDirectoryOf = (deps: {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: Pick<OrganisationStore, 'findUnit'>;
}): ChampionDirectory => ({
  async placeOf(personId) {
    const person = await deps.people.find(personId);
    if (!person || person.status === 'disabled') return undefined;
    const { home, unitId } = person;
    if (home.kind !== 'agency' || unitId === undefined) return undefined;
    const { agencyId } = home;
    const place = await unitPlace(deps, { agencyId, unitId });
    return place && { agencyId, unitIds: place.units };
  },
});
