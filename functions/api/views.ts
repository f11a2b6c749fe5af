import type { Course, CourseModule, CourseVersion, ImportJob, Review } from '@sinau/catalogue';
import type { Enrolment } from '@sinau/enrolment';
import { formatJp } from '@sinau/kernel';

/** What a machine is shown of an import: no keys, leases or origins of broken tries. */
export function viewOfImport(job: ImportJob) {
  const { jobId, fileName, sizeBytes, state, progress, report, result, createdAt, updatedAt } = job;
  return {
    jobId,
    fileName,
    sizeBytes,
    state,
    progress,
    ...(report && { report }),
    ...(result && { result }),
    createdAt,
    updatedAt,
    url: `/api/imports/${jobId}`,
  };
}

export function viewOfCourse(course: Course) {
  const { courseId, title, description, jp, status, latestVersion } = course;
  const { publishedVersion, publishedAt, createdAt, updatedAt, inReview, draft } = course;
  const { details, admission, versionRule, rev } = course;
  return {
    courseId,
    title,
    description,
    ...(jp !== undefined && { jp: formatJp(jp, 'en') }),
    ...{ details, admission, versionRule, status, latestVersion },
    ...(inReview !== undefined && { inReview }),
    draft: viewOfDraft(draft),
    rev,
    ...(publishedVersion !== undefined && { publishedVersion }),
    ...(publishedAt !== undefined && { publishedAt }),
    createdAt,
    updatedAt,
    url: `/api/courses/${courseId}`,
  };
}

function viewOfDraft({ title, description, jp, details, modules }: Course['draft']) {
  const words = { title, description, ...(jp !== undefined && { jp: formatJp(jp, 'en') }), details };
  return { ...words, modules: modules.map(viewOfModule) };
}

/** Without the name of its content origin, which is reached by launches only. */
function viewOfModule({ originHash: _hidden, ...module }: CourseModule) {
  return module;
}

export function viewOfVersion(version: CourseVersion) {
  const { title, description, jp, details, modules, auCount, fileCount, totalBytes, importedAt } = version;
  return {
    ...{ version: version.version, title, description, details },
    ...(jp !== undefined && { jp: formatJp(jp, 'en') }),
    modules: modules.map(viewOfModule),
    ...{ auCount, fileCount, totalBytes, importedAt },
  };
}

export function viewOfReview(review: Review) {
  const { courseId, version, title, state, submittedBy, submittedAt, decidedBy, decidedAt } = review;
  return {
    ...{ courseId, version, title, state, submittedBy: submittedBy.name, submittedAt },
    ...(decidedBy && { decidedBy: decidedBy.name }),
    ...(decidedAt !== undefined && { decidedAt }),
    checked: review.checked,
    comments: review.comments.map(({ by, ...comment }) => ({ ...comment, by: by.name })),
    url: `/api/courses/${courseId}/versions/${version}/review`,
  };
}

/** A course that somebody must take. Who assigned it stays inside the agency's own pages. */
export function viewOfAssignment(enrolment: Enrolment) {
  const { registration, personId, courseId, version, state, assignment, completedAt, providerWord } =
    enrolment;
  const { takenBack, score, completion } = providerWord ?? {};
  return {
    ...{ registration, personId, courseId, version, state },
    ...(assignment && { assignedAt: assignment.at, assignedBy: assignment.as }),
    ...(assignment?.dueOn !== undefined && { dueOn: assignment.dueOn }),
    ...(completedAt !== undefined && { completedAt }),
    ...(takenBack && { takenBackAt: takenBack.at }),
    ...((score || completion) && {
      corrected: { ...(score && { score }), ...(completion && { completion }) },
    }),
    url: `/api/enrolments/${registration}`,
  };
}
