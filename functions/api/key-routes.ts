import type { ClientPrincipal, Principal } from '@sinau/kernel';
import { AccessDenied, type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';

const access = ['scope:lti/manage'] as const;
const of = z.enum(['platform', 'tool']);
const rotationSchema = z.strictObject({ of });
const withdrawalSchema = z.strictObject({
  of,
  kid: z.string().min(1).max(100),
  reason: z.string().trim().min(3).max(500),
});

/** Keys that LTI is signed with, for machines of the platform alone. */
export function addKeyRoutes(app: HttpApp, { signingKeys }: Pick<ApiDeps, 'signingKeys'>): void {
  app.route({ method: 'GET', path: '/api/lti/keys', access }, async (c) => {
    operatorOf(c.get('principal'));
    const desk = await signingKeys();
    const [platform, tool] = await Promise.all([desk.list('platform'), desk.list('tool')]);
    return c.json({ platform, tool });
  });
  app.route({ method: 'POST', path: '/api/lti/keys/rotations', access }, async (c) => {
    const { clientId } = operatorOf(c.get('principal'));
    const { of: role } = await readJson(c.req, rotationSchema);
    return c.json({ keys: await (await signingKeys()).rotate(role, clientId) });
  });
  app.route({ method: 'POST', path: '/api/lti/keys/withdrawals', access }, async (c) => {
    const { clientId: by } = operatorOf(c.get('principal'));
    const { of: role, ...withdrawal } = await readJson(c.req, withdrawalSchema);
    return c.json({ keys: await (await signingKeys()).withdraw(role, { by, ...withdrawal }) });
  });
}

function operatorOf(principal: Principal): ClientPrincipal {
  if (principal.kind === 'client' && principal.tenant.kind === 'platform') return principal;
  throw new AccessDenied('Keys are looked after by machines of the platform.');
}
