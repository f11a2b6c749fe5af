import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

/** Everything about one person: lines, holds, sums. */
export const personPartition = (personId: string): string => composeKey('CREDIT', personId);

export const entryKey = (personId: string, entryId: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('ENTRY', entryId),
});
export const entryPrefix = keyPrefix('ENTRY');

export const holdKey = (personId: string, about: string): Key => ({
  pk: personPartition(personId),
  sk: composeKey('HOLD', about),
});
export const holdPrefix = keyPrefix('HOLD');

export const yearKey = (personId: string, year: number): Key => ({
  pk: personPartition(personId),
  sk: composeKey('YEAR', String(year).padStart(4, '0')),
});
export const yearPrefix = keyPrefix('YEAR');

/** What waits in an agency, longest first. */
export const heldPartition = (agencyId: string): string => composeKey('CREDIT-HELD', agencyId);

/** `national`, or of an agency. */
export const rulePartition = (scope: string): string => composeKey('CREDIT-RULES', scope);

/** Sums that are to be made anew. */
export const refreshPartition = 'CREDIT-REFRESH';
export const refreshKey = (workId: string): Key => ({
  pk: refreshPartition,
  sk: composeKey('WORK', workId),
});

export const ruleKey = (scope: string, ruleId: string): Key => ({
  pk: rulePartition(scope),
  sk: composeKey('RULE', ruleId),
});
