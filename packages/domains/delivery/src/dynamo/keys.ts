import { composeKey, type Key } from '@sinau/platform/dynamo';

/** All that delivery knows of one registration, in one row. */
export const registrationKey = (registration: string): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: 'REGISTRATION',
});
