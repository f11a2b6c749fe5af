import type { Principal } from '@sinau/kernel';
import type { Course, PublishedCourse } from './course.ts';
import type { CourseStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

export interface CataloguePage {
  readonly courses: readonly PublishedCourse[];
  /** Present when more may follow; names no secret. */
  readonly next?: string;
}

/** Published courses by title, page by page; who looks for something searches (`search/`). */
export async function listCatalogue(
  deps: { readonly courses: Pick<CourseStore, 'listPublished'> },
  page: { readonly limit: number; readonly after?: string },
): Promise<CataloguePage> {
  const { courses, last } = await deps.courses.listPublished(page);
  return { courses, ...(last !== undefined && { next: last }) };
}

/** The caller's own courses, the one changed last first. */
export async function listProviderCourses(
  deps: { readonly courses: Pick<CourseStore, 'listOfProvider'> },
  input: { readonly principal: Principal; readonly limit: number; readonly after?: string },
): Promise<{ readonly courses: readonly Course[]; readonly next?: string }> {
  const { principal, ...page } = input;
  const { courses, last } = await deps.courses.listOfProvider(providerOf(principal), page);
  return { courses, ...(last !== undefined && { next: last }) };
}

/** Where a course stands in the catalogue: its sort title and id, as stores order and continue lists. */
export function positionOf(course: Pick<PublishedCourse, 'title' | 'courseId'>): string {
  return `${sortTitle(course)}#${course.courseId}`;
}

function sortTitle({ title }: Pick<PublishedCourse, 'title'>): string {
  return sortForm(title.id ?? title.en ?? Object.values(title)[0] ?? '').slice(0, 80);
}

function sortForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim()
    .toWellFormed();
}
