import { createClient } from '@sinau/identity';
import type { AgencyId, Scope, Tenant } from '@sinau/kernel';
import { appendRecords, pullRecords } from '@sinau/records';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world = await portalWorld();
beforeEach(async () => {
  world = await portalWorld();
});

async function client(name: string, tenant: Tenant, scope: Scope = 'records/read') {
  const request = { name, tenant, scopes: [scope] };
  return (await createClient(world, { principal: world.operator, request })).client.clientId;
}

async function append(tenant: Tenant, count: number) {
  const agencies = tenant.kind === 'agency' ? [tenant.agencyId] : [];
  const stored = world.clock.now().toISOString();
  const statements = Array.from({ length: count }, (_, n) => ({
    id: `id-${stored}-${n}`,
    position: `p-${stored}-${n}`,
    json: '{"verb":{}}',
    agencies,
  }));
  await appendRecords({ ...world.deps, laneCount: 2 }, [{ position: stored, stored, statements, voids: [] }]);
}

async function pull(clientId: string, tenant: Tenant, limit: number) {
  const agencyId = tenant.kind === 'agency' ? tenant.agencyId : ('' as AgencyId);
  const bodies = { find: async () => undefined };
  const request = { agencyId, clientId, limit, maxBytes: 100_000 };
  const { places, more } = await pullRecords({ ...world.deps, bodies }, request);
  const at = world.clock.now().toISOString();
  await world.deps.pulls.note({ agencyId, clientId, at, places, reachedEnd: !more, filtered: false });
}

async function rowsOf(tenant: Tenant): Promise<ReadonlyMap<string, string>> {
  const admin = await world.invite(tenant, ['agency-admin']);
  const browser = world.browser();
  await browser.signIn(admin.email);
  const html = await (await browser.ask('/agency/pull')).text();
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row.replace(/<[^>]*>/g, ' '));
  const clean = rows.map((row) => row.replace(/\s+/g, ' ').trim());
  return new Map(clean.map((row) => [/^Klien \w+/.exec(row)?.[0] ?? '', row]));
}

describe('the agency’s pull page', () => {
  it('shows how far each client is, and since when its oldest line waits', async () => {
    const { agencyA } = world.tenants;
    const [done, half] = [await client('Klien selesai', agencyA), await client('Klien separuh', agencyA)];
    await client('Klien baru', agencyA);
    await client('Klien xapi', agencyA, 'statements/read');
    await append(agencyA, 4);
    await pull(half, agencyA, 3);
    world.clock.advance(3_600_000);
    await append(agencyA, 2);
    await pull(done, agencyA, 100);
    const rows = await rowsOf(agencyA);
    expect(rows.get('Klien selesai')).toMatch(/6 dari 6 baris terkini$/);
    expect(rows.get('Klien separuh')).toMatch(/3 dari 6 baris 3 baris tertua sejak 2 Maret 2026, 08.00 WIB$/);
    expect(rows.get('Klien baru')).toMatch(
      /belum pernah 0 dari 6 baris 6 baris tertua sejak 2 Maret 2026, 08.00/,
    );
    expect(rows.get('Klien xapi')).toMatch(/lewat xAPI$/);
  });

  it('C3: shows nothing of another agency’s feed and clients', async () => {
    const { agencyA, agencyB } = world.tenants;
    await client('Klien kita', agencyA);
    const theirs = await client('Klien mereka', agencyB);
    await append(agencyB, 5);
    await pull(theirs, agencyB, 2);
    const rows = await rowsOf(agencyA);
    expect(rows.get('Klien kita')).toMatch(/0 dari 0 baris terkini$/);
    expect(rows.has('Klien mereka')).toBe(false);
  });
});
