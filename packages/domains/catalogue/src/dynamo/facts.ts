import type {
  CourseAdmissionChanged,
  CoursePublished,
  PackageImportFinished,
  ReviewDecided,
  ReviewSubmitted,
} from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { publishedSide } from '../course.ts';
import type { Review } from '../review.ts';
import { isCourseRow, isJobRow, isReviewRow, readCourse, readJob, readReview } from './rows.ts';

type CatalogueFact =
  | CourseAdmissionChanged
  | CoursePublished
  | PackageImportFinished
  | ReviewDecided
  | ReviewSubmitted;

interface RowChange {
  readonly before?: Item;
  readonly after?: Item;
}

/**
 * The facts that one change of a row tells. The stream is the outbox: what was committed is told sooner or later, with
 * the same event id each time.
 */
export function catalogueFacts(change: RowChange): readonly CatalogueFact[] {
  return [
    ...publications(change),
    ...admissions(change),
    ...endedImports(change),
    ...submissions(change),
    ...decisions(change),
  ];
}

/** A version may be submitted again after it came back, so that a submission is told apart by its time. */
function submissions({ before, after }: RowChange): readonly ReviewSubmitted[] {
  if (!after || !isReviewRow(after)) return [];
  const review = readReview(after);
  const earlier = before && readReview(before);
  if (review.state !== 'submitted' || earlier?.submittedAt === review.submittedAt) return [];
  const { courseId, version, submittedAt } = review;
  const eventId = `review-submitted:${courseId}:${version}:${submittedAt}`;
  return [{ ...reviewed(review), eventId, occurredAt: submittedAt, type: 'review-submitted' }];
}

function decisions({ before, after }: RowChange): readonly ReviewDecided[] {
  if (!before || !after || !isReviewRow(after)) return [];
  const review = readReview(after);
  const { courseId, version, state, decidedAt } = review;
  if (readReview(before).state === state || decidedAt === undefined) return [];
  if (state !== 'approved' && state !== 'returned') return [];
  const eventId = `review-decided:${courseId}:${version}:${decidedAt}`;
  return [{ ...reviewed(review), eventId, occurredAt: decidedAt, type: 'review-decided', outcome: state }];
}

function reviewed({ courseId, version, providerId, title, submittedBy }: Review) {
  return { courseId, courseVersion: version, providerId, title, submittedBy };
}

/** Also a course that comes back: people may have waited for it all the time. */
function admissions({ before, after }: RowChange): readonly CourseAdmissionChanged[] {
  if (!before || !after || !isCourseRow(after)) return [];
  const [earlier, course] = [readCourse(before), readCourse(after)];
  const [was, is] = [publishedSide(earlier), publishedSide(course)];
  if (!is || earlier.status === 'draft' || JSON.stringify(was?.admission) === JSON.stringify(is.admission))
    return [];
  const { courseId, rev, updatedAt } = course;
  const eventId = `course-admission-changed:${courseId}:${rev}`;
  return [{ eventId, occurredAt: updatedAt, type: 'course-admission-changed', courseId }];
}

function publications({ before, after }: RowChange): readonly CoursePublished[] {
  if (!after || !isCourseRow(after)) return [];
  const published = publishedSide(readCourse(after));
  if (!published) return [];
  const earlier = before && publishedSide(readCourse(before));
  if (earlier?.publishedAt === published.publishedAt && earlier.version === published.version) return [];
  const { courseId, providerId, version, publishedAt, title, jp } = published;
  return [
    {
      eventId: `course-published:${courseId}:${version}:${publishedAt}`,
      occurredAt: publishedAt,
      type: 'course-published',
      courseId,
      providerId,
      courseVersion: version,
      title,
      jpHundredths: jp,
    },
  ];
}

function endedImports({ before, after }: RowChange): readonly PackageImportFinished[] {
  if (!after || !isJobRow(after) || before?.state === after.state) return [];
  const { jobId, providerId, startedBy, fileName, state, report, updatedAt } = readJob(after);
  if (state !== 'passed' && state !== 'refused' && state !== 'failed') return [];
  return [
    {
      eventId: `package-import-finished:${jobId}:${state}`,
      occurredAt: updatedAt,
      type: 'package-import-finished',
      jobId,
      providerId,
      ...(startedBy !== undefined && { personId: startedBy }),
      fileName,
      outcome: state,
      errorCount: report?.errorCount ?? 0,
    },
  ];
}
