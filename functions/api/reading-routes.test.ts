import { anchorChains, hashOfLine, type Line, noteReading } from '@sinau/audit';
import { memoryAudit } from '@sinau/audit/testing';
import type { AgencyId, ClientPrincipal, PersonId, PersonPrincipal, Tenant } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { addReadingRoutes } from './reading-routes.ts';

const clock = fixedClock();
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const tenantOf = (agencyId: string): Tenant => ({ kind: 'agency', agencyId: agencyId as AgencyId });

/** Three lines of one agency's office and one of a machine of it, two of another office; anchored. */
async function world(tenant: Tenant, scopes: ClientPrincipal['scopes'] = ['audit/read']) {
  const audit = { ...memoryAudit(nodeDigest), digest: nodeDigest, clock, signer: hmacSigner('x'.repeat(32)) };
  const all = { ...audit, sources: [audit.log] };
  const note = (principal: PersonPrincipal | ClientPrincipal, id: string) =>
    noteReading(all, { principal, what: 'person', about: { kind: 'person', personId: id as PersonId } });
  const officer = (agencyId: string): PersonPrincipal => ({
    ...{ kind: 'person', personId: `hr-${agencyId}` as PersonId, name: 'Agus' },
    ...{ roles: ['agency-admin'], agencyId: agencyId as AgencyId },
  });
  for (const id of ['a', 'b', 'c']) await note(officer('badan'), id);
  await note({ kind: 'client', clientId: 'simpeg', name: 'S', scopes: [], tenant: tenantOf('badan') }, 'a');
  for (const id of ['a', 'b']) await note(officer('lain'), id);
  await anchorChains(all);
  const caller: ClientPrincipal = { kind: 'client', clientId: 'k1', name: 'Auditor', scopes, tenant };
  const app = createHttpApp({
    ...{ name: 'api', authenticate: async () => caller, log: silent, clock, ids: countedIds() },
    readings: { note: async () => undefined },
  });
  addReadingRoutes(app, { audit: async () => all });
  return async (path: string) => {
    const response = await app.hono.request(`http://localhost/api/readings${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, never[]> };
  };
}

describe('P4: the access log for machines', () => {
  it('gives auditors every chain line by line, so that they can check it themselves', async () => {
    const ask = await world({ kind: 'platform' });
    const { chains } = (await ask('/chains')).body;
    expect(chains).toEqual([
      { chain: 'agency:badan', office: 'agency:badan' },
      { chain: 'agency:lain', office: 'agency:lain' },
      { chain: 'client:simpeg', office: 'agency:badan' },
    ]);
    const first = (await ask('?chain=agency:badan&limit=2')).body;
    expect(first).toMatchObject({ next: 2 });
    const rest = (await ask('?chain=agency:badan&limit=2&after=2')).body;
    expect(rest).not.toHaveProperty('next');
    const lines: readonly Line[] = [...(first.lines ?? []), ...(rest.lines ?? [])];
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const [n, line] of lines.entries()) {
      expect(hashOfLine(nodeDigest, line)).toBe(line.hash);
      expect(line.previous).toBe(lines[n - 1]?.hash ?? '');
    }
    expect((await ask('/anchors')).body.anchors).toMatchObject([{ number: 1, heads: { length: 3 } }]);
    expect((await ask('/anchors?after=1')).body).toEqual({ anchors: [] });
  });

  it('C2: gives an agency the chains of its own office, and of others the same as of none', async () => {
    const ask = await world(tenantOf('badan'));
    const { chains } = (await ask('/chains')).body;
    expect(chains?.map(({ chain }) => chain)).toEqual(['agency:badan', 'client:simpeg']);
    expect((await ask('?chain=client:simpeg')).body.lines).toHaveLength(1);
    const [foreign, none] = [await ask('?chain=agency:lain'), await ask('?chain=agency:tidak-ada')];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    expect(foreign.body.detail).toEqual(none.body.detail);
    expect((await ask('/anchors')).status).toBe(404);
  });

  it('refuses whoever lacks the scope, and what is no page', async () => {
    expect((await (await world(tenantOf('badan'), ['people/read']))('/chains')).status).toBe(403);
    const ask = await world(tenantOf('badan'));
    expect((await ask('?chain=agency:badan&limit=501')).status).toBe(400);
    expect((await ask('?after=0')).status).toBe(400);
  });
});
