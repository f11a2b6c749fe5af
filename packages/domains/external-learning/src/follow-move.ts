import { type AgencyId, type PersonId, Unavailable } from '@sinau/kernel';
import type { LearningStore } from './ports.ts';

/** A reviewer and the learner may change a record meanwhile; more do not race for one. */
const rounds = 4;

/** What waits for a decision waits where its learner is now, in the place that its time gives it. Safe to repeat. */
export async function followMove(
  { learnings }: { readonly learnings: LearningStore },
  { personId, agencyId }: { readonly personId: PersonId; readonly agencyId: AgencyId },
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const away = (await learnings.listOf(personId)).filter(
      (one) => one.waitingSince !== undefined && one.agencyId !== agencyId,
    );
    const taken = await Promise.all(
      away.map((before) => learnings.take({ before, after: { ...before, agencyId } })),
    );
    if (taken.every(({ outcome }) => outcome === 'done')) return;
  }
  throw new Unavailable('Too much is happening to these records at once; please try again.');
}
