import {
  authenticateAuToken,
  commitScorm,
  isAuToken,
  keepCalls,
  type LaunchLog,
  type ScormDeps,
  SessionEnded,
  startScorm,
} from '@sinau/delivery';
import { type AuPrincipal, anonymous, InvalidInput, type Principal, parseStrictJson } from '@sinau/kernel';
import {
  AccessDenied,
  createHttpApp,
  type HttpApp,
  NotSignedIn,
  type RateLimiter,
} from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import { maxMessageBytes, type ScormMessage, scormMessageSchema } from '@sinau/scorm';

export interface ScormAppDeps {
  readonly scorm: ScormDeps;
  readonly launchLog: LaunchLog;
  readonly rateLimiter: RateLimiter;
  readonly log: Log;
  /** Origin that pages reach this door under. */
  readonly portalOrigin: string;
}

/**
 * What the page that plays a SCORM package on its content origin speaks to: from any origin, without cookies. Its token
 * is that of a cmi5 session; a page that is being closed can send no headers, so commits may have it in their address.
 */
export function createScormApp(deps: ScormAppDeps): HttpApp {
  const { scorm, log, rateLimiter, portalOrigin } = deps;
  const app = createHttpApp({
    name: 'scorm',
    authenticate: authenticateWith(scorm),
    log,
    rateLimiter,
    clock: scorm.clock,
    ids: scorm.ids,
    maxBodyBytes: maxMessageBytes,
    // A start holds the data of every item, and Lambda answers 6 MB at most.
    compress: true,
    cors: {
      allowHeaders: ['Authorization', 'Content-Type', 'X-Request-Id'],
      exposeHeaders: ['X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
    },
  });
  app.route({ method: 'POST', path: '/launch/scorm/start', access: ['au'], replayable: false }, async (c) => {
    const token = encodeURIComponent(tokenOf(c.req.raw) ?? '');
    const commitUrl = `${portalOrigin}/launch/scorm/commit?token=${token}`;
    return c.json(await startScorm(scorm, { principal: auOf(c.get('principal')), commitUrl }));
  });
  app.route(
    { method: 'POST', path: '/launch/scorm/commit', access: ['au'], replayable: false },
    async (c) => {
      const principal = auOf(c.get('principal'));
      const message = readMessage(await c.req.text());
      const answer = await commitScorm(scorm, { principal, message });
      await logCalls(deps, principal, message);
      return c.json(answer);
    },
  );
  return app;
}

function authenticateWith(scorm: ScormDeps): (request: Request) => Promise<Principal> {
  return async (request) => {
    const token = tokenOf(request);
    if (token === undefined) return anonymous;
    if (!isAuToken(token)) throw new NotSignedIn('Send the auth token of a launched session.');
    const principal = await authenticateAuToken(scorm, token);
    if (principal) return principal;
    // Not 401: the page is to say that it was ended, and a browser must never ask for a password.
    throw new SessionEnded();
  };
}

function tokenOf(request: Request): string | undefined {
  const header = request.headers.get('authorization');
  if (header !== null) return /^Basic +(\S+)$/i.exec(header)?.[1] ?? '';
  return new URL(request.url).searchParams.get('token') ?? undefined;
}

function auOf(principal: Principal): AuPrincipal {
  if (principal.kind === 'au') return principal;
  throw new AccessDenied('Only a launched session may do this.');
}

/** A page that is being closed sends `text/plain`, whatever it is: the body tells. */
function readMessage(body: string): ScormMessage {
  const json = parseStrictJson(body);
  if (!json.ok) throw new InvalidInput('The body is not usable JSON.', { issues: [json.issue] });
  const parsed = scormMessageSchema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  throw new InvalidInput('Some fields of the message are not right.', {
    issues: parsed.error.issues.map(({ path, message }) => ({
      path: `/${path.map(String).join('/')}`,
      message,
    })),
  });
}

/** The log is of use and not worth a result: what was committed is answered, whatever becomes of it. */
async function logCalls(deps: ScormAppDeps, principal: AuPrincipal, message: ScormMessage): Promise<void> {
  const { scorm, launchLog, log } = deps;
  try {
    await keepCalls({ ...scorm, launchLog }, { principal, message });
  } catch (error) {
    log.error('the launch log was not kept', error, { sessionId: principal.sessionId });
  }
}
