import { eLearning, refreshYears } from '@sinau/credit';
import type { Jp } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(role: 'learner' | 'agency-admin' | 'operator') {
  const tenant = role === 'operator' ? world.tenants.platform : world.tenants.agencyA;
  const person = await world.invite(tenant, [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  const page = async (path: string) => (await browser.ask(path)).text();
  return { ...browser, person, page };
}

const toOf = (response: Response) => response.headers.get('location');
const eLearningPage = '/agency/jp-rules/conversion%3ANKL03';

/** Three JP of e-learning on the second day of this year. */
async function earn() {
  const sri = await signedIn('learner');
  const { personId, home } = sri.person;
  const { clock } = world.deps;
  const desk = { ...(await world.deps.credit()), clock };
  const day = `${clock.now().getUTCFullYear()}-01-02`;
  const at = `${day}T03:00:00.000Z`;
  await desk.credit.append({
    ...{ kind: 'earned', entryId: 'e1' as never, personId, at, recordedAt: at, form: eLearning },
    ...{ title: { id: 'Etika' }, source: { kind: 'external', learningId: 'e1' }, abroad: false },
    ...{ stated: 300 as Jp, parts: [{ date: day, amount: 300 }], sameAs: 'e1' },
    ...(home.kind === 'agency' && { agencyId: home.agencyId }),
  });
  await refreshYears(desk, personId);
  return { sri, day };
}

describe('the rules of JP', () => {
  it('are listed with ground, validity and what nobody has verified', async () => {
    const admin = await signedIn('agency-admin');
    const page = await admin.page('/agency/jp-rules');
    for (const text of [
      'Paling banyak 3 JP sehari.',
      'PerLAN 10/2018',
      'sudah diperiksa',
      'belum diperiksa',
      'Minimal 20 JP.',
      'Maksimal 24 JP yang diakui.',
      'Berlaku sejak 1 Januari 2018',
    ]) {
      expect(page).toContain(text);
    }
  });

  it('take a stricter row of the agency after a look at what it changes, and go back to the nation’s', async () => {
    const { sri, day } = await earn();
    const admin = await signedIn('agency-admin');
    const row = { validFrom: day, words: 'Peraturan Kepala 1/2026', capAmount: '2' };
    const preview = await admin.post(eLearningPage, { ...row, intent: 'preview' });
    expect(preview.status).toBe(200);
    expect(await preview.text()).toContain('1 orang, −1 JP diakui. Belum disimpan.');
    expect(await admin.page(eLearningPage)).not.toContain('Aturan nasional: ');
    expect(toOf(await admin.post(eLearningPage, { ...row, intent: 'new' }))).toBe(
      `${eLearningPage}?notice=saved`,
    );
    const page = await admin.page(eLearningPage);
    expect(page).toContain('Paling banyak 2 JP sehari.');
    expect(page).toContain('Aturan nasional: JP sesuai yang tertera. Paling banyak 3 JP sehari.');
    expect(page).toContain(`Ditambahkan ${admin.person.name}`);
    expect(await sri.page('/jp')).toContain('Peraturan Kepala 1/2026');
    world.clock.advance(1000);
    const repeal = { validFrom: day, words: 'Dicabut dengan surat 2/2026', intent: 'repeal' };
    await admin.post(eLearningPage, repeal);
    expect(await admin.page(eLearningPage)).toContain('Aturan instansi dicabut');
    expect(await sri.page('/jp')).toContain('PerLAN 10/2018');
  });

  it('1.8.3: let an agency count by the day of certificates, and keep what else they say', async () => {
    const admin = await signedIn('agency-admin');
    const sri = await signedIn('learner');
    const place = '/agency/jp-rules/year%3APNS';
    expect(await sri.page('/jp')).toContain('Tahun pengakuan adalah tahun hari terakhir belajar.');
    expect(await admin.page(place)).toContain('Dihitung pada tahun hari terakhirnya.');
    const day = world.deps.clock.now().toISOString().slice(0, 10);
    const row = {
      validFrom: day,
      words: 'Peraturan Kepala 3/2026',
      minimum: '20',
      maximum: '',
      intent: 'new',
    };
    expect(toOf(await admin.post(place, { ...row, countsBy: 'certificate-day' }))).toBe(
      `${place}?notice=saved`,
    );
    const page = await admin.page(place);
    expect(page).toContain('Minimal 20 JP. Setiap tahun kalender. Dihitung pada tahun sertifikatnya');
    expect(page).toMatch(/<option value="certificate-day" selected/);
    const ledger = await sri.page('/jp');
    expect(ledger).toContain('Tahun pengakuan adalah tahun sertifikat, bila tanggalnya dicatat;');
    expect(ledger).not.toContain('Tahun pengakuan adalah tahun hari terakhir belajar.');
    expect((await admin.post(place, { ...row, countsBy: 'kapan saja' })).status).toBe(422);
  });

  it('say at the field why a row is refused', async () => {
    const admin = await signedIn('agency-admin');
    const row = { validFrom: '2020-01-01', words: 'Peraturan Kepala 1/2026', capAmount: '2', intent: 'new' };
    const early = await admin.post(eLearningPage, row);
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('Paling awal 1 Januari tahun ini.');
    const year = world.deps.clock.now().getUTCFullYear();
    const wrong = [
      [{ capAmount: '4' }, 'Tidak boleh lebih daripada aturan nasional.'],
      [{ capAmount: 'tiga' }, 'Tidak boleh lebih daripada aturan nasional.'],
      [{ words: 'pendek' }, 'Isi dasar hukum'],
    ] as const;
    for (const [fields, text] of wrong) {
      const answer = await admin.post(eLearningPage, { ...row, validFrom: `${year}-02-01`, ...fields });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(text);
    }
    expect((await admin.ask('/agency/jp-rules/conversion%3AXX')).status).toBe(404);
    expect((await admin.post(eLearningPage, { ...row, agencyId: 'x' })).status).toBe(400);
  });

  it('of the same moment are one: who comes second is told to look again, and nothing of theirs is kept', async () => {
    const admin = await signedIn('agency-admin');
    const another = await signedIn('agency-admin');
    const validFrom = world.deps.clock.now().toISOString().slice(0, 10);
    const row = { validFrom, words: 'Peraturan Kepala 1/2026', intent: 'new' };
    const [first, second] = [
      await admin.post(eLearningPage, { ...row, capAmount: '2' }),
      await another.post(eLearningPage, { ...row, capAmount: '1' }),
    ];
    expect([first.status, second.status]).toEqual([303, 422]);
    const told = await second.text();
    expect(told).toContain('tepat pada saat ini. Lihat lagi, lalu lanjutkan.');
    expect(told).toContain('value="1"');
    expect(await admin.page(eLearningPage)).toContain('Paling banyak 2 JP sehari.');
    world.clock.advance(1);
    expect((await another.post(eLearningPage, { ...row, capAmount: '1' })).status).toBe(303);
    expect(await admin.page(eLearningPage)).toContain('Paling banyak 1 JP sehari.');
  });

  it('of the nation are verified by operators alone, with words', async () => {
    const operator = await signedIn('operator');
    const admin = await signedIn('agency-admin');
    const place = '/operator/jp-rules/effort';
    expect((await admin.ask(place)).status).toBe(403);
    expect(
      (await admin.post('/agency/jp-rules/effort', { intent: 'verify', words: 'Saya sudah membaca' })).status,
    ).toBe(422);
    expect(await operator.page(place)).toContain('Tandai sudah diperiksa');
    await operator.post(place, {
      intent: 'verify',
      words: 'Dibaca di JDIH LAN, 3 Maret 2026',
    });
    const page = await operator.page(place);
    expect(page).toContain('Diverifikasi dengan: Dibaca di JDIH LAN');
    expect(page).not.toContain('Tandai sudah diperiksa');
  });
});
