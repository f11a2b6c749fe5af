import type { Clock, Principal } from '@sinau/kernel';
import { type Agreement, overlap, standingOf, type Terms, termsOf } from './agreement.ts';
import { assertPlatform } from './authority.ts';
import type { VersionPlace } from './draft-agreement.ts';
import {
  AgreementChanged,
  AgreementNotFound,
  AgreementOver,
  AgreementOverlaps,
  NotADraft,
  TooManyAgreements,
} from './errors.ts';
import type { AgreementStore } from './ports.ts';

/** Active ones with one provider; all of them are read whenever something leaves. */
export const maxInForce = 20;

/**
 * From now on (or its first day) data may leave by it, and its words stay. The version before it ends in the same moment, so that there is
 * never none and never two. `rev`: the one that was read: nobody activates words they have not seen.
 */
export async function activateAgreement(
  deps: { readonly agreements: AgreementStore; readonly clock: Clock },
  input: { readonly principal: Principal; readonly place: VersionPlace; readonly rev: number },
): Promise<Agreement> {
  assertPlatform(input.principal);
  const { providerId, agreementId, version } = input.place;
  const draft = await deps.agreements.find(providerId, agreementId, version);
  if (!draft) throw new AgreementNotFound();
  if (draft.state !== 'draft') throw new NotADraft();
  if (draft.rev !== input.rev) throw new AgreementChanged();
  const now = deps.clock.now();
  const at = now.toISOString();
  const active: Agreement = { ...draft, state: 'active', activatedAt: at };
  if (standingOf(active, now) === 'expired') throw new AgreementOver();
  const inForce = await deps.agreements.inForce(providerId);
  const others = inForce.terms.filter((one) => one.agreementId !== agreementId && one.validUntil > at);
  await assertAlone(deps, active, others);
  if (others.length >= maxInForce) throw new TooManyAgreements(maxInForce);
  const settled = await deps.agreements.settle({
    ...{ providerId, changed: [active, ...(await replaced(deps, draft, at))] },
    inForce: { terms: [...others, termsOf(active)], rev: inForce.rev },
  });
  if (settled === 'conflict') throw new AgreementChanged();
  return { ...active, rev: active.rev + 1 };
}

async function assertAlone(
  { agreements }: { readonly agreements: AgreementStore },
  draft: Agreement,
  others: readonly Terms[],
): Promise<void> {
  const rival = others.find((other) => overlap(draft, other));
  if (!rival) return;
  const found = await agreements.find(draft.providerId, rival.agreementId, rival.version);
  throw new AgreementOverlaps(found?.title ?? rival.agreementId);
}

/** The version that the new one takes the place of; also one that is past its period, which then reads as ended. */
async function replaced(
  { agreements }: { readonly agreements: AgreementStore },
  { providerId, agreementId }: Agreement,
  at: string,
): Promise<readonly Agreement[]> {
  const versions = await agreements.listOf(providerId);
  return versions
    .filter((one) => one.agreementId === agreementId && one.state === 'active')
    .map((one) => ({ ...one, state: 'ended', closedAt: at }));
}
