import type { ResultEvent } from '../results/result-event.ts';
import type { Mismatch } from './mismatch.ts';
import type { RepairInput } from './repair.ts';

/** The word of a provider's people that a part is completed no more; undefined where the mismatch is about no part. The same in each try. */
export function takenBackEvent(
  { connection, by, orderedAt, note }: RepairInput,
  { registration, moduleId, mismatchId }: Mismatch,
): ResultEvent | undefined {
  if (registration === undefined || moduleId === undefined) return undefined;
  return {
    ...{ providerId: connection.providerId, source: 'person', receivedAt: orderedAt },
    eventId: `taken back ${mismatchId} ${orderedAt}`,
    about: { kind: 'registration', registration, moduleId },
    result: { kind: 'completion', completed: false, occurredAt: orderedAt },
    sent: {
      text: JSON.stringify({ decision: 'take-back', by, at: orderedAt, note }),
      contentType: 'application/json',
    },
  };
}
