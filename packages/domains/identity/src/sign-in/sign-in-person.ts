import type { Clock, Ids, PersonId } from '@sinau/kernel';
import { NotInvited } from '../errors.ts';
import { hasLeftService, isOpen } from '../people/account.ts';
import { accountClaim, emailClaim, employeeNumberClaim } from '../people/claims.ts';
import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import type { SignInClaims } from './ports.ts';

interface Deps {
  readonly people: PeopleStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Whoever first signs in with this verified address becomes the first operator, once in a deployment's life. */
  readonly bootstrapEmail?: string;
  /** True for issuers whose `preferred_username` is a checked NIP; elsewhere people choose it themselves. */
  readonly usernameIsEmployeeNumber?: boolean;
}

/**
 * Who an account at the issuer is here: the person it is bound to, else the invited person whose verified e-mail
 * address or employee number it shows, which binds it for good. Nobody else gets in, and no account appears by
 * signing in (case E13).
 */
export async function signInPerson(deps: Deps, claims: SignInClaims): Promise<Person> {
  const bound = await findBound(deps, claims);
  if (bound) return active(deps, bound);
  const first = await bootstrap(deps, claims);
  if (first) return first;
  const invited = await findInvited(deps, claims);
  if (!invited || hasLeftService(invited, deps.clock.now())) throw new NotInvited();
  const result = await deps.people.replace(invited, bind(deps, invited, claims));
  if (result.outcome === 'stored') return result.person;
  // Another sign-in or change was faster; if it was this account's own, it is bound by now.
  const meanwhile = await findBound(deps, claims);
  if (!meanwhile) throw new NotInvited();
  return active(deps, meanwhile);
}

function findBound(deps: Deps, { issuer, subject }: SignInClaims): Promise<Person | undefined> {
  return deps.people.findByClaim(accountClaim(issuer, subject));
}

function active({ clock }: Deps, person: Person): Person {
  if (!isOpen(person, clock.now())) throw new NotInvited();
  return person;
}

/** The store lets one person ever hold the first-operator claim: of parallel sign-ins one wins. */
async function bootstrap(deps: Deps, claims: SignInClaims): Promise<Person | undefined> {
  const email = verifiedEmail(claims);
  if (!email || email !== deps.bootstrapEmail?.toLowerCase()) return undefined;
  const now = deps.clock.now().toISOString();
  const person: Person = {
    personId: deps.ids.uuid() as PersonId,
    name: claims.name ?? email,
    email,
    status: 'active',
    roles: ['operator'],
    home: { kind: 'platform' },
    employeeNumbers: [],
    account: { issuer: claims.issuer, subject: claims.subject },
    firstOperator: true,
    sessionGeneration: 1,
    invitedAt: now,
    activatedAt: now,
    rev: 1,
  };
  const result = await deps.people.add(person);
  return result.outcome === 'stored'
    ? person
    : findBound(deps, claims).then((found) => found && active(deps, found));
}

async function findInvited(deps: Deps, claims: SignInClaims): Promise<Person | undefined> {
  const email = verifiedEmail(claims);
  const byEmail = email ? await deps.people.findByClaim(emailClaim(email)) : undefined;
  const number = deps.usernameIsEmployeeNumber ? claims.preferredUsername : undefined;
  const byNumber = number ? await deps.people.findByClaim(employeeNumberClaim(number)) : undefined;
  // Address and number of two different people: somebody's data are wrong, and guessing would hand over an account.
  if (byEmail && byNumber && byEmail.personId !== byNumber.personId) return undefined;
  const person = byEmail ?? byNumber;
  return person?.status === 'invited' && !person.account ? person : undefined;
}

function bind(deps: Deps, person: Person, { issuer, subject }: SignInClaims): Person {
  return {
    ...person,
    status: 'active',
    account: { issuer, subject },
    activatedAt: deps.clock.now().toISOString(),
  };
}

function verifiedEmail({ email, emailVerified }: SignInClaims): string | undefined {
  return emailVerified ? email?.toLowerCase() : undefined;
}
