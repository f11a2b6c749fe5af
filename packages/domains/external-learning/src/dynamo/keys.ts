import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

/** Everything about one person: records, their history, what they claim. */
export const personPartition = (personId: string): string => composeKey('EXTERNAL', personId);

export const recordKey = (personId: string, learningId: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('RECORD', learningId),
});
export const recordPrefix = keyPrefix('RECORD');

export const lineKey = (personId: string, learningId: string, n: number): Key => ({
  pk: personPartition(personId),
  sk: composeKey('LINE', learningId, String(n).padStart(6, '0')),
});
export const linePrefix = (learningId: string): string => keyPrefix('LINE', learningId);

/** `digest`: of the claim, whose words may be longer than a key. */
export const claimKey = (personId: string, digest: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('CLAIM', digest),
});

/** What waits in an agency, longest first. */
export const waitingPartition = (agencyId: string): string => composeKey('EXTERNAL-WAITING', agencyId);

export const policyKey = (agencyId: string): Key => ({
  pk: composeKey('EXTERNAL-POLICY', agencyId),
  sk: 'POLICY',
});
