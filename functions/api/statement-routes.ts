import { InvalidInput } from '@sinau/kernel';
import type { AppEnv, HttpApp } from '@sinau/platform/http';
import type { Context } from 'hono';
import type { ApiDeps } from './deps.ts';

const maxBodyBytes = 1024 * 1024;
const base = '/api/connections/:connectionId/xapi';
const statements = `${base}/statements` as const;
const anyone = ['anyone'] as const;

/** Its callers are systems of universities, which are no clients of this API: each connection has credentials of its own. */
export const isStatementDoor = (url: string): boolean =>
  /^\/api\/connections\/[^/]+\/xapi\//.test(new URL(url).pathname);

/** What stands on every answer there, refusals included. */
export function answersStatements(headers: Headers, status: number): void {
  headers.set('x-experience-api-version', '1.0.3');
  if (status === 401) headers.set('www-authenticate', 'Basic realm="xapi"');
}

/** Where an LMS of a provider sends its statements, in the words of xAPI 1.0.3. They are no part of the national record. */
export function addStatementRoutes(app: HttpApp, deps: Pick<ApiDeps, 'results'>): void {
  app.route({ method: 'GET', path: `${base}/about`, access: anyone }, (c) => c.json({ version: ['1.0.3'] }));
  // Nothing is kept to be read: an empty list says to whoever tests their settings that these are right.
  app.route({ method: 'GET', path: statements, access: anyone }, async (c) => {
    await senderOf(deps, c);
    return c.json({ statements: [], more: '' });
  });
  const writing = { path: statements, access: anyone, maxBodyBytes, replayable: false } as const;
  app.route({ method: 'POST', ...writing }, async (c) => c.json(await take(deps, c)));
  app.route({ method: 'PUT', ...writing }, async (c) => {
    const statementId = c.req.query('statementId');
    if (statementId === undefined) throw new InvalidInput('Name the statement by the parameter statementId.');
    await take(deps, c, statementId);
    return c.body(null, 204);
  });
}

type Asked = Context<AppEnv>;

async function senderOf(deps: Pick<ApiDeps, 'results'>, c: Asked) {
  const { senderOfStatements } = await import('@sinau/connectors/results');
  return senderOfStatements(await deps.results(), {
    connectionId: c.req.param('connectionId') ?? '',
    given: basicOf(c.req.header('authorization')),
  });
}

function basicOf(header = ''): { readonly key: string; readonly secret: string } | undefined {
  const base64 = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1];
  if (base64 === undefined) return undefined;
  const text = Buffer.from(base64, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { key: text.slice(0, colon), secret: text.slice(colon + 1) };
}

async function take(deps: Pick<ApiDeps, 'results'>, c: Asked, statementId?: string) {
  const connection = await senderOf(deps, c);
  const { readStatementBatch } = await import('./read-statement-batch.ts');
  const batch = await readStatementBatch(c.req, statementId);
  const { takeStatements } = await import('@sinau/connectors/results');
  return takeStatements(await deps.results(), { connection, ...batch });
}
