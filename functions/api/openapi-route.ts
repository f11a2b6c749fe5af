import type { HttpApp } from '@sinau/platform/http';
import { openApiDocument } from '../shared/openapi/document.ts';

/** What machines may ask of this deployment, for whoever wants to write one. */
export function addOpenApiRoute(app: HttpApp): void {
  const document = JSON.stringify(openApiDocument());
  app.route({ method: 'GET', path: '/api/openapi.json', access: ['anyone'] }, (c) =>
    c.body(document, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' }),
  );
}
