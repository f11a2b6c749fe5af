import type { Jp, ProviderId } from '@sinau/kernel';
import type { CourseId } from '../course.ts';
import type { SearchableCourse } from '../search/searchable-course.ts';

/** A published course as the search keeps it. */
export function searchableCourse(courseId: string, over: Partial<SearchableCourse> = {}): SearchableCourse {
  return {
    courseId: courseId as CourseId,
    providerId: 'p1' as ProviderId,
    title: { id: `Kursus ${courseId}` },
    description: {},
    jp: 400 as Jp,
    form: 'NKL03',
    subject: 'other',
    competencies: [],
    languages: ['id'],
    price: 0,
    publishedAt: '2026-03-02T01:00:00.000Z',
    ...over,
  };
}
