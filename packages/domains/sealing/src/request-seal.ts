import type { AgencyId, Clock } from '@sinau/kernel';
import type { SealStore } from './ports.ts';
import type { SealRef } from './seal-row.ts';
import { covers } from './settings.ts';

/**
 * Notes that a document is to be sealed, if its agency wants that. Safe to repeat: one row a document. `asked`: a worker should look.
 */
export async function requestSeal(
  { rows, settings, clock }: SealStore & { readonly clock: Clock },
  given: { readonly ref: SealRef; readonly agencyId: AgencyId; readonly issuedAt: string },
): Promise<'asked' | 'known' | 'off'> {
  const { ref, agencyId, issuedAt } = given;
  const wanted = await settings.find(agencyId);
  if (!wanted || !covers(wanted, { kind: ref.kind, issuedAt })) return 'off';
  const at = clock.now().toISOString();
  const saved = await rows.save({
    ...{ ...ref, agencyId, state: 'waiting', tries: 0 },
    ...{ dueAt: at, since: at, changedAt: at, rev: 0 },
  });
  return saved === 'saved' ? 'asked' : 'known';
}
