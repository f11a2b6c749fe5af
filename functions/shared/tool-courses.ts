import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { CatalogueSearch } from '@sinau/catalogue/search';
import type { ToolCoursePort } from '@sinau/lti-tool';
import { createDispatchCourses } from './dispatch-parts.ts';

export interface ToolCourseDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly search: CatalogueSearch;
}

const noFilters = {
  ...{ language: [], jp: [], form: [], provider: [], competency: [], subject: [], price: [], rating: [] },
  ...{ coreValue: [], field: [], digitalPillar: [], certification: [] },
};

/** The catalogue as learning systems of others are offered it. */
export function createToolCourses({ courses, search }: ToolCourseDeps): ToolCoursePort {
  const known = createDispatchCourses({ courses });
  return {
    find: async (courseId) => {
      const course = await known.find(courseId as CourseId);
      if (!course) return undefined;
      const { providerId, title, description: text, version } = course;
      return { courseId, providerId, title, text, published: version !== undefined };
    },
    search: async ({ words, limit, providerId }) => {
      const found = await search.search({
        ...{ ...noFilters, text: words, limit, offset: 0, locale: 'id' },
        sort: words === '' ? 'title' : 'relevance',
        ...(providerId !== undefined && { provider: [providerId] }),
      });
      return found.courses.map(({ courseId, providerId: owner, title, description }) => ({
        ...{ courseId, providerId: owner, title, text: description, published: true },
      }));
    },
  };
}
