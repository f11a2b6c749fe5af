import type { RatedDirectory, RatedMember } from '@sinau/annual-plan';
import { groupOf } from '@sinau/competency';
import type { PeopleStore, Person } from '@sinau/identity';
import type { AgencyId, Clock } from '@sinau/kernel';
import { performances, potentials, type TalentStore } from '@sinau/talent';
import { memberFrom } from './competency-parts.ts';

const atOnce = 100;

const places = performances.flatMap((performance) =>
  potentials.map((potential) => ({ performance, potential })),
);

/**
 * Whose performance talent officers have recorded, as annual plans count them. Who has left the agency is its record still and stands in no
 * unit of it, so they are not counted. Nothing of this is shown: `groupsOf` leaves out what tells of persons.
 */
export function ratedPeople(deps: {
  readonly talent: Pick<TalentStore, 'listAt'>;
  readonly people: Pick<PeopleStore, 'findMany'>;
  readonly clock: Clock;
}): RatedDirectory {
  const { talent, people, clock } = deps;
  const memberOf =
    (agencyId: AgencyId, isBelow: boolean) =>
    (person: Person): readonly RatedMember[] => {
      const member = memberFrom(person, clock.now());
      if (member?.agencyId !== agencyId) return [];
      const post = member.post && groupOf(member.post);
      return [{ isBelow, ...(member.unitId && { unitId: member.unitId }), ...(post && { post }) }];
    };
  return {
    async *ratedOf(agencyId, year) {
      for (const place of places) {
        let after: string | undefined;
        do {
          const page = { limit: atOnce, ...(after !== undefined && { after }) };
          const { personIds, next } = await talent.listAt(agencyId, { ...place, year }, page);
          const found = await people.findMany(personIds);
          yield found.flatMap(memberOf(agencyId, place.performance === 'below'));
          after = next;
        } while (after !== undefined);
      }
    },
  };
}
