import type { EducationLevel, Grade, LegalStanding, OrganisationStore, PeopleStore } from '@sinau/identity';
import { type IntakeRow, intakePerson, unitNames } from '@sinau/identity/intake';
import type { AgencyId, Clock, Ids, PersonId } from '@sinau/kernel';
import type { PeopleDesk, Sender } from '@sinau/staffing';

/** Identity as imports of people ask it. */
export function createPeopleDesk(deps: {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Whether a machine of the agency may still write people. */
  readonly mayClient: (clientId: string) => Promise<boolean>;
}): PeopleDesk {
  return {
    async open({ agencyId, by }) {
      const unitOf = unitNames(await deps.organisations.listUnits(agencyId), deps.clock.now());
      return {
        async take({ unit, post, grade, legalStanding, education, ...rest }, how) {
          const unitId = unit === undefined ? undefined : unitOf(unit);
          if (unitId === 'unknown') return { outcome: 'refused', problem: 'unit-unknown' };
          if (unitId === 'unclear') return { outcome: 'refused', problem: 'unit-unclear' };
          const row = {
            ...rest,
            // The reader of tables knows the same names.
            ...(post && { post: post as NonNullable<IntakeRow['post']> }),
            ...(grade !== undefined && { grade: grade as Grade }),
            ...(legalStanding !== undefined && { legalStanding: legalStanding as LegalStanding }),
            ...(education !== undefined && { education: education as EducationLevel }),
            ...(unitId !== undefined && { unitId }),
          };
          return intakePerson(deps, { agencyId, row, ...byPerson(by), ...how });
        },
      };
    },
    async mayImport(by, agencyId) {
      if (by.kind === 'client') return deps.mayClient(by.id);
      return administersNow(deps.people, by, agencyId);
    },
  };
}

/** Whether somebody administers an agency at this moment. */
export async function administersNow(
  people: Pick<PeopleStore, 'find'>,
  { id }: Sender,
  agencyId: AgencyId,
): Promise<boolean> {
  const person = await people.find(id as PersonId);
  return (
    person?.status === 'active' &&
    person.home.kind === 'agency' &&
    person.home.agencyId === agencyId &&
    person.roles.includes('agency-admin')
  );
}

const byPerson = (by: Sender) => (by.kind === 'person' ? { by: by.id as PersonId } : {});
