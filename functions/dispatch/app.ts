import { beginGuest, type GuestResult, readGuestCourse } from '@sinau/delivery';
import {
  DispatchClosed,
  type GuestPass,
  noteFinished,
  type OpenedDispatch,
  openPass,
  PassEnded,
  sealPass,
  startDispatch,
} from '@sinau/dispatch';
import { anonymous } from '@sinau/kernel';
import { type AppEnv, createHttpApp, type HttpApp, readJson, refuseOverRate } from '@sinau/platform/http';
import type { Context } from 'hono';
import * as z from 'zod';
import { auDoorCors } from '../shared/au-door.ts';
import type { DispatchAppDeps } from './deps.ts';

const startSchema = z.strictObject({
  key: z.string().min(1).max(200),
  /** SHA-256 of dispatch and the host's learner id, in hexadecimal. */
  learner: z.string().regex(/^[\da-f]{64}$/i),
});

/** What stubs of dispatches call from the pages of other learning systems: any origin, no cookie. */
export function createDispatchApp(deps: DispatchAppDeps): HttpApp {
  const app = createHttpApp({
    name: 'dispatch',
    // The key in the body, or the pass in the header, is the credential.
    authenticate: async () => anonymous,
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
    maxBodyBytes: 4096,
    cors: auDoorCors,
  });
  app.route(
    {
      ...{ method: 'POST', path: '/launch/dispatch/:dispatchId/start', access: ['anyone'] },
      // The answer leads into the course; it is not kept to be given out again.
      replayable: false,
    },
    async (c) => {
      const dispatchId = c.req.param('dispatchId');
      await holdToRate(deps, c, dispatchId);
      const { key, learner } = await readJson(c.req, startSchema);
      return c.json(await start(deps, { dispatchId, key, learner }), 201);
    },
  );
  app.route({ method: 'GET', path: '/launch/dispatch/result', access: ['anyone'] }, async (c) => {
    const token = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const pass = openPass(deps, 'result', token);
    if (!pass) throw new PassEnded();
    await holdToRate(deps, c, pass.dispatchId);
    return c.json(await resultOf(deps, pass));
  });
  return app;
}

/** By dispatch, as if it were one caller: whoever has taken a key from a stub cannot flood more than its own dispatch. */
async function holdToRate(
  { rateLimiter }: DispatchAppDeps,
  c: Context<AppEnv>,
  dispatchId: string,
): Promise<void> {
  const sessionId = `dispatch-${dispatchId}`;
  const decision = await rateLimiter.admit({ kind: 'au', sessionId, registration: '' });
  if (decision) refuseOverRate(c, decision);
}

async function start(deps: DispatchAppDeps, input: Parameters<typeof startDispatch>[1]) {
  const opened = await startDispatch(deps, input);
  const { registration, mark } = await begin(deps, opened);
  const pass: GuestPass = { dispatchId: opened.dispatch.dispatchId, registration, mark };
  const entry = encodeURIComponent(sealPass(deps, 'entry', pass));
  return {
    url: `${deps.portalOrigin}/guest/${registration}?entry=${entry}`,
    resultUrl: `${deps.portalOrigin}/launch/dispatch/result`,
    pass: sealPass(deps, 'result', pass),
    title: opened.course.title,
    result: await resultOf(deps, pass),
  };
}

/** Under an account that no API client may name, so that nobody else launches in it. */
async function begin(deps: DispatchAppDeps, { dispatch, learner, course }: OpenedDispatch) {
  const { dispatchId, courseId } = dispatch;
  const { registration, mark, startedAt } = learner;
  if (!(await deps.guests.find(registration))) {
    // Withdrawn in the moment between being admitted and this.
    if (course.version === undefined) throw new DispatchClosed('withdrawn');
    await beginGuest(deps, {
      ...{ registration, courseId, clientId: dispatchId, createdAt: startedAt },
      actor: { homePage: `${deps.issuer.replace(/\/+$/, '')}/dispatch/${dispatchId}`, name: mark },
      version: course.version,
    });
  }
  return learner;
}

async function resultOf(deps: DispatchAppDeps, pass: GuestPass): Promise<GuestResult> {
  const { result } = await readGuestCourse(deps, pass.registration);
  if (result.satisfied) await noteFinished(deps, pass);
  return result;
}
