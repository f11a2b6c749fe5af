import type { CourseView, PreviewPlace } from './ports.ts';

/** Address of the course's pages for a learner or in the preview. */
export function courseBase(course: Pick<CourseView, 'courseId'>, preview: PreviewPlace | undefined): string {
  return preview?.base ?? `/courses/${course.courseId}`;
}
