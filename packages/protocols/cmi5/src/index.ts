export type { FindingPlace, LocalText } from '@sinau/findings';
export {
  type BatchCheck,
  checkAuStatement,
  checkAuStatements,
  type StatementCheck,
} from './runtime/check-au-statement.ts';
export { isDefined, isLearner } from './runtime/envelope-rules.ts';
export {
  buildLaunchData,
  type ContextTemplate,
  contextTemplateOf,
  type LaunchData,
} from './runtime/launch-data.ts';
export { buildLaunchUrl, type LaunchParameters, pathInPackage } from './runtime/launch-url.ts';
export { checkLearnerPreferences, type LearnerPreferences } from './runtime/learner-preferences.ts';
export {
  abandonedStatement,
  agentOf,
  durationOf,
  type LmsStatement,
  launchedStatement,
  type StatementStamp,
  satisfiedStatement,
  waivedStatement,
} from './runtime/lms-statements.ts';
export {
  evaluateSatisfaction,
  isMoveOnMet,
  nothingSatisfied,
  type Satisfaction,
  type SatisfiedObject,
} from './runtime/satisfaction.ts';
export {
  type AuVerdict,
  isOpen,
  openedSession,
  type Refusal,
  type SessionProgress,
  type SessionState,
  type SessionTerms,
  untouched,
} from './runtime/session.ts';
export {
  type AuVerbName,
  activityTypes,
  auVerbNames,
  categories,
  contextExtensions,
  type LaunchMode,
  launchDataStateId,
  launchModes,
  learnerPreferencesProfileId,
  resultExtensions,
  type VerbName,
  verbs,
  type WaiveReason,
  waiveReasons,
} from './runtime/vocabulary.ts';
export { courseStructureNamespace, courseStructureXsd } from './structure/course-structure-xsd.ts';
export { createFinding, type Finding } from './structure/finding.ts';
export type { FindingCode } from './structure/finding-texts.ts';
export {
  type Au,
  type AuNode,
  type Block,
  type Course,
  type CourseStructure,
  type LaunchMethod,
  launchMethods,
  type MoveOn,
  moveOnRules,
  type Objective,
  type StructureNode,
} from './structure/model.ts';
export {
  readCourseStructure,
  type StructureDocument,
  type StructureReading,
} from './structure/read-course-structure.ts';
export { undeterminedLanguage } from './structure/read-wording.ts';
export { structureFile } from './structure/structure-file.ts';
export { writeCourseStructure } from './structure/write-course-structure.ts';
