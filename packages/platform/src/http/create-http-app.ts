import {
  type Clock,
  type Digest,
  grantsAccess,
  type Ids,
  InvalidInput,
  type PersonId,
  type Principal,
} from '@sinau/kernel';
import { type Context, type Handler, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Log } from '../log/log.ts';
import { inTrace, traceOfHeaders } from '../trace/index.ts';
import { limitBody } from './body-limit.ts';
import { refuseCrossOrigin } from './cross-origin.ts';
import {
  AccessDenied,
  MethodNotAllowed,
  NotFound,
  NotSignedIn,
  TooManyRequests,
  ViewOnly,
} from './errors.ts';
import { type IdempotencyStore, runOnce } from './idempotency.ts';
import { logFailure } from './log-failure.ts';
import { methodsAt } from './methods-at.ts';
import { noteReads, type ReadingNotes } from './note-reads.ts';
import { type Problem, problemOf } from './problem.ts';
import { type RateDecision, type RateLimiter, rateWindowSeconds } from './rate-limit.ts';
import type { CorsRule, RouteDeclaration, RouteSpec } from './route.ts';
import { answerPreflight, applyHeaders } from './security-headers.ts';

/** What handlers find in the context. */
export interface AppEnv {
  Variables: {
    principal: Principal;
    requestId: string;
    rate?: RateDecision;
    /** Whose records the answer shows, where the route leaves it to its handler. */
    readOf?: PersonId;
  };
  // biome-ignore lint/suspicious/noExplicitAny: Hono's own shape for runtime bindings
  Bindings: any;
}

export interface HttpAppOptions {
  /** Name of the function, in logs and route lists. */
  readonly name: string;
  /** Who is calling; may throw a DomainError for credentials that are wrong (not for absent ones). */
  readonly authenticate: (request: Request) => Promise<Principal>;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  /** @default 256 KiB */
  readonly maxBodyBytes?: number;
  /** Origin of the portal. Given: unsafe requests from pages of other origins are refused (cookie doors, case F6). */
  readonly ownOrigin?: string;
  /** Given: any origin may call, without cookies. */
  readonly cors?: CorsRule;
  /** Characters of a value behind the `?` of an address, where routes do not say otherwise. @default no limit */
  readonly maxParameterChars?: number;
  /** True: a known address that is asked by another method says which ones it has, in place of being none. @default false */
  readonly tellsMethods?: boolean;
  /** Compresses pages and JSON for clients that take it; the portal's CDN does not, since it caches nothing. */
  readonly compress?: boolean;
  /** @default `default-src 'none'; frame-ancestors 'none'` */
  readonly contentSecurityPolicy?: string;
  /** Given: POSTs with an Idempotency-Key are run once (case R1). */
  readonly idempotency?: { readonly store: IdempotencyStore; readonly digest: Digest };
  /** Given: what answers show of other people's records is noted, as routes declare it. */
  readonly readings?: ReadingNotes;
  /** Given: callers are held to a number of requests, refused ones included. */
  readonly rateLimiter?: RateLimiter;
  /** An answer other than problem+json, e.g. an HTML page; undefined falls back to problem+json. */
  readonly renderProblem?: (
    problem: Problem,
    context: Context<AppEnv>,
  ) => Response | Promise<Response> | undefined;
  /** Last touch on every response, errors included (e.g. the xAPI version header). */
  readonly decorate?: (headers: Headers, context: Context<AppEnv>) => void;
}

export interface HttpApp {
  readonly hono: Hono<AppEnv>;
  /** Declares a route. Order: authenticate → rate limit → authorise → body limit → idempotency → handler → note of what it shows. */
  route<Path extends string>(spec: RouteSpec<Path>, handler: Handler<AppEnv, Path>): void;
  /** Every declared route, for the access matrix test and the documents. */
  readonly routes: readonly RouteDeclaration[];
}

export function createHttpApp(options: HttpAppOptions): HttpApp {
  const hono = new Hono<AppEnv>({ strict: false });
  const routes: RouteDeclaration[] = [];
  const toProblem = (error: unknown, context: Context<AppEnv>) => answerProblem(options, error, context);

  hono.use((context, next) => inTrace(traceOfHeaders(context.req.raw.headers), next));
  hono.use(async (context, next) => {
    const startedMs = options.clock.now().getTime();
    context.set('requestId', requestIdOf(context, options.ids));
    await next();
    applyHeaders(context, options);
    options.log.info('request', {
      app: options.name,
      requestId: context.get('requestId'),
      method: context.req.method,
      status: context.res.status,
      durationMs: options.clock.now().getTime() - startedMs,
      caller: callerOf(context.get('principal')),
    });
  });
  if (options.compress) hono.use(compress());
  if (options.cors) hono.options('*', (context) => answerPreflight(context));
  hono.onError(toProblem);
  hono.notFound((context) => {
    const allow = options.tellsMethods ? methodsAt(routes, context.req.path) : [];
    if (allow.length > 0 && context.req.method === 'OPTIONS') {
      return new Response(null, { status: 204, headers: { allow: allow.join(', ') } });
    }
    const error =
      allow.length > 0 ? new MethodNotAllowed(allow) : new NotFound('There is nothing at this address.');
    return toProblem(error, context);
  });

  return {
    hono,
    routes,
    route: (spec, handler) => {
      routes.push({ ...spec, app: options.name });
      const limit = spec.maxBodyBytes ?? options.maxBodyBytes ?? 256 * 1024;
      hono.on(
        spec.method,
        spec.path,
        async (context, next) => {
          await admit(options, spec, context);
          await next();
        },
        limitBody(limit),
        async (context, next) => {
          const handle = async () => handler(context as never, next) as never;
          const response: Response = await runHandler(options, { spec, context }, handle);
          if (response.status < 400)
            await noteReads({ readings: options.readings, log: options.log }, spec, context);
          return response;
        },
      );
    },
  };
}

