import {
  type CourseId,
  deleteCourse,
  getCourse,
  listProviderCourses,
  publishCourse,
  publishRequestSchema,
  retireCourse,
} from '@sinau/catalogue';
import { type HttpApp, readJson } from '@sinau/platform/http';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ApiDeps } from './deps.ts';
import { viewOfCourse, viewOfVersion } from './views.ts';

const pageSize = 50;

export function addCourseRoutes(app: HttpApp, deps: ApiDeps): void {
  app.route({ method: 'GET', path: '/api/courses', access: ['scope:courses/read'] }, async (c) => {
    const principal = c.get('principal');
    const pages = sealedPages(deps, { list: 'courses', by: principal });
    const page = { limit: pageSize, ...pages.open(c.req.query('after')) };
    const { courses, next } = await listProviderCourses(deps, { principal, ...page });
    return c.json({
      courses: courses.map(viewOfCourse),
      ...(next !== undefined && { next: `/api/courses?after=${pages.seal(next)}` }),
    });
  });
  app.route({ method: 'GET', path: '/api/courses/:courseId', access: ['scope:courses/read'] }, async (c) => {
    const courseId = c.req.param('courseId') as CourseId;
    const { course, versions } = await getCourse(deps, { principal: c.get('principal'), courseId });
    return c.json({ ...viewOfCourse(course), versions: versions.map(viewOfVersion) });
  });
  app.route(
    { method: 'POST', path: '/api/courses/:courseId/publish', access: ['scope:courses/publish'] },
    async (c) => {
      const request = await readJson(c.req, publishRequestSchema);
      const courseId = c.req.param('courseId') as CourseId;
      return c.json(
        viewOfCourse(await publishCourse(deps, { principal: c.get('principal'), courseId, request })),
      );
    },
  );
  app.route(
    { method: 'DELETE', path: '/api/courses/:courseId', access: ['scope:courses/write'] },
    async (c) => {
      const courseId = c.req.param('courseId') as CourseId;
      const closing = (id: CourseId) => deps.enrolments.closing(id);
      await deleteCourse({ ...deps, closing }, { principal: c.get('principal'), courseId });
      return c.body(null, 204);
    },
  );
  app.route(
    { method: 'POST', path: '/api/courses/:courseId/retire', access: ['scope:courses/write'] },
    async (c) => {
      const courseId = c.req.param('courseId') as CourseId;
      return c.json(viewOfCourse(await retireCourse(deps, { principal: c.get('principal'), courseId })));
    },
  );
}
