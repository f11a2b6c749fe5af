import type { ExportJob } from '@sinau/exports';
import type { Tenant } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world = await portalWorld();
beforeEach(async () => {
  world = await portalWorld();
});

async function adminOf(tenant: Tenant) {
  const { email } = await world.invite(tenant, ['agency-admin'], { name: 'Ani' });
  const browser = world.browser();
  await browser.signIn(email);
  return browser;
}

const agencyIdOf = (tenant: Tenant) => {
  if (tenant.kind !== 'agency') throw new Error('not an agency');
  return tenant.agencyId;
};

/** As the worker would leave it. */
async function finish(change: Partial<ExportJob>): Promise<ExportJob> {
  const [job] = await world.exports.exports.list(agencyIdOf(world.tenants.agencyA), 1);
  if (!job) throw new Error('no export');
  const next = { ...job, ...change, rev: job.rev + 1 };
  await world.exports.exports.replace(next);
  return next;
}

describe('pages of exports', () => {
  it('R8: an export is asked for, waits, and is done with its files, for its own agency alone', async () => {
    const { agencyA, agencyB } = world.tenants;
    const admin = await adminOf(agencyA);
    const asked = await admin.post('/agency/exports', {
      ...{ format: 'csv', from: '2026-02-01', to: '2026-02-28', unit: '', course: '' },
    });
    const path = asked.headers.get('location') ?? '';
    expect([asked.status, path]).toEqual([303, expect.stringMatching(/^\/agency\/exports\/\d{17}-/)]);
    const waiting = await (await admin.ask(path)).text();
    expect(waiting).toContain('1 Februari 2026 s.d. 28 Februari 2026');
    expect(waiting).toContain('Menunggu giliran');
    const job = await finish({
      ...{ state: 'done', availableUntil: '2027-01-01T00:00:00.000Z' },
      parts: [{ key: 'exports/k', bytes: 5, sha256: 'abc', rows: 2 }],
    });
    // Whole days in Jakarta.
    expect(job.filter).toEqual({ from: '2026-01-31T17:00:00.000Z', to: '2026-02-28T17:00:00.000Z' });
    expect(job.requestedBy).toMatchObject({ kind: 'person', name: 'Ani' });
    expect(await (await admin.ask(path)).text()).toContain('abc');
    const file = await admin.ask(`${path}/files/1`);
    expect(file.headers.get('location')).toBe(
      `https://files.example/exports/k?name=sinau-records-${job.exportId}.csv.gz`,
    );
    const stranger = await adminOf(agencyB);
    for (const place of [path, `${path}/progress`, `${path}/files/1`]) {
      expect((await stranger.ask(place)).status).toBe(404);
    }
    expect((await stranger.post(`${path}/cancel`)).status).toBe(404);
    expect(await (await stranger.ask('/agency/exports')).text()).not.toContain(job.exportId);
  });

  it('lists the files of every day and leads to them', async () => {
    const agencyId = agencyIdOf(world.tenants.agencyA);
    const stored = (key: string) => ({ key, bytes: 1_000, sha256: 'abc' });
    await world.exports.daily.putFiles([
      {
        ...{ agencyId, date: '2026-03-01', lane: 0, from: 1, to: 3, rows: 120 },
        files: { ndjson: stored('n'), parquet: stored('p') },
      },
    ]);
    const admin = await adminOf(world.tenants.agencyA);
    const page = await (await admin.ask('/agency/exports')).text();
    expect(page).toContain('1 Maret 2026');
    expect(page).toContain('href="/agency/exports/daily/2026-03-01/1/parquet"');
    const file = await admin.ask('/agency/exports/daily/2026-03-01/1/parquet');
    expect(file.headers.get('location')).toBe(
      'https://files.example/p?name=sinau-records-2026-03-01-0001.parquet',
    );
    const stranger = await adminOf(world.tenants.agencyB);
    expect((await stranger.ask('/agency/exports/daily/2026-03-01/1/parquet')).status).toBe(404);
  });

  it('says that files are gone, and refuses the eleventh in words', async () => {
    const admin = await adminOf(world.tenants.agencyA);
    for (let n = 0; n < 10; n += 1) await admin.post('/agency/exports', { format: 'csv' });
    const refused = await admin.post('/agency/exports', { format: 'csv' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Sepuluh ekspor');
    const job = await finish({ state: 'done', availableUntil: '2020-01-01T00:00:00.000Z' });
    expect(await (await admin.ask(`/agency/exports/${job.exportId}`)).text()).toContain('Berkasnya dihapus');
    expect((await admin.ask(`/agency/exports/${job.exportId}/files/1`)).status).toBe(409);
  });
});
