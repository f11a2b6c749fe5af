import { commitScorm, keepCalls, type LaunchLog, type ScormDeps, startScorm } from '@sinau/delivery';
import type { AuPrincipal } from '@sinau/kernel';
import { createHttpApp, type HttpApp, type RateLimiter } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import { maxMessageBytes, type ScormMessage, scormMessageSchema } from '@sinau/scorm';
import { auDoorCors, auOf, authenticateAu, readMessage, tokenOf } from '../shared/au-door.ts';

export interface ScormAppDeps {
  readonly scorm: ScormDeps;
  readonly launchLog: LaunchLog;
  readonly rateLimiter: RateLimiter;
  readonly log: Log;
  /** Origin that pages reach this door under. */
  readonly portalOrigin: string;
}

/** What the page that plays a SCORM package on its content origin speaks to. */
export function createScormApp(deps: ScormAppDeps): HttpApp {
  const { scorm, log, rateLimiter, portalOrigin } = deps;
  const app = createHttpApp({
    name: 'scorm',
    authenticate: authenticateAu(scorm),
    log,
    rateLimiter,
    clock: scorm.clock,
    ids: scorm.ids,
    maxBodyBytes: maxMessageBytes,
    // A start holds the data of every item, and Lambda answers 6 MB at most.
    compress: true,
    cors: auDoorCors,
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
      const message = readMessage(scormMessageSchema, await c.req.text());
      const answer = await commitScorm(scorm, { principal, message });
      await logCalls(deps, principal, message);
      return c.json(answer);
    },
  );
  return app;
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
