import type { Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import * as z from 'zod';
import { InvalidField, NotAllowed } from '../errors.ts';
import { personIdSchema, unitIdSchema } from '../ids.ts';
import { nameSchema } from '../organisation/organisation.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import { withStanding } from './account.ts';
import { alterPerson, assertAdministers } from './alter-person.ts';
import { daySchema, timeZoneSchema } from './career.ts';
import { careerRequestShape, withCareer } from './career-request.ts';
import { emailSchema } from './invite-person.ts';
import type { Person } from './person.ts';
import { assertPlace } from './place.ts';
import type { PeopleStore } from './ports.ts';
import { stationed } from './stationed.ts';

/** No role, no tenant, no status: those have use cases of their own (case D1). `null` takes a unit or supervisor away. */
export const changePersonRequestSchema = z.strictObject({
  name: nameSchema.exactOptional(),
  email: emailSchema.exactOptional(),
  unitId: unitIdSchema.nullable().exactOptional(),
  supervisorId: personIdSchema.nullable().exactOptional(),
  timeZone: timeZoneSchema.exactOptional(),
  /** From which day unit, supervisor and zone hold, today or earlier. @default today */
  since: daySchema.exactOptional(),
  ...careerRequestShape,
});
export type ChangePersonRequest = z.infer<typeof changePersonRequestSchema>;

interface Deps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
}

/** Corrects what an agency knows of a person one administers: name, address, place, number, status and post. */
export async function changePerson(
  deps: Deps,
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly request: ChangePersonRequest;
  },
): Promise<Person> {
  const { principal, request } = input;
  return alterPerson(deps, input, async (person) => {
    assertAdministers(principal, person);
    const after = await changedPerson(deps, person, { by: principal.personId, request });
    if (
      after.status === 'disabled' &&
      person.status !== 'disabled' &&
      person.personId === principal.personId
    ) {
      throw new NotAllowed('Nobody closes their own account.');
    }
    return after;
  });
}

/** The person as asked; the same object where that changes nothing. Authorises nobody. */
export async function changedPerson(
  deps: Deps,
  person: Person,
  { by, request }: { readonly by: PersonId; readonly request: ChangePersonRequest },
): Promise<Person> {
  const { name, email, unitId, supervisorId, timeZone, since, ...career } = request;
  if (supervisorId === person.personId) {
    throw new InvalidField({ path: '/supervisorId', message: 'nobody supervises themselves' });
  }
  const now = deps.clock.now();
  const { unitId: oldUnit, supervisorId: oldSupervisor, ...rest } = person;
  const unit = unitId === undefined ? oldUnit : unitId;
  const supervisor = supervisorId === undefined ? oldSupervisor : supervisorId;
  const placed: Person = {
    ...rest,
    ...(name && { name }),
    ...(email && { email }),
    // Whoever signs in first with the address becomes the person.
    ...(email && email !== person.email && !person.account && { vouchedFor: { by, at: now.toISOString() } }),
    ...(unit && { unitId: unit }),
    ...(supervisor && { supervisorId: supervisor }),
    ...(timeZone && { timeZone }),
  };
  // A unit that has ended stays where it was; nobody new comes to it.
  if (unit !== oldUnit || supervisor !== oldSupervisor) await assertPlace(deps, placed);
  const after = withStanding(withCareer(stationed(person, placed, { now, since }), career, now), now);
  return isSame(person, after) ? person : after;
}

const isSame = (a: Person, b: Person): boolean => sorted(a) === sorted(b);
const sorted = (person: Person) =>
  JSON.stringify(Object.entries(person).sort(([one], [other]) => (one < other ? -1 : 1)));
