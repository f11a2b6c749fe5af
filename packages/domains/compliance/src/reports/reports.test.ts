import type { AgencyId, Cell, ClientPrincipal, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { memoryReportStore } from '../testing/memory-report-store.ts';
import { cancelReport, linkToReport, listReports, orderReport, readReport } from './order-report.ts';
import { mostReportRows } from './report-job.ts';
import { runReport, sweepReports } from './run-report.ts';

const badan = 'badan' as AgencyId;
const admin = {
  kind: 'person',
  personId: 'agus',
  name: 'Agus',
  roles: ['agency-admin'],
  agencyId: badan,
} as unknown as PersonPrincipal;
const order = { kind: 'jp', format: 'csv', year: 2026, locale: 'id' } as const;

function world(pages: () => AsyncIterable<readonly (readonly Cell[])[]>) {
  const clock = fixedClock();
  const sent: string[] = [];
  const written: { rows: readonly (readonly Cell[])[]; notes: readonly (readonly Cell[])[] }[] = [];
  const deps = {
    ...{ clock, ids: countedIds(), reports: memoryReportStore() },
    units: { unitsOf: async () => [{ unitId: 'u1', name: 'Unit' }] },
    queue: { send: async ({ reportId }: { readonly reportId: string }) => void sent.push(reportId) },
    source: {
      open: async () => ({
        ...{ title: 'Laporan JP', heads: ['Nama'], expected: 3, pages },
        notes: ({ rows }: { readonly rows: number }) => [['Baris', rows]],
      }),
    },
    files: {
      write: async (report: (typeof written)[number]) => {
        written.push(report);
        return [{ name: 'a.csv', key: 'k', bytes: 3 }];
      },
      linkTo: async () => 'https://unduh.example/a.csv',
    },
  };
  return { deps, clock, sent, written };
}

async function* people() {
  yield [['Ani'], ['Budi']];
  yield [['Citra']];
}

describe('a report', () => {
  it('is of a unit that the agency has, and of no other', async () => {
    const { deps, sent } = world(people);
    await expect(
      orderReport(deps, { principal: admin, order: { ...order, unitId: 'zz' } }),
    ).rejects.toMatchObject({
      code: 'request.invalid',
      issues: [{ path: '/unitId' }],
    });
    expect([sent, await listReports(deps, admin)]).toEqual([[], []]);
    expect((await orderReport(deps, { principal: admin, order: { ...order, unitId: 'u1' } })).unitId).toBe(
      'u1',
    );
  });

  it('is made once, also when it is told to twice, and its files end with their days', async () => {
    const { deps, clock, sent, written } = world(people);
    const { reportId } = await orderReport(deps, { principal: admin, order });
    expect(sent).toEqual([reportId]);
    const at = { agencyId: badan, reportId };
    expect(await runReport(deps, at)).toEqual({ outcome: 'done' });
    expect(await runReport(deps, at)).toEqual({ outcome: 'idle' });
    expect(written.map(({ rows, notes }) => [rows, notes])).toEqual([
      [[['Nama'], ['Ani'], ['Budi'], ['Citra']], [['Baris', 3]]],
    ]);
    const asked = { principal: admin, reportId, file: 1 };
    expect(await linkToReport(deps, asked)).toBe('https://unduh.example/a.csv');
    await expect(linkToReport(deps, { ...asked, file: 2 })).rejects.toMatchObject({
      code: 'compliance.not-found',
    });
    clock.advance(8 * 86_400_000);
    await expect(linkToReport(deps, asked)).rejects.toMatchObject({ code: 'compliance.report-not-ready' });
  });

  it('R7: that is cancelled while it is made stops, and has no files', async () => {
    const { deps, written } = world(async function* () {
      yield [['Ani']];
      await cancelReport(deps, { principal: admin, reportId });
      yield [['Budi']];
    });
    const { reportId } = await orderReport(deps, { principal: admin, order });
    expect(await runReport(deps, { agencyId: badan, reportId })).toEqual({ outcome: 'overtaken' });
    expect(written).toEqual([]);
    expect(await readReport(deps, { principal: admin, reportId })).toMatchObject({
      state: 'cancelled',
      files: [],
    });
  });

  it('R8: that breaks is tried again, and says after the third time that it failed', async () => {
    const { deps, sent } = world(async function* () {
      yield [['Ani']];
      throw new Error('no answer');
    });
    const { reportId } = await orderReport(deps, { principal: admin, order });
    const at = { agencyId: badan, reportId };
    const outcomes = [await runReport(deps, at), await runReport(deps, at), await runReport(deps, at)];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['retry', 'retry', 'failed']);
    expect(sent).toHaveLength(3);
    expect(await readReport(deps, { principal: admin, reportId })).toMatchObject({
      state: 'failed',
      rows: 0,
    });
  });

  it('with more rows than fit in memory fails at once, says why, and is not tried again', async () => {
    const { deps, sent, written } = world(async function* () {
      yield Array.from({ length: mostReportRows + 1 }, () => ['Ani']);
    });
    const { reportId } = await orderReport(deps, { principal: admin, order });
    expect(await runReport(deps, { agencyId: badan, reportId })).toEqual({ outcome: 'failed' });
    const job = await readReport(deps, { principal: admin, reportId });
    expect(job).toMatchObject({ state: 'failed', failure: 'too-large', files: [] });
    expect([sent.length, written.length]).toEqual([1, 0]);
  });

  it('C3: is ordered by systems of the agency as well, and found by those of no other', async () => {
    const { deps } = world(people);
    const system = (agencyId: string): ClientPrincipal => ({
      ...{ kind: 'client', clientId: 'simpeg', name: 'SIMPEG', scopes: ['people/read'] },
      tenant: { kind: 'agency', agencyId: agencyId as AgencyId },
    });
    const { reportId, requestedBy } = await orderReport(deps, { principal: system('badan'), order });
    expect(requestedBy).toEqual({ clientId: 'simpeg', name: 'SIMPEG' });
    expect(await readReport(deps, { principal: admin, reportId })).toMatchObject({ reportId });
    const foreign = { principal: system('lain'), reportId };
    await expect(readReport(deps, foreign)).rejects.toMatchObject({ code: 'compliance.not-found' });
    await expect(cancelReport(deps, foreign)).rejects.toMatchObject({ code: 'compliance.not-found' });
  });

  it('whose worker died is taken up by another, and not while the first is alive', async () => {
    const { deps, clock, sent } = world(people);
    const { reportId } = await orderReport(deps, { principal: admin, order });
    const at = { agencyId: badan, reportId };
    const job = await readReport(deps, { principal: admin, reportId });
    const leaseUntil = new Date(clock.now().getTime() + 60_000).toISOString();
    await deps.reports.replace({ ...job, state: 'running', tries: 1, leaseUntil, rev: 2 });
    expect(await runReport(deps, at)).toEqual({ outcome: 'busy' });
    clock.advance(11 * 60_000);
    expect(await sweepReports(deps)).toBe(1);
    expect(sent).toEqual([reportId, reportId]);
    expect(await runReport(deps, at)).toEqual({ outcome: 'done' });
  });

  it('C3: belongs to its agency, and five are open at most', async () => {
    const { deps } = world(people);
    const { reportId } = await orderReport(deps, { principal: admin, order });
    const other = { ...admin, agencyId: 'lain' as AgencyId };
    await expect(readReport(deps, { principal: other, reportId })).rejects.toMatchObject({
      code: 'compliance.not-found',
    });
    const learner: PersonPrincipal = { ...admin, roles: ['learner'] };
    await expect(listReports(deps, learner)).rejects.toMatchObject({ code: 'compliance.not-found' });
    for (let n = 0; n < 4; n += 1) await orderReport(deps, { principal: admin, order });
    await expect(orderReport(deps, { principal: admin, order })).rejects.toMatchObject({
      code: 'compliance.too-many-reports',
    });
  });
});
