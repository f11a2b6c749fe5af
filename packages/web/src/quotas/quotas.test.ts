import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole } from '../testing/fixtures.ts';

async function visit(path: string, fields?: Record<string, string>) {
  const { hono } = createFixturePortal({ principal: everyRole });
  const init = fields && { method: 'POST', body: new URLSearchParams(fields) };
  const response = await hono.request(path, init);
  return { status: response.status, to: response.headers.get('location'), text: await response.text() };
}

const order = {
  ...{ target: 'course:c1', from: '2027-01-01', to: '2027-12-31', seats: '5', price: '' },
  ...{ payer: 'agency', whenFull: 'wait', contract: '' },
};

describe('quotas and costs', () => {
  it('shows what is used and left, and leads from each sum to the seats behind it', async () => {
    const { text } = await visit('/agency/quotas');
    expect(text).toContain('37 dari 100 kursi');
    expect(text).toContain('Rp1.500.000');
    expect(text).toContain(
      '/agency/quotas/seats?year=2026&amp;state=committed&amp;provider=univ&amp;course=c1',
    );
    expect(text).not.toContain('<b>terapan</b>');
  });

  it('lets an administrator change what the agency has set, and not what operators have', async () => {
    const { text } = await visit('/agency/quotas');
    expect(text).toContain('/agency/quotas/course.c1.2026-01-01/change');
    expect(await visit('/operator/quotas/badan/provider.univ.2026-01-01/change')).toMatchObject({
      status: 200,
    });
  });

  it('takes a quota that makes sense, and says what is wrong with another', async () => {
    expect((await visit('/agency/quotas/new', order)).to).toBe('/agency/quotas?notice=created');
    expect((await visit('/operator/quotas/badan/new', order)).to).toBe(
      '/operator/quotas/badan?notice=created',
    );
    expect((await visit('/agency/quotas/new', { ...order, releaseAfterDays: '30' })).status).toBe(303);
    for (const days of ['6', '366', '7.5', '-7', 'x']) {
      const refused = await visit('/agency/quotas/new', { ...order, releaseAfterDays: days });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Isi 7 sampai 365 hari');
    }
    for (const wrong of [{ seats: '1.5' }, { seats: '-1' }, { price: '1,5' }, { target: 'agency:x' }]) {
      expect((await visit('/agency/quotas/new', { ...order, ...wrong })).status).toBe(422);
    }
    const taken = await visit('/agency/quotas/new', { ...order, from: '2026-01-01' });
    expect(taken.text).toContain('Kuota ini baru saja diubah');
  });

  it('shows after how many days seats go back, and keeps it in the form', async () => {
    expect(
      (await visit('/agency/quotas')).text.match(/Dilepas bila tidak dimulai dalam 30 hari/g),
    ).toHaveLength(1);
    const { text } = await visit('/agency/quotas/course.c1.2026-01-01/change');
    expect(text).toMatch(
      /<input[^>]*name="releaseAfterDays"[^>]*value="30"|<input[^>]*value="30"[^>]*name="releaseAfterDays"/,
    );
  });

  it('shows for how many days whoever lost a seat waits behind others, and takes a number that makes sense', async () => {
    expect(
      (await visit('/agency/quotas')).text.match(/Lalu di belakang yang lain selama 60 hari/g),
    ).toHaveLength(1);
    expect((await visit('/agency/quotas/course.c1.2026-01-01/change')).text).toMatch(
      /name="noShowDays"[^>]*value="60"/,
    );
    const both = { ...order, releaseAfterDays: '30', noShowDays: '60' };
    expect((await visit('/agency/quotas/new', both)).status).toBe(303);
    for (const noShowDays of ['0', '366', '1.5', 'x']) {
      const refused = await visit('/agency/quotas/new', { ...both, noShowDays });
      expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('Isi 1 sampai 365 hari') });
    }
  });

  it('F1: no cell of the file begins as a formula, whatever people are called', async () => {
    const { text } = await visit('/agency/quotas/seats.csv?year=2026');
    expect(text.startsWith('Peserta,')).toBe(true);
    expect(text).toContain('"\'=HYPERLINK(""http://jahat"")"');
    expect(text).toContain(',250000,');
  });
});

describe('seats for groups', () => {
  const path = '/agency/quotas/course.c1.2026-01-01/pools';
  const add = { do: 'add', rev: '1', kind: 'unit', unitId: 'u1', seats: '2', openFrom: '' };

  it('shows what is kept, taken and left, and leads to who has it', async () => {
    const { text: all } = await visit('/agency/quotas');
    expect(all).toContain('6 kursi disimpan untuk kelompok');
    expect(all).toContain('kursi untuk kelompok diubah');
    const { text } = await visit(path);
    expect(text).toContain('4 dari 4');
    expect(text).toContain('Terbuka untuk semua');
    expect(text.match(/1 orang meminta dimasukkan/g)).toHaveLength(1);
    expect(text).toContain(`${path}/unit`);
    expect(text).not.toContain('Biro <b>Umum</b>');
    // What is taken of is not removed.
    expect(text.match(/Hapus kelompok/g)).toHaveLength(1);
    expect((await visit('/agency/quotas/course.x.2026-01-01/pools')).status).toBe(404);
  });

  it('adds, changes and removes a group, and says what is wrong', async () => {
    for (const right of [
      add,
      { ...add, kind: 'posts', families: 'pelaksana' },
      { ...add, kind: 'region', province: '53' },
      { ...add, kind: 'remote' },
      { ...add, kind: 'list', name: 'Kursi khusus' },
      { do: 'set', rev: '1', poolId: 'unit', seats: '5', openFrom: '2026-11-30' },
      { do: 'remove', rev: '1', poolId: 'list', seats: '2', openFrom: '' },
    ])
      expect((await visit(path, right)).to).toBe(`${path}?notice=saved`);
    for (const wrong of [
      { unitId: '' },
      { seats: '0' },
      { seats: '1.5' },
      { openFrom: 'besok' },
      { kind: 'x' },
    ])
      expect((await visit(path, { ...add, ...wrong })).status).toBe(422);
    const taken = await visit(path, { do: 'set', rev: '1', poolId: 'unit', seats: '3', openFrom: '' });
    expect(taken).toMatchObject({
      status: 422,
      text: expect.stringContaining('Pemiliknya tetap memegangnya'),
    });
    expect(taken.text).toContain('<details open');
  });

  it('puts people on a list and takes them off, without asking why', async () => {
    const list = `${path}/list`;
    const { text } = await visit(list);
    expect(text).toContain('Alasannya tidak ditanyakan');
    expect(text).toContain('Masukkan ke daftar: Sri &lt;i&gt;');
    expect((await visit(list, { do: 'put', person: 'sri@contoh.example' })).to).toBe(`${list}?notice=saved`);
    expect((await visit(list, { do: 'off', person: 'p1' })).to).toBe(`${list}?notice=saved`);
    expect(await visit(list, { do: 'put', person: 'tidak@ada.example' })).toMatchObject({
      ...{ status: 422, text: expect.stringContaining('Tidak ada pegawai dengan surel') },
    });
    expect((await visit(list, { do: 'put', person: 'x', reason: 'tuli' })).status).toBe(400);
    expect((await visit(`${path}/unit`)).text).not.toContain('Masukkan ke daftar');
  });

  it('F1: no cell of the file begins as a formula', async () => {
    const { text } = await visit(`${path}/unit/seats.csv`);
    expect(text).toContain('"\'=HYPERLINK(""http://jahat"")"');
  });
});
