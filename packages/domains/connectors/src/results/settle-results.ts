import type { ResultVersion } from '@sinau/rostering';
import type { InboxResult, ResultPlace } from './inbox-result.ts';
import type { OutcomePort, ResultStore } from './ports.ts';
import { saidOf } from './result-event.ts';

/** Lets all results of one part of a learner's way come to what they come to. Safe to repeat and in any order. */
export async function settleResults(
  deps: { readonly results: Pick<ResultStore, 'versionsOf'>; readonly outcomes: OutcomePort },
  place: ResultPlace,
): Promise<'recorded' | 'unchanged' | 'closed' | 'no-part'> {
  const standing = async () => (await deps.results.versionsOf(place)).map(versionOf);
  return deps.outcomes.record({ ...place, standing });
}

/** Of every part, when the learner takes another version of the course, which may hold parts that the one before did not. */
export async function settleRegistration(
  deps: { readonly results: ResultStore; readonly outcomes: OutcomePort },
  { registration }: { readonly registration: string },
): Promise<void> {
  const versions = await deps.results.versionsOfRegistration(registration);
  const moduleIds = new Set(
    versions.flatMap(({ decision }) => (decision.state === 'placed' ? [decision.place.moduleId] : [])),
  );
  for (const moduleId of moduleIds) await settleResults(deps, { registration, moduleId });
}

/** What a provider tells without a time holds from when it was told last: a grade that goes back to an earlier value is no old one. */
export function versionOf({ resultId, event }: Pick<InboxResult, 'resultId' | 'event'>): ResultVersion {
  const { occurredAt: told, untimed, ...what } = event.result;
  const { at, place } = saidOf(event);
  const occurredAt = untimed ? at : told;
  return { versionId: resultId, occurredAt, receivedAt: event.receivedAt, said: { at, place }, what };
}
