import type { PersonId } from '@sinau/kernel';
import { foldAccounts } from './ledger/fold-accounts.ts';
import { type CertificateOf, certificateKey, type LikeCourse, likeCourses } from './one-learning.ts';
import type { LedgerStore } from './ports.ts';

/** Courses in somebody’s ledger that are, or may be, what they have learned elsewhere. */
export async function findLikeCourses(
  { credit }: { readonly credit: Pick<LedgerStore, 'entriesOf'> },
  learned: {
    readonly personId: PersonId;
    readonly title: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly certificate?: CertificateOf;
  },
): Promise<readonly LikeCourse[]> {
  const { personId, certificate, ...rest } = learned;
  const accounts = foldAccounts(await credit.entriesOf(personId));
  return likeCourses(accounts, { ...rest, certificates: certificate ? [certificateKey(certificate)] : [] });
}
