import { type CourseId, getCourse } from '@sinau/catalogue';
import { listLaunchLogs, readLaunchLog } from '@sinau/delivery';
import type { HttpApp } from '@sinau/platform/http';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ApiDeps } from './deps.ts';

const pageSize = 50;
const access = ['scope:courses/read'] as const;

/** What content said to its API, for the provider who looks for the cause of trouble; of whom, is not told. */
export function addLaunchLogRoutes(
  app: HttpApp,
  deps: Pick<ApiDeps, 'courses' | 'launchLog' | 'digest' | 'signer'>,
): void {
  app.route({ method: 'GET', path: '/api/courses/:courseId/launch-logs', access }, async (c) => {
    const courseId = c.req.param('courseId');
    // Only of own courses; others are answered as absent.
    await getCourse(deps, { principal: c.get('principal'), courseId: courseId as CourseId });
    const pages = sealedPages(deps, { list: 'launch-logs', by: c.get('principal'), of: courseId });
    const page = { courseId, limit: pageSize, ...pages.open(c.req.query('after')) };
    const { sessions, next } = await listLaunchLogs(deps, page);
    const base = `/api/courses/${encodeURIComponent(courseId)}/launch-logs`;
    return c.json({
      sessions: sessions.map((session) => ({ ...session, url: `${base}/${session.sessionId}` })),
      ...(next !== undefined && { next: `${base}?after=${pages.seal(next)}` }),
    });
  });
  app.route({ method: 'GET', path: '/api/courses/:courseId/launch-logs/:sessionId', access }, async (c) => {
    const { courseId, sessionId } = c.req.param();
    await getCourse(deps, { principal: c.get('principal'), courseId: courseId as CourseId });
    const { session, entries } = await readLaunchLog(deps, { courseId, sessionId });
    return c.json({ ...session, messages: entries });
  });
}
