import type { PersonId } from '@sinau/kernel';
import { IdentityNotFound } from '../errors.ts';
import { personIdSchema } from '../ids.ts';
import {
  type Claim,
  emailClaim,
  employeeNumberClaim,
  externalIdClaim,
  userNameClaim,
} from '../people/claims.ts';
import type { Person, Provisioned } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import type { Provisioner } from './provision-request.ts';

interface Deps {
  readonly people: PeopleStore;
}

export const worksFor = ({ home }: Person, { agencyId }: Provisioner): boolean =>
  home.kind === 'agency' && home.agencyId === agencyId;

/** Taken away by the identity provider, and by nobody opened again. */
export const isWithdrawn = ({ status, disabledAt, withdrawnAt }: Person): boolean =>
  status === 'disabled' && withdrawnAt !== undefined && withdrawnAt === disabledAt;

export const isThere = (person: Person, provisioner: Provisioner): boolean =>
  worksFor(person, provisioner) && !isWithdrawn(person);

/** What this machine calls the person; before it has said anything, the address is the name of the account. */
export function nameAtClient(person: Person, { clientId }: Provisioner): Omit<Provisioned, 'clientId'> {
  const said = person.provisioned?.find((one) => one.clientId === clientId);
  return said ?? { userName: person.email };
}

/** One person of the agency; the same refusal for whoever is absent, taken away, or somebody else's. */
export async function getProvisioned(
  { people }: Deps,
  input: { readonly provisioner: Provisioner; readonly personId: string },
): Promise<Person> {
  const id = personIdSchema.safeParse(input.personId);
  const person = id.success ? await people.find(id.data) : undefined;
  if (!person || !isThere(person, input.provisioner)) throw new IdentityNotFound('person');
  return person;
}

/** Of whom it may be that a machine asks for them in this way; whoever compares looks at the person as well. */
export async function findProvisioned(
  { people }: Deps,
  input: {
    readonly provisioner: Provisioner;
    readonly by: 'id' | 'userName' | 'externalId' | 'email' | 'employeeNumber';
    readonly value: string;
  },
): Promise<readonly Person[]> {
  const { provisioner, by, value } = input;
  if (value.length > mostChars || value === '') return [];
  if (by === 'id') {
    const id = personIdSchema.safeParse(value);
    return ours(provisioner, [id.success ? await people.find(id.data as PersonId) : undefined]);
  }
  const claims: readonly Claim[] = {
    userName: [userNameClaim(provisioner.clientId, value), emailClaim(value)],
    externalId: [externalIdClaim(provisioner.clientId, value)],
    email: [emailClaim(value)],
    employeeNumber: [employeeNumberClaim(value)],
  }[by];
  return ours(provisioner, await Promise.all(claims.map((claim) => people.findByClaim(claim))));
}

/** Of what a machine may call somebody. */
export const mostChars = 254;

function ours(provisioner: Provisioner, found: readonly (Person | undefined)[]): readonly Person[] {
  const people = new Map(found.flatMap((person) => (person ? [[person.personId, person] as const] : [])));
  return [...people.values()].filter((person) => isThere(person, provisioner));
}
