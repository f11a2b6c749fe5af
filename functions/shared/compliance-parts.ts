import { type CountedPerson, type CountedPlace, reportingDay, type WalkDeps } from '@sinau/compliance';
import { createComplianceStore } from '@sinau/compliance/dynamo';
import { readYears } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import { type PeopleStore, type Person, serviceOf } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { createObligationsStore } from '@sinau/obligations/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';
import { personStandingsOf } from './person-standings.ts';

/** What counting people needs: where they are, their JP, and what they owe. */
export type ComplianceParts = WalkDeps & { readonly compliance: ReturnType<typeof createComplianceStore> };

export function createComplianceParts(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly clock: Clock;
}): ComplianceParts {
  const people = createPeopleStore(stores);
  const credit = createCreditStore(stores);
  const standings = personStandingsOf({ people });
  return {
    compliance: createComplianceStore(stores),
    workforce: workforceOf({ people, clock: stores.clock }),
    credits: {
      yearsOf: (personId, also) =>
        readYears({ credit, standings }, { personId, also, now: stores.clock.now() }),
    },
    duties: createObligationsStore(stores),
    clock: stores.clock,
  };
}

/** People of identity, as they are counted: where they work. */
export function workforceOf(deps: {
  readonly people: Pick<PeopleStore, 'find' | 'listByHome'>;
  readonly clock: Clock;
}): WalkDeps['workforce'] {
  return {
    async personOf(personId) {
      const person = await deps.people.find(personId);
      return person && countedPerson(person, reportingDay(deps.clock.now()));
    },
    async peopleOf(agencyId, page) {
      const { people, next } = await deps.people.listByHome({ kind: 'agency', agencyId }, page);
      return {
        personIds: people.map(({ personId }) => personId),
        ...(next !== undefined && { next }),
      };
    },
  };
}

export function countedPerson(person: Person, today: string): CountedPerson {
  const leftOn = person.status === 'disabled' ? reportingDay(new Date(person.disabledAt ?? 0)) : undefined;
  const now = person.home.kind === 'agency' ? { ...person, agencyId: person.home.agencyId } : undefined;
  return {
    name: person.name,
    placeOn: (day) => {
      if (!now || (leftOn !== undefined && leftOn <= day)) return undefined;
      if (day >= today) return workingPlace(now);
      const { station } = serviceOf(person, day);
      if (station) return workingPlace(station);
      // Of before careers were kept: they are where they were when they came.
      const isOld = (person.career?.stations.length ?? 0) === 0;
      return isOld && reportingDay(new Date(person.invitedAt)) <= day ? workingPlace(now) : undefined;
    },
    agencies: now && leftOn === undefined ? placesOf(now) : [],
  };
}

type Place = CountedPlace & { readonly workingAgencyId?: CountedPlace['agencyId'] };

/** Who is lent counts in the agency they are lent to; units are of the home agency. */
function workingPlace({ agencyId, workingAgencyId, unitId }: Place): CountedPlace {
  if (workingAgencyId !== undefined && workingAgencyId !== agencyId) return { agencyId: workingAgencyId };
  return { agencyId, ...(unitId !== undefined && { unitId }) };
}

function placesOf(place: Place): readonly CountedPlace[] {
  const { workingAgencyId: _, ...home } = place;
  const working = workingPlace(place);
  const own = workingPlace(home);
  return working.agencyId === own.agencyId ? [own] : [own, working];
}
