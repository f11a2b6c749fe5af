import type { Principal } from '@sinau/kernel';
import type { Course, PublishedCourse } from './course.ts';
import type { CourseStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

export interface CataloguePage {
  readonly courses: readonly PublishedCourse[];
  /** Present when more may follow; names no secret. */
  readonly next?: string;
}

const readPageSize = 100;
const maxWalked = 2_000;

/**
 * Published courses by title. `query`: every word must stand in a title of any language, whatever case and accents. A
 * search walks at most 2,000 courses a page, so that a page may be short and still have a `next`.
 */
export async function listCatalogue(
  deps: { readonly courses: Pick<CourseStore, 'listPublished'> },
  input: { readonly query?: string; readonly limit: number; readonly after?: string },
): Promise<CataloguePage> {
  const words = searchForm(input.query ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const found: PublishedCourse[] = [];
  let after = input.after;
  for (let walked = 0; walked < maxWalked; walked += readPageSize) {
    const limit = words.length === 0 ? input.limit - found.length : readPageSize;
    const page = await deps.courses.listPublished({ limit, ...(after !== undefined && { after }) });
    for (const [index, course] of page.courses.entries()) {
      if (!matches(course, words)) continue;
      found.push(course);
      const exhausted = index === page.courses.length - 1 && page.last === undefined;
      if (found.length === input.limit) {
        return exhausted ? { courses: found } : { courses: found, next: positionOf(course) };
      }
    }
    if (page.last === undefined) return { courses: found };
    after = page.last;
  }
  return { courses: found, ...(after !== undefined && { next: after }) };
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
  return searchForm(title.id ?? title.en ?? Object.values(title)[0] ?? '').slice(0, 80);
}

function matches({ title }: PublishedCourse, words: readonly string[]): boolean {
  const text = searchForm(Object.values(title).join(' '));
  return words.every((word) => text.includes(word));
}

function searchForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim()
    .toWellFormed();
}
