import type { HttpApp } from '@sinau/platform/http';

/** What machines may ask of this deployment, for whoever wants to write one. Few ask; nobody else loads it. */
export function addOpenApiRoute(app: HttpApp): void {
  let document: string | undefined;
  app.route({ method: 'GET', path: '/api/openapi.json', access: ['anyone'] }, async (c) => {
    document ??= JSON.stringify((await import('../shared/openapi/document.ts')).openApiDocument());
    return c.body(document, 200, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    });
  });
}
