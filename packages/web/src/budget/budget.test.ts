import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole } from '../testing/fixtures.ts';

async function visit(path: string, fields?: Record<string, string>) {
  const { hono } = createFixturePortal({ principal: everyRole });
  const init = fields && { method: 'POST', body: new URLSearchParams(fields) };
  const response = await hono.request(path, init);
  return { status: response.status, to: response.headers.get('location'), text: await response.text() };
}

const grounds = { reason: 'Honor narasumber', evidence: 'SPK-12/2026' };
const line = '/agency/budget/lines/2026.522191';

describe('budget of an agency', () => {
  it('shows what is bound of each line, and leads from each number to what makes it', async () => {
    const { text } = await visit('/agency/budget');
    expect(text).toContain('Rp10.000.000');
    expect(text).toContain(`${line}/bookings?state=committed`);
    // 2 of 10 million; 8 people; 64 JP.
    expect(text).toContain('20%');
    expect(text).toContain('Rp250.000');
    expect(text).toContain('Rp31.250');
    expect(text).toContain('/agency/quotas/seats?year=2026&amp;course=c1&amp;state=spent');
    expect(text).toContain('2 orang menunggu sisa');
    expect(text).not.toContain('<b>terapan</b>');
  });

  it('gives an amount of money its row on a phone, and a short number none', async () => {
    const { text } = await visit('/agency/budget');
    const cards = [
      ...text.matchAll(/<div class="(panel px-4 py-3[^"]*)"><dt[^>]*>[^<]*<\/dt><dd[^>]*>([^<]*)</g),
    ];
    expect(cards.length).toBeGreaterThan(2);
    for (const [, look = '', value = ''] of cards)
      expect(look.includes('max-sm:col-span-full'), value).toBe(value.length > 9);
    expect(new Set(cards.map(([, , value = '']) => value.length > 9)).size).toBe(2);
  });

  it('tells what changed a line, by whom and why', async () => {
    const { text } = await visit(line);
    expect(text).toContain('Pagu −Rp500.000');
    expect(text).toContain('Efisiensi anggaran');
    expect(text).toContain('Bukti REV-2');
    expect(text).toContain('Terikat −Rp250.000');
    expect(text).toContain(`${line}?page=n2`);
    expect((await visit('/agency/budget/lines/2026.NONE')).status).toBe(404);
  });

  it('opens a line, with rupiah as people write them', async () => {
    const order = {
      year: '2026',
      code: 'DL.1',
      title: 'Diklat',
      source: 'apbd',
      account: '',
      ceiling: '1.500.000',
    };
    expect((await visit('/agency/budget/new', order)).to).toBe(`${line}?notice=created`);
    for (const wrong of [
      { ceiling: '1,5' },
      { ceiling: '1.50' },
      { code: '=1+1' },
      { year: '1999' },
      { title: '' },
    ]) {
      const { status, text } = await visit('/agency/budget/new', { ...order, ...wrong });
      expect([status, text.includes('aria-invalid="true"')]).toEqual([422, true]);
    }
  });

  it('writes money by hand with a reason and the number of its evidence, and says when there is too little', async () => {
    const order = {
      ...{ form: '8f0f6a0e-0d3f-4d38-9a3f-0b1a1c6a7f10', kind: 'spent', amount: '250.000', people: '' },
      ...{ jp: '7,5', ...grounds },
    };
    expect((await visit(`${line}/book`, order)).to).toBe(`${line}?notice=saved`);
    expect((await visit(`${line}/book`, { ...order, evidence: '' })).status).toBe(422);
    const { status, text } = await visit(`${line}/book`, { ...order, amount: '1000001' });
    expect([status, text.includes('tidak punya sisa sebanyak itu')]).toEqual([422, true]);
    // The form that is shown again is the same form.
    expect(text).toContain('value="8f0f6a0e-0d3f-4d38-9a3f-0b1a1c6a7f10"');
  });

  it('offers the next step of what staff wrote, and none for a seat', async () => {
    const { text } = await visit(`${line}/bookings`);
    expect(text).toContain(`${line}/bookings/b1`);
    expect(text).not.toContain(`${line}/bookings/r1"`);
    expect((await visit(`${line}/bookings/r1`)).text).toContain('mengikuti pendaftarannya');
    const order = { from: 'reserved', to: 'spent', amount: '900000', people: '20', jp: '80', ...grounds };
    expect((await visit(`${line}/bookings/b1`, order)).to).toBe(`${line}?notice=saved`);
    expect((await visit(`${line}/bookings/b1`, { ...order, to: 'reserved' })).status).toBe(422);
  });

  it('changes description, ceiling and state, each by its own form', async () => {
    const terms = { rev: '3', title: 'Diklat', source: 'apbn', account: '' };
    expect((await visit(`${line}/terms`, terms)).to).toBe(`${line}?notice=saved`);
    expect((await visit(`${line}/state`, { rev: '3', state: 'closed', ...grounds })).to).toBe(
      `${line}?notice=saved`,
    );
    const low = await visit(`${line}/ceiling`, { rev: '3', ceiling: '3.999.999', ...grounds });
    expect([low.status, low.text.includes('Pagu tidak dapat lebih rendah')]).toEqual([422, true]);
    expect(low.text).toContain('value="3.999.999"');
  });

  it('says on which line seats of a quota are bound, where the agency pays them', async () => {
    const { text } = await visit('/agency/budget/quotas');
    expect(text).toContain('Tidak dibayar instansi');
    const path = '/agency/budget/quotas/course.c1.2026-01-01';
    expect((await visit(path, { rev: '2', line: '' })).to).toBe('/agency/budget/quotas?notice=saved');
    expect((await visit(path, { rev: '2', line: 'nonsense' })).status).toBe(422);
  });

  it('keeps unit costs with their source, and marks what nobody has checked', async () => {
    expect((await visit('/agency/budget/unit-costs')).text).toContain('belum diperiksa');
    const order = {
      ...{ code: 'classroom-jp', title: 'Tatap muka', unit: 'jp', amount: '90.000', basis: 'Kontrak 2026' },
      ...{ verified: 'yes', from: '2026-07-01' },
    };
    expect((await visit('/agency/budget/unit-costs', order)).to).toBe(
      '/agency/budget/unit-costs?notice=saved',
    );
    expect((await visit('/agency/budget/unit-costs', { ...order, amount: '0' })).status).toBe(422);
  });

  it('F1: no cell of the file begins as a formula, and numbers stay numbers', async () => {
    const { text } = await visit('/agency/budget/lines.csv?year=2026');
    expect(text.replace('\ufeff', '').startsWith('Tahun;Kode;')).toBe(true);
    expect(text).toContain('"\'=HYPERLINK(""http://jahat"")"');
    expect(text).toContain(';10000000;500000;1500000;2000000;6000000;8;64');
    expect((await visit('/agency/budget/lines.xlsx?year=2026')).text.startsWith('PK')).toBe(true);
  });
});

