import type { LtiTool } from '@sinau/delivery/lti';
import type { ClientPrincipal, Principal, ProviderId } from '@sinau/kernel';
import { AccessDenied, type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';

const access = ['scope:lti/manage'] as const;
/** Few machines manage tools. */
const useCases = () => import('@sinau/delivery/lti');
const desk = () => import('./lti-desk.ts');
/** Answers hold a token or a ticket: they are not kept to be given out again. */
const secret = { method: 'POST', access, replayable: false } as const;
const tool = '/api/lti/tools/:clientId';
const providerId = z.string().regex(/^[\w-]{1,64}$/);

const registrationSchema = z.strictObject({
  providerId,
  /** Whatever registers with the token is in use at once. */
  approved: z.boolean().default(false),
});
const changeSchema = z.strictObject({
  /** Of the tool as it was read: what somebody has changed since is not approved. */
  rev: z.int().nonnegative().exactOptional(),
  status: z.enum(['pending', 'active', 'disabled']).exactOptional(),
  /** Why it is turned off; its provider reads it. */
  reason: z.string().trim().min(1).max(500).exactOptional(),
  /** A further place where the tool is used. */
  addDeployment: z.strictObject({ name: z.string().max(200) }).exactOptional(),
  /** Modules of this place can be opened no more. */
  removeDeployment: z.strictObject({ deploymentId: z.string().min(1).max(255) }).exactOptional(),
});

async function byHandSchema() {
  const { toolByHandSchema } = await useCases();
  return z.strictObject({
    providerId,
    approved: z.boolean().default(true),
    tool: toolByHandSchema,
  });
}

/** Everything that is written down of a tool, anew. `rev`: as it was read. */
async function rewriteSchema() {
  const { toolByHandSchema } = await useCases();
  return z.strictObject({ rev: z.int().nonnegative(), tool: toolByHandSchema });
}

/** Tools of providers, their links and launches, for machines of the platform alone. */
export function addLtiRoutes(app: HttpApp, deps: ApiDeps): void {
  const { portalOrigin } = deps;
  app.route({ ...secret, path: '/api/lti/registrations' }, async (c) => {
    const { clientId } = operatorOf(c.get('principal'));
    const { approved, ...request } = await readJson(c.req, registrationSchema);
    const lti = await deps.lti();
    const owner = await existing(lti, request.providerId as ProviderId);
    const { token, validUntil } = await (await useCases()).makeRegistrationToken(lti, {
      providerId: owner,
      madeBy: clientId,
      approved,
    });
    return c.json(
      {
        token,
        validUntil,
        registrationUrl: `${portalOrigin}/lti/register`,
        openidConfiguration: `${portalOrigin}/.well-known/openid-configuration`,
      },
      201,
    );
  });
  addToolRoutes(app, deps);
  addLinkRoutes(app, deps);
}

function addToolRoutes(app: HttpApp, deps: ApiDeps): void {
  app.route({ method: 'GET', path: '/api/lti/tools', access }, async (c) => {
    const { tools } = await deps.lti();
    operatorOf(c.get('principal'));
    const provider = c.req.query('provider');
    const found =
      provider === undefined ? await tools.listPending() : await tools.listOf(provider as ProviderId);
    return c.json({ tools: found.map(viewOf) });
  });
  app.route({ method: 'POST', path: '/api/lti/tools', access }, async (c) => {
    const { clientId: registeredBy } = operatorOf(c.get('principal'));
    const { approved, ...request } = await readJson(c.req, await byHandSchema());
    const lti = await deps.lti();
    const owner = await existing(lti, request.providerId as ProviderId);
    const made = await (await useCases()).addToolByHand(lti, {
      providerId: owner,
      registeredBy,
      approved,
      tool: request.tool,
    });
    return c.json(viewOf(made), 201, { location: `/api/lti/tools/${made.clientId}` });
  });
  app.route({ method: 'GET', path: tool, access }, async (c) => {
    operatorOf(c.get('principal'));
    return c.json(
      viewOf(
        await (await useCases()).findTool(await deps.lti(), { clientId: c.req.param('clientId') ?? '' }),
      ),
    );
  });
  app.route({ method: 'PATCH', path: tool, access }, async (c) => {
    operatorOf(c.get('principal'));
    const change = await readJson(c.req, changeSchema);
    const lti = await deps.lti();
    let found = await (await useCases()).findTool(lti, { clientId: c.req.param('clientId') ?? '' });
    if (change.rev !== undefined && change.rev !== found.rev)
      throw new (await useCases()).LtiChangedMeanwhile();
    if (change.status)
      found = await (await useCases()).decideTool(lti, found, {
        ...{ status: change.status, by: 'operator' },
        ...(change.reason !== undefined && { reason: change.reason }),
      });
    if (change.addDeployment)
      found = await (await useCases()).addDeployment(lti, found, change.addDeployment.name);
    const { deploymentId } = change.removeDeployment ?? {};
    if (deploymentId !== undefined)
      found = await (await useCases()).removeDeployment(lti, found, deploymentId);
    return c.json(viewOf(found));
  });
  app.route({ method: 'PUT', path: tool, access }, async (c) => {
    operatorOf(c.get('principal'));
    const request = await readJson(c.req, await rewriteSchema());
    const lti = await deps.lti();
    const before = await (await useCases()).findTool(lti, { clientId: c.req.param('clientId') ?? '' });
    return c.json(
      viewOf(await (await useCases()).changeToolByHand(lti, { before, byOperator: true, ...request })),
    );
  });
}

function addLinkRoutes(app: HttpApp, deps: ApiDeps): void {
  app.route({ method: 'POST', path: '/api/lti/links', access }, async (c) => {
    const by = operatorOf(c.get('principal'));
    const order = await readJson(c.req, (await desk()).linkOrderSchema);
    return c.json(
      await (await desk()).placeLink({ ...deps, toolParts: await deps.lti() }, { by, order }),
      201,
    );
  });
  app.route({ ...secret, path: '/api/lti/launches' }, async (c) => {
    operatorOf(c.get('principal'));
    const order = await readJson(c.req, (await desk()).toolLaunchSchema);
    return c.json(await (await desk()).launchTool({ ...deps, toolParts: await deps.lti() }, order), 201);
  });
}

function operatorOf(principal: Principal): ClientPrincipal {
  // Scopes end at what a tenant may have; this one is the platform's.
  if (principal.kind === 'client' && principal.tenant.kind === 'platform') return principal;
  throw new AccessDenied('Tools are managed by machines of the platform.');
}

async function existing(
  { providerExists }: Awaited<ReturnType<ApiDeps['lti']>>,
  provider: ProviderId,
): Promise<ProviderId> {
  if (await providerExists(provider)) return provider;
  const { LtiNotFound } = await useCases();
  throw new LtiNotFound('There is no such provider.');
}

const viewOf = ({ wishes: claims, ...told }: LtiTool) => ({ ...told, claims });
