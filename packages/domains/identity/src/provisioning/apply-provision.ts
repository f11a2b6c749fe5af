import { type Clock, oneLine } from '@sinau/kernel';
import { InvalidField, NotAllowed, PersonTaken } from '../errors.ts';
import { careerNews } from '../intake/career-news.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import { withStatus } from '../people/account.ts';
import { changedPerson } from '../people/change-person.ts';
import { type Claim, emailClaim } from '../people/claims.ts';
import type { Person, Provisioned } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { mostChars, nameAtClient, worksFor } from './find-provisioned.ts';
import type { Provisioner, ProvisionRequest } from './provision-request.ts';

export interface ProvisionDeps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
}

/** An agency has few machines that provision; those that said something last are remembered. */
const mostClients = 10;

/** The person as the machine says; the same object where that changes nothing. Refuses what contradicts what is known. */
export async function applyProvision(
  deps: ProvisionDeps,
  person: Person,
  given: { readonly provisioner: Provisioner; readonly request: ProvisionRequest },
): Promise<Person> {
  const { request } = given;
  if (person.roles.some((role) => role === 'operator' || role === 'auditor' || role === 'reviewer')) {
    throw new NotAllowed('Who works for the platform itself is changed by its operators alone.');
  }
  const { name, email, unitId, supervisorId, timeZone } = request;
  const now = deps.clock.now();
  const changed = await changedPerson(deps, person, {
    by: person.personId,
    request: {
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      ...(unitId !== undefined && { unitId }),
      ...(supervisorId !== undefined && { supervisorId }),
      ...(timeZone && { timeZone }),
      ...careerNews(person, request, now),
    },
  });
  const named = await withNames(deps, changed, given);
  return withStatus(named, request.isActive, machineAt(given.provisioner, now));
}

/** It opens what it has closed itself, and nothing that the agency has (docs/decisions/0060). */
export const machineAt = ({ clientId }: Provisioner, now: Date) =>
  ({ because: 'identity-provider', by: clientId, now }) as const;

/** What the machine calls the person, beside what others do. */
export async function withNames(
  deps: Pick<ProvisionDeps, 'people'>,
  person: Person,
  { provisioner, request }: { readonly provisioner: Provisioner; readonly request: ProvisionRequest },
): Promise<Person> {
  const before = person.provisioned?.find((one) => one.clientId === provisioner.clientId);
  const known = nameAtClient(person, provisioner);
  const after: Provisioned = {
    clientId: provisioner.clientId,
    userName: request.userName === undefined ? known.userName : checked('userName', request.userName),
    ...part('externalId', request, known),
    ...part('givenName', request, known),
    ...part('familyName', request, known),
  };
  if (before && isSame(before, after)) return person;
  if (after.userName.toLowerCase() !== before?.userName.toLowerCase()) {
    await assertNameFree(deps, { person, provisioner, userName: after.userName });
  }
  const others = (person.provisioned ?? []).filter(({ clientId }) => clientId !== provisioner.clientId);
  return { ...person, provisioned: [...others, after].slice(-mostClients) };
}

type PartName = 'externalId' | 'givenName' | 'familyName';

/** What is kept stays, also where it was taken under an older rule: nobody's account stays open for a name (case E13). */
function part(name: PartName, request: ProvisionRequest, known: Omit<Provisioned, 'clientId'>) {
  const said = request[name];
  if (said === undefined) return known[name] === undefined ? {} : { [name]: known[name] };
  return said === null ? {} : { [name]: checked(name, said) };
}

function checked(name: string, value: string): string {
  if (value.length > 0 && value.length <= mostChars && oneLine.test(value)) return value;
  throw new InvalidField({ path: `/${name}`, message: `is not one line of at most ${mostChars} characters` });
}

/** The address of somebody else is their name here, even if no machine has said so. */
async function assertNameFree(
  { people }: Pick<ProvisionDeps, 'people'>,
  given: { readonly person: Person; readonly provisioner: Provisioner; readonly userName: string },
): Promise<void> {
  const holder = await people.findByClaim(emailClaim(given.userName));
  if (!holder || holder.personId === given.person.personId) return;
  const isOther = worksFor(holder, given.provisioner) && isNamed(holder, given.provisioner);
  if (!isOther) throw new PersonTaken('userName');
}

const isNamed = ({ provisioned = [] }: Person, { clientId }: Provisioner) =>
  provisioned.some((one) => one.clientId === clientId);

const isSame = (a: Provisioned, b: Provisioned) =>
  a.userName === b.userName &&
  a.externalId === b.externalId &&
  a.givenName === b.givenName &&
  a.familyName === b.familyName;

export function takenBy(claim: Claim): PersonTaken {
  if (claim.kind === 'employee-number') return new PersonTaken('employeeNumber');
  if (claim.kind === 'external-id') return new PersonTaken('externalId');
  return new PersonTaken(claim.kind === 'email' ? 'emails' : 'userName');
}
