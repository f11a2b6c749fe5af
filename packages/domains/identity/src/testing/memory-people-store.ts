import type { AgencyId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import type { UnitId } from '../ids.ts';
import { leavesAt } from '../people/account.ts';
import { claimName, claimsOf } from '../people/claims.ts';
import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { tenantName } from '../tenant.ts';

/** The port on maps, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryPeopleStore(): PeopleStore {
  const people = new Map<string, Person>();
  const claims = new Map<string, string>();
  const byName = (a: Person, b: Person) => (nameKey(a) < nameKey(b) ? -1 : 1);

  const takenBy = (person: Person) =>
    claimsOf(person, nodeDigest).find((claim) => {
      const owner = claims.get(claimName(claim));
      return owner !== undefined && owner !== person.personId;
    });
  const write = (person: Person, before?: Person) => {
    for (const claim of before ? claimsOf(before, nodeDigest) : []) claims.delete(claimName(claim));
    for (const claim of claimsOf(person, nodeDigest)) claims.set(claimName(claim), person.personId);
    people.set(person.personId, person);
  };

  return {
    async add(person) {
      const claim = takenBy(person);
      if (claim) return { outcome: 'taken', claim };
      write(person);
      return { outcome: 'stored' };
    },
    async replace(before, after, witness) {
      const isStale = (read: Person) => people.get(read.personId)?.rev !== read.rev;
      if (isStale(before) || (witness && isStale(witness))) return { outcome: 'stale' };
      const claim = takenBy(after);
      if (claim) return { outcome: 'taken', claim };
      const person = { ...after, rev: before.rev + 1 };
      write(person, before);
      return { outcome: 'stored', person };
    },
    async find(personId) {
      return people.get(personId);
    },
    async findByClaim(claim) {
      return people.get(claims.get(claimName(claim)) ?? '');
    },
    async findMany(personIds) {
      return personIds.flatMap((id) => people.get(id) ?? []);
    },
    async listByHome(tenant, { limit, after, beginning = '' }) {
      const all = [...people.values()]
        .filter((person) => tenantName(person.home) === tenantName(tenant))
        .filter(({ name }) => name.toLowerCase().startsWith(beginning.toLowerCase()))
        .sort(byName)
        .filter((person) => after === undefined || nameKey(person) > after);
      const page = all.slice(0, limit);
      const last = page.at(-1);
      return { people: page, ...(last && all.length > limit && { next: nameKey(last) }) };
    },
    async listByUnit(place, { limit, after }) {
      const all = [...people.values()]
        .filter((person) => isIn(person, place))
        .sort(byName)
        .filter((person) => after === undefined || nameKey(person) > after);
      const last = all[limit - 1];
      return { people: all.slice(0, limit), ...(last && all.length > limit && { next: nameKey(last) }) };
    },
    async countByUnit(agencyId) {
      const counts = new Map<UnitId | '', number>();
      for (const person of people.values()) {
        const unitId = person.unitId ?? '';
        if (isIn(person, { agencyId, ...(person.unitId && { unitId: person.unitId }) }))
          counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
      }
      return counts;
    },
    async listLeaving(until, limit) {
      return [...people.values()]
        .filter((person) => (leavesAt(person) ?? '9999') <= until)
        .sort((a, b) => ((leavesAt(a) ?? '') < (leavesAt(b) ?? '') ? -1 : 1))
        .slice(0, limit);
    },
    async listHolders(tenant, role) {
      return [...people.values()]
        .filter(({ home, roles }) => tenantName(home) === tenantName(tenant) && roles.includes(role))
        .map(({ personId }) => personId);
    },
    indexHolders: async () => undefined,
    async listTeam(supervisorId) {
      return [...people.values()].filter((person) => person.supervisorId === supervisorId).sort(byName);
    },
  };
}

const isIn = (
  { home, status, unitId }: Person,
  place: { readonly agencyId: AgencyId; readonly unitId?: UnitId },
): boolean =>
  home.kind === 'agency' &&
  home.agencyId === place.agencyId &&
  status !== 'disabled' &&
  unitId === place.unitId;

const nameKey = (person: Person) => `${person.name.toLowerCase()} ${person.personId}`;
