import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

/** Everything that is agreed with one provider. */
export const providerPartition = (providerId: string): string => composeKey('AGREEMENTS', providerId);

export const inForceKey = (providerId: string): Key => ({
  pk: providerPartition(providerId),
  sk: 'IN-FORCE',
});

/** Whether an agency lets its people's data go to the provider. */
export const sharingKey = (providerId: string, agencyId: string): Key => ({
  pk: providerPartition(providerId),
  sk: composeKey('AGENCY', agencyId),
});

export const subjectKey = (providerId: string, subject: string): Key => ({
  pk: composeKey('SUBJECT', providerId, subject),
  sk: 'SUBJECT',
});

export const personPartition = (personId: string): string => composeKey('SHARED', personId);

export const personKey = (personId: string, providerId: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('PROVIDER', providerId),
});

export const agencyPartition = (agencyId: string): string => composeKey('DISCLOSED', agencyId);

export const agencyKey = (agencyId: string, providerId: string, channel: string): Key => ({
  pk: agencyPartition(agencyId),
  sk: composeKey('PROVIDER', providerId, channel),
});

/** Versions stand in their order. */
export const versionKey = (providerId: string, agreementId: string, version: number): Key => ({
  pk: providerPartition(providerId),
  sk: composeKey('VERSION', agreementId, String(version).padStart(6, '0')),
});

export const versionPrefix = keyPrefix('VERSION');

export const historyPartition = (agencyId: string, providerId: string): string =>
  composeKey('SHARING-HISTORY', agencyId, providerId);

export const historyKey = (agencyId: string, providerId: string, rev: number): Key => ({
  pk: historyPartition(agencyId, providerId),
  sk: composeKey('DECISION', String(rev).padStart(6, '0')),
});
