import { type PersonStore, readStanding, type StandardStore } from '@sinau/competency';
import { createPersonStore, createStandardStore } from '@sinau/competency/dynamo';
import type { PeopleStore, Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock, Ids } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { AssessmentDirectory, Member, MemberDirectory, RecognitionStore } from '@sinau/recognition';
import { createRecognitionStore } from '@sinau/recognition/dynamo';
import { staffOf } from './competency-parts.ts';

/** Recognition with what its use cases need. */
export interface RecognitionDesk {
  readonly recognitions: RecognitionStore;
  readonly members: MemberDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Stores {
  readonly dynamo: Dynamo;
  readonly table: string;
}

export const createRecognitionDesk = (stores: Stores): RecognitionDesk => ({
  recognitions: createRecognitionStore(stores),
  members: membersOf(createPeopleStore(stores)),
  ...{ clock: systemClock, ids: systemIds },
});

/** The same for whoever follows facts, with what competence knows. */
export const createRecognitionFollower = (stores: Stores & { readonly clock: Clock }) => {
  const people = createPeopleStore(stores);
  return {
    ...createRecognitionDesk(stores),
    clock: stores.clock,
    assessments: assessmentsOf({
      ...{ people, clock: stores.clock },
      standards: createStandardStore(stores),
      persons: createPersonStore(stores),
    }),
  };
};
export type RecognitionFollower = ReturnType<typeof createRecognitionFollower>;

/** People of agencies whose account is open. */
export const membersOf = (people: Pick<PeopleStore, 'find' | 'listTeam'>): MemberDirectory => ({
  async find(personId) {
    const person = await people.find(personId);
    return person && memberOf(person);
  },
  teamOf: async (personId) => (await people.listTeam(personId)).flatMap((person) => memberOf(person) ?? []),
});

export function memberOf({ personId, name, home, status, unitId, supervisorId }: Person): Member | undefined {
  if (home.kind !== 'agency' || status === 'disabled') return undefined;
  return {
    ...{ personId, name, agencyId: home.agencyId, unitId: unitId ?? '' },
    ...(supervisorId !== undefined && { supervisorId }),
  };
}

/** What others found out about somebody, beside what their post asks for today. */
export const assessmentsOf = (deps: {
  readonly people: Pick<PeopleStore, 'find' | 'listTeam' | 'listByHome'>;
  readonly standards: Pick<StandardStore, 'technical' | 'standards'>;
  readonly persons: Pick<PersonStore, 'of'>;
  readonly clock: Clock;
}): AssessmentDirectory => ({
  async of(personId) {
    const staff = staffOf(deps);
    const member = await staff.find(personId);
    if (!member) return { assessed: [], requiredNow: new Map() };
    const { agencyId } = member;
    const { assessments, comparison } = await readStanding({ ...deps, staff }, { agencyId, personId });
    return {
      assessed: assessments
        // A technical competency of another agency's dictionary has its code only by chance.
        .filter((one) => one.method !== 'self' && !one.withdrawn && (one.agencyId ?? agencyId) === agencyId)
        .map(({ competencyId, level, assessedOn, method, recordedAt }) => ({
          ...{ competencyId, level, assessedOn, method, recordedAt },
        })),
      requiredNow: new Map(comparison.rows.map(({ competencyId, required }) => [competencyId, required])),
    };
  },
});
