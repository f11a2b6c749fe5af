import { orderReport, runReport } from '@sinau/compliance/reports';
import { memoryReportStore } from '@sinau/compliance/testing';
import type { AgencyId, ClientPrincipal, PersonId, PersonPrincipal, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import type { ReportParts } from '../shared/report-parts.ts';
import { addReportRoutes } from './report-routes.ts';

const admin: PersonPrincipal = {
  ...{ kind: 'person', personId: 'agus' as PersonId, name: 'Agus', roles: ['agency-admin'] },
};
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const clock = fixedClock();

function world() {
  const parts: ReportParts = {
    units: { unitsOf: async () => [{ unitId: 'u1', name: 'Unit 1' }] },
    ...{ clock, ids: countedIds(), reports: memoryReportStore(), queue: { send: async () => undefined } },
    source: {
      open: async () => ({
        ...{ title: 'Laporan JP', heads: ['Nama'], expected: 1, notes: () => [] },
        async *pages() {
          yield [['Ani']];
        },
      }),
    },
    files: {
      write: async () => [{ name: 'jp.csv', key: 'k', bytes: 9 }],
      linkTo: async ({ name }) => `https://unduh.example/${name}`,
    },
  };
  const asking = (agencyId: string, scopes: readonly Scope[] = ['people/read']) => {
    const caller: ClientPrincipal = {
      ...{ kind: 'client', clientId: 'k1', name: 'SIMPEG', scopes },
      tenant: { kind: 'agency', agencyId: agencyId as AgencyId },
    };
    const app = createHttpApp({
      ...{ name: 'api', authenticate: async () => caller, log: silent, clock, ids: countedIds() },
      readings: { note: async () => undefined },
    });
    addReportRoutes(app, { reports: async () => parts });
    return async (path: string, method = 'GET', body?: object) => {
      const response = await app.hono.request(`http://localhost/api/reports${path}`, {
        ...{ method, headers: { 'content-type': 'application/json' } },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, never> };
    };
  };
  return { parts, asking };
}

describe('reports for an agency’s own systems', () => {
  it('are asked for, looked after, and lead to their files once they are done', async () => {
    const { parts, asking } = world();
    const ask = asking('badan');
    const taken = await ask('', 'POST', { kind: 'jp' });
    expect(taken).toMatchObject({
      status: 202,
      body: { state: 'waiting', kind: 'jp', format: 'csv', year: 2026, requestedBy: 'SIMPEG' },
    });
    const reportId: string = taken.body.reportId ?? '';
    expect((await ask(`/${reportId}`)).body).not.toHaveProperty('files');
    await runReport(parts, { agencyId: 'badan' as AgencyId, reportId });
    expect((await ask(`/${reportId}`)).body).toMatchObject({
      ...{ state: 'done', rows: 1, asOf: clock.now().toISOString() },
      files: [{ name: 'jp.csv', url: 'https://unduh.example/jp.csv', urlExpiresInSeconds: 900 }],
    });
    expect((await ask('')).body.reports).toHaveLength(1);
    const second = (await ask('', 'POST', { kind: 'duties', unitId: 'u1', format: 'xlsx' })).body.reportId;
    expect((await ask(`/${second}`, 'DELETE')).body).toMatchObject({ state: 'cancelled', unitId: 'u1' });
  });

  it('C3: are found by no other agency, nor without the scope that shows people', async () => {
    const { asking } = world();
    const { reportId } = (await asking('badan')('', 'POST', { kind: 'cost' })).body;
    const foreign = asking('lain');
    expect((await foreign(`/${reportId}`)).status).toBe(404);
    expect((await foreign(`/${reportId}`, 'DELETE')).status).toBe(404);
    expect((await foreign('')).body.reports).toEqual([]);
    expect((await asking('badan', ['credit/read'])('')).status).toBe(403);
  });

  it('D2: are refused with what no report has', async () => {
    const ask = world().asking('badan');
    for (const order of [
      {},
      { kind: 'x' },
      { kind: 'cost', unitId: 'u1' },
      { kind: 'jp', agencyId: 'lain' },
    ]) {
      expect((await ask('', 'POST', order)).status, JSON.stringify(order)).toBe(400);
    }
  });

  it('C2: leave files for SIASN, which hold whole employee numbers, to people', async () => {
    const { parts, asking } = world();
    const ask = asking('badan');
    expect((await ask('', 'POST', { kind: 'siasn' })).status).toBe(400);
    const principal = { ...admin, agencyId: 'badan' as AgencyId };
    const order = { kind: 'siasn', format: 'csv', year: 2026, locale: 'id' } as const;
    const { reportId } = await orderReport(parts, { principal, order });
    expect((await ask('')).body.reports).toEqual([]);
    for (const method of ['GET', 'DELETE']) expect((await ask(`/${reportId}`, method)).status).toBe(404);
  });
});
