import { jwksCacheSeconds } from '@sinau/delivery/lti';
import { canvasConfiguration } from '@sinau/lti/tool';
import type { HttpApp } from '@sinau/platform/http';
import { html } from 'hono/html';
import { answer, answering } from './answer.ts';
import type { LtiToolAppDeps } from './deps.ts';

/** What the tool says of itself, and where its addresses lead somebody who opens them alone. */
export function addToolRoutes(app: HttpApp, deps: LtiToolAppDeps): void {
  const { addresses, signer, toolName: name } = deps;
  app.route({ method: 'GET', path: '/tool/jwks', access: ['anyone'] }, async (c) =>
    c.json({ keys: await signer.publicKeys() }, 200, {
      'cache-control': `public, max-age=${jwksCacheSeconds}`,
    }),
  );
  app.route({ method: 'GET', path: '/tool/canvas.json', access: ['anyone'] }, (c) =>
    c.json(canvasConfiguration(addresses, { name }), 200, { 'cache-control': 'public, max-age=300' }),
  );
  // The address of a link, opened without its learning system: the page of the course says what it is.
  app.route({ method: 'GET', path: '/tool/courses/:courseId', access: ['anyone'] }, (c) =>
    c.redirect(`/courses/${encodeURIComponent(c.req.param('courseId'))}`, 302),
  );
  for (const path of ['/tool/launch', '/tool/choose'] as const) {
    app.route({ method: 'GET', path, access: ['anyone'] }, (c) => {
      const visit = answering(c, deps);
      const body = html`<p>${visit.words.fromLmsText}</p>`;
      return answer(visit, { title: visit.words.fromLms, body });
    });
  }
}
