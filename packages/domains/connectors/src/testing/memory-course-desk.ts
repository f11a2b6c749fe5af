import { type CourseContent, sameValue } from '../sync/content.ts';
import type { CourseDesk } from '../sync/ports.ts';
import type { CourseStanding } from '../sync/sync-item.ts';

export interface DeskCourse {
  readonly courseId: string;
  readonly externalId: string;
  readonly content: CourseContent;
  readonly standing: CourseStanding;
  /** Somebody has come to it. */
  readonly learners?: number;
}

/** A catalogue in memory. `courses` and `gone` are for tests to look at and to edit as authors do. */
export function memoryCourseDesk(): CourseDesk & {
  readonly courses: Map<string, DeskCourse>;
  readonly gone: Set<string>;
  readonly submitted: string[];
} {
  const courses = new Map<string, DeskCourse>();
  const gone = new Set<string>();
  const submitted: string[] = [];
  const standAs = async (courseId: string, standing: CourseStanding) => {
    const course = courses.get(courseId);
    if (course) courses.set(courseId, { ...course, standing });
  };
  return {
    courses,
    gone,
    submitted,
    takesUrl: (url) => url.startsWith('https://'),
    make: async ({ courseId, externalId, content }) => {
      if (gone.has(courseId)) return 'gone';
      if (!courses.has(courseId)) courses.set(courseId, { courseId, externalId, content, standing: 'draft' });
      return 'made';
    },
    completionOf: async () => undefined,
    read: async (courseId) => structuredClone(courses.get(courseId)),
    edit: async (courseId, to, choose) => {
      const course = courses.get(courseId);
      if (!course) return 'gone';
      const fields = choose(course.content);
      const content = { ...course.content };
      for (const field of fields) {
        if (sameValue(to[field], undefined)) delete content[field];
        else Object.assign(content, { [field]: to[field] });
      }
      courses.set(courseId, { ...course, content });
      return 'edited';
    },
    close: (courseId) => standAs(courseId, 'retired'),
    reopen: standAs,
    remove: async (courseId) => {
      const course = courses.get(courseId);
      if (course && (course.standing === 'published' || course.learners)) return 'in-use';
      courses.delete(courseId);
      gone.add(courseId);
      return 'removed';
    },
    submit: async (courseId) => {
      const isWhole = courses.get(courseId)?.content.jp !== undefined;
      if (isWhole) submitted.push(courseId);
      return isWhole;
    },
  };
}