describe('indicators', () => {
  it('are eleven, each with what it is made of and the lists behind it', async () => {
    const { text } = await visit('/agency/budget/indicators');
    const rows = text.split('<tr>').slice(2);
    expect(rows).toHaveLength(11);
    for (const row of rows) expect(row).toMatch(/<a class="text-link[^"]*" href="\/agency/);
    expect(text).toContain('Rp2.500');
    expect(text).toContain('Rp50.000.000 ÷ 20.000 JP');
    expect(text).toContain('600 ÷ 900 orang');
    expect(text).toContain('/agency/numbers/people?year=2026&amp;standing=met');
    expect(text).toContain('/agency/competency/closed?year=2026');
    expect(text).toContain('−2,5 poin');
    expect(text).toContain('7,5 − 10');
    expect(text).toContain('+0,1');
  });

  it('P3: hide what would tell of too few people, and say what is wanting', async () => {
    const { text } = await visit('/agency/budget/indicators');
    expect(text).toContain('Disembunyikan: kurang dari lima orang');
    expect(text).toContain('Pembandingnya belum diisi');
    expect(text).toContain('Simulasi');
    expect(text).toContain('Korelasi saja');
    const empty = (await visit('/agency/budget/indicators?year=2020')).text;
    expect(empty).not.toContain('÷ 0');
    expect(empty).toContain('Belum ada yang dihitung');
  });
});
