import type { CourseId } from '@sinau/catalogue';
import { waiveReasons } from '@sinau/cmi5';
import {
  abandonSession,
  DeliveryNotFound,
  type DeliveryRegistration,
  launchGuest,
  waiveAu,
} from '@sinau/delivery';
import type { Principal } from '@sinau/kernel';
import { AccessDenied, type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';

const uuid = z.uuid();
const auIndex = z.int().min(0).max(9_999);

const launchSchema = z.strictObject({
  courseId: z.string().regex(/^[\w-]{1,64}$/),
  /** Position of the AU in document order, from 0. */
  auIndex,
  /** An xAPI Agent by account (cmi5 9.2). */
  actor: z.strictObject({
    objectType: z.literal('Agent').exactOptional(),
    account: z.strictObject({
      homePage: z.url().max(1_000),
      name: z.string().min(1).max(500),
    }),
  }),
  registration: uuid.exactOptional(),
  launchMode: z.enum(['Normal', 'Browse', 'Review']).exactOptional(),
  language: z.enum(['id', 'en']).exactOptional(),
  /** Where the AU sends the learner afterwards. */
  returnUrl: z.string().max(2_000).exactOptional(),
});

const waiveSchema = z.strictObject({ reason: z.enum(waiveReasons) });

/** Launches for the learners of other systems, by any account; for machines of the platform alone. */
export function addLaunchRoutes(app: HttpApp, deps: ApiDeps): void {
  const access = ['scope:launches/write'] as const;
  const { delivery } = deps;
  // The answer is a permission to launch: it is not kept to be given out again.
  app.route({ method: 'POST', path: '/api/launches', access, replayable: false }, async (c) => {
    const { clientId } = clientOf(c.get('principal'));
    const { courseId, actor, launchMode, language, ...request } = await readJson(c.req, launchSchema);
    const { registration, ...launch } = await launchGuest(delivery, {
      ...request,
      clientId,
      courseId,
      version: await publishedVersionOf(deps, courseId),
      actor: actor.account,
      ...(launchMode && { mode: launchMode }),
      ...(language && { locale: language }),
    });
    c.header('location', `/api/registrations/${registration}`);
    const { url, launchMethod, mode, sessionId, activityId } = launch;
    return c.json({ url, registration, sessionId, activityId, launchMode: mode, launchMethod }, 201);
  });
  app.route(
    { method: 'GET', path: '/api/registrations/:registration', access, reads: { what: 'learning' } },
    async (c) => {
      const state = await delivery.registrations.read(registrationOf(c.req.param('registration')));
      if (!state) throw new DeliveryNotFound('There is no such registration.');
      return c.json(viewOfRegistration(state));
    },
  );
  app.route(
    { method: 'POST', path: '/api/registrations/:registration/aus/:auIndex/waive', access },
    async (c) => {
      const { reason } = await readJson(c.req, waiveSchema);
      const index = auIndex.safeParse(Number(c.req.param('auIndex')));
      if (!index.success) throw new DeliveryNotFound('This course has no such part.');
      const registration = registrationOf(c.req.param('registration'));
      return c.json(await waiveAu(delivery, { registration, auIndex: index.data, reason }));
    },
  );
  app.route(
    { method: 'POST', path: '/api/registrations/:registration/sessions/:sessionId/abandon', access },
    async (c) => {
      const registration = registrationOf(c.req.param('registration'));
      const sessionId = c.req.param('sessionId') ?? '';
      return c.json(await abandonSession(delivery, { registration, sessionId }));
    },
  );
}

function clientOf(principal: Principal): { readonly clientId: string } {
  // Scopes end at what a tenant may have; this one is the platform's.
  if (principal.kind === 'client' && principal.tenant.kind === 'platform') return principal;
  throw new AccessDenied('Launches for other systems are made by machines of the platform.');
}

function registrationOf(given: string | undefined): string {
  const parsed = uuid.safeParse(given);
  if (parsed.success) return parsed.data.toLowerCase();
  throw new DeliveryNotFound('There is no such registration.');
}

async function publishedVersionOf({ courses }: ApiDeps, courseId: string): Promise<number> {
  const course = await courses.find(courseId as CourseId);
  if (course?.status === 'published' && course.publishedVersion !== undefined) return course.publishedVersion;
  throw new DeliveryNotFound('There is no published course with this id.');
}

function viewOfRegistration(state: DeliveryRegistration) {
  const { registration, courseId, version, actor, createdAt, satisfaction, courseSatisfiedAt, session } =
    state;
  return {
    registration,
    courseId,
    version,
    actor: { objectType: 'Agent', account: actor },
    createdAt,
    satisfied: satisfaction.course,
    ...(courseSatisfiedAt !== undefined && { satisfiedAt: courseSatisfiedAt }),
    aus: Object.entries(state.aus).map(([index, { completed, waived, judged, score, launchedAt }]) => ({
      auIndex: Number(index),
      completed,
      waived,
      ...(judged !== undefined && { judged }),
      ...(score !== undefined && { score }),
      ...(launchedAt !== undefined && { launchedAt }),
    })),
    ...(session && {
      session: {
        sessionId: session.terms.sessionId,
        auIndex: session.auIndex,
        launchedAt: session.launchedAt,
        ...(session.endedAt !== undefined && { endedAt: session.endedAt }),
      },
    }),
  };
}
