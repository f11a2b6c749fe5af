import { type Clock, type ProviderId, Unavailable } from '@sinau/kernel';
import type { InboxResult, ResultDecision, ResultPlace, UnmatchedReason } from './inbox-result.ts';
import { namesIn } from './learner-name.ts';
import type { CourseParts, LearnerNames, PlaceFinder, ResultStore } from './ports.ts';

export interface PlaceDeps {
  readonly results: ResultStore;
  readonly names: LearnerNames;
  readonly courseParts: CourseParts;
  readonly finder: PlaceFinder;
  readonly clock: Clock;
}

/** How often it is looked again when somebody else has decided meanwhile. */
const rounds = 3;

/**
 * Finds where a result counts that nobody has decided about. One that nobody is found for stays, with the reason, and is
 * looked at again when its learner becomes known. Safe to repeat.
 */
export async function placeResult(
  deps: PlaceDeps,
  { resultId }: { readonly resultId: string },
): Promise<'placed' | 'unmatched' | 'unchanged' | 'absent'> {
  for (let round = 0; round < rounds; round += 1) {
    const seen = await deps.results.find(resultId);
    if (!seen) return 'absent';
    const { decision } = seen;
    if (decision.state === 'placed' || decision.state === 'set-aside') return 'unchanged';
    const next = await decisionFor(deps, seen);
    const isSame = decision.state === 'unmatched' && next.state === 'unmatched';
    if (isSame && next.reason === decision.reason) return 'unchanged';
    if ((await deps.results.decide(seen, next)) === 'changed') continue;
    if (next.state === 'placed') return 'placed';
    // Whoever has made the learner known, or said the part, since it was asked for may have looked for what waits before this one did.
    if ((await decisionFor(deps, seen)).state === 'unmatched') return 'unmatched';
  }
  throw new Unavailable('Others are deciding about this result; please try again.');
}

type Found = Extract<ResultDecision, { state: 'placed' | 'unmatched' }>;

async function decisionFor(deps: PlaceDeps, { event }: InboxResult): Promise<Found> {
  const at = deps.clock.now().toISOString();
  const { about, providerId } = event;
  if (about.kind === 'registration') {
    const { registration, moduleId } = about;
    return { state: 'placed', place: { registration, moduleId }, at };
  }
  const found = await registrationOf(deps, providerId, about);
  if ('reason' in found) return { state: 'unmatched', reason: found.reason, at };
  const place = await placeIn(deps, { providerId, registration: found.registration, course: about });
  return 'reason' in place ? { state: 'unmatched', ...place, at } : { state: 'placed', place, at };
}

async function registrationOf(
  deps: PlaceDeps,
  providerId: ProviderId,
  about: Parameters<typeof namesIn>[0],
): Promise<{ readonly registration: string } | { readonly reason: UnmatchedReason }> {
  const known = await Promise.all(namesIn(about).map((name) => deps.names.find(name)));
  const [first, ...others] = new Set(known.filter((one) => one !== undefined));
  if (others.length > 0) return { reason: 'names-differ' };
  if (first !== undefined) return { registration: first };
  const { connectionId, externalCourseId, subject } = about;
  if (subject === undefined) return { reason: 'learner-unknown' };
  return deps.finder.registrationOf({ providerId, connectionId, externalCourseId, subject });
}

/**
 * The one part of the course that takes results. Of several the one that somebody has said for all results of the course over there, or the
 * one that leads to it; which of others is meant, only a person can say.
 */
export async function placeIn(
  deps: Pick<PlaceDeps, 'finder' | 'courseParts'>,
  of: {
    readonly providerId: ProviderId;
    readonly registration: string;
    readonly course: { readonly connectionId: string; readonly externalCourseId: string };
  },
): Promise<ResultPlace | { readonly reason: UnmatchedReason }> {
  const { registration } = of;
  const parts = await deps.finder.partsOf(of.providerId, registration);
  if (!parts) return { reason: 'course-unknown' };
  const [only, ...others] = parts.moduleIds;
  const said = others.length > 0 ? (await deps.courseParts.find(of.course))?.moduleId : undefined;
  const isThere = said !== undefined && parts.moduleIds.includes(said);
  const moduleId = isThere ? said : (parts.lead ?? (others.length > 0 ? undefined : only));
  return moduleId === undefined ? { reason: 'part-unknown' } : { registration, moduleId };
}
