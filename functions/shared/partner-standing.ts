import { type SharingRules, termsFor } from '@sinau/agreements';
import type { AgencyId, Clock, ProviderId } from '@sinau/kernel';
import type { PartnerRuleStore, PartnerStanding } from '@sinau/programmes';

/** How an agency stands to a provider, as events ask it. */
export type PartnerStandings = (agencyId: AgencyId, providerId: ProviderId) => Promise<PartnerStanding>;

/** By the data agreements that are in force now, and the agency's own rule for events of providers. */
export function partnerStandingsOf(deps: {
  readonly agreements: SharingRules;
  readonly rules: Pick<PartnerRuleStore, 'find'>;
  readonly clock: Clock;
}): PartnerStandings {
  return async (agencyId, providerId) => {
    const [{ terms, stopped }, rule] = await Promise.all([
      deps.agreements.rulesOf(providerId, [agencyId]),
      deps.rules.find(agencyId),
    ]);
    const isCovered = termsFor(terms, { agencyId, now: deps.clock.now() }) !== undefined;
    return {
      isPartner: isCovered && !stopped.has(agencyId),
      asksSupervisor: rule?.approval === 'supervisor',
    };
  };
}
