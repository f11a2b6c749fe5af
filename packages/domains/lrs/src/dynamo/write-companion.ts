import type { AtomicCompanion } from '@sinau/kernel';
import type { TransactItem } from '@sinau/platform/dynamo';
import type { WriteOutcome } from '../ports.ts';
import type { LrsContext } from './context.ts';

/** One try under one position. `again`: it was given up and may be tried under a new one. */
export type TryOutcome = WriteOutcome | { readonly outcome: 'again' };

/** What was stored before is there; the companion alone is left to write. */
export async function writeCompanion(
  { dynamo }: LrsContext,
  { companion }: { readonly companion?: AtomicCompanion },
): Promise<WriteOutcome> {
  if (companion) {
    // Made by DynamoDB adapters alone (kernel's AtomicCompanion).
    const result = await dynamo.transactWrite(companion.writes as readonly TransactItem[]);
    if (result.outcome !== 'done') return { outcome: 'companion-refused' };
  }
  return { outcome: 'stored', newIds: [] };
}
