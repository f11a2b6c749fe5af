import { type ClientPrincipal, InvalidInput, type Principal } from '@sinau/kernel';
import {
  type CourseChangeRequest,
  changeCourse,
  courseChangeRequestSchema,
  ObligationNotFound,
  pathOf,
  previewCourseChange,
  requiredPath,
  showObligation,
  undoCourseChange,
} from '@sinau/obligations';
import { type HttpApp, NotSignedIn, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { termsOf } from './obligation-answers.ts';
import type { ObligationRouteDeps } from './obligation-routes.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

interface Place {
  readonly principal: ClientPrincipal;
  readonly obligationId: string;
}

const id = z.string().regex(/^[\w-]{1,64}$/);
const { reason } = courseChangeRequestSchema.shape;
const pathSchema = z.strictObject({ pathId: id, reason });
const courseSchema = z.strictObject({ to: id.exactOptional(), reason });

function at(c: Context): Place {
  const principal: Principal = c.get('principal');
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return { principal, obligationId: c.req.param('obligationId') ?? '' };
}

export async function answerPathPreview(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const place = at(c);
  const { request } = await ofPath(c, deps, place);
  return c.json(await inWordsOfPath(() => previewOf(deps, { ...place, request })));
}

/** The worker does what follows. What stands already is put there again without another word to anybody. */
export async function answerPath(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const place = at(c);
  const { obligation, request } = await ofPath(c, deps, place);
  if (request.courseId === request.to) return c.json(termsOf(obligation));
  // Nobody replaces a path that somebody else has put there meanwhile.
  const input = { ...place, request, rev: obligation.rev };
  const desk = await deps.obligations();
  return c.json(termsOf(await inWordsOfPath(() => changeCourse(desk, input))), 202);
}

export async function answerCoursePreview(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  return c.json(await previewOf(deps, { ...at(c), request: await ofCourse(c) }));
}

export async function answerCourse(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const input = { ...at(c), request: await ofCourse(c) };
  return c.json(termsOf(await changeCourse(await deps.obligations(), input)), 202);
}

export async function answerChangeUndone(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const change = z.coerce.number().int().min(0).max(999).safeParse(c.req.param('change'));
  if (!change.success) throw new ObligationNotFound('Nothing like it was decided of this obligation.');
  const input = { ...at(c), change: change.data };
  return c.json(termsOf(await undoCourseChange(await deps.obligations(), input)), 202);
}

/** What is decided of the course in the address. */
async function ofCourse(c: Context): Promise<CourseChangeRequest> {
  const courseId = id.safeParse(c.req.param('courseId') ?? '');
  if (!courseId.success) throw new ObligationNotFound('This obligation does not require such a course.');
  return { courseId: courseId.data, ...(await readJson(c.req, courseSchema)) };
}

/** The path that the obligation requires, and the one that is asked for. */
async function ofPath(c: Context, deps: ObligationRouteDeps, place: Place) {
  const asked = await readJson(c.req, pathSchema);
  const { obligation } = await showObligation(await deps.obligations(), place);
  const [courseId = ''] = obligation.courseIds;
  if (pathOf(courseId) === undefined) {
    const issues = [{ path: '/pathId', message: 'replaces a path, and this obligation requires courses' }];
    throw new InvalidInput('This path cannot be changed this way.', { issues });
  }
  return { obligation, request: { courseId, to: requiredPath(asked.pathId), reason: asked.reason } };
}

/** What the rules say of `to` is said of the field that was sent. */
async function inWordsOfPath<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const issues = error.issues.map(({ message }) => ({ path: '/pathId', message }));
    throw new InvalidInput('This path cannot be changed this way.', { issues, cause: error });
  }
}

async function previewOf(deps: ObligationRouteDeps, input: Parameters<typeof previewCourseChange>[1]) {
  const { obligation: _, ...counts } = await previewCourseChange(await deps.obligations(), input);
  return counts;
}
