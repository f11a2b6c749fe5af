import { type Clock, type PersonId, type PersonPrincipal, roles } from '@sinau/kernel';
import * as z from 'zod';
import { InvalidField, NotAllowed } from '../errors.ts';
import { alterPerson, assertAdministers } from './alter-person.ts';
import { grantableRoles } from './authority.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

export const assignRolesRequestSchema = z.strictObject({
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
});
export type AssignRolesRequest = z.infer<typeof assignRolesRequestSchema>;

/**
 * Sets the roles of a person one administers; only roles one can give may appear or disappear. Nobody changes their
 * own, so that an operator cannot lock the last operator out. Takes effect with the person's next request.
 */
export async function assignRoles(
  deps: { readonly people: PeopleStore; readonly clock: Clock },
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly request: AssignRolesRequest;
  },
): Promise<Person> {
  const { principal, personId, request } = input;
  if (principal.personId === personId) throw new NotAllowed('Nobody changes their own roles.');
  return alterPerson(deps, input, (person) => {
    assertAdministers(principal, person);
    const grantable = grantableRoles(principal, person.home);
    const wanted = new Set(request.roles);
    const beyond = roles.find(
      (role) => wanted.has(role) !== person.roles.includes(role) && !grantable.includes(role),
    );
    if (beyond) throw new InvalidField({ path: '/roles', message: `${beyond} is not yours to give or take` });
    const becomes = wanted.has('operator') && !person.roles.includes('operator');
    const vouchedFor = { by: principal.personId, at: deps.clock.now().toISOString() };
    return { ...person, roles: [...wanted], ...(becomes && { vouchedFor }) };
  });
}
