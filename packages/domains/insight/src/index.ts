export { type NoteDeps, noteStatements } from './note-statements.ts';
export type { InsightStore, RegistrationDirectory } from './ports.ts';
export type { PlacedStatement } from './read-signal.ts';
export { type ReadDeps, readCourseStatistics, readModuleStatistics } from './read-statistics.ts';
export type {
  CohortWish,
  CourseStatistics,
  ModuleFrame,
  ModuleStatistics,
  QuestionStatistics,
  StatisticsHead,
} from './statistics.ts';
export type { Told } from './told.ts';
export type { EnrolmentTrace, ProgressTrace, TracePlace } from './traces.ts';
