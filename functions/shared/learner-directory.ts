import type { LearnerDirectory } from '@sinau/enrolment';
import type { PeopleStore } from '@sinau/identity';

/** Identity as enrolment asks it: who stands where now. */
export function createLearnerDirectory(deps: {
  readonly people: Pick<PeopleStore, 'find' | 'listTeam'>;
}): LearnerDirectory {
  const { people } = deps;
  return {
    placeOf: async (personId) => {
      const person = await people.find(personId);
      if (!person || person.status === 'disabled') return undefined;
      const supervisor = person.supervisorId && (await people.find(person.supervisorId));
      const decides =
        supervisor && supervisor.status !== 'disabled' && supervisor.roles.includes('supervisor');
      return {
        ...(person.home.kind === 'agency' && { agencyId: person.home.agencyId }),
        ...(decides && { supervisorId: supervisor.personId }),
      };
    },
    teamOf: async (supervisorId) => (await people.listTeam(supervisorId)).map(({ personId }) => personId),
  };
}
