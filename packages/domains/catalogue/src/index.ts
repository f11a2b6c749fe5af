export {
  type AddModuleDeps,
  addModule,
  type NewModule,
  newModuleSchema,
  type ToolPort,
} from './add-module.ts';
export { cancelUpload } from './cancel-upload.ts';
export {
  type Classification,
  classificationSchema,
  mostFields,
  unclassified,
} from './classification/classification.ts';
export { certificationKinds, coreValues, courseFields, digitalPillars } from './classification/codes.ts';
export {
  compareDraft,
  compareVersions,
  compareWithPublished,
  differenceOf,
  type ModuleChange,
  type PartChange,
  type VersionDifference,
} from './compare-versions.ts';
export {
  type Course,
  type CourseDraft,
  type CourseId,
  type CourseSource,
  type CourseStatus,
  type CourseVersion,
  type PublishedCourse,
  publishedSide,
} from './course.ts';
export {
  type Admission,
  admissionSchema,
  type CourseDetails,
  courseDetailsSchema,
  type DevelopmentForm,
  developmentForms,
  noDetails,
  openAdmission,
  type Subject,
  subjects,
  type VersionRule,
  versionRules,
} from './course-details.ts';
export {
  createPartUpload,
  createUpload,
  type PartTicket,
  type UploadRequest,
  type UploadTicket,
  uploadRequestSchema,
} from './create-upload.ts';
export { type DeleteDeps, deleteCourse, sweepRemovals } from './delete-course.ts';
export {
  type CourseSettings,
  changeSettings,
  courseSettingsSchema,
  type DraftEdit,
  draftEditSchema,
  type EditDeps,
  editDraft,
  freezeDraft,
  ownCourse,
} from './edit-draft.ts';
export { editPlacement, getPlacement, type PlacementEdit, placementEditSchema } from './edit-placement.ts';
export {
  CourseChanged,
  CourseInUse,
  CourseNotFound,
  HostNotAllowed,
  ImportNotFound,
  NotAProvider,
  NotExportable,
  NotPublishable,
  PackageRejected,
  ReviewClosed,
  SelfReview,
  TermsChanged,
  UploadIncomplete,
} from './errors.ts';
export { type ExportDeps, exportLimits, exportPackage, exportStructure } from './export-version.ts';
export {
  getCourse,
  getOpenVersion,
  getPublishedCourse,
  getStatedJp,
  getVersionMove,
  getVersionStructure,
} from './get-course.ts';
export { getImportReport, listImports } from './get-import-report.ts';
export { getUpload, type UploadProgress } from './get-upload.ts';
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
export {
  type CourseModule,
  type CoursePackage,
  firstAus,
  type MediaContent,
  type MediaKind,
  type ModuleKind,
  maxModules,
  moduleKinds,
  type PackageContent,
} from './module.ts';
export { defaultMaxPackageBytes } from './package-limit.ts';
export { type ModuleElsewhere, placeElsewhere } from './place-elsewhere.ts';
export type {
  ContentRoom,
  CourseStore,
  ExportRoom,
  ImportJobStore,
  ImportQueue,
  OpenPackage,
  PackageOpener,
  PackageReading,
  UploadRoom,
} from './ports.ts';
export {
  completionOfProvided,
  editProvidedCourse,
  makeProvidedCourse,
  type ProvidedField,
  type ProvidedWords,
  readProvidedCourse,
} from './provided-course.ts';
export { type PublishRequest, publishCourse, publishRequestSchema } from './publish-course.ts';
export { reopenCourse } from './reopen-course.ts';
export { retireCourse } from './retire-course.ts';
export {
  type ChecklistItem,
  checklist,
  type Review,
  type ReviewComment,
  type ReviewParty,
} from './review.ts';
export {
  commentReview,
  commentSchema,
  type Decision,
  decideReview,
  decisionSchema,
  getReview,
  listReviews,
  submissionSchema,
  submitForReview,
  withdrawReview,
} from './review-course.ts';
export { type ImportOutcome, type RunImportDeps, runImport } from './run-import.ts';
export type { SavedCourseStore } from './saved/ports.ts';
export { listSavedCourses, saveCourse, unsaveCourse } from './saved/save-course.ts';
export type { SavedCourse } from './saved/saved-course.ts';
export { signParts, signRequestSchema } from './sign-parts.ts';
export { startImport, startRequestSchema } from './start-import.ts';
export { submitPackage } from './submit-package.ts';
export { sweepImports } from './sweep-imports.ts';
