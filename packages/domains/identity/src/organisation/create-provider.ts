import type { Clock, Ids, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { NotAllowed } from '../errors.ts';
import type { CreateProviderRequest, Provider } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';

/** Opens a content provider or a partner university. Operators only. */
export async function createProvider(
  deps: { readonly organisations: OrganisationStore; readonly clock: Clock; readonly ids: Ids },
  input: { readonly principal: PersonPrincipal; readonly request: CreateProviderRequest },
): Promise<Provider> {
  if (!input.principal.roles.includes('operator')) throw new NotAllowed();
  const provider: Provider = {
    providerId: deps.ids.uuid() as ProviderId,
    name: input.request.name,
    kind: input.request.kind,
    createdAt: deps.clock.now().toISOString(),
  };
  await deps.organisations.addProvider(provider);
  return provider;
}
