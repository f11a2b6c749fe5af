import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';
import { placeOf } from './version-place.ts';

/** Few machines take courses away. */
const exporting = () => import('./course-export.ts');

/** Courses on their way to another system. */
export function addExportRoutes(app: HttpApp, deps: ApiDeps): void {
  const version = '/api/courses/:courseId/versions/:version';
  const access = ['scope:courses/read'] as const;
  app.route({ method: 'GET', path: `${version}/structure`, access }, async (c) => {
    const at = { principal: c.get('principal'), ...placeOf(c.req.param()) };
    const xml = await (await exporting()).exportStructure(deps, at);
    return c.body(new Uint8Array(xml), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': 'attachment; filename="cmi5.xml"',
    });
  });
  app.route({ method: 'GET', path: `${version}/package`, access }, async (c) =>
    c.json(
      await (await exporting()).exportPackage(deps, {
        principal: c.get('principal'),
        ...placeOf(c.req.param()),
      }),
    ),
  );
}
