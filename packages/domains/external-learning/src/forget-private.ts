import type { PersonId } from '@sinau/kernel';
import { isPrivate } from './authority.ts';
import type { LearningId } from './learning.ts';
import type { EvidenceRoom, LearningStore } from './ports.ts';

/**
 * Takes away a record that is its learner's alone, and then its files: repeated, it finds those that a process which died has
 * left. What was sent meanwhile stays.
 */
export async function forgetPrivate(
  deps: {
    readonly learnings: Pick<LearningStore, 'find' | 'forget'>;
    readonly evidence: Pick<EvidenceRoom, 'removeAll'>;
  },
  place: { readonly personId: PersonId; readonly learningId: LearningId },
): Promise<'forgotten' | 'kept'> {
  const learning = await deps.learnings.find(place.personId, place.learningId);
  if (learning && (!isPrivate(learning) || (await deps.learnings.forget(learning)) === 'changed'))
    return 'kept';
  await deps.evidence.removeAll(place);
  return 'forgotten';
}
