import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { SealRef } from '../seal-row.ts';

/** The sealing of one document. */
export const sealKey = ({ kind, number, edition }: SealRef): Key => ({
  pk: composeKey('SEAL', kind, number),
  sk: composeKey('EDITION', String(edition).padStart(6, '0')),
});

/** gsi1: what is to be sealed in an agency, by when. */
export const duePartition = (agencyId: string): string => composeKey('SEAL-DUE', agencyId);
/** gsi2: documents of an agency in one state, by their last change. */
export const statePartition = (agencyId: string, state: string): string =>
  composeKey('SEALS', agencyId, state);

export const settingsKey = (agencyId: string): Key => ({
  pk: composeKey('SEAL-AGENCY', agencyId),
  sk: 'SETTINGS',
});
/** gsi1: agencies that have switched it on. */
export const onPartition = 'SEAL-ON';
