import { laterFollower } from './later-follower.ts';

// Loaded with the first fact that each follows.

export const followCredit = laterFollower(
  {
    'enrolment-completed': true,
    'completion-withdrawn': true,
    'completion-restored': true,
    'result-placed': true,
    'progress-made': true,
    'credit-changed': true,
    'standing-changed': true,
  },
  async () => (await import('./follow-credit.ts')).followCredit,
);

export const followEvents = laterFollower(
  { 'event-seat-changed': true, 'event-attendance-changed': true, 'event-changed': true },
  async () => (await import('./follow-events.ts')).followEvents,
);

export const followExternal = laterFollower(
  { 'external-learning-moved': true },
  async () => (await import('./follow-external.ts')).followExternal,
);

export const followCohorts = laterFollower(
  {
    'cohort-changed': true,
    'cohort-seat-changed': true,
    'duty-changed': true,
    'enrolment-assigned': true,
    'assignment-withdrawn': true,
    'enrolment-completed': true,
    'enrolment-ended': true,
    'completion-withdrawn': true,
    'completion-restored': true,
  },
  async () => (await import('./follow-cohorts.ts')).followCohorts,
);

export const followChampions = laterFollower(
  { 'champion-moved': true },
  async () => (await import('./follow-champions.ts')).followChampions,
);

export const followPaths = laterFollower(
  {
    'enrolment-completed': true,
    'completion-withdrawn': true,
    'completion-restored': true,
    'event-attendance-changed': true,
    'event-changed': true,
    'path-changed': true,
    'path-member-changed': true,
  },
  async () => (await import('./follow-paths.ts')).followPaths,
);

export const followRecognition = laterFollower(
  { 'teaching-shared': true, 'competency-assessed': true, 'recognition-moved': true },
  async () => (await import('./follow-recognition.ts')).followRecognition,
);

export const followPriority = laterFollower(
  {
    'enrolment-promoted': true,
    'enrolment-ended': true,
    'enrolment-completed': true,
    'enrolment-assigned': true,
    'event-seat-changed': true,
    'event-changed': true,
    'cohort-seat-changed': true,
    'cohort-changed': true,
    'priority-seat-moved': true,
  },
  async () => (await import('./follow-priority.ts')).followPriority,
);

export const tellOfPlans = laterFollower(
  { 'annual-plan-moved': true },
  async () => (await import('./tell-of-plans.ts')).tellOfPlans,
);

export const tellOfCompetency = laterFollower(
  { 'competency-assessed': true, 'plan-item-moved': true },
  async () => (await import('./tell-of-competency.ts')).tellOfCompetency,
);

export const followEvaluations = laterFollower(
  {
    'enrolment-completed': true,
    'completion-withdrawn': true,
    'completion-restored': true,
    'event-attendance-changed': true,
    'event-seat-changed': true,
  },
  async () => (await import('./follow-evaluations.ts')).followEvaluations,
);

export const followCollaboration = laterFollower(
  {
    'pair-changed': true,
    'pair-session-changed': true,
    'community-meeting-changed': true,
    'community-member-changed': true,
    'community-question-changed': true,
  },
  async () => (await import('./follow-collaboration.ts')).followCollaboration,
);

export const followProvider = laterFollower(
  {
    'enrolment-created': true,
    'enrolment-ended': true,
    'provider-enrolment-settled': true,
    'enrolment-completed': true,
    'completion-withdrawn': true,
    'completion-restored': true,
  },
  async () => (await import('./follow-provider.ts')).followProvider,
);

export const followResults = laterFollower(
  {
    'result-arrived': true,
    'result-placed': true,
    'enrolment-completed': true,
    'enrolment-moved': true,
    'provider-enrolment-settled': true,
  },
  async () => (await import('./follow-results.ts')).followResults,
);
