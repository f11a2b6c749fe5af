export {
  type Course,
  type CourseId,
  type CourseModule,
  type CourseStatus,
  type CourseVersion,
  type PublishedCourse,
  publishedSide,
} from './course.ts';
export {
  createUpload,
  defaultMaxPackageBytes,
  type UploadRequest,
  type UploadTicket,
  uploadRequestSchema,
} from './create-upload.ts';
export {
  CourseChanged,
  CourseNotFound,
  ImportNotFound,
  NotAProvider,
  NotPublishable,
  PackageRejected,
  UploadIncomplete,
} from './errors.ts';
export { getCourse, getOpenVersion, getPublishedCourse, getVersionStructure } from './get-course.ts';
export { getImportReport, listImports } from './get-import-report.ts';
export {
  type ImportAttempt,
  type ImportJob,
  type ImportReport,
  type ImportState,
  importMessageSchema,
  isFinished,
  type JobId,
} from './import-job.ts';
export { type CataloguePage, listCatalogue, listProviderCourses, positionOf } from './list-catalogue.ts';
export type {
  ContentRoom,
  CourseStore,
  ImportJobStore,
  ImportQueue,
  OpenPackage,
  PackageOpener,
  UploadRoom,
} from './ports.ts';
export { type PublishRequest, publishCourse, publishRequestSchema } from './publish-course.ts';
export { retireCourse } from './retire-course.ts';
export { type ImportOutcome, type RunImportDeps, runImport } from './run-import.ts';
export { startImport } from './start-import.ts';
export { submitPackage } from './submit-package.ts';
export { sweepImports } from './sweep-imports.ts';
