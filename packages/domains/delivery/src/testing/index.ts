export { contentOf, courseOf, deliveryWorld, fetchIdIn, registration, sri } from './delivery-world.ts';
export { type GradesUnderTest, gradeStoreContract } from './grade-store.contract.ts';
export { guestStoreContract } from './guest-store.contract.ts';
export { launchLogContract } from './launch-log.contract.ts';
export { ltiServicesWorld, toolA, toolB } from './lti-services-world.ts';
export { memoryEndedStore } from './memory-ended-store.ts';
export { memoryGradeStore } from './memory-grade-store.ts';
export { memoryGuestStore } from './memory-guest-store.ts';
export { memoryLaunchLog } from './memory-launch-log.ts';
export {
  memoryKeyReadings,
  memoryLtiLaunchStore,
  memoryLtiTools,
  memoryPlatformKeyStore,
  memorySeenMessages,
  memoryToolHealth,
} from './memory-lti.ts';
export { memoryQuizStore } from './memory-quiz-store.ts';
export {
  type MemoryDocuments,
  type MemoryRecords,
  memoryDocuments,
  memoryRecords,
} from './memory-records.ts';
export { commitMemoryWrites, memoryRegistrationStore } from './memory-registration-store.ts';
export { memoryScormStore } from './memory-scorm-store.ts';
export { memoryTrialStore } from './memory-trial-store.ts';
export { type QuizStoreUnderTest, quizStoreContract } from './quiz-store.contract.ts';
export { choiceOf, choose, quizOf, quizWorld } from './quiz-world.ts';
export { type RegistrationStoreUnderTest, registrationStoreContract } from './registration-store.contract.ts';
export { sampleTool } from './sample-tool.ts';
export { type ScormStoreUnderTest, scormStoreContract } from './scorm-store.contract.ts';
export { commitOf, packageOf, scoItem, scormWorld } from './scorm-world.ts';
