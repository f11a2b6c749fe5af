import type { OrganisationStore, PeopleStore, UnitId } from '@sinau/identity';
import type { AgencyId } from '@sinau/kernel';
import type { ParticipantDirectory } from '@sinau/programmes';
import { createLearnerDirectory } from './learner-directory.ts';
import type { PartnerStandings } from './partner-standing.ts';

/** Identity as events ask it: whose somebody is, in which units, and who decides. */
export function createParticipantDirectory(deps: {
  readonly people: Pick<PeopleStore, 'find' | 'listTeam'>;
  readonly organisations: Pick<OrganisationStore, 'readTree'>;
  /** Absent where no events are looked at. */
  readonly standing?: PartnerStandings;
}): ParticipantDirectory {
  const learners = createLearnerDirectory(deps);
  const { standing } = deps;
  return {
    teamOf: learners.teamOf,
    async placeOf(personId) {
      const [person, place] = await Promise.all([deps.people.find(personId), learners.placeOf(personId)]);
      if (!person || !place) return undefined;
      const { agencyId, supervisorId } = place;
      const { unitId, workingAgencyId } = person;
      const unitIds =
        agencyId === undefined || unitId === undefined ? [] : await unitsAbove(deps, agencyId, unitId);
      return {
        unitIds,
        ...(agencyId !== undefined && { agencyId }),
        ...(workingAgencyId !== undefined && { workingAgencyId }),
        ...(supervisorId !== undefined && { supervisorId }),
        ...(standing &&
          agencyId !== undefined && { standingTo: (providerId) => standing(agencyId, providerId) }),
      };
    },
  };
}

async function unitsAbove(
  { organisations }: { readonly organisations: Pick<OrganisationStore, 'readTree'> },
  agencyId: AgencyId,
  unitId: UnitId,
): Promise<readonly string[]> {
  const { units } = await organisations.readTree(agencyId);
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]));
  const path: UnitId[] = [];
  for (let at: UnitId | undefined = unitId; at !== undefined && !path.includes(at); at = parents.get(at)) {
    path.push(at);
  }
  return path;
}
