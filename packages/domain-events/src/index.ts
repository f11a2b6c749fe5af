export { type CoursePublished, coursePublishedSchema } from './course-published.ts';
export { type CourseSatisfied, courseSatisfiedSchema } from './course-satisfied.ts';
export { type EnrolmentCompleted, enrolmentCompletedSchema } from './enrolment-completed.ts';
export { type EnrolmentCreated, enrolmentCreatedSchema } from './enrolment-created.ts';
export { type ExportFinished, exportFinishedSchema } from './export-finished.ts';
export { type PackageImportFinished, packageImportFinishedSchema } from './package-import-finished.ts';
export { type PersonInvited, personInvitedSchema } from './person-invited.ts';
export { type PushDisabled, pushDisabledSchema } from './push-disabled.ts';
