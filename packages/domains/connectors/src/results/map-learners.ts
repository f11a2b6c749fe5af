import { InvalidInput, type ProviderId } from '@sinau/kernel';
import { namesIn } from './learner-name.ts';
import { placeUnmatched } from './match-later.ts';
import type { PlaceDeps } from './place-result.ts';
import { registrationNamed } from './registration-named.ts';

export const mostMappedLearners = 200;
const longestText = 255;

/** Who somebody at a provider is: a name there, and our pseudonym of them or the account by which they are enrolled. */
export interface MappedLearner {
  readonly externalCourseId: string;
  readonly externalLearnerId: string;
  readonly subject: string;
}

/**
 * A provider says who is who, for many at once: what waits for them is placed, and what comes is found by itself. Whoever takes no
 * course of that name is left out and named by their place in the list, from 0. Safe to repeat; the last word counts.
 */
export async function mapLearners(
  deps: PlaceDeps,
  input: {
    readonly providerId: ProviderId;
    readonly connectionId: string;
    readonly learners: readonly MappedLearner[];
  },
): Promise<{ readonly mapped: number; readonly placed: number; readonly unknown: readonly number[] }> {
  const { providerId, connectionId, learners } = input;
  if (learners.length === 0 || learners.length > mostMappedLearners || !learners.every(isUsable)) {
    throw new InvalidInput(`Name 1 to ${mostMappedLearners} learners, each by course, name and pseudonym.`);
  }
  const at = deps.clock.now().toISOString();
  const unknown: number[] = [];
  const courses = new Set<string>();
  for (const [index, learner] of learners.entries()) {
    const { externalCourseId, subject } = learner;
    const found = await registrationNamed(deps, { providerId, connectionId, externalCourseId, subject });
    if ('reason' in found) {
      unknown.push(index);
      continue;
    }
    const { registration } = found;
    const { externalLearnerId } = learner;
    const known = found.by === 'pseudonym' ? learner : { externalCourseId, externalLearnerId };
    for (const name of namesIn({ connectionId, ...known })) await deps.names.note(name, { registration, at });
    courses.add(externalCourseId);
  }
  let placed = 0;
  for (const externalCourseId of courses) {
    placed += (await placeUnmatched(deps, { providerId, connectionId, externalCourseId })).placed;
  }
  return { mapped: learners.length - unknown.length, placed, unknown };
}

const isUsable = ({ externalCourseId, externalLearnerId, subject }: MappedLearner): boolean =>
  [externalCourseId, externalLearnerId, subject].every((text) => text !== '' && text.length <= longestText);
