import type { AgencyId, PersonId } from '@sinau/kernel';
import type { CourseDirectory, Member, PeopleDirectory } from '../ports.ts';

export const issuer = 'https://sinau.example';
const activityBase = `${issuer}/activities/`;

/** An activity of a course, by an id as delivery makes them. */
export const activityOf = (course: string, au = 'a1'): string => `${activityBase}${course}/au/${au}`;

interface SampleMember extends Member {
  readonly personId: string;
  readonly agencyId: AgencyId;
  readonly employeeNumber?: string;
}

/** Directories over lists that a test may change while it runs. */
export function sampleDirectories(given: {
  readonly members: SampleMember[];
  /** Unit and the unit above it. */
  readonly units: readonly { readonly agencyId: AgencyId; readonly unit: string; readonly above?: string }[];
  /** Course by registration. */
  readonly registrations?: Readonly<Record<string, string>>;
}): { readonly people: PeopleDirectory; readonly courses: CourseDirectory; readonly asked: string[] } {
  const asked: string[] = [];
  const people: PeopleDirectory = {
    findByEmployeeNumber: async (agencyId, number) =>
      given.members.find((one) => one.agencyId === agencyId && one.employeeNumber === number)?.personId as
        | PersonId
        | undefined,
    unitsUnder: async (agencyId, unitId) => {
      const units = given.units.filter((one) => one.agencyId === agencyId);
      if (!units.some(({ unit }) => unit === unitId)) return undefined;
      const under = new Set([unitId]);
      for (const top of under) for (const { unit, above } of units) if (above === top) under.add(unit);
      return under;
    },
    membersOf: async (agencyId, ids) => {
      asked.push(...ids);
      const found = given.members.filter((one) => one.agencyId === agencyId && ids.includes(one.personId));
      return new Map(
        found.map(({ personId, agencyId: _agency, employeeNumber: _number, ...member }) => [
          personId,
          member,
        ]),
      );
    },
  };
  const courses: CourseDirectory = {
    issuer,
    courseOfActivity: (id) =>
      id.startsWith(activityBase) ? id.slice(activityBase.length).split('/')[0] : undefined,
    coursesOfRegistrations: async (ids) => {
      asked.push(...ids);
      const known = Object.entries(given.registrations ?? {}).filter(([id]) => ids.includes(id));
      return new Map(known);
    },
    titlesOf: async (ids) => new Map(ids.map((id) => [id, { en: `Course ${id}`, id: `Kursus ${id}` }])),
  };
  return { people, courses, asked };
}
