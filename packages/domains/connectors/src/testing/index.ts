export { sealSecrets } from '../secrets.ts';
export { askedLearner } from './asked-learner.ts';
export {
  memoryProviderEnrolmentStore,
  sampleProviderEnrolment,
  scriptedProvider,
} from './enrolments/index.ts';
export { courseData, type FakeCoursePages, startFakeCoursePages } from './fake-course-pages.ts';
export { type FakeMoodle, type FakeTrouble, startFakeMoodle } from './fake-moodle.ts';
export {
  type FakeCourse,
  type FakeEnrolment,
  type FakeSite,
  type FakeUser,
  moodleFunctions,
  sampleFakeSite,
} from './fake-moodle-site.ts';
export {
  addClass,
  type FakeOneRoster,
  rosterThing,
  startFakeOneRoster,
} from './fake-one-roster.ts';
export { type FakeOpenEdx, startFakeOpenEdx } from './fake-openedx.ts';
export { gradeKey } from './fake-openedx-answers.ts';
export { memoryConnectionStore } from './memory-connection-store.ts';
export { memoryCourseDesk } from './memory-course-desk.ts';
export { memoryHealthStore, memoryLetterStore } from './memory-health-store.ts';
export { memorySyncStore } from './memory-sync-store.ts';
export { memoryPackageStore } from './packages/memory-package-store.ts';
export { type FakePackage, packageBytes, samplePackage } from './packages/sample-package.ts';
export { memoryReconciliationStore } from './reconciliation/memory-reconciliation-store.ts';
export { memoryRepairOrderStore } from './reconciliation/memory-repair-order-store.ts';
export {
  course as inboxCourse,
  deliver as deliverToInbox,
  inboxEvents,
  registrationOf as inboxRegistrationOf,
  type SentEvent,
  studentOf,
  subjectOf,
  tellsState,
} from './results/inbox-events.ts';
export { memoryCourseParts } from './results/memory-course-parts.ts';
export { memoryLearnerNames } from './results/memory-learner-names.ts';
export { memoryPollRunStore } from './results/memory-poll-runs.ts';
export { memoryResultStore } from './results/memory-result-store.ts';
export { sampleResult } from './results/sample-result.ts';
export { sampleConnection } from './sample-connection.ts';
export { externalCourse, type Script, scriptedAdapter } from './scripted-adapter.ts';
export { memoryTableStore } from './tables/memory-table-store.ts';
