import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { DueAttempt } from '../quiz/ports.ts';
import type { QuizKey } from '../quiz/state.ts';
import type { TrialPlace } from '../trial.ts';

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

/** Partition and prefix of all that is kept of SCORM content in one registration. */
export const scormRange = (registration: string): readonly [string, string] => [
  composeKey('DELIVERY', registration),
  keyPrefix('SCORM'),
];

/** A quiz as a whole; its attempts lie behind it. */
export const quizBookKey = ({ registration, moduleId }: QuizKey): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: composeKey('QUIZ', moduleId),
});

export const quizAttemptKey = ({ registration, moduleId }: QuizKey, number: number): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: composeKey('QUIZ', moduleId, 'ATTEMPT', digits(number)),
});

/** Partition and prefix of all that is kept of quizzes in one registration. */
export const quizRange = (registration: string): readonly [string, string] => [
  composeKey('DELIVERY', registration),
  keyPrefix('QUIZ'),
];

/** Open attempts by deadline, in lanes so that no partition is busy when many begin at once. */
export const quizDueLanes = [...'0123456789abcdef'];

export const quizDuePartition = (lane: string): string => composeKey('QUIZ-DUE', lane);

export const quizDueKey = ({ registration, moduleId, number, deadline }: DueAttempt): Key => ({
  pk: quizDuePartition(registration.slice(0, 1)),
  sk: composeKey(deadline, registration, moduleId, digits(number)),
});

/** Partition and prefix of every launch log of one registration. */
export const launchLogRange = (registration: string): readonly [string, string] => [
  composeKey('DELIVERY', registration),
  keyPrefix('LAUNCH-LOG'),
];

interface ScormPlace {
  readonly registration: string;
  readonly moduleId: string;
}

/** What a session's launch log knows of itself; its entries lie behind it. */
export const launchLogKey = ({ registration, sessionId }: LaunchLogPlace): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: composeKey('LAUNCH-LOG', sessionId),
});

/** In the order of messages. */
export const launchLogEntryKey = (
  { registration, sessionId }: LaunchLogPlace,
  { run, sequence }: { readonly run: number; readonly sequence: number },
): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: composeKey('LAUNCH-LOG', sessionId, digits(run), digits(sequence)),
});

export const launchLogPrefix = ({ sessionId }: LaunchLogPlace): string => keyPrefix('LAUNCH-LOG', sessionId);

const digits = (count: number): string => String(count).padStart(10, '0');

interface LaunchLogPlace {
  readonly registration: string;
  readonly sessionId: string;
}

/** Under which registration somebody tries a version of a course. */
/** Enrolments that have ended and whose registration is still to be closed. */
export const endedPartition = 'DELIVERY-ENDED';

export const endedKey = (registration: string): Key => ({ pk: endedPartition, sk: registration });

export const trialKey = ({ personId, courseId, version }: TrialPlace): Key => ({
  pk: composeKey('TRIAL', personId),
  sk: composeKey('COURSE', courseId, String(version)),
});
