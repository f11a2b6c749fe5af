export { readOpenEdxRuns } from './course-runs.ts';
export { readOpenEdxCourses } from './courses.ts';
export { type OpenEdxEnrolmentTerms, readOpenEdxEnrolmentTerms } from './enrolment-terms.ts';
export { type OpenEdxPage, readOpenEdxPage } from './page.ts';
export {
  openEdxUsername,
  readOpenEdxAccounts,
  readOpenEdxEnrolment,
  readOpenEdxEnrolmentMode,
  readOpenEdxEnrolments,
  readOpenEdxRefusal,
} from './people.ts';
export {
  type OpenEdxCertificate,
  type OpenEdxGrade,
  readOpenEdxCertificate,
  readOpenEdxGrades,
} from './results.ts';
export { type OpenEdxToken, readOpenEdxToken } from './token.ts';
