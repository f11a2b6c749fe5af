import type { ProviderId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { QuestionRef } from '../bank-question.ts';
import type { QuizRef } from '../quizzes/quiz-draft.ts';

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

/** Quizzes of a provider. */
export const quizzesPartition = (providerId: ProviderId): string => composeKey('QUIZZES', providerId);
export const quizPrefix = keyPrefix('QUIZ');
export const quizKey = ({ providerId, quizId }: QuizRef): Key => ({
  pk: quizzesPartition(providerId),
  sk: composeKey('QUIZ', quizId),
});
/** Which quiz a package came from. */
export const placementKey = (providerId: ProviderId, packageId: string): Key => ({
  pk: quizzesPartition(providerId),
  sk: composeKey('PLACEMENT', packageId),
});
