import type { ProviderId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { QuestionRef } from '../bank-question.ts';

/** What the bank of a provider holds, in short: a list reads all of it. */
export const bankPartition = (providerId: ProviderId): string => composeKey('BANK', providerId);
export const entryPrefix = keyPrefix('ENTRY');
export const entryKey = ({ providerId, questionId }: QuestionRef): Key => ({
  pk: bankPartition(providerId),
  sk: composeKey('ENTRY', questionId),
});
/** How many there are. */
export const countKey = (providerId: ProviderId): Key => ({ pk: bankPartition(providerId), sk: 'COUNT' });

/** One question whole. */
export const questionKey = ({ providerId, questionId }: QuestionRef): Key => ({
  pk: composeKey('QUESTION', providerId, questionId),
  sk: 'QUESTION',
});
