import type { Ids, PersonId } from '@sinau/kernel';
import { ChangedMeanwhile, InvalidField, PersonTaken } from '../errors.ts';
import { kindOf } from '../intake/career-news.ts';
import { withStatus } from '../people/account.ts';
import { emailClaim, employeeNumberClaim, userNameClaim } from '../people/claims.ts';
import { invitedPerson } from '../people/invite-person.ts';
import { currentEmployeeNumber, type Person } from '../people/person.ts';
import { assertPlace } from '../people/place.ts';
import { applyProvision, machineAt, type ProvisionDeps, takenBy, withNames } from './apply-provision.ts';
import { isThere, worksFor } from './find-provisioned.ts';
import type { Provisioner, ProvisionRequest } from './provision-request.ts';

interface Given {
  readonly provisioner: Provisioner;
  readonly request: ProvisionRequest & { readonly userName: string };
}
type Deps = ProvisionDeps & { readonly ids: Ids };

const tries = 4;

/**
 * Somebody new of the agency, as a learner; roles are given in Sinau. Whoever was taken away before comes back as the same person, with
 * all they have learned, and signs in anew: their account at the identity provider is another one.
 */
export async function provisionPerson(deps: Deps, given: Given): Promise<Person> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await personMeant(deps, given);
    const person = before ? await broughtBack(deps, before, given) : await newcomer(deps, given);
    const result = await store(deps, before, person);
    if (result.outcome === 'stored') return result.person;
    if (result.outcome === 'taken') throw takenBy(result.claim);
  }
  throw new ChangedMeanwhile();
}

async function store({ people }: Deps, before: Person | undefined, person: Person) {
  if (before) return people.replace(before, person);
  const added = await people.add(person);
  return added.outcome === 'stored' ? ({ outcome: 'stored', person } as const) : added;
}

/** Who goes by the number, the address or the name already: somebody taken away of this agency, or nobody. */
async function personMeant({ people }: Deps, { provisioner, request }: Given): Promise<Person | undefined> {
  const { userName, email, number } = request;
  const held = [
    ['employeeNumber', number === undefined ? undefined : employeeNumberClaim(number)],
    ['emails', email === undefined ? undefined : emailClaim(email)],
    ['userName', userNameClaim(provisioner.clientId, userName)],
  ] as const;
  let meant: Person | undefined;
  for (const [what, claim] of held) {
    const holder = claim && (await people.findByClaim(claim));
    if (!holder || holder === meant) continue;
    const isOther = meant !== undefined && meant.personId !== holder.personId;
    if (isOther || !worksFor(holder, provisioner) || isThere(holder, provisioner))
      throw new PersonTaken(what);
    meant = holder;
  }
  if (meant) assertSame(meant, number);
  return meant;
}

/**
 * The address of somebody who left may be given to somebody else, and nobody inherits a record: where a number is known, it is told
 * again.
 */
function assertSame(meant: Person, number: string | undefined): void {
  if (!currentEmployeeNumber(meant) || meant.employeeNumbers.some(({ value }) => value === number)) return;
  if (number !== undefined) throw new PersonTaken('emails');
  throw new PersonTaken(
    'emails',
    'Somebody with this address was taken away before. If it is the same person, tell their employeeNumber as well; somebody else needs another address.',
  );
}

/** As a learner alone: what they were trusted with before, their agency gives them again. */
async function broughtBack(deps: Deps, person: Person, given: Given): Promise<Person> {
  const { account: _, ...rest } = withStatus(person, true, machineAt(given.provisioner, deps.clock.now()));
  const { isActive = true, ...request } = given.request;
  const invited: Person = { ...rest, status: 'invited', roles: ['learner'] };
  return applyProvision(deps, invited, { ...given, request: { ...request, isActive } });
}

async function newcomer(deps: Deps, given: Given): Promise<Person> {
  const { provisioner, request } = given;
  const { name, email, number, status, contract, post, unitId, supervisorId, timeZone } = request;
  if (name === undefined) throw missing('/name');
  if (email === undefined) throw missing('/email');
  const home = { kind: 'agency', agencyId: provisioner.agencyId } as const;
  const place = { home, ...(unitId && { unitId }), ...(supervisorId && { supervisorId }) };
  await assertPlace(deps, place);
  const now = deps.clock.now();
  const { invitedBy: _, ...person } = invitedPerson(deps, {
    by: '' as PersonId,
    request: {
      ...{ name, email, roles: ['learner'], ...place },
      ...(timeZone && { timeZone }),
      ...(number !== undefined && { employeeNumber: { kind: kindOf(number, status, now), value: number } }),
      ...(status && { employment: { status, ...(contract && { contract }) } }),
      ...(post && { post }),
    },
  });
  const named = await withNames(deps, person, given);
  return withStatus(named, request.isActive, machineAt(provisioner, now));
}

const missing = (path: string) => new InvalidField({ path, message: 'is needed' });
