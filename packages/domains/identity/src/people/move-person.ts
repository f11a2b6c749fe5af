import type { Clock, PersonId, PersonPrincipal, Role } from '@sinau/kernel';
import * as z from 'zod';
import { InvalidField, NotAllowed } from '../errors.ts';
import { agencyIdSchema, personIdSchema, unitIdSchema } from '../ids.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import { alterPerson } from './alter-person.ts';
import type { Person } from './person.ts';
import { assertPlace } from './place.ts';
import type { PeopleStore } from './ports.ts';
import { stationed } from './stationed.ts';

export const movePersonRequestSchema = z.strictObject({
  agencyId: agencyIdSchema,
  workingAgencyId: agencyIdSchema.exactOptional(),
  unitId: unitIdSchema.exactOptional(),
  supervisorId: personIdSchema.exactOptional(),
});
export type MovePersonRequest = z.infer<typeof movePersonRequestSchema>;

/**
 * Moves a person to another home agency, or lends them to one. Operators only, since both agencies are concerned.
 * The whole place is stated anew, and roles of the old agency do not travel: who arrives is a learner there.
 */
export async function movePerson(
  deps: { readonly people: PeopleStore; readonly organisations: OrganisationStore; readonly clock: Clock },
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly request: MovePersonRequest;
  },
): Promise<Person> {
  if (!input.principal.roles.includes('operator')) throw new NotAllowed();
  // A move takes roles away, and nobody changes their own.
  if (input.principal.personId === input.personId) throw new NotAllowed('Nobody moves themselves.');
  const { agencyId, workingAgencyId, unitId, supervisorId } = input.request;
  return alterPerson(deps, input, async (person) => {
    if (person.home.kind !== 'agency' || !(await deps.organisations.findAgency(agencyId))) {
      throw new InvalidField({ path: '/agencyId', message: 'is not an agency this person can move to' });
    }
    const { workingAgencyId: _w, unitId: _u, supervisorId: _s, ...stays } = person;
    const rest = person.home.agencyId === agencyId ? stays : withoutProvisioning(stays);
    const after: Person = {
      ...rest,
      home: { kind: 'agency', agencyId },
      roles: person.home.agencyId === agencyId ? person.roles : rolesThatTravel(person),
      ...(workingAgencyId && { workingAgencyId }),
      ...(unitId && { unitId }),
      ...(supervisorId && { supervisorId }),
    };
    await assertPlace(deps, after);
    return stationed(person, after, { now: deps.clock.now() });
  });
}

/** What the machines of the old agency called them is nothing to the new one. */
function withoutProvisioning({ provisioned: _p, withdrawnAt: _w, ...rest }: Person): Person {
  return rest;
}

/** They end with the home that gave them. */
const officesOfAgency: ReadonlySet<Role> = new Set([
  'agency-admin',
  'supervisor',
  'talent-officer',
  'authorised-official',
  'appointing-official',
]);

function rolesThatTravel(person: Person): Person['roles'] {
  const kept = person.roles.filter((role) => !officesOfAgency.has(role));
  return kept.length > 0 ? kept : ['learner'];
}
