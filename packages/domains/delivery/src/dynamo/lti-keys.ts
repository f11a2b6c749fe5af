import { composeKey, type Key } from '@sinau/platform/dynamo';

/** Every key of the platform in one row, so that two makers of a key meet. */
export const platformKeysKey: Key = { pk: composeKey('LTI', 'PLATFORM'), sk: 'KEYS' };
