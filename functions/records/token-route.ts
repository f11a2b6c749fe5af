import { issueAccessToken } from '@sinau/identity';
import { readBasicCredentials } from '@sinau/identity/adapters';
import { type HttpApp, type Problem, refuseOverRate } from '@sinau/platform/http';
import type { RecordsDeps } from './deps.ts';

export const tokenPath = '/oauth/token';

/** OAuth 2 client credentials grant (RFC 6749 4.4), credentials by Basic header or in the body (2.3.1). */
export function addTokenRoute(app: HttpApp, deps: RecordsDeps): void {
  app.route(
    { method: 'POST', path: tokenPath, access: ['anyone'], maxBodyBytes: 8 * 1024, replayable: false },
    async (c) => {
      const read = readTokenRequest(
        c.req.header('content-type'),
        c.req.header('authorization'),
        await c.req.text(),
      );
      if ('error' in read) return refuse(read.error, read.description);
      const { client, accessToken, expiresInSeconds, scopes } = await issueAccessToken(deps.tokens, read);
      const decision = await deps.tokenLimiter.admit(client);
      if (decision) refuseOverRate(c, decision);
      return answer(200, {
        access_token: accessToken,
        token_type: 'Bearer',
        expires_in: expiresInSeconds,
        scope: scopes.join(' '),
      });
    },
  );
}

type TokenError =
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable'
  | 'server_error';

interface Refusal {
  readonly error: TokenError;
  readonly description: string;
}

interface TokenRequest {
  readonly clientId: string;
  readonly secret: string;
  readonly scope?: string;
}

function readTokenRequest(
  type: string | undefined,
  authorization: string | undefined,
  body: string,
): TokenRequest | Refusal {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type ?? '')) {
    return {
      error: 'invalid_request',
      description: 'Send the parameters as application/x-www-form-urlencoded.',
    };
  }
  const form = new URLSearchParams(body);
  const repeated = [...form.keys()].find((name, n, names) => names.indexOf(name) !== n);
  if (repeated !== undefined) return { error: 'invalid_request', description: 'A parameter is there twice.' };
  const grant = form.get('grant_type');
  if (!grant) return { error: 'invalid_request', description: 'grant_type is missing.' };
  if (grant !== 'client_credentials') {
    return { error: 'unsupported_grant_type', description: 'Only client_credentials is supported.' };
  }
  const client = readClient(authorization, form);
  if ('error' in client) return client;
  const scope = form.get('scope');
  return { ...client, ...(scope === null ? {} : { scope }) };
}

function readClient(authorization: string | undefined, form: URLSearchParams): TokenRequest | Refusal {
  const secret = form.get('client_secret');
  const clientId = form.get('client_id');
  if (authorization === undefined) {
    if (clientId === null || secret === null) {
      return {
        error: 'invalid_client',
        description: 'Send client credentials, as Basic header or in the body.',
      };
    }
    return { clientId, secret };
  }
  const basic = readBasicCredentials(authorization);
  if (!basic) return { error: 'invalid_client', description: 'Basic credentials are "id:secret" in base64.' };
  if (secret !== null || (clientId !== null && clientId !== basic.clientId)) {
    return { error: 'invalid_request', description: 'Send client credentials in one way only.' };
  }
  return basic;
}

/** What the app's refusals are called in OAuth (RFC 6749 5.2). */
export function tokenProblem(problem: Problem): Response {
  const { status } = problem;
  if (status === 503 || status === 429) return refuse('temporarily_unavailable', problem.detail, status);
  if (problem.status >= 500) return refuse('server_error', problem.detail, 500);
  if (problem.code === 'identity.client-invalid') return refuse('invalid_client', problem.detail);
  const [issue] = problem.issues ?? [];
  if (issue?.path === '/scope') return refuse('invalid_scope', `${problem.detail} ${issue.message}`);
  return refuse('invalid_request', problem.detail, problem.status);
}

function refuse(error: TokenError, description: string, status?: number): Response {
  // Quotes and backslashes may not stand in a description (RFC 6749 5.2).
  const plain = description.replaceAll(/["\\]/g, "'");
  return answer(status ?? (error === 'invalid_client' ? 401 : 400), { error, error_description: plain });
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', pragma: 'no-cache' } });
}
