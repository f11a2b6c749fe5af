import type { Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import * as z from 'zod';
import { InvalidField } from '../errors.ts';
import { personIdSchema, unitIdSchema } from '../ids.ts';
import { nameSchema } from '../organisation/organisation.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import { alterPerson, assertAdministers } from './alter-person.ts';
import { emailSchema } from './invite-person.ts';
import type { Person } from './person.ts';
import { assertPlace } from './place.ts';
import type { PeopleStore } from './ports.ts';

/** No role, no tenant, no status: those have use cases of their own (case D1). `null` takes a unit or supervisor away. */
export const changePersonRequestSchema = z.strictObject({
  name: nameSchema.exactOptional(),
  email: emailSchema.exactOptional(),
  unitId: unitIdSchema.nullable().exactOptional(),
  supervisorId: personIdSchema.nullable().exactOptional(),
});
export type ChangePersonRequest = z.infer<typeof changePersonRequestSchema>;

/** Corrects name, e-mail address, unit or supervisor of a person one administers. */
export async function changePerson(
  deps: { readonly people: PeopleStore; readonly organisations: OrganisationStore; readonly clock: Clock },
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly request: ChangePersonRequest;
  },
): Promise<Person> {
  const { name, email, unitId, supervisorId } = input.request;
  const vouchedFor = { by: input.principal.personId, at: deps.clock.now().toISOString() };
  return alterPerson(deps, input, async (person) => {
    assertAdministers(input.principal, person);
    if (supervisorId === person.personId) {
      throw new InvalidField({ path: '/supervisorId', message: 'nobody supervises themselves' });
    }
    const { unitId: oldUnit, supervisorId: oldSupervisor, ...rest } = person;
    const unit = unitId === undefined ? oldUnit : unitId;
    const supervisor = supervisorId === undefined ? oldSupervisor : supervisorId;
    const after: Person = {
      ...rest,
      ...(name && { name }),
      ...(email && { email }),
      // Whoever signs in first with the address becomes the person.
      ...(email && email !== person.email && !person.account && { vouchedFor }),
      ...(unit && { unitId: unit }),
      ...(supervisor && { supervisorId: supervisor }),
    };
    await assertPlace(deps, after);
    return after;
  });
}
