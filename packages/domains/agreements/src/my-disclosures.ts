import type { PersonPrincipal } from '@sinau/kernel';
import type { DisclosureStore, OrganisationPort, PersonDisclosures } from './ports.ts';

/** What has left of oneself to a provider, with its name. */
export type OwnDisclosures = PersonDisclosures & { readonly name: string };

/** UU 27/2022, article 5: who has got what of me, since when. Nobody asks it of another person. */
export async function listMyDisclosures(
  deps: {
    readonly disclosures: Pick<DisclosureStore, 'ofPerson'>;
    readonly organisations: Pick<OrganisationPort, 'providerNames'>;
  },
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly OwnDisclosures[]> {
  const [found, names] = await Promise.all([
    deps.disclosures.ofPerson(principal.personId),
    deps.organisations.providerNames(),
  ]);
  return found
    .filter(({ attributes }) => Object.keys(attributes).length > 0)
    .map((one) => ({ ...one, name: names.get(one.providerId) ?? one.providerId }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}
