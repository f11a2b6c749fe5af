import type { HeldRole, PeopleStore } from '@sinau/identity';
import type { PersonId, Tenant } from '@sinau/kernel';

interface Listed {
  readonly personId: string;
  readonly roles: readonly (string | undefined)[];
}

/** `listHolders` of a store whose people a test lists. */
export const holdersIn =
  (people: (home: Tenant) => readonly Listed[]): PeopleStore['listHolders'] =>
  async (home: Tenant, role: HeldRole) =>
    people(home)
      .filter(({ roles }) => roles.includes(role))
      .map(({ personId }) => personId as PersonId);
