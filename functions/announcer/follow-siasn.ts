import type { AgencyId, PersonId } from '@sinau/kernel';
import type { FollowDeps as SiasnDeps } from '@sinau/siasn-sync';
import type { Fact } from './follow-fact.ts';

export interface FollowSiasnDeps {
  /** Loaded with the first fact that may change what is owed to SIASN. */
  readonly siasn: () => Promise<SiasnDeps>;
}

/** What SIASN is owed follows the ledger, what proves its lines, and who people are. Safe to repeat. */
export async function followSiasn(deps: FollowSiasnDeps, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'credit-changed':
    case 'certificate-issued':
    case 'certificate-reissued':
    case 'certificate-revoked':
    case 'external-learning-moved':
    case 'standing-changed': {
      const { followPerson } = await import('@sinau/siasn-sync');
      await followPerson(await deps.siasn(), fact.personId as PersonId);
      return;
    }
    case 'report-finished': {
      // What a file has held that never came to be.
      if (fact.kind !== 'siasn' || fact.outcome !== 'failed') return;
      const { releaseFile } = await import('@sinau/siasn-sync');
      const { reportId } = fact;
      await releaseFile(await deps.siasn(), { agencyId: fact.agencyId as AgencyId, reportId });
      return;
    }
    default:
      return;
  }
}
