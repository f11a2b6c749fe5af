import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

/** What is owed of one person. */
export const personPartition = (personId: string): string => composeKey('SIASN', personId);
export const rowKey = (personId: string, lineId: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('LINE', lineId),
});
export const rowPrefix = keyPrefix('LINE');
export const siasnIdKey = (personId: string, environment: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('ID', environment),
});

/** Whose a record in SIASN is. */
export const recordKey = (environment: string, recordId: string): Key => ({
  pk: composeKey('SIASN-RECORD', environment, recordId),
  sk: 'OWNER',
});

/** gsi1: what is to be tried in an agency, by when. */
export const duePartition = (agencyId: string): string => composeKey('SIASN-DUE', agencyId);
/** gsi2: rows of an agency in one state, by their last change. */
export const statePartition = (agencyId: string, state: string): string =>
  composeKey('SIASN-ROWS', agencyId, state);

const agencyPartition = (agencyId: string): string => composeKey('SIASN-AGENCY', agencyId);
export const settingsKey = (agencyId: string): Key => ({ pk: agencyPartition(agencyId), sk: 'SETTINGS' });
export const connectorKey = (agencyId: string): Key => ({ pk: agencyPartition(agencyId), sk: 'CONNECTOR' });
/** How official indexes are read. */
export const readingKey = (agencyId: string): Key => ({ pk: agencyPartition(agencyId), sk: 'INDEX-READING' });
export const wantedKey = (agencyId: string, personId: string): Key => ({
  pk: agencyPartition(agencyId),
  sk: composeKey('INDEX-WANTED', personId),
});
/** gsi1: agencies that have switched it on. */
export const onPartition = 'SIASN-ON';
export const courseKey = (agencyId: string, courseId: string): Key => ({
  pk: agencyPartition(agencyId),
  sk: composeKey('COURSE', courseId),
});
export const subjectsPartition = (agencyId: string): string => composeKey('SIASN-SUBJECTS', agencyId);
export const subjectsKey = (agencyId: string, piece: number): Key => ({
  pk: subjectsPartition(agencyId),
  sk: composeKey('PIECE', String(piece).padStart(3, '0')),
});
