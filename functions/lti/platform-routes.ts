import { jwksCacheSeconds } from '@sinau/delivery/lti';
import { discoveryDocument } from '@sinau/lti';
import type { HttpApp } from '@sinau/platform/http';
import type { LtiAppDeps } from './deps.ts';

const product = { name: 'sinau', version: '1.0' };

/** What the platform says of itself: where its doors are, and the keys it signs with (R3, R6). */
export function addPlatformRoutes(app: HttpApp, { signer, addresses }: LtiAppDeps): void {
  const document = discoveryDocument(addresses, product);
  const keptShort = { 'cache-control': 'public, max-age=300' };
  for (const path of ['/.well-known/openid-configuration', '/lti/register'] as const) {
    app.route({ method: 'GET', path, access: ['anyone'] }, (c) => c.json(document, 200, keptShort));
  }
  app.route({ method: 'GET', path: '/lti/jwks', access: ['anyone'] }, async (c) =>
    c.json({ keys: await signer.publicKeys() }, 200, {
      'cache-control': `public, max-age=${jwksCacheSeconds}`,
    }),
  );
}
