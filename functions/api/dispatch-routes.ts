import {
  changeDispatch,
  changeDispatchSchema,
  createDispatch,
  createDispatchSchema,
  type Dispatch,
  getDispatch,
  keyOf,
  listDispatches,
} from '@sinau/dispatch';
import { type HttpApp, NotFound, readJson } from '@sinau/platform/http';
import { readDispatchFormat } from '../shared/dispatch-parts.ts';
import type { ApiDeps } from './deps.ts';

/** Courses of a provider in other learning systems. */
export function addDispatchRoutes(app: HttpApp, deps: ApiDeps): void {
  const read = ['scope:courses/read'] as const;
  const write = ['scope:courses/write'] as const;
  const ofCourse = '/api/courses/:courseId/dispatches';
  const one = '/api/dispatches/:dispatchId';
  const domain = { ...deps, courses: deps.dispatchCourses };

  app.route({ method: 'GET', path: ofCourse, access: read }, async (c) => {
    const asked = { principal: c.get('principal'), courseId: c.req.param('courseId') };
    const { dispatches } = await listDispatches(domain, asked);
    return c.json({ dispatches: dispatches.map(viewOf) });
  });
  app.route({ method: 'POST', path: ofCourse, access: write }, async (c) => {
    const request = await readJson(c.req, createDispatchSchema);
    const asked = { principal: c.get('principal'), courseId: c.req.param('courseId'), request };
    const dispatch = await createDispatch(domain, asked);
    c.header('location', `/api/dispatches/${dispatch.dispatchId}`);
    return c.json(viewOf(dispatch), 201);
  });
  app.route({ method: 'GET', path: one, access: read }, async (c) => {
    const asked = { principal: c.get('principal'), dispatchId: c.req.param('dispatchId') };
    return c.json(viewOf(await getDispatch(domain, asked)));
  });
  app.route({ method: 'PATCH', path: one, access: write }, async (c) => {
    const change = await readJson(c.req, changeDispatchSchema);
    const asked = { principal: c.get('principal'), dispatchId: c.req.param('dispatchId'), change };
    return c.json(viewOf(await changeDispatch(domain, asked)));
  });
  // Whoever has it can open the course: it is a permission, not a reading.
  app.route({ method: 'GET', path: `${one}/package`, access: write }, async (c) => {
    const format = readDispatchFormat(c.req.query('format'));
    const asked = { principal: c.get('principal'), dispatchId: c.req.param('dispatchId') ?? '' };
    const dispatch = await getDispatch(domain, asked);
    const course = await deps.dispatchCourses.find(dispatch.courseId);
    if (!course) throw new NotFound('There is no such dispatch.');
    const [{ buildDispatchPackage, packageName }, stubs] = await Promise.all([
      import('../shared/dispatch-package.ts'),
      deps.readStubs(),
    ]);
    const { portalOrigin } = deps.delivery.addresses;
    const made = { dispatch, course, key: keyOf(deps, dispatch), portalOrigin, format };
    return c.body(buildDispatchPackage({ ...made, script: stubs[format] }), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${packageName({ dispatch, format })}"`,
      'cache-control': 'no-store',
    });
  });
}

function viewOf({ providerId: _own, keyVersion: _key, rev: _rev, ...dispatch }: Dispatch) {
  return dispatch;
}
