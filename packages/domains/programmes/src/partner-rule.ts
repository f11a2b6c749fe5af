import type { AgencyId, PersonId } from '@sinau/kernel';

export const partnerApprovals = ['event', 'supervisor'] as const;

/** What an agency asks of its people before they go to an event of a provider. */
export interface PartnerRule {
  readonly agencyId: AgencyId;
  /** `event`: what the event itself asks for. `supervisor`: the supervisor's word, whatever the event says. */
  readonly approval: (typeof partnerApprovals)[number];
  /** Who set it last. */
  readonly by: PersonId;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly rev: number;
}
