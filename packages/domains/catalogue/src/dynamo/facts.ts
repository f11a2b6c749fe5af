import type { CourseAdmissionChanged, CoursePublished, PackageImportFinished } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { publishedSide } from '../course.ts';
import { isCourseRow, isJobRow, readCourse, readJob } from './rows.ts';

interface RowChange {
  readonly before?: Item;
  readonly after?: Item;
}

/**
 * The facts that one change of a row tells. The stream is the outbox: what was committed is told sooner or later, with
 * the same event id each time.
 */
export function catalogueFacts(
  change: RowChange,
): readonly (CourseAdmissionChanged | CoursePublished | PackageImportFinished)[] {
  return [...publications(change), ...admissions(change), ...endedImports(change)];
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
      // A job that failed may be taken up again by hand and end otherwise.
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
