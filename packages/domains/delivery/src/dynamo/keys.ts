import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

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

/** A SCORM package as a whole; its items lie behind it. */
export const scormPackageKey = ({ registration, moduleId }: ScormPlace): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: composeKey('SCORM', moduleId),
});

/** `mark`: a digest of the item's identifier, which may be longer than a key. */
export const scormItemKey = ({ registration, moduleId }: ScormPlace, mark: string): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: composeKey('SCORM', moduleId, 'ITEM', mark),
});

export const scormItemPrefix = ({ moduleId }: ScormPlace): string => keyPrefix('SCORM', moduleId, 'ITEM');

interface ScormPlace {
  readonly registration: string;
  readonly moduleId: string;
}
