import type { Digest } from '@sinau/kernel';
import type { ClientId } from '../ids.ts';
import type { Person } from './person.ts';

/**
 * What only one person may hold. A store keeps each claim as a row of its own, written and removed together with
 * the person, so that uniqueness holds under parallel requests.
 */
export type Claim =
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'email-hash'; readonly value: string }
  | { readonly kind: 'employee-number'; readonly value: string }
  | { readonly kind: 'account'; readonly value: string }
  | { readonly kind: 'user-name' | 'external-id'; readonly value: string }
  | { readonly kind: 'first-operator'; readonly value: '' };

export const emailClaim = (email: string): Claim => ({ kind: 'email', value: email.toLowerCase() });

/** The address as xAPI names people who are not to be known by it: SHA-1 of the mailto address, 40 hex digits (1.0.3 Data 2.4.2.3). */
export const emailHashClaim = (hash: string): Claim => ({ kind: 'email-hash', value: hash.toLowerCase() });

/** Whoever makes it may have written the address as it is, or in small letters. */
const hashesOf = (email: string, { sha1 }: Pick<Digest, 'sha1'>): readonly Claim[] =>
  [...new Set([email, email.toLowerCase()])].map((one) => emailHashClaim(sha1(`mailto:${one}`)));

export const employeeNumberClaim = (value: string): Claim => ({ kind: 'employee-number', value });

/** JSON keeps issuer and subject apart whatever they contain. */
export const accountClaim = (issuer: string, subject: string): Claim => ({
  kind: 'account',
  value: JSON.stringify([issuer, subject]),
});

/** Of one machine that provisions: two may call different people the same. */
export const userNameClaim = (clientId: ClientId, userName: string): Claim => ({
  kind: 'user-name',
  value: JSON.stringify([clientId, userName.toLowerCase()]),
});

export const externalIdClaim = (clientId: ClientId, externalId: string): Claim => ({
  kind: 'external-id',
  value: JSON.stringify([clientId, externalId]),
});

/** Every claim of a person. Past employee numbers stay claimed: they are never given to anybody else. */
export function claimsOf(person: Person, digest: Pick<Digest, 'sha1'>): readonly Claim[] {
  return [
    emailClaim(person.email),
    ...hashesOf(person.email, digest),
    ...person.employeeNumbers.map((number) => employeeNumberClaim(number.value)),
    ...(person.account ? [accountClaim(person.account.issuer, person.account.subject)] : []),
    ...(person.provisioned ?? []).flatMap(({ clientId, userName, externalId }) => [
      userNameClaim(clientId, userName),
      ...(externalId === undefined ? [] : [externalIdClaim(clientId, externalId)]),
    ]),
    ...(person.firstOperator ? [{ kind: 'first-operator', value: '' } as const] : []),
  ];
}

export const claimName = (claim: Claim): string => `${claim.kind}:${claim.value}`;
