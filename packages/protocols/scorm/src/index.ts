export type { FindingPlace, LocalText } from '@sinau/findings';
export { formatIsoDuration, formatTimespan, parseIsoDuration, parseTimespan } from './durations.ts';
export type { Finding } from './manifest/finding.ts';
export type { FindingCode } from './manifest/finding-texts.ts';
export {
  type CompletionThreshold,
  type HideableControl,
  hideableControls,
  type Item,
  type Launch,
  launchableItems,
  type Organization,
  type Resource,
  type ScormCourse,
  type ScormVersion,
  type SharedData,
  scormVersions,
  type TimeLimitAction,
  timeLimitActions,
} from './manifest/model.ts';
export { createFileLocator } from './manifest/package-path.ts';
export {
  itemsIn,
  type LessonStatus,
  meetsPrerequisites,
  type Prerequisite,
  parsePrerequisites,
} from './manifest/prerequisites.ts';
export {
  type ManifestDocument,
  type ManifestReading,
  type ManifestRules,
  manifestFile,
  readManifest,
} from './manifest/read-manifest.ts';
export type {
  ObjectiveMap,
  RollupRule,
  Sequencing,
  SequencingObjective,
  SequencingRule,
  SharedParts,
} from './manifest/sequencing-model.ts';
export {
  addSessionTime,
  type CommitDecision,
  type CommitOrder,
  type CommitPlace,
  decideCommit,
  judgeStatus,
  type KeptStatus,
  leavesCourse,
  mergeStatus,
  type NextEntry,
  nextEntry,
  type ScoStatus,
  type SessionEnd,
  type StatusMerge,
  type Thresholds,
  type TotalTime,
  visitKey,
} from './runtime/attempt.ts';
export type { CommitIssue } from './runtime/cmi-reader.ts';
export { type CommitParse, parseCommit, type ScormCommit } from './runtime/parse-commit.ts';
export {
  type ItemStanding,
  type PackageRollup,
  rollUpPackage,
  type ToldRollup,
} from './runtime/roll-up.ts';
export {
  type Completion,
  type Exit,
  type GlobalObjectives,
  type InteractionData,
  type ObjectiveData,
  type RuntimeData,
  type Score,
  type ScormLaunchMode,
  type Success,
  untouchedData,
} from './runtime/runtime-data.ts';
export {
  type CmiTree,
  type LaunchSeed,
  type SeededLaunch,
  seedLaunch,
  thresholdsOf,
} from './runtime/seed-launch.ts';
export {
  maxCallsPerMessage,
  maxCallsPerSession,
  maxCallText,
  maxMessageBytes,
  type ScormAnswer,
  type ScormCall,
  type ScormItemStart,
  type ScormMessage,
  type ScormStart,
  scormMessageSchema,
} from './wire.ts';
export { type DocumentContext, mapDocuments, type ScormDocument } from './xapi/map-documents.ts';
export { courseCompletedStatement, mapStatements, type ScormStatement } from './xapi/map-statements.ts';
export { xapiScore } from './xapi/score.ts';
export { attemptIdOf, attemptIri, type ScormContext, type SessionView } from './xapi/session-view.ts';
