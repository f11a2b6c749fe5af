import type { CatalogueSearch } from '@sinau/catalogue/search';
import { createPortalApp } from '../../../functions/portal/app.ts';
import { origin, portalWorld } from '../../../functions/portal/testing/portal-world.ts';

/** The portal's own page, signed in, over this search; everything else in memory. Gives the page of a query. */
export async function openPage(search: CatalogueSearch): Promise<(query: string) => Promise<string>> {
  const world = await portalWorld();
  const browser = world.browser();
  const { email } = await world.invite(world.tenants.agencyA, ['learner']);
  await browser.signIn(email);
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
  const app = createPortalApp({ ...world.deps, search });
  return async (query) => {
    const response = await app.hono.request(`${origin}/catalogue?${query}`, {
      headers: { cookie, accept: 'text/html', 'accept-language': 'id' },
    });
    if (response.status !== 200) throw new Error(`${query} was answered ${response.status}`);
    return response.text();
  };
}
