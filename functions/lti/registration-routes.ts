import {
  type LtiTool,
  RegistrationRefused,
  RegistrationTokenInvalid,
  readRegistered,
  registerTool,
  registerToolAsOperator,
  updateRegistered,
} from '@sinau/delivery/lti';
import { InvalidInput, type ProviderId } from '@sinau/kernel';
import { registrationAnswer, type ToolMetadata } from '@sinau/lti';
import type { AppEnv, HttpApp } from '@sinau/platform/http';
import type { Context } from 'hono';
import type { LtiAppDeps } from './deps.ts';

/** Tools register themselves, read what they registered, and change it (Dynamic Registration 1.0; RFC 7591, RFC 7592). */
export function addRegistrationRoutes(app: HttpApp, deps: LtiAppDeps): void {
  const { registering } = deps;
  app.route({ method: 'POST', path: '/lti/register', access: ['anyone'] }, (c) =>
    answering(c, async () => {
      const token = bearerOf(c);
      const body = await jsonOf(c);
      const tool = isAccessToken(token)
        ? await registerToolAsOperator(registering, {
            ...(await operatorOf(deps.registrars, c, token)),
            body,
          })
        : await registerTool(registering, { token, body });
      return c.json(viewOf(deps, tool, token), 201);
    }),
  );
  app.route({ method: 'GET', path: '/lti/register/:clientId', access: ['anyone'] }, (c) =>
    answering(c, async () => {
      const token = bearerOf(c);
      const tool = await readRegistered(registering, { token, clientId: c.req.param('clientId') ?? '' });
      return c.json(viewOf(deps, tool, token));
    }),
  );
  app.route({ method: 'PUT', path: '/lti/register/:clientId', access: ['anyone'] }, (c) =>
    answering(c, async () => {
      const token = bearerOf(c);
      const clientId = c.req.param('clientId') ?? '';
      const tool = await updateRegistered(registering, { token, clientId, body: await jsonOf(c) });
      return c.json(viewOf(deps, tool, token));
    }),
  );
}

/** Refusals in the words of RFC 7591, 3.2.2, and of RFC 6750. */
async function answering(c: Context<AppEnv>, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof RegistrationRefused) {
      return c.json({ error: error.error, error_description: error.message, message: error.message }, 400);
    }
    if (!(error instanceof RegistrationTokenInvalid)) throw error;
    c.header('www-authenticate', 'Bearer error="invalid_token"');
    return c.json({ error: 'invalid_token', error_description: error.message, message: error.message }, 401);
  }
}

function bearerOf(c: Context<AppEnv>): string {
  const token = /^bearer +(\S{1,4096})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (token === undefined) throw new RegistrationTokenInvalid();
  return token;
}

async function jsonOf(c: Context<AppEnv>): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    throw new RegistrationRefused({ error: 'invalid_client_metadata', description: 'body: must be JSON.' });
  }
}

/** Ours are sealed and have parts; tokens of registration are one random word. */
const isAccessToken = (token: string): boolean => token.includes('.');

/** A machine of the platform that may manage tools. The provider is named in the address, or the deployment has one for this. */
async function operatorOf(
  { clients, defaultProvider, providerExists }: LtiAppDeps['registrars'],
  c: Context<AppEnv>,
  token: string,
): Promise<{ readonly providerId: ProviderId; readonly registeredBy: string }> {
  const principal = await clients.bearer(token).catch(() => undefined);
  if (principal?.tenant.kind !== 'platform' || !principal.scopes.includes('lti/manage')) {
    throw new RegistrationTokenInvalid();
  }
  const providerId = c.req.query('provider') ?? defaultProvider;
  if (providerId === undefined || !(await providerExists(providerId as ProviderId))) {
    const description = 'provider: name the provider of this tool, as in /lti/register?provider=….';
    throw new RegistrationRefused({ error: 'invalid_client_metadata', description });
  }
  return { providerId: providerId as ProviderId, registeredBy: principal.clientId };
}

function viewOf({ addresses }: LtiAppDeps, tool: LtiTool, token: string) {
  const [deployment] = tool.deployments;
  return registrationAnswer({
    metadata: metadataOf(tool),
    clientId: tool.clientId,
    ...(deployment && { deploymentId: deployment.deploymentId }),
    managementUri: `${addresses.registration}/${tool.clientId}`,
    ...(!isAccessToken(token) && { managementToken: token }),
  });
}

function metadataOf({ keys, wishes: claims, ...tool }: LtiTool): ToolMetadata {
  if (keys.kind !== 'url') throw new InvalidInput('This tool was registered by hand.');
  return { ...tool, jwksUri: keys.jwksUri, claims };
}
