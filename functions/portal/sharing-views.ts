import {
  type AgencyDisclosures,
  type Agreement,
  disclosedAttributes,
  type OwnDisclosures,
  type SharingDecision,
  standingOf,
} from '@sinau/agreements';
import type { AgencyId } from '@sinau/kernel';
import type { AgreementView, DisclosedBy, OwnSharingView, SharingDecisionView } from '@sinau/web';

export function agreementViewOf(
  agreement: Agreement,
  given: { readonly now: Date; readonly agencyNames: ReadonlyMap<AgencyId, string> },
): AgreementView {
  const { state: _, createdBy: _by, agencyIds, ...shown } = agreement;
  const nameOf = (agencyId: AgencyId) => given.agencyNames.get(agencyId) ?? agencyId;
  return {
    ...shown,
    standing: standingOf(agreement, given.now),
    ...(agencyIds && { agencies: agencyIds.map((agencyId) => ({ agencyId, name: nameOf(agencyId) })) }),
  };
}

/** One line an attribute and way. */
export function disclosedBy({ channel, attributes }: AgencyDisclosures): readonly DisclosedBy[] {
  return disclosedAttributes.flatMap((attribute) => {
    const trace = attributes[attribute];
    return trace ? [{ channel, attribute, ...trace }] : [];
  });
}

export function decisionViewOf(
  { stopped, at, by, reason }: SharingDecision,
  nameOf: (personId: NonNullable<SharingDecision['by']>) => string,
): SharingDecisionView {
  return {
    ...{ stopped, at },
    ...(by !== undefined && { by: nameOf(by) }),
    ...(reason !== undefined && { reason }),
  };
}

export function ownSharingOf({ providerId, name, attributes }: OwnDisclosures): OwnSharingView {
  const shown = disclosedAttributes.flatMap((attribute) => {
    const trace = attributes[attribute];
    return trace ? [{ attribute, ...trace }] : [];
  });
  return { providerId, name, attributes: shown };
}
