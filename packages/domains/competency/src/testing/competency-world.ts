import type { AgencyId, AgencyUnit, PersonId, PersonPrincipal, Role } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { StaffMember } from '../ports.ts';
import { memoryCompetencyStores } from './memory-competency-stores.ts';

export const badan = 'badan' as AgencyId;
export const today = '2026-11-28';

export function personOf(
  name: string,
  roles: readonly Role[] = ['learner'],
  agencyId = badan,
): PersonPrincipal {
  return { kind: 'person', personId: name as PersonId, name, roles, agencyId };
}
export const sri = personOf('sri');
export const budi = personOf('budi', ['learner', 'supervisor']);
export const agus = personOf('agus', ['learner', 'agency-admin']);

export const memberOf = (name: string, over: Partial<StaffMember> = {}): StaffMember => ({
  ...{ personId: name as PersonId, name, agencyId: badan, today, ...over },
});

/** The domain in memory: Sri, an analyst, her supervisor Budi, and Agus of personnel. */
export function competencyWorld(stores = memoryCompetencyStores()) {
  const people = new Map<string, StaffMember>(
    [
      memberOf('sri', {
        ...{ supervisorId: budi.personId, unitId: 'u1' },
        post: { title: 'Analis Keuangan', family: 'fungsional-keahlian', level: 'ahli-muda' },
      }),
      memberOf('budi', { post: { title: 'Kepala Subbagian', family: 'pengawas' } }),
      memberOf('agus', { post: { title: 'Pengelola', family: 'pelaksana' } }),
    ].map((member) => [member.personId, member]),
  );
  const units: AgencyUnit[] = [];
  return {
    ...{ ...stores, people, clock: fixedClock(`${today}T02:00:00.000Z`), ids: countedIds() },
    units: { unitsOf: async () => units, add: (...more: readonly AgencyUnit[]) => units.push(...more) },
    staff: {
      find: async (personId: PersonId) => people.get(personId),
      teamOf: async (supervisorId: PersonId) =>
        [...people.values()].filter((one) => one.supervisorId === supervisorId),
      peopleOf: async (
        agencyId: AgencyId,
        { limit, after }: { readonly limit: number; readonly after?: string },
      ) => {
        const all = [...people.values()].filter((one) => one.agencyId === agencyId);
        const from = after === undefined ? 0 : Number(after);
        const personIds = all.slice(from, from + limit).map(({ personId }) => personId);
        return { personIds, ...(from + limit < all.length && { next: String(from + limit) }) };
      },
    },
  };
}
