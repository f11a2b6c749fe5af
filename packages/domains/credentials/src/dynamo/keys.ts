import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

export const certificateKey = (number: string): Key => ({
  pk: composeKey('CERTIFICATE', number),
  sk: 'CERTIFICATE',
});

/** What a person has finished, by when. */
export const personPartition = (personId: string): string => composeKey('CERTIFICATES', personId);

export const pointerPrefix = keyPrefix('DONE');

export const pointerKey = (personId: string, at: { completedAt: string; number: string }): Key => ({
  pk: personPartition(personId),
  sk: composeKey('DONE', at.completedAt, at.number),
});

/** A pointer of the moment `before` itself is longer than the bound, and so behind it. */
export const pointersBetween = (from = '0', before = '9') => ({
  between: [composeKey('DONE', from), composeKey('DONE', before)] as const,
});

/** Counts the places that were given away. */
export const counterKey: Key = { pk: 'CREDENTIAL-STATUS', sk: 'COUNTER' };

/** Places a partition; a list of 131,072 is read from a few of them at once. */
export const placesPerPartition = 16_384;

export const revokedPartition = (place: number): string =>
  composeKey('CREDENTIAL-REVOKED', String(Math.floor(place / placesPerPartition)));

export const revokedKey = (place: number): Key => ({
  pk: revokedPartition(place),
  sk: composeKey('PLACE', String(place).padStart(12, '0')),
});

/** Of one person and year. */
export const transcriptKey = (number: string): Key => ({
  pk: composeKey('TRANSCRIPT', number),
  sk: 'TRANSCRIPT',
});

export const transcriptEditionKey = (number: string, edition: number): Key => ({
  pk: transcriptKey(number).pk,
  sk: composeKey('EDITION', String(edition).padStart(6, '0')),
});
