import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';

const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Agus', roles: ['agency-admin'] },
  agencyId: 'a1' as AgencyId,
};
const base = '/agency/people/imports';
const history = '/agency/external/import';

async function ask(path: string, fields?: Readonly<Record<string, string | File>>, as = principal) {
  return askAt(`${base}${path}`, fields, as);
}

async function askAt(path: string, fields?: Readonly<Record<string, string | File>>, as = principal) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) body.set(name, value);
  const answer = await createFixturePortal({ principal: as }).hono.request(
    path,
    fields ? { method: 'POST', body } : {},
  );
  const { status, headers } = answer;
  return {
    status,
    html: await answer.text(),
    to: headers.get('location'),
    type: headers.get('content-type'),
  };
}

describe('imports of people', () => {
  it('lead from a file to its trial, which starts nothing by itself', async () => {
    const sent = await ask('', { file: new File(['NIP'], 'pegawai.csv') });
    expect(sent).toMatchObject({ status: 303, to: `${base}/import-checking` });
    const trial = await ask('/import-checking');
    expect(trial.html).toContain('data-refresh');
    expect(trial.html).not.toContain('/start"');
    expect((await ask('/import-checking/progress')).html).not.toContain('<html');
  });

  it('say what a file lacks, and take nothing but a file', async () => {
    const broken = await ask('', { file: new File(['x'], 'rusak.csv') });
    expect([broken.status, broken.html]).toEqual([422, expect.stringContaining('Simpan lagi.')]);
    expect((await ask('', { file: new File([], 'kosong.csv') })).status).toBe(422);
    expect((await ask('', { file: new File(['x'], 'a.csv'), agencyId: 'a2' })).status).toBe(400);
  });

  it('show each refused row with its reason, and start only what was tried', async () => {
    const { html } = await ask('/import-checked');
    expect(html).toContain('Angka ke-15 harus 1 atau 2.');
    expect(html).toContain('9.963 baris');
    expect(html).toContain(`action="${base}/import-checked/start"`);
    expect((await ask('/import-done')).html).not.toContain('/start"');
    expect(await ask('/import-checked/start', {})).toMatchObject({ to: `${base}/import-checked` });
    expect(await ask('/import-checked/discard', {})).toMatchObject({ to: `${base}?notice=deleted` });
    expect((await ask('/import-done/results')).type).toBe('text/csv; charset=utf-8');
    expect((await ask('/template')).type).toMatch(/spreadsheetml/);
  });

  it('are for administrators of agencies alone', async () => {
    const learner = { ...principal, roles: ['learner', 'supervisor'] as const };
    for (const path of ['', '/import-done', '/import-done/results', '/template']) {
      expect((await ask(path, undefined, learner)).status).toBe(403);
    }
    expect((await ask('/nowhere')).status).toBe(404);
  });
});

describe('imports of what people have learned elsewhere', () => {
  const one = `${history}/lists`;

  it('are found from their desk, and tell which codes and heads a list has', async () => {
    expect((await askAt('/agency/external')).html).toContain(`href="${history}"`);
    const { html } = await askAt(history);
    for (const text of ['Nomor Sertifikat', 'KL06', `${one}/template?format=csv`]) {
      expect(html).toContain(text);
    }
    expect((await ask('')).html).not.toContain('KL06');
    const sent = await askAt(history, { file: new File(['x'], 'riwayat.csv') });
    expect(sent).toMatchObject({ status: 303, to: `${one}/import-checking` });
  });

  it('say what would be recorded, never that something is changed, and give back what is refused', async () => {
    const { html } = await askAt(`${one}/import-checked`);
    expect(html).toContain('9.963 baris akan dicatat. 37 baris ditolak');
    expect(html).toContain('4 Maret 2026 sampai 5 Maret 2026');
    expect(html).toMatch(/JP menurut aturan"[^>]*>8 JP</);
    expect((await askAt(`${one}/import-done`)).html).not.toContain('Cara daftar ini dibaca');
    expect(html).not.toContain('Akan diubah');
    for (const format of ['xlsx', 'csv'] as const) {
      expect(html).toContain(`href="${one}/import-checked/refused-rows?format=${format}"`);
      const file = await askAt(`${one}/import-checked/refused-rows?format=${format}`);
      expect(file.type).toMatch(format === 'csv' ? /csv/ : /spreadsheetml/);
    }
    expect(await askAt(`${one}/import-checked/start`, {})).toMatchObject({ to: `${one}/import-checked` });
    expect(await askAt(`${one}/import-checked/discard`, {})).toMatchObject({
      to: `${history}?notice=deleted`,
    });
  });

  it('are for administrators of agencies alone', async () => {
    const supervisor = { ...principal, roles: ['learner', 'supervisor'] as const };
    for (const path of [history, `${one}/import-done`, `${one}/import-done/refused-rows`]) {
      expect((await askAt(path, undefined, supervisor)).status).toBe(403);
    }
  });
});
