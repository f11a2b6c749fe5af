import type { Principal, ProviderId } from '@sinau/kernel';
import type { Agreement, Terms } from './agreement.ts';
import { assertPlatform, assertSees, isPlatform } from './authority.ts';
import type { VersionPlace } from './draft-agreement.ts';
import { AgreementNotFound } from './errors.ts';
import type { AgreementStore } from './ports.ts';

interface Deps {
  readonly agreements: AgreementStore;
}

/** Every version with one provider, latest made first. A provider sees its own, without drafts: those are nobody's word yet. */
export async function listAgreements(
  { agreements }: Deps,
  { principal, providerId }: { readonly principal: Principal; readonly providerId: ProviderId },
): Promise<readonly Agreement[]> {
  assertSees(principal, providerId);
  const all = await agreements.listOf(providerId);
  return all.filter((one) => isSeen(principal, one));
}

export async function getAgreement(
  { agreements }: Deps,
  { principal, place }: { readonly principal: Principal; readonly place: VersionPlace },
): Promise<Agreement> {
  assertSees(principal, place.providerId);
  const found = await agreements.find(place.providerId, place.agreementId, place.version);
  if (!found || !isSeen(principal, found)) throw new AgreementNotFound();
  return found;
}

/** What is active with each of these providers; for the list of operators. */
export async function listActive(
  { agreements }: Deps,
  input: { readonly principal: Principal; readonly providerIds: readonly ProviderId[] },
): Promise<ReadonlyMap<ProviderId, readonly Terms[]>> {
  assertPlatform(input.principal);
  return agreements.inForceOf(input.providerIds);
}

function isSeen(principal: Principal, { state }: Agreement): boolean {
  return state !== 'draft' || isPlatform(principal);
}
