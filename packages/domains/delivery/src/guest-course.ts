import { DeliveryNotFound } from './errors.ts';
import type { GuestRegistration } from './guest.ts';
import { type Launch, type LaunchDeps, type LaunchOptions, launchEntitled } from './launch-au.ts';
import { loadContent } from './load-content.ts';
import { locksOf } from './locks.ts';
import type { CourseContent, GuestStore } from './ports.ts';
import { type CourseProgress, progressOf } from './read-progress.ts';
import { safeReturnUrl } from './return-url.ts';

/** What a guest has reached in the whole course. */
export interface GuestResult {
  readonly satisfied: boolean;
  /** Something was judged, and everything the course wants is done. */
  readonly passed: boolean;
  /** 0 to 1: mean of the parts that were scored. */
  readonly score?: number;
  /** 0 to 100. */
  readonly percent: number;
}

export interface GuestCourse {
  readonly guest: GuestRegistration;
  readonly content: CourseContent;
  readonly progress: CourseProgress;
  readonly result: GuestResult;
  /** Of each AU, the AUs that must be done before it opens. */
  readonly locks: readonly (readonly number[])[];
}

/** How far a guest is, also before anything was launched. Rejects with `DeliveryNotFound`. */
export async function readGuestCourse(
  deps: Pick<LaunchDeps, 'content' | 'registrations'> & { readonly guests: GuestStore },
  registration: string,
): Promise<GuestCourse> {
  const guest = await deps.guests.find(registration);
  if (!guest) throw new DeliveryNotFound('There is no such registration.');
  const [content, state] = await Promise.all([
    loadContent(deps, guest),
    deps.registrations.read(registration),
  ]);
  const progress = progressOf(content, state);
  const aus = state?.aus ?? {};
  const judged = Object.values(aus).some((one) => one.judged === 'passed');
  const scores = progress.aus.flatMap(({ score }) => (score === undefined ? [] : [Math.max(0, score)]));
  const { satisfied, percent } = progress;
  return {
    ...{ guest, content, progress },
    result: {
      ...{ satisfied, percent, passed: satisfied && judged },
      ...(scores.length > 0 && { score: scores.reduce((sum, one) => sum + one, 0) / scores.length }),
    },
    locks: content.structure.aus.map(({ index }) => locksOf(content, { auIndex: index, aus })),
  };
}

/** Launches a part for a guest whose registration has begun. */
export async function launchGuestPart(
  deps: LaunchDeps & { readonly guests: GuestStore },
  request: LaunchOptions & { readonly registration: string },
): Promise<Launch> {
  const guest = await deps.guests.find(request.registration);
  if (!guest) throw new DeliveryNotFound('There is no such registration.');
  const { actor, courseId, version } = guest;
  const returnUrl = safeReturnUrl(deps.addresses.portalOrigin, request.returnUrl);
  const entitlement = { actor, courseId, version, open: true };
  return launchEntitled(deps, { ...request, returnUrl, entitlement });
}
