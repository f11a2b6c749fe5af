import { consistentThrough } from '@sinau/lrs';
import { type AppEnv, createHttpApp, type HttpApp, logFailure, problemOf } from '@sinau/platform/http';
import { Hono } from 'hono';
import { nationalStore as store } from '../shared/record-writer.ts';
import { authenticateRequest, challengeOf } from './authenticate.ts';
import type { XapiDeps } from './deps.ts';
import { addDocumentRoutes } from './document-routes.ts';
import { versionHeader, versionOfAnswer } from './request-version.ts';
import { addResourceRoutes } from './resource-routes.ts';
import { rewriteRequest } from './rewrite-request.ts';
import { addStatementReads } from './statement-reads.ts';
import { addStatementWrites } from './statement-writes.ts';

const cors = {
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'X-Experience-API-Version',
    'If-Match',
    'If-None-Match',
    'Accept-Language',
    'Accept',
    'Idempotency-Key',
    'X-Request-Id',
  ],
  exposeHeaders: [
    'ETag',
    'Last-Modified',
    'X-Experience-API-Version',
    'X-Experience-API-Consistent-Through',
    'X-Request-Id',
    'Retry-After',
    'RateLimit',
    'RateLimit-Policy',
  ],
} as const;

/** The HTTP door of the record store, xAPI 1.0.3 and 2.0, under `/xapi`. */
export function createXapiApp(deps: XapiDeps): HttpApp {
  const challenge = challengeOf(deps.credentials);
  const app = createHttpApp({
    name: 'xapi',
    authenticate: authenticateRequest(deps.credentials),
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
    maxBodyBytes: deps.limits.documentBytes,
    rateLimiter: deps.rateLimiter,
    readings: deps.readings,
    cors,
    decorate: (headers, context) => {
      headers.set(versionHeader, versionOfAnswer(context.req.raw));
      if (context.res.status === 401) headers.set('www-authenticate', challenge(context.req.raw));
    },
  });
  addStatementWrites(app, deps);
  addStatementReads(app, deps);
  addDocumentRoutes(app, deps);
  addResourceRoutes(app, deps);
  return { ...app, hono: behindRewriting(app, deps) };
}

/** Requests are read the way clients meant them, and every answer about statements says how fresh it is. */
function behindRewriting(app: HttpApp, deps: XapiDeps): Hono<AppEnv> {
  const outer = new Hono<AppEnv>({ strict: false });
  outer.all('*', async (context) => {
    const { raw } = context.req;
    // Asked before reading: what is read later can only be more.
    const through = await throughFor(raw, deps);
    const response = await answer(app, deps, { request: raw, bindings: context.env });
    if (through === undefined) return response;
    response.headers.set('x-experience-api-consistent-through', through);
    return response;
  });
  return outer;
}

/** What the header of an answer about statements says, of refusals and failures too (1.0.3 Communication 2.1). */
async function throughFor({ url, method }: Request, deps: XapiDeps): Promise<string | undefined> {
  if (method === 'OPTIONS' || !/^\/+xapi\/+statements\/*$/.test(new URL(url).pathname)) return undefined;
  try {
    return await consistentThrough(deps.lrs, store);
  } catch {
    // The request meets the same trouble and says so; until the beginning of time every store is complete.
    return new Date(0).toISOString();
  }
}

async function answer(
  app: HttpApp,
  deps: XapiDeps,
  { request, bindings }: { readonly request: Request; readonly bindings: AppEnv['Bindings'] },
): Promise<Response> {
  try {
    const meant = await rewriteRequest(request, deps.limits.statementsBodyBytes);
    return await app.hono.fetch(meant, bindings);
  } catch (error) {
    return await answerUnread(error, request, deps);
  }
}

/** What could not even be read still gets version, CORS and the id to quote, or its page would learn nothing. */
async function answerUnread(error: unknown, request: Request, deps: XapiDeps): Promise<Response> {
  const problem = await problemOf(error, deps.ids.uuid());
  const { requestId } = problem;
  if (problem.status >= 500) logFailure(deps.log, { error, request, app: 'xapi', requestId });
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': cors.exposeHeaders.join(', '),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': problem.requestId,
      ...(problem.retryAfterSeconds !== undefined && { 'retry-after': String(problem.retryAfterSeconds) }),
      [versionHeader]: versionOfAnswer(request),
    },
  });
}
