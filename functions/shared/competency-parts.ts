import type { StaffDirectory, StaffMember, UnitDirectory } from '@sinau/competency';
import {
  createBandStore,
  createCountStore,
  createPersonStore,
  createStandardStore,
  createTeachingStore,
} from '@sinau/competency/dynamo';
import { type OrganisationStore, type PeopleStore, type Person, serviceOf } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { type Clock, type Ids, localDateOf } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';

/** Competence on its stores, with identity as it needs it. */
export function createCompetencyParts(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly clock: Clock;
  readonly ids: Ids;
}) {
  const { clock, ids } = stores;
  return {
    ...{ clock, ids },
    standards: createStandardStore(stores),
    persons: createPersonStore(stores),
    teaching: createTeachingStore(stores),
    counts: createCountStore(stores),
    bands: createBandStore(stores),
    staff: staffOf({ people: createPeopleStore(stores), clock }),
    units: unitsOf(createOrganisationStore(stores)),
  };
}
export type CompetencyParts = ReturnType<typeof createCompetencyParts>;

/** People of agencies whose account is open, as their record says today. */
export function staffOf(deps: {
  readonly people: Pick<PeopleStore, 'find' | 'listTeam' | 'listByHome'>;
  readonly clock: Clock;
}): StaffDirectory {
  const memberOf = (person: Person) => memberFrom(person, deps.clock.now());
  return {
    async find(personId) {
      const person = await deps.people.find(personId);
      return person && memberOf(person);
    },
    teamOf: async (personId) =>
      (await deps.people.listTeam(personId)).flatMap((person) => memberOf(person) ?? []),
    async peopleOf(agencyId, page) {
      const { people, next } = await deps.people.listByHome({ kind: 'agency', agencyId }, page);
      return {
        personIds: people.map(({ personId }) => personId),
        ...(next !== undefined && { next }),
      };
    },
  };
}

/** The person as competence knows them today; undefined: of no agency, or with a closed account. */
export function memberFrom(person: Person, now: Date): StaffMember | undefined {
  const { personId, name, home, status, unitId, supervisorId } = person;
  if (home.kind !== 'agency' || status === 'disabled') return undefined;
  const zone = serviceOf(person, localDateOf(now.getTime(), 'Asia/Jakarta')).timeZone;
  const today = localDateOf(now.getTime(), zone);
  const { post } = serviceOf(person, today);
  return {
    ...{ personId, name, agencyId: home.agencyId, today },
    ...(unitId !== undefined && { unitId }),
    ...(supervisorId !== undefined && { supervisorId }),
    ...(post && {
      post: { title: post.title, family: post.family, ...(post.level && { level: post.level }) },
    }),
  };
}

function unitsOf(organisations: Pick<OrganisationStore, 'listUnits'>): UnitDirectory {
  return {
    unitsOf: async (agencyId) =>
      (await organisations.listUnits(agencyId)).map(({ unitId, name, parentId }) => ({
        ...{ unitId, name },
        ...(parentId !== undefined && { parentId }),
      })),
  };
}
