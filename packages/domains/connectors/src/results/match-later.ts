import type { ProviderId } from '@sinau/kernel';
import { namesIn } from './learner-name.ts';
import { type PlaceDeps, placeResult } from './place-result.ts';

const pageSize = 100;

/** A learner has become known at a provider: notes how they are called there, and places the results that waited for them. */
export async function learnerKnown(
  deps: PlaceDeps,
  known: {
    readonly providerId: ProviderId;
    readonly connectionId: string;
    readonly externalCourseId: string;
    readonly externalLearnerId?: string;
    readonly subject?: string;
    readonly registration: string;
  },
): Promise<{ readonly placed: number }> {
  const at = deps.clock.now().toISOString();
  const { registration } = known;
  for (const name of namesIn(known)) await deps.names.note(name, { registration, at });
  return placeUnmatched(deps, known);
}

/** Looks again at what nobody was found for. */
export async function placeUnmatched(
  deps: PlaceDeps,
  of: {
    readonly providerId: ProviderId;
    readonly connectionId: string;
    readonly externalCourseId?: string;
  },
): Promise<{ readonly placed: number }> {
  const { providerId, connectionId, externalCourseId } = of;
  const course = externalCourseId === undefined ? {} : { externalCourseId };
  let placed = 0;
  let after: string | undefined;
  do {
    const from = after === undefined ? {} : { after };
    const page = await deps.results.listUnmatched({
      ...{ providerId, connectionId, ...course, limit: pageSize, ...from },
    });
    for (const { resultId } of page.results) {
      if ((await placeResult(deps, { resultId })) === 'placed') placed += 1;
    }
    after = page.next;
  } while (after !== undefined);
  return { placed };
}
