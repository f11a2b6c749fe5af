import type { OrganisationPort } from '@sinau/agreements';
import type { OrganisationStore } from '@sinau/identity';

/** Agreements ask identity which agencies and providers there are. */
export function createAgreementOrganisations(deps: {
  readonly organisations: Pick<OrganisationStore, 'findProvider' | 'listProviders' | 'listAgencies'>;
}): OrganisationPort {
  const { organisations } = deps;
  return {
    hasProvider: async (providerId) => (await organisations.findProvider(providerId)) !== undefined,
    providerNames: async () =>
      new Map((await organisations.listProviders()).map(({ providerId, name }) => [providerId, name])),
    agencyNames: async () =>
      new Map((await organisations.listAgencies()).map(({ agencyId, name }) => [agencyId, name])),
  };
}
