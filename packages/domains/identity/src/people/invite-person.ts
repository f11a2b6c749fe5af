import { type Clock, type Ids, type PersonId, type PersonPrincipal, roles } from '@sinau/kernel';
import * as z from 'zod';
import { AlreadyTaken, InvalidField } from '../errors.ts';
import { agencyIdSchema, personIdSchema, unitIdSchema } from '../ids.ts';
import { assertAdministersTenant } from '../organisation/assert-tenant.ts';
import { nameSchema } from '../organisation/organisation.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import { tenantSchema } from '../tenant.ts';
import { withStanding } from './account.ts';
import { grantableRoles } from './authority.ts';
import { daySchema, timeZoneSchema } from './career.ts';
import { careerRequestShape, withCareer } from './career-request.ts';
import type { Claim } from './claims.ts';
import type { Person } from './person.ts';
import { assertPlace } from './place.ts';
import type { PeopleStore } from './ports.ts';
import { stationed } from './stationed.ts';

export const emailSchema = z.email().max(254).toLowerCase();

export const invitePersonRequestSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  home: tenantSchema,
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  workingAgencyId: agencyIdSchema.exactOptional(),
  unitId: unitIdSchema.exactOptional(),
  supervisorId: personIdSchema.exactOptional(),
  timeZone: timeZoneSchema.exactOptional(),
  /** From which day the place holds. @default today */
  since: daySchema.exactOptional(),
  ...careerRequestShape,
});
export type InvitePersonRequest = z.infer<typeof invitePersonRequestSchema>;

interface Deps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Lets a person in: the first sign-in with this verified e-mail address, or this employee number, becomes them. */
export async function invitePerson(
  deps: Deps,
  input: { readonly principal: PersonPrincipal; readonly request: InvitePersonRequest },
): Promise<Person> {
  const { principal, request } = input;
  await assertAdministersTenant(deps, principal, request.home);
  assertGrantable(principal, request);
  await assertPlace(deps, request);
  const person = invitedPerson(deps, { by: principal.personId, request });
  const result = await deps.people.add(person);
  if (result.outcome === 'taken') throw new AlreadyTaken(pathOf(result.claim));
  return person;
}

/** A person as an invitation makes them. Authorises nobody. */
export function invitedPerson(
  deps: Pick<Deps, 'clock' | 'ids'>,
  { by, request }: { readonly by: PersonId; readonly request: InvitePersonRequest },
): Person {
  const now = deps.clock.now();
  const { name, email, home, workingAgencyId, unitId, supervisorId, timeZone, since, ...rest } = request;
  const { roles: given, ...career } = rest;
  const person: Person = {
    personId: deps.ids.uuid() as PersonId,
    name,
    email,
    status: 'invited',
    roles: [...new Set(given)],
    home,
    ...(workingAgencyId && { workingAgencyId }),
    ...(unitId && { unitId }),
    ...(supervisorId && { supervisorId }),
    ...(timeZone && { timeZone }),
    employeeNumbers: [],
    sessionGeneration: 1,
    invitedAt: now.toISOString(),
    invitedBy: by,
    rev: 1,
  };
  return withStanding(withCareer(stationed(undefined, person, { now, since }), career, now), now);
}

export const pathOf = (claim: Claim) => (claim.kind === 'email' ? '/email' : '/employeeNumber');

function assertGrantable(principal: PersonPrincipal, request: InvitePersonRequest): void {
  const grantable = grantableRoles(principal, request.home);
  const index = request.roles.findIndex((role) => !grantable.includes(role));
  if (index >= 0) {
    throw new InvalidField({ path: `/roles/${index}`, message: 'is not a role you can give here' });
  }
}
