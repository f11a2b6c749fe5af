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

  it('F1: no cell of the file begins as a formula, whatever people are called', async () => {
    const { text } = await visit('/agency/quotas/seats.csv?year=2026');
    expect(text.startsWith('Peserta,')).toBe(true);
    expect(text).toContain('"\'=HYPERLINK(""http://jahat"")"');
    expect(text).toContain(',250000,');
  });
});
