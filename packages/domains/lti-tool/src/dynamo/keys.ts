import type { Tenant } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Attempt } from '../placement.ts';
import type { ForeignPlatform } from '../platform.ts';

const platformPartition = (platformId: string): string => composeKey('LTI-PLATFORM', platformId);

export const platformKey = (platformId: string): Key => ({
  pk: platformPartition(platformId),
  sk: 'PLATFORM',
});

/** Counted apart, so that no launch is in the way of an owner who changes something. */
export const launchesKey = (platformId: string): Key => ({
  pk: platformPartition(platformId),
  sk: 'LAUNCHES',
});

/** Which platform a client of an issuer is. */
export const issuerPartition = (issuer: string): string => composeKey('LTI-ISSUER', issuer);
export const clientKey = ({ issuer, clientId }: Pick<ForeignPlatform, 'issuer' | 'clientId'>): Key => ({
  pk: issuerPartition(issuer),
  sk: composeKey('CLIENT', clientId),
});
export const clientPrefix = keyPrefix('CLIENT');

/** At which token doors a client id is ours. */
export const authorityKey = (authority: string, clientId: string): Key => ({
  pk: composeKey('LTI-AUTHORITY', authority),
  sk: composeKey('CLIENT', clientId),
});

/** gsi1: platforms of one owner. */
export function ownerPartition(owner: Tenant): string {
  if (owner.kind === 'platform') return composeKey('LTI-PLATFORMS', 'PLATFORM');
  return owner.kind === 'provider'
    ? composeKey('LTI-PLATFORMS', 'PROVIDER', owner.providerId)
    : composeKey('LTI-PLATFORMS', 'AGENCY', owner.agencyId);
}

export const linkKey = (platformId: string, subject: string): Key => ({
  pk: composeKey('LTI-SUBJECT', platformId, subject),
  sk: 'LINK',
});

/** gsi1: links of one person. */
export const linksPartition = (personId: string): string => composeKey('LTI-LINKS', personId);

export const placementsPartition = (platformId: string): string => composeKey('LTI-PLACEMENTS', platformId);
export const placementKey = (platformId: string, placementId: string): Key => ({
  pk: placementsPartition(platformId),
  sk: composeKey('PLACEMENT', placementId),
});

export const attemptsPartition = (registration: string): string => composeKey('LTI-ATTEMPTS', registration);
export const attemptKey = (
  attempt: Pick<Attempt, 'registration' | 'platformId' | 'placementId' | 'subject'>,
): Key => ({
  pk: attemptsPartition(attempt.registration),
  sk: composeKey('ATTEMPT', attempt.platformId, attempt.placementId, attempt.subject),
});

/** gsi1: attempts of one person. */
export const attemptsOfPartition = (personId: string): string => composeKey('LTI-ATTEMPTS-OF', personId);

export const ticketKey = (ticketHash: string): Key => ({
  pk: composeKey('LTI-PLATFORM-TICKET', ticketHash),
  sk: 'TICKET',
});

export const visitKey = (visitId: string): Key => ({ pk: composeKey('LTI-VISIT', visitId), sk: 'VISIT' });

type ScoreRef = Pick<Attempt, 'registration' | 'platformId' | 'placementId' | 'subject'>;
export const scoresPartition = (registration: string): string => composeKey('LTI-TOOL-SCORES', registration);
export const scoreKey = (ref: ScoreRef): Key => ({
  pk: scoresPartition(ref.registration),
  sk: composeKey('SCORE', ref.platformId, ref.placementId, ref.subject),
});

/** Many become due at once when a platform was away; parts keep one key from taking it all. */
export const dueShards = 4;
export const dueShardOf = (registration: string): number =>
  Number.parseInt(registration.slice(0, 2), 16) % dueShards || 0;
/** gsi1: what is to be sent, by when. */
export const duePartition = (shard: number): string => composeKey('LTI-TOOL-SCORES-DUE', String(shard));

/** gsi2: those of one platform in one state, by their newest change. */
export const scoresOfPartition = (platformId: string, state: string): string =>
  composeKey('LTI-TOOL-SCORES-OF', platformId, state);

/** The line item of a placement that we found or made. */
export const lineItemKey = ({
  platformId,
  placementId,
}: Pick<Attempt, 'platformId' | 'placementId'>): Key => ({
  pk: composeKey('LTI-TOOL-ITEM', platformId, placementId),
  sk: 'ITEM',
});
