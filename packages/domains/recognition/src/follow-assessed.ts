import type { PersonId } from '@sinau/kernel';
import { RecognitionChanged } from './errors.ts';
import { type FollowDeps, rounds } from './follow-teaching.ts';
import { improvementsFound } from './found.ts';
import { closedGaps } from './improvement.ts';
import type { AssessmentDirectory } from './ports.ts';
import { reconcile } from './reconcile.ts';

/** What others found out about somebody may close a gap, or take back that it was closed. Safe to repeat, in any order. */
export async function followAssessed(
  deps: FollowDeps & { readonly assessments: AssessmentDirectory },
  { personId }: { readonly personId: PersonId },
): Promise<void> {
  const member = await deps.members.find(personId);
  if (!member) return;
  for (let round = 0; round < rounds; round += 1) {
    // First the book and then what it is about: what came in between is of another round, or of whoever brought it.
    const { rev, recognitions, erasedAt = '' } = await deps.recognitions.book(personId);
    const { assessed: all, requiredNow } = await deps.assessments.of(personId);
    // What an erasure took back does not come again with the next assessment.
    const assessed = all.filter(({ recordedAt }) => recordedAt > erasedAt);
    const kept = recognitions.filter(({ origin }) => origin.kind === 'improvement');
    const closed = closedGaps(assessed, { agencyId: member.agencyId, requiredNow, known: kept });
    const given = { member, now: deps.clock.now().toISOString() };
    const changes = reconcile(kept, improvementsFound(closed), given);
    // Also with nothing to change: whoever read assessments from before this has to look again.
    if ((await deps.recognitions.settle(personId, { rev, changes })) === 'done') return;
  }
  throw new RecognitionChanged();
}
