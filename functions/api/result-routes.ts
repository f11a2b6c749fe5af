import type { HttpApp } from '@sinau/platform/http';
import { UnsupportedMediaType } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

/** As large as a message may be after Standard Webhooks. */
const maxBodyBytes = 20 * 1024;

/** Where providers send results. Whoever sends is known by the signature, not by a token: the message is the credential. */
export function addResultRoutes(app: HttpApp, deps: Pick<ApiDeps, 'results'>): void {
  const path = '/api/connections/:connectionId/results';
  app.route({ method: 'POST', path, access: ['anyone'], maxBodyBytes, replayable: false }, async (c) => {
    const type = c.req.header('content-type') ?? '';
    if (!/^application\/json(;|$)/i.test(type)) {
      throw new UnsupportedMediaType('Send the message as application/json.');
    }
    const { takeMessage } = await import('@sinau/connectors/results');
    const results = await takeMessage(await deps.results(), {
      connectionId: c.req.param('connectionId'),
      id: c.req.header('webhook-id'),
      timestamp: c.req.header('webhook-timestamp'),
      signatures: c.req.header('webhook-signature'),
      contentType: type,
      body: await c.req.text(),
    });
    return c.json({ results });
  });
}
