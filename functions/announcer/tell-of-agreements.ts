import type { AgreementActivated, AgreementClosed, SharingDecided } from '@sinau/domain-events';
import { type OrganisationStore, organisationName } from '@sinau/identity';
import type { AgencyId, ProviderId, Tenant } from '@sinau/kernel';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

interface Deps extends TellDeps {
  readonly organisations: OrganisationStore;
}

/** An agreement for more agencies than that is shown on their pages; telling every administrator of a country is no news. */
const mostAgencies = 5;

/** The provider, and the agencies where few are named. A version that another one replaced is told by that one. */
export async function tellOfAgreement(deps: Deps, fact: AgreementActivated | AgreementClosed): Promise<void> {
  if (fact.type === 'agreement-closed' && fact.as === 'replaced') return;
  const home = { kind: 'provider', providerId: fact.providerId as ProviderId } as const;
  const provider = await organisationName(deps, home);
  if (provider === undefined) return;
  const change = fact.type === 'agreement-closed' && fact.as !== 'replaced' ? fact.as : 'activated';
  const content = { kind: 'agreement-changed', params: { provider, title: fact.title, change } } as const;
  await tellHolders(deps, { home, eventId: fact.eventId, content });
  const named = fact.type === 'agreement-activated' ? (fact.agencyIds ?? []) : [];
  if (named.length > mostAgencies) return;
  for (const agencyId of named) {
    const agency: Tenant = { kind: 'agency', agencyId: agencyId as AgencyId };
    await tellHolders(deps, { home: agency, eventId: fact.eventId, content });
  }
}

/** The provider learns why names are missing from its rosters. */
export async function tellOfSharing(deps: Deps, fact: SharingDecided): Promise<void> {
  const agency = await organisationName(deps, { kind: 'agency', agencyId: fact.agencyId as AgencyId });
  if (agency === undefined) return;
  const home = { kind: 'provider', providerId: fact.providerId as ProviderId } as const;
  const content = { kind: 'sharing-decided', params: { agency, stopped: fact.stopped } } as const;
  await tellHolders(deps, { home, eventId: fact.eventId, content });
}

async function tellHolders(
  deps: Deps,
  given: {
    readonly home: Tenant;
    readonly eventId: string;
    readonly content: Parameters<typeof tell>[2];
  },
): Promise<void> {
  const { home, eventId, content } = given;
  const ofAgency = home.kind === 'agency';
  const link = ofAgency ? '/agency/sharing' : '/studio/agreements';
  for (const personId of await holdersOf(deps, home, ofAgency ? 'agency-admin' : 'provider-author')) {
    await tell(deps, { eventId: `${eventId}:${personId}`, personId }, { ...content, link });
  }
}
