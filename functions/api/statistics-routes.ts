import type { HttpApp } from '@sinau/platform/http';
import type { Context } from 'hono';
import type { StatisticsDeps } from '../shared/course-statistics.ts';

const access = ['scope:courses/read'] as const;
const path = '/api/courses/:courseId/statistics';
/** Few machines ask. */
const statisticsOf = () => import('../shared/course-statistics.ts');

/** How own courses go, in numbers that name nobody. */
export function addStatisticsRoutes(app: HttpApp, deps: StatisticsDeps): void {
  app.route({ method: 'GET', path, access }, async (c) => {
    const courseId = c.req.param('courseId');
    const found = await (await statisticsOf()).courseStatisticsFor(deps, {
      principal: c.get('principal'),
      courseId,
      wish: wishOf(c),
    });
    const { statistics, version, versions } = found;
    const base = baseOf(courseId);
    return c.json({
      ...statistics,
      versions,
      ...(version && { stated: statedBy(version) }),
      modules: (version?.modules ?? []).map(({ moduleId, kind, title }) => ({
        ...{ moduleId, kind, title },
        url: `${base}/modules/${encodeURIComponent(moduleId)}?version=${statistics.version}`,
      })),
      launchErrors: `${base}/launch-errors`,
    });
  });
  app.route({ method: 'GET', path: `${path}/modules/:moduleId`, access }, async (c) => {
    const { courseId, moduleId } = c.req.param();
    const principal = c.get('principal');
    const found = await (await statisticsOf()).moduleStatisticsFor(deps, {
      principal,
      courseId,
      moduleId,
      wish: wishOf(c),
    });
    const { kind, title } = found.module;
    return c.json({ ...found.statistics, versions: found.versions, kind, title });
  });
  app.route({ method: 'GET', path: `${path}/launch-errors`, access }, async (c) => {
    const courseId = c.req.param('courseId');
    const launches = await (await statisticsOf()).troubledLaunchesFor(deps, {
      principal: c.get('principal'),
      courseId,
    });
    const logs = `/api/courses/${encodeURIComponent(courseId)}/launch-logs`;
    return c.json({ launches: launches.map((one) => ({ ...one, log: `${logs}/${one.sessionId}` })) });
  });
}

const baseOf = (courseId: string) => `/api/courses/${encodeURIComponent(courseId)}/statistics`;

function wishOf({ req }: Pick<Context, 'req'>) {
  return { version: req.query('version'), from: req.query('from'), until: req.query('until') };
}

/** What learners are told that it takes; lesson hours in hundredths, 45 minutes each. */
function statedBy({
  jp,
  details,
}: {
  readonly jp?: number;
  readonly details: { readonly minutes?: number };
}) {
  const { minutes } = details;
  return { ...(jp !== undefined && { jpHundredths: jp }), ...(minutes !== undefined && { minutes }) };
}
