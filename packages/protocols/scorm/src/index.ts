export { formatIsoDuration, formatTimespan, parseIsoDuration, parseTimespan } from './durations.ts';
export type { Finding, FindingPlace, LocalText } from './manifest/finding.ts';
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
