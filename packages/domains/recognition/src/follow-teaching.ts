import type { TeachingShared } from '@sinau/domain-events';
import type { AgencyId, Clock, PersonId } from '@sinau/kernel';
import { RecognitionChanged } from './errors.ts';
import { teachingFound } from './found.ts';
import type { Member, MemberDirectory, RecognitionStore } from './ports.ts';
import { reconcile } from './reconcile.ts';
import { type Share, withShare } from './teaching.ts';

export interface FollowDeps {
  readonly recognitions: RecognitionStore;
  readonly members: Pick<MemberDirectory, 'find'>;
  readonly clock: Clock;
}

/** More changes at once than that are left to the next delivery. */
export const rounds = 8;

/** What somebody taught counts, counts otherwise, or counts no more. Safe to repeat, in any order. */
export async function followTeaching(
  deps: FollowDeps,
  fact: Omit<TeachingShared, 'type' | 'eventId'>,
): Promise<void> {
  const { personId: teacher, agencyId, occurredAt, ...said } = fact;
  const personId = teacher as PersonId;
  const share: Share = { ...said, agencyId: agencyId as AgencyId };
  const member = (await deps.members.find(personId)) ?? memberless(personId, share);
  for (let round = 0; round < rounds; round += 1) {
    const { rev, shares, recognitions, erasedAt = '' } = await deps.recognitions.book(personId);
    // Said before an erasure, and told late or again by it.
    if (occurredAt <= erasedAt) return;
    const next = withShare(shares, share);
    if (next === shares) return;
    const kept = recognitions.filter(({ origin }) => origin.kind === 'teaching');
    const given = { member, now: deps.clock.now().toISOString() };
    const changes = reconcile(kept, teachingFound(next), given);
    if ((await deps.recognitions.settle(personId, { rev, share, changes })) === 'done') return;
  }
  throw new RecognitionChanged();
}

/** Whoever has left the agency has taught all the same. */
const memberless = (personId: PersonId, { agencyId }: Share): Member => ({
  ...{ personId, name: '', agencyId, unitId: '' },
});
