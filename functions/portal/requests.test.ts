import { describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

async function world() {
  const on = await portalWorld();
  const { tenants } = on;
  const signIn = async (email: string) => {
    const browser = on.browser();
    await browser.signIn(email);
    return browser;
  };
  const [sri, admin, other, operator] = await Promise.all([
    on.invite(tenants.agencyA, ['learner']),
    on.invite(tenants.agencyA, ['agency-admin']),
    on.invite(tenants.agencyB, ['agency-admin']),
    on.invite(tenants.platform, ['operator']),
  ]);
  return {
    ...{ ...on, sri, privacy: await on.deps.privacy() },
    mine: await signIn(sri.email),
    admin: await signIn(admin.email),
    other: await signIn(other.email),
    operator: await signIn(operator.email),
  };
}

const correction = { kind: 'correction', field: 'zone', text: 'Zona saya WIT, bukan WIB.' };

describe('requests about one’s data', () => {
  it('go to the agency, which answers with its ground, and the person reads the answer', async () => {
    const { mine, admin, other, privacy, sri } = await world();
    expect((await mine.post('/account/data/requests', { ...correction, field: '' })).status).toBe(422);
    const odd = { ...correction, text: 'Zona saya\u0000 WIT.' };
    expect((await mine.post('/account/data/requests', odd)).status).toBe(422);
    expect((await mine.post('/account/data/requests', correction)).status).toBe(303);
    expect(await (await mine.ask('/account/data')).text()).toContain('sisa 72 jam');
    const [request] = await privacy.requests.listOpen(undefined, 9);
    const path = `/agency/requests/${request?.requestId}`;
    expect(await (await admin.ask('/agency/requests')).text()).toContain(sri.name);
    expect(await (await other.ask('/agency/requests')).text()).not.toContain(sri.name);
    for (const refused of [
      await other.ask(path),
      await other.post(path, { outcome: 'granted', answer: 'Beres' }),
    ]) {
      expect(refused.status).toBe(404);
    }
    const lacking = await admin.post(path, { outcome: 'refused', ground: '', answer: 'Unit Anda di WIB.' });
    expect(await lacking.text()).toContain('Pilih dasarnya');
    const answer = { outcome: 'refused', ground: 'unfounded', answer: 'Unit Anda di WIB.' };
    expect((await admin.post(path, { ...answer, answer: 'Unit Anda\u0007 di WIB.' })).status).toBe(422);
    expect((await admin.post(path, answer)).status).toBe(303);
    const told = await (await mine.ask('/account/data')).text();
    expect(told).toContain('Unit Anda di WIB.');
    expect(told).toContain('permintaan tidak berdasar');
    expect((await admin.post(path, answer)).status).toBe(422);
  });

  it('P2: an erasure is begun from its request, and a hold keeps it from being begun', async () => {
    const { mine, admin, operator, privacy, sri } = await world();
    await mine.post('/account/data/requests', { kind: 'erasure', field: '', text: 'Hapus catatan saya.' });
    const [request] = await privacy.requests.listOpen(undefined, 9);
    expect((await admin.ask(`/agency/requests/${request?.requestId}`)).status).toBe(404);
    const path = `/operator/privacy/requests/${request?.requestId}`;
    const hold = { who: sri.email, ground: 'Perkara 7/2026', until: '' };
    expect((await operator.post('/operator/privacy/holds', hold)).status).toBe(303);
    expect(await (await operator.ask(path)).text()).toContain('Ada penahanan hukum');
    const refused = await operator.post(`${path}/erase`, { mode: 'erase' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Cabut dahulu');
    const [placed] = await privacy.holds.list(1);
    const key = { personId: placed?.personId ?? '', holdId: placed?.holdId ?? '' };
    expect((await operator.post('/operator/privacy/holds/lift', key)).status).toBe(303);
    const begun = await operator.post(`${path}/erase`, { mode: 'erase' });
    expect(begun.headers.get('location')).toMatch(/^\/operator\/privacy\/jobs\//);
    const audit = await (await operator.ask('/operator/privacy/audit')).text();
    expect(audit).toContain('Penahanan hukum: Ditetapkan');
    expect(audit).toContain('Rantai baris di halaman ini utuh');
  });

  it('an incident is recorded with its clock, which stops when people were told', async () => {
    const { operator, privacy } = await world();
    const facts = { what: 'Nama dan surel', how: 'Berkas salah kirim', handling: 'Ditarik', people: '40' };
    const wrong = await operator.post('/operator/privacy/incidents', {
      ...facts,
      day: '2020-01-01',
      time: '25.00',
    });
    expect(wrong.status).toBe(422);
    const done = await operator.post('/operator/privacy/incidents', {
      ...facts,
      day: '2020-01-01',
      time: '09.30',
    });
    expect(done.status).toBe(303);
    const [incident] = await privacy.incidents.list(1);
    expect(incident).toMatchObject({ detectedAt: '2020-01-01T02:30:00.000Z', people: 40 });
    expect(await (await operator.ask('/operator/privacy/incidents')).text()).toContain('terlambat');
    const told = { incidentId: incident?.incidentId ?? '', notice: 'Surat 12/2026' };
    expect((await operator.post('/operator/privacy/incidents/notified', told)).status).toBe(303);
    expect(await (await operator.ask('/operator/privacy/incidents')).text()).toContain('Sudah diberitahukan');
  });
});
