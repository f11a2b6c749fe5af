import type { CoursePublished } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { publishedSide } from '../course.ts';
import { isCourseRow, readCourse } from './rows.ts';

/**
 * The facts that one change of a row tells. The stream is the outbox: what was committed is told sooner or later, with
 * the same event id each time.
 */
export function catalogueFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly CoursePublished[] {
  const { before, after } = change;
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
