import type { CourseId } from '@sinau/catalogue';
import { listRatings } from '@sinau/catalogue/ratings';
import type { HttpApp } from '@sinau/platform/http';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ApiDeps } from './deps.ts';

/** What learners said of a provider's own courses; of whom, is not told. */
export function addRatingRoutes(app: HttpApp, deps: Pick<ApiDeps, 'courses' | 'ratings' | 'signer'>): void {
  const path = '/api/courses/:courseId/ratings';
  app.route({ method: 'GET', path, access: ['scope:courses/read'] }, async (c) => {
    const courseId = c.req.param('courseId') as CourseId;
    const principal = c.get('principal');
    const pages = sealedPages(deps, { list: 'ratings', by: principal, of: courseId });
    const page = { principal, courseId, ...pages.open(c.req.query('after')) };
    const { rating, histogram, comments, next } = await listRatings(deps, page);
    const base = `/api/courses/${encodeURIComponent(courseId)}/ratings`;
    return c.json({
      ...(rating && { ...rating, histogram }),
      comments,
      ...(next !== undefined && { next: `${base}?after=${pages.seal(next)}` }),
    });
  });
}
