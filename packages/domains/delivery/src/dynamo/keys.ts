import { composeKey, type Key } from '@sinau/platform/dynamo';

/** A guest's registration, beside what delivery knows of it. */
export const guestKey = (registration: string): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: 'GUEST',
});

/** All that delivery knows of one registration, in one row. */
export const registrationKey = (registration: string): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: 'REGISTRATION',
});
