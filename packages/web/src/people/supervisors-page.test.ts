import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';

const principal = (personId: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: personId as PersonId, name: 'Agus', roles: ['agency-admin'] },
  agencyId: 'a1' as AgencyId,
});

async function ask(
  path: string,
  init: { fields?: readonly (readonly [string, string])[]; as?: string } = {},
) {
  const portal = createFixturePortal({ principal: principal(init.as ?? 'p1') });
  const answer = await portal.hono.request(path, {
    ...(init.fields && {
      method: 'POST',
      body: new URLSearchParams([...init.fields].map(([name, value]): [string, string] => [name, value])),
    }),
  });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
}

describe('supervisors without the role', () => {
  it('are listed with the size of their teams, all of them chosen, but for those to whom the reader cannot give it', async () => {
    const { html } = await ask('/agency/supervisors');
    expect(html).toContain('214 orang disebut sebagai atasan');
    expect(html).toContain('3 yang pertama');
    expect(html).toContain('belum semua orang diperiksa');
    expect(html).toContain('atasan dari 12 orang');
    expect(html).toContain('Maria &lt;Tokan&gt;');
    for (const id of ['s1', 's2']) expect(html).toMatch(new RegExp(`value="${id}"[^>]*checked`));
    expect(html).not.toContain('value="p1"');
    expect(html).toContain('href="/agency/people/p1"');
  });

  it('are none where all hold their role', async () => {
    const { html } = await ask('/agency/supervisors', { as: 'kosong' });
    expect(html).toContain('Semua atasan memegang perannya');
    expect(html).not.toContain('Beri peran Atasan</button>');
  });

  it('are given it in one go, once somebody is chosen', async () => {
    const both = {
      fields: [
        ['personId', 's1'],
        ['personId', 's2'],
      ],
    } as const;
    expect((await ask('/agency/supervisors', both)).to).toBe('/agency/supervisors?notice=rolesGiven');
    expect((await ask('/agency/supervisors', { fields: [['personId', 's1']] })).status).toBe(303);
    const none = await ask('/agency/supervisors', { fields: [] });
    expect(none.status).toBe(422);
    expect(none.html).toContain('Pilih sedikitnya satu orang.');
    const many = Array.from({ length: 101 }, (_, n) => ['personId', `s${n}`] as const);
    expect((await ask('/agency/supervisors', { fields: many })).status).toBe(422);
    expect((await ask('/agency/supervisors', { fields: [['roles', 'operator']] })).status).toBe(400);
  });

  it('are named on the page of whoever names them, with the way to the role, and after a list', async () => {
    const { html } = await ask('/agency/people/led');
    expect(html).toContain('Yohanis belum memegang peran Atasan');
    expect(html).toContain('href="/agency/people/y1#roles"');
    expect((await ask('/agency/people/p1')).html).not.toContain('belum memegang peran Atasan');
    for (const state of ['checked', 'done'])
      expect((await ask(`/agency/people/imports/import-${state}`)).html).toContain(
        'href="/agency/supervisors"',
      );
    for (const path of ['/agency/people/imports/import-running', '/agency/external/import/lists/import-done'])
      expect((await ask(path)).html).not.toContain('href="/agency/supervisors"');
    expect((await ask('/agency/people')).html).toContain('href="/agency/supervisors"');
  });
});