async function admit(
  options: HttpAppOptions,
  spec: RouteSpec<string>,
  context: Context<AppEnv>,
): Promise<void> {
  if (options.ownOrigin) refuseCrossOrigin(context.req.raw, options.ownOrigin);
  const principal = await options.authenticate(context.req.raw);
  context.set('principal', principal);
  if (options.rateLimiter) await holdToRate(options.rateLimiter, context);
  if (principal.kind === 'person' && principal.viewedBy && !spec.viewable) {
    throw new ViewOnly('Not while you look at the portal as somebody else. End that first.');
  }
  if (!grantsAccess(spec.access, principal)) {
    if (principal.kind === 'anonymous') throw new NotSignedIn('Sign in or send credentials.');
    throw new AccessDenied('Your account may not do this.');
  }
  if (spec.owner && principal.kind === 'client' && principal.tenant.kind !== spec.owner) {
    throw new AccessDenied(
      `Only a client of the kind "${spec.owner}" may do this; yours is of "${principal.tenant.kind}".`,
    );
  }
  refuseLongIds(context);
  refuseLongParameters(context, spec.maxParameterChars ?? options.maxParameterChars);
}

async function holdToRate(limiter: RateLimiter, context: Context<AppEnv>): Promise<void> {
  const decision = await limiter.admit(context.get('principal'));
  if (decision) refuseOverRate(context, decision);
}

/** Notes the decision for the headers of the answer, and refuses what is too much. */
export function refuseOverRate(context: Context<AppEnv>, decision: RateDecision): void {
  context.set('rate', decision);
  if (decision.admitted) return;
  const { quota, resetSeconds: retryAfterSeconds } = decision;
  throw new TooManyRequests(
    `You may send ${quota} requests in ${rateWindowSeconds} seconds. Go on in ${retryAfterSeconds} s, or send more in one request.`,
    { retryAfterSeconds },
  );
}

/** No id of ours is longer; keys of tables and headers have limits that would make a fault of it (cases C2, F7). */
const maxIdChars = 256;

function refuseLongIds(context: Context<AppEnv>): void {
  const given: Record<string, string> = context.req.param();
  if (Object.values(given).every((id) => id.length <= maxIdChars)) return;
  throw new NotFound('There is nothing at this address.');
}

/** Throws `InvalidInput`. Parameters stand in keys, headers and pages as ids do; what a page means by them is far shorter. */
function refuseLongParameters(context: Context<AppEnv>, most: number | undefined): void {
  if (most === undefined) return;
  const isLong = (value: string) => value.length > most;
  const [name] = Object.entries(context.req.queries()).find(([, values]) => values.some(isLong)) ?? [];
  if (name === undefined) return;
  throw new InvalidInput(`An address holds values of at most ${most} characters. Shorten it.`, {
    issues: [{ path: `/${name.slice(0, 100)}`, message: `has more than ${most} characters` }],
  });
}

async function runHandler(
  options: HttpAppOptions,
  route: { readonly spec: RouteSpec<string>; readonly context: Context<AppEnv> },
  handle: () => Promise<Response>,
): Promise<Response> {
  const { spec, context } = route;
  const key = context.req.header('idempotency-key');
  if (!options.idempotency || !key || spec.method !== 'POST' || spec.replayable === false) return handle();
  return runOnce(
    { ...options.idempotency, clock: options.clock, log: options.log },
    {
      caller: callerOf(context.get('principal')),
      route: addressOf(context),
      key,
      body: new Uint8Array(await context.req.arrayBuffer()),
    },
    handle,
  );
}

/** Path and query: the same body means another thing at another address. */
function addressOf(context: Context<AppEnv>): string {
  const { pathname, search } = new URL(context.req.url);
  return `${pathname}${search}`;
}

async function answerProblem(
  options: HttpAppOptions,
  error: unknown,
  context: Context<AppEnv>,
): Promise<Response> {
  const problem = await problemOf(error, context.get('requestId'));
  if (problem.status >= 500) {
    const { requestId } = problem;
    logFailure(options.log, { error, request: context.req.raw, app: options.name, requestId });
  }
  const rendered = await options.renderProblem?.(problem, context);
  const response =
    rendered ??
    new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: { 'content-type': 'application/problem+json' },
    });
  if (problem.retryAfterSeconds !== undefined) {
    response.headers.set('retry-after', String(problem.retryAfterSeconds));
  }
  if (error instanceof MethodNotAllowed) response.headers.set('allow', error.allow.join(', '));
  return response;
}

const requestIdPattern = /^[\w-]{8,64}$/;

function requestIdOf(context: Context<AppEnv>, ids: Ids): string {
  const given = context.req.header('x-request-id');
  return given && requestIdPattern.test(given) ? given : ids.uuid();
}

/** An id for logs and keys, never a name. */
function callerOf(principal: Principal | undefined): string {
  switch (principal?.kind) {
    case 'person':
      return principal.viewedBy
        ? `person:${principal.viewedBy.personId} as ${principal.personId}`
        : `person:${principal.personId}`;
    case 'client':
      return `client:${principal.clientId}`;
    case 'au':
      return `au:${principal.sessionId}`;
    case 'tool':
      return `tool:${principal.clientId}`;
    default:
      return 'anonymous';
  }
}
