import type { CertificateNumber, CertificateStore } from '@sinau/credentials';
import type { PeopleStore } from '@sinau/identity';
import type { AgencyId, Clock, PersonId } from '@sinau/kernel';
import type { SealRef, SealStore } from '@sinau/sealing';
import type { Fact } from './follow-fact.ts';

export interface SealFollowParts extends SealStore {
  readonly certificates: Pick<CertificateStore, 'find'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly clock: Clock;
}

export interface FollowSealsDeps {
  /** Loaded with the first document that is ready. */
  readonly seals: () => Promise<SealFollowParts>;
}

/** What was printed is to be sealed, where its agency wants that; the worker of seals finds it within a minute. Safe to repeat. */
export async function followSeals(deps: FollowSealsDeps, fact: Fact): Promise<void> {
  if (fact.type !== 'certificate-issued' && fact.type !== 'transcript-made') return;
  const parts = await deps.seals();
  const agencyId =
    fact.type === 'certificate-issued'
      ? (await parts.certificates.find(fact.number as CertificateNumber))?.agencyId
      : await homeOf(parts, fact.personId as PersonId);
  if (agencyId === undefined) return;
  const kind = fact.type === 'certificate-issued' ? 'certificate' : 'transcript';
  const ref: SealRef = { kind, number: fact.number, edition: fact.edition };
  const { requestSeal } = await import('@sinau/sealing');
  await requestSeal(parts, { ref, agencyId, issuedAt: fact.occurredAt });
}

async function homeOf({ people }: SealFollowParts, personId: PersonId): Promise<AgencyId | undefined> {
  const home = (await people.find(personId))?.home;
  return home?.kind === 'agency' ? home.agencyId : undefined;
}
