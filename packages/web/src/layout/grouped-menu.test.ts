import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';

const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Agus' },
  ...{ roles: ['agency-admin', 'operator', 'provider-author'], agencyId: 'a1' as AgencyId },
};

async function menuOf(path: string, label: string): Promise<string> {
  const answer = await createFixturePortal({ principal }).hono.request(path);
  const html = await answer.text();
  const from = html.indexOf(`<nav aria-label="${label}"`);
  return html.slice(from, html.indexOf('</nav>', from));
}

const hrefsOf = (menu: string) => [...new Set([...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href))];

it.each([
  ['/agency', 'Menu instansi'],
  ['/operator', 'Menu operator'],
  ['/studio', 'Studio'],
])('every page of the menu at %s is there, and the menu says where one is', async (home, label) => {
  const portal = createFixturePortal({ principal });
  const hrefs = hrefsOf(await menuOf(home, label));
  expect(hrefs.length).toBeGreaterThan(6);
  for (const href of hrefs) {
    if (href === undefined || href === '/outbox') continue;
    expect((await portal.hono.request(href)).status, href).toBe(200);
    const menu = await menuOf(href, label);
    expect(menu.match(/aria-current="page"/g), href).toHaveLength(1);
    expect(menu, href).toMatch(new RegExp(`href="${href}"[^>]*aria-current="page"`));
  }
});

it('marks one group, and leads from each group to its first page', async () => {
  const menu = await menuOf('/agency/push', 'Menu instansi');
  expect(menu.match(/aria-current="true"/g)).toHaveLength(1);
  expect(menu).toContain(
    '<a href="/agency/statements" class="tab-link menu-group-name" aria-current="true">Catatan dan sistem</a>',
  );
});
