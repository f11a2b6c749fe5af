import type { AgencyId, Clock } from '@sinau/kernel';
import type { Entry, EntryId } from './ledger/entry.ts';
import { type Account, foldAccounts } from './ledger/fold-accounts.ts';
import { comparedOf, likeCourses } from './one-learning.ts';
import type { LedgerStore } from './ports.ts';

/**
 * Records of learning elsewhere that seem to be a course which was completed here are held, once each, until somebody has said
 * whether they are: whichever came first, the course counts and the record waits. Certificates that are surely the same need nobody.
 * @param given.entries what the ledger says, or is about to say
 */
export async function holdDoubtful(
  deps: { readonly credit: Pick<LedgerStore, 'hold'>; readonly clock: Clock },
  given: { readonly entries: readonly Entry[]; readonly agencyId: AgencyId | undefined },
): Promise<void> {
  const accounts = foldAccounts(given.entries);
  for (const account of accounts) {
    const { earned, standing, heldFor } = account;
    if (earned.source.kind !== 'external' || standing !== 'counts' || heldFor.length > 0) continue;
    const like = likeCourses(accounts, comparedOf(account));
    if (like.length === 0 || like.some(({ by }) => by === 'certificate')) continue;
    const reasons = like.map(({ by: _, ...line }) => ({ ...line, code: 'counted-already' as const }));
    await hold(deps, account, { reasons, agencyId: given.agencyId });
  }
}

async function hold(
  { credit, clock }: Parameters<typeof holdDoubtful>[0],
  { earned, stated }: Account,
  {
    reasons,
    agencyId,
  }: Pick<Extract<Entry, { kind: 'held' }>, 'reasons'> & {
    readonly agencyId: AgencyId | undefined;
  },
): Promise<void> {
  const { personId, entryId: about, title } = earned;
  const entryId = `${about}:held` as EntryId;
  const at = clock.now().toISOString();
  await credit.hold(
    { entryId, personId, about, at, recordedAt: at, kind: 'held', reasons, ruleId: '' },
    {
      ...{ personId, about, entryId, title, stated, reasons, heldAt: at, state: 'open', rev: 0 },
      ...(agencyId !== undefined && { agencyId }),
    },
  );
}
