import type { ClientPrincipal, Principal, Tenant } from '@sinau/kernel';
import type { ForeignPlatform } from '@sinau/lti-tool';
import { AccessDenied, type HttpApp, readJson } from '@sinau/platform/http';
import { ltiToolAddresses } from '../shared/lti-tool-addresses.ts';
import type { ApiDeps } from './deps.ts';

const reading = ['scope:courses/read', 'scope:courses/write', 'scope:lti/manage'] as const;
const access = ['scope:courses/write', 'scope:lti/manage'] as const;
/** Few machines manage these. */
const useCases = () => import('@sinau/lti-tool');
const one = '/api/lti/platforms/:platformId';

/** Learning systems of others that open courses of ours: a provider's own, and those of the operator. */
export function addLmsRoutes(app: HttpApp, deps: ApiDeps): void {
  const path = '/api/lti/platforms';
  app.route({ method: 'GET', path, access: reading }, async (c) => {
    const { platforms } = await deps.ltiTool();
    const found = await platforms.listOf(ownerOf(c.get('principal')).tenant);
    return c.json({ platforms: found.map(viewOf) });
  });
  app.route({ method: 'POST', path, access }, async (c) => {
    const { tenant: owner, clientId: registeredBy } = ownerOf(c.get('principal'));
    const { addPlatformByHand, platformByHandSchema } = await useCases();
    const platform = await readJson(c.req, platformByHandSchema);
    const made = await addPlatformByHand(await deps.ltiTool(), { owner, registeredBy, platform });
    return c.json(viewOf(made), 201, { location: `${path}/${made.platformId}` });
  });
  // The answer holds a secret: it is not kept to be given out again.
  app.route({ method: 'POST', path: `${path}/registrations`, access, replayable: false }, async (c) => {
    const { tenant: owner, clientId: madeBy } = ownerOf(c.get('principal'));
    const made = await (await useCases()).makeRegistrationTicket(await deps.ltiTool(), { owner, madeBy });
    const { register } = ltiToolAddresses(deps.portalOrigin);
    return c.json({ address: `${register}?token=${made.ticket}`, validUntil: made.validUntil }, 201);
  });
  addPlatformRoutes(app, deps);
}

function addPlatformRoutes(app: HttpApp, deps: ApiDeps): void {
  const find = async (principal: Principal, platformId: string) => {
    const { tenant: owner } = ownerOf(principal);
    return (await useCases()).findPlatform(await deps.ltiTool(), { platformId, owner });
  };
  app.route({ method: 'GET', path: one, access: reading }, async (c) => {
    const platform = await find(c.get('principal'), c.req.param('platformId') ?? '');
    const { placements, platforms } = await deps.ltiTool();
    const [links, launches] = await Promise.all([
      placements.listOf(platform.platformId),
      platforms.launchesOf(platform.platformId),
    ]);
    return c.json({ ...viewOf(platform), ...launches, links });
  });
  app.route({ method: 'PATCH', path: one, access }, async (c) => {
    const { changePlatform, changePlatformSchema } = await useCases();
    const change = await readJson(c.req, changePlatformSchema);
    const platform = await find(c.get('principal'), c.req.param('platformId') ?? '');
    return c.json(viewOf(await changePlatform(await deps.ltiTool(), { platform, change })));
  });
  app.route({ method: 'DELETE', path: one, access }, async (c) => {
    const platform = await find(c.get('principal'), c.req.param('platformId') ?? '');
    await (await useCases()).removePlatform(await deps.ltiTool(), platform);
    return c.body(null, 204);
  });
}

/** Whose they are comes from the credential, never from a request. */
function ownerOf(principal: Principal): ClientPrincipal & { readonly tenant: Tenant } {
  if (principal.kind === 'client') return principal;
  throw new AccessDenied('Machines manage these here; people do in the studio.');
}

const viewOf = ({ rev: _, owner: _own, ...told }: ForeignPlatform) => told;
