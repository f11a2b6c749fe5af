import type { SeatGroups } from '@sinau/enrolment';
import {
  dayIn,
  defaultTimeZone,
  type OrganisationStore,
  onDay,
  type PeopleStore,
  postFamilies,
  type UnitId,
  unitPlace,
} from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { type Clock, provinceName } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';

/** Identity as pools of seats ask it: the unit, the post and the place of today. */
export function createSeatGroups(deps: {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: Pick<OrganisationStore, 'findUnit'>;
  readonly clock: Clock;
}): SeatGroups {
  const { people, organisations, clock } = deps;
  return {
    async of(agencyId, personId) {
      const person = await people.find(personId);
      if (person?.home.kind !== 'agency' || person.home.agencyId !== agencyId) return undefined;
      const { unitId, career, timeZone = defaultTimeZone } = person;
      const place = unitId && (await unitPlace({ organisations }, { agencyId, unitId }));
      const post = onDay(career?.posts ?? [], dayIn(timeZone, clock.now()));
      return { units: [], ...place, ...(post && { family: post.family }) };
    },
    async knows(agencyId, group) {
      switch (group.kind) {
        case 'unit': {
          const unit = await organisations.findUnit(agencyId, group.unitId as UnitId);
          return unit !== undefined && unit.validTo === undefined;
        }
        case 'posts':
          return group.families.every((family) => (postFamilies as readonly string[]).includes(family));
        case 'region':
          return provinceName(group.province) !== undefined;
        default:
          return true;
      }
    },
  };
}

export const seatGroupsOf = (given: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly clock: Clock;
}): SeatGroups =>
  createSeatGroups({
    people: createPeopleStore(given),
    organisations: createOrganisationStore(given),
    clock: given.clock,
  });
