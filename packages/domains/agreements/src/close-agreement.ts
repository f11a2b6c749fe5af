import type { Clock, Principal, ProviderId } from '@sinau/kernel';
import type { Agreement } from './agreement.ts';
import { assertPlatform } from './authority.ts';
import type { VersionPlace } from './draft-agreement.ts';
import { AgreementChanged, AgreementNotFound, NotActive } from './errors.ts';
import type { AgreementStore } from './ports.ts';

interface CloseDeps {
  readonly agreements: AgreementStore;
  readonly clock: Clock;
}

/** Nothing leaves by it any more, from the next request on. */
export async function closeAgreement(
  deps: CloseDeps,
  input: {
    readonly principal: Principal;
    readonly place: VersionPlace;
    readonly as: 'ended' | 'revoked';
    readonly reason: string;
  },
): Promise<Agreement> {
  assertPlatform(input.principal);
  const { providerId, agreementId, version } = input.place;
  const active = await deps.agreements.find(providerId, agreementId, version);
  if (!active) throw new AgreementNotFound();
  if (active.state !== 'active') throw new NotActive();
  const [closed] = await close(deps, { ...input, providerId, only: active });
  if (!closed) throw new AgreementChanged();
  return closed;
}

/** In an emergency: every agreement with the provider at once. Those that were none any more stay as they are. */
export async function revokeAllAgreements(
  deps: CloseDeps,
  input: { readonly principal: Principal; readonly providerId: ProviderId; readonly reason: string },
): Promise<readonly Agreement[]> {
  assertPlatform(input.principal);
  return close(deps, { ...input, as: 'revoked' });
}

const rounds = 5;

/** Whoever stops something is not sent away because another has changed something meanwhile. */
async function close(
  { agreements, clock }: CloseDeps,
  given: {
    readonly providerId: ProviderId;
    readonly as: 'ended' | 'revoked';
    readonly reason: string;
    readonly only?: Agreement;
  },
): Promise<readonly Agreement[]> {
  const { providerId, only, as, reason } = given;
  for (let round = 0; round < rounds; round += 1) {
    const inForce = await agreements.inForce(providerId);
    const isMeant = (one: { readonly agreementId: string; readonly version: number }) =>
      !only || (one.agreementId === only.agreementId && one.version === only.version);
    const closedAt = clock.now().toISOString();
    // What is past its period lets nothing leave, and is no emergency.
    const active = (await agreements.listOf(providerId)).filter(
      (one) => one.state === 'active' && isMeant(one) && (only || one.validUntil > closedAt),
    );
    if (active.length === 0) return [];
    const changed = active.map((one) => ({ ...one, state: as, closedAt, closedBecause: reason }));
    const terms = inForce.terms.filter((one) => !isMeant(one));
    const settled = await agreements.settle({ providerId, changed, inForce: { terms, rev: inForce.rev } });
    if (settled === 'settled') return changed.map((one) => ({ ...one, rev: one.rev + 1 }));
  }
  throw new AgreementChanged();
}
