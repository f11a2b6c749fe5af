import { type EntryId, followAttendance, readLedger } from '@sinau/credit';
import { type LearningId, markRecognised } from '@sinau/external-learning';
import type { Jp, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { attendancesOf } from '../shared/attendances.ts';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(role: 'learner' | 'agency-admin', tenant: 'agencyA' | 'agencyB' = 'agencyA') {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  const send = (path: string, fields: Record<string, string>, file?: File) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    if (file) body.set('file', file);
    return browser.ask(path, { method: 'POST', body });
  };
  const page = async (path: string) => (await browser.ask(path)).text();
  return { ...browser, person, page, send };
}

const lastMonth = () => {
  const day = new Date(world.deps.clock.now().getTime() - 30 * 86_400_000).toISOString().slice(0, 10);
  return { startsOn: day, endsOn: day };
};
const fields = () => ({
  ...{ way: 'attended', form: 'KL06', title: 'Seminar Arsip Digital', organiser: 'Universitas Contoh' },
  ...{ ...lastMonth(), place: 'national', count: '1', stated: '', certificateNumber: '012/SEM' },
  ...{ certificateIssuer: '', letterNumber: '', letterDate: '', notes: '' },
});
const pdf = new File(['%PDF-1.7 sertifikat'], 'sertifikat "x".pdf', { type: 'application/pdf' });
const toOf = (response: Response) => response.headers.get('location') ?? '';
const idIn = (path: string) => path.split('/')[3]?.split('?')[0] ?? '';

/** A report of somebody that waits for the agency. */
async function reported() {
  const sri = await signedIn('learner');
  const admin = await signedIn('agency-admin');
  const added = await sri.send('/jp/external', fields(), pdf);
  const learningId = idIn(toOf(added));
  const own = `/jp/external/${learningId}`;
  expect(toOf(await sri.post(`${own}/step`, { action: 'send', rev: '2' }))).toBe(`${own}?notice=saved`);
  return { sri, admin, own, learningId, place: `/agency/external/${sri.person.personId}/${learningId}` };
}

/** What the announcer does with what the stream tells. */
async function announce(personId: PersonId, learningId: string): Promise<void> {
  const [desk, ledger] = [await world.deps.external(), await world.deps.credit()];
  const parts = { ...ledger, clock: world.deps.clock, attendances: attendancesOf(desk) };
  await followAttendance(parts, { personId, learningId });
  const place = { personId, learningId: learningId as LearningId };
  await markRecognised({ ...desk, clock: world.deps.clock }, place);
}

describe('learning elsewhere', () => {
  it('is written down with its file, verified by the agency with what it is worth, and stands in the ledger', async () => {
    const { sri, admin, own, place, learningId } = await reported();
    expect(await sri.page(own)).toContain('Menunggu verifikasi');
    expect(await admin.page('/agency/external')).toContain(place);
    const review = await admin.page(place);
    for (const text of ['Seminar Arsip Digital', '4 JP', 'JP bila diakui', 'external-evidence']) {
      expect(review).toContain(text);
    }
    const decision = { action: 'verify', reason: '', letterNumber: '', letterDate: '' };
    expect((await admin.post(place, { ...decision, rev: '2' })).status).toBe(422);
    expect(toOf(await admin.post(place, { ...decision, rev: '3' }))).toBe('/agency/external?notice=saved');
    await announce(sri.person.personId, learningId);
    expect(await sri.page(own)).toContain('JP diakui');
    const { startsOn } = lastMonth();
    expect(await sri.page(`/jp?year=${startsOn.slice(0, 4)}`)).toContain(`href="${own}"`);
  });

  it('comes back with a reason, can be taken back, and is no second time recorded', async () => {
    const { sri, admin, own, place } = await reported();
    const no = { action: 'return', letterNumber: '', letterDate: '', rev: '3' };
    expect((await admin.post(place, { ...no, reason: 'x' })).status).toBe(422);
    await admin.post(place, { ...no, reason: 'Sertifikat buram.' });
    expect(await sri.page(own)).toContain('Alasan: Sertifikat buram.');
    const { way: _, ...changed } = { ...fields(), title: 'Seminar Arsip', rev: '4' };
    expect(toOf(await sri.post(`${own}/edit`, changed))).toBe(`${own}?notice=saved`);
    const again = await sri.send('/jp/external', fields(), pdf);
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining(`href="${own}"`)]);
    await sri.post(`${own}/step`, { action: 'cancel', rev: '5' });
    expect((await sri.post(`${own}/step`, { action: 'send', rev: '6' })).status).toBe(422);
    expect(toOf(await sri.post(`${own}/step`, { action: 'restore', rev: '6' }))).toContain('notice=saved');
  });

  it('says at which field something is wrong, and keeps nothing', async () => {
    const sri = await signedIn('learner');
    const wrong = async (more: Record<string, string>, file = pdf) => {
      const answer = await sri.send('/jp/external', { ...fields(), ...more }, file);
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await wrong({ form: '' })).toContain('Pilih bentuk pengembangan');
    expect(await wrong({ count: '' })).toContain('Bentuk ini perlu jumlahnya');
    expect(await wrong({ form: 'KL03' })).toContain('Bentuk ini perlu JP dari sertifikat');
    const dated = 'Sertifikat tidak mungkin lebih tua dari hari pertama';
    expect(await wrong({ certificateDate: '2001-01-01' })).toContain(dated);
    expect(await wrong({ certificateNumber: 'SINAU-7K3M-9QXD-4TPA' })).toContain('nomor sertifikat Sinau');
    const bell = String.fromCharCode(7);
    expect(await wrong({ title: `Seminar${bell} Arsip` })).toContain('id="error-title"');
    expect(await wrong({ notes: `Satu${bell}` })).toContain('id="error-notes"');
    expect(await wrong({}, new File(['<script>'], 'a.pdf'))).toContain('bukan PDF yang dapat dibaca');
    expect((await sri.send('/jp/external', { ...fields(), state: 'verified' })).status).toBe(400);
    expect(await sri.page('/jp/external')).toContain('Belum ada catatan');
    const added = await sri.send('/jp/external', fields());
    const step = await sri.post(`/jp/external/${idIn(toOf(added))}/step`, { action: 'send', rev: '1' });
    expect([step.status, await step.text()]).toEqual([
      422,
      expect.stringContaining('satu PDF sebagai bukti'),
    ]);
  });

  it('asks for the half of a paper that is missing, and keeps what was typed of it', async () => {
    const sri = await signedIn('learner');
    const day = lastMonth().endsOn;
    const { way: _, ...added } = fields();
    const own = `/jp/external/${idIn(toOf(await sri.send('/jp/external', fields(), pdf)))}`;
    const none = { certificateNumber: '', certificateIssuer: '', certificateDate: '' };
    for (const [half, missing, typed] of [
      [{ letterNumber: 'ST-7/2026' }, 'letterDate', 'value="ST-7/2026"'],
      [{ letterDate: day }, 'letterNumber', `value="${day}"`],
      [{ ...none, certificateIssuer: 'Pusdiklat' }, 'certificateNumber', 'value="Pusdiklat"'],
      [{ ...none, certificateDate: day }, 'certificateNumber', `value="${day}"`],
    ] as const) {
      for (const refused of [
        await sri.send('/jp/external', { ...fields(), title: 'Judul Setengah', ...half }, pdf),
        await sri.post(`${own}/edit`, { ...added, title: 'Judul Setengah', ...half, rev: '2' }),
      ]) {
        const page = await refused.text();
        expect([missing, refused.status, page]).toEqual([missing, 422, expect.stringContaining(typed)]);
        expect(page.match(/id="error-\w+"/g)).toEqual([`id="error-${missing}"`]);
      }
    }
    expect(await sri.page(own)).not.toContain('Judul Setengah');
    const whole = { letterNumber: 'ST-7/2026', letterDate: day, ...none };
    expect(toOf(await sri.post(`${own}/edit`, { ...added, ...whole, rev: '2' }))).toContain('notice=saved');
    expect(await sri.page(own)).toContain('ST-7/2026');
  });

  it('a draft of an older rule names its fields when it is sent, and its form fills them in as lines', async () => {
    const sri = await signedIn('learner');
    const learningId = idIn(toOf(await sri.send('/jp/external', fields(), pdf)));
    const own = `/jp/external/${learningId}`;
    const { learnings } = await world.deps.external();
    const before = await learnings.find(sri.person.personId, learningId as LearningId);
    if (!before) throw new Error('no draft');
    const details = {
      ...{ ...before.details, title: 'Seminar\tArsip' },
      certificate: { number: '012/SEM', issuer: 'UI\tContoh' },
    };
    await learnings.take({ before, after: { ...before, details } });
    const sent = await sri.post(`${own}/step`, { action: 'send', rev: '3' });
    const page = await sent.text();
    expect([sent.status, page]).toEqual([422, expect.stringContaining('Isi nama kegiatan.')]);
    expect(page).toContain('Isi penerbit sertifikat.');
    expect(page).toContain(`href="${own}/edit"`);
    const form = await sri.page(`${own}/edit`);
    expect(form).toContain('value="Seminar Arsip"');
    expect(form).toContain('value="UI Contoh"');
  });

  it('says what those who verify ask for in its form, what of it is there, and the date of its certificate', async () => {
    const sri = await signedIn('learner');
    const list = await sri.page('/jp/external/new?way=attended');
    expect(list).toContain('Bukti yang biasanya diminta menurut bentuknya');
    const { endsOn } = lastMonth();
    const added = await sri.send('/jp/external', { ...fields(), certificateDate: endsOn }, pdf);
    const own = `/jp/external/${idIn(toOf(added))}`;
    const before = await sri.page(own);
    expect(before).toMatch(/Sertifikat atau STTPP[^<]*<span[^>]*>ada</);
    expect(before).toMatch(/Surat tugas atau undangan <span[^>]*>belum ada</);
    expect(before).toContain('belum diperiksa');
    const letter = new File(['%PDF-1.7 undangan'], 'undangan.pdf', { type: 'application/pdf' });
    await sri.send(`${own}/evidence`, { kind: 'letter' }, letter);
    const page = await sri.page(own);
    expect(page).toMatch(/Surat tugas atau undangan <span[^>]*>ada</);
    expect(await sri.page(`${own}/edit`)).toContain(`value="${endsOn}"`);
    // A certificate of tomorrow is no evidence of what is over.
    const tomorrow = new Date(world.deps.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    const { way: _, ...changed } = { ...fields(), certificateDate: tomorrow, rev: '3' };
    expect(toOf(await sri.post(`${own}/edit`, changed))).toBe(`${own}?notice=saved`);
    const sent = await sri.post(`${own}/step`, { action: 'send', rev: '4' });
    expect([sent.status, await sent.text()]).toEqual([
      422,
      expect.stringContaining('tanggalnya tidak di masa depan'),
    ]);
  });

  it('B6: files go to those who may see the record, as downloads that no browser opens', async () => {
    const { sri, admin, own } = await reported();
    const other = await signedIn('learner');
    const foreign = await signedIn('agency-admin', 'agencyB');
    const path = /\/external-evidence\/[^"]+/.exec(await sri.page(own))?.[0] ?? '';
    for (const { ask } of [sri, admin]) {
      const { status, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="bukti-[\w-]+\.pdf"$/);
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    for (const { ask } of [other, foreign]) expect((await ask(path)).status).toBe(404);
  });

  it('1.8.5: is shown beside the course that it may be, held, and counted once when the agency says so', async () => {
    const { sri, admin, own, place, learningId } = await reported();
    const { personId } = sri.person;
    const { startsOn } = lastMonth();
    const year = startsOn.slice(0, 4);
    const { credit } = await world.deps.credit();
    const at = `${startsOn}T02:00:00.000Z`;
    await credit.append({
      ...{ kind: 'earned', entryId: 'r1' as EntryId, personId, at, recordedAt: at, form: 'NKL03' },
      ...{ title: { id: 'Seminar arsip digital' }, abroad: false, stated: 300 as Jp, sameAs: 'course:c1' },
      parts: [{ date: startsOn, amount: 300 }],
      source: { kind: 'course', courseId: 'c1', version: 1, registration: 'r1' },
      certificates: ['ui7 universitasindonesia'],
    });
    for (const page of [await sri.page(own), await admin.page(place)]) {
      expect(page).toContain('mungkin sama dengan kursus di Sinau');
      expect(page).toContain('namanya sama dan harinya berdekatan');
    }
    const printed = { certificateNumber: 'UI/7', certificateIssuer: 'Universitas Indonesia' };
    const refused = await sri.send('/jp/external', { ...fields(), title: 'Lain', ...printed }, pdf);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Sertifikat ini dari kursus di Sinau');
    expect(page).toContain(`href="/jp?year=${year}"`);

    await admin.post(place, { action: 'verify', reason: '', letterNumber: '', letterDate: '', rev: '3' });
    await announce(personId, learningId);
    expect(await sri.page(`/jp?year=${year}`)).toContain(
      'Mungkin sama dengan kursus “Seminar arsip digital”',
    );
    const hold = `/agency/held/${personId}/external%3A${learningId}`;
    expect(await admin.page('/agency/held')).toContain(hold);
    expect(await admin.page(hold)).toContain('Pembelajaran yang sama dihitung sekali');
    const decision = { outcome: 'rejected', words: 'Sertifikat kursus yang sama.', rev: '1' };
    expect(toOf(await admin.post(hold, decision))).toContain('notice=saved');
    const ledger = await readLedger({ ...(await world.deps.credit()) }, { personId, year: Number(year) });
    expect(ledger?.total).toMatchObject({ recognised: 300, held: 0 });
  });

  it('C1: is nobody’s but the learner’s and the reviewers’', async () => {
    const { own, place } = await reported();
    const other = await signedIn('learner');
    const foreign = await signedIn('agency-admin', 'agencyB');
    expect((await other.ask(own)).status).toBe(404);
    expect((await other.ask(place)).status).toBe(403);
    const decision = { action: 'verify', reason: '', letterNumber: '', letterDate: '', rev: '3' };
    expect([(await foreign.ask(place)).status, (await foreign.post(place, decision)).status]).toEqual([
      404, 404,
    ]);
    expect(await foreign.page('/agency/external')).toContain('Tidak ada yang menunggu');
  });

  it('is asked for a letter where the agency wants one', async () => {
    const admin = await signedIn('agency-admin');
    expect(await admin.page('/agency/external/policy')).toContain('Bentuk yang perlu surat tugas');
    const policy = { letterForms: 'KL06', verifiers: 'agency', rev: '0' };
    expect(toOf(await admin.post('/agency/external/policy', policy))).toContain('notice=saved');
    expect((await admin.post('/agency/external/policy', policy)).status).toBe(422);
    const sri = await signedIn('learner');
    const own = `/jp/external/${idIn(toOf(await sri.send('/jp/external', fields(), pdf)))}`;
    const refused = await sri.post(`${own}/step`, { action: 'send', rev: '2' });
    expect(await refused.text()).toContain('nomor dan tanggal surat tugas');
  });
});

describe('the letter of what was planned', () => {
  const decision = { reason: '', letterNumber: '', letterDate: '' };
  const letterField = 'id="field-letterNumber"';

  /** A plan that the agency has approved. */
  async function approved(more: Record<string, string>) {
    const [sri, admin] = [await signedIn('learner'), await signedIn('agency-admin')];
    const { way: _, ...words } = { ...fields(), ...more };
    const learningId = idIn(toOf(await sri.send('/jp/external', { ...words, way: 'planned' })));
    const [own, place] = [
      `/jp/external/${learningId}`,
      `/agency/external/${sri.person.personId}/${learningId}`,
    ];
    const step = (action: string, rev: string) => sri.post(`${own}/step`, { action, rev });
    const decide = (given: Record<string, string>) => admin.post(place, { ...decision, ...given });
    const edit = (given: Record<string, string>) => sri.post(`${own}/edit`, { ...words, ...given });
    expect(await sri.page(`${own}/edit`)).not.toContain(letterField);
    expect(toOf(await step('send', '1'))).toContain('notice=saved');
    expect(toOf(await decide({ action: 'approve', rev: '2' }))).toContain('notice=saved');
    const found = async () =>
      (await world.deps.external()).learnings.find(sri.person.personId, learningId as LearningId);
    return { sri, own, step, decide, edit, found };
  }

  it('is told of by the learner when its report comes back as a form that needs one', async () => {
    const { sri, own, step, decide, edit, found } = await approved({});
    await step('begin', '3');
    await sri.send(`${own}/evidence`, { kind: 'certificate' }, pdf);
    expect(toOf(await step('send', '5'))).toContain('notice=saved');
    await decide({ action: 'return', reason: 'Ini pelatihan teknis.', rev: '6' });
    const training = { form: 'KL03', stated: '8' };
    expect(toOf(await edit({ ...training, rev: '7' }))).toContain('notice=saved');
    const refused = await step('send', '8');
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('nomor dan tanggal surat tugas'),
    ]);
    expect(await sri.page(`${own}/edit`)).toContain(letterField);
    const { endsOn: letterDate } = lastMonth();
    for (const [letterNumber, rev] of [
      ['ST-7/2025', '8'],
      // A slip is mended as long as it is the learner's.
      ['ST-7/2026', '9'],
    ] as const) {
      expect(await sri.page(`${own}/edit`)).toContain(letterField);
      expect(toOf(await edit({ ...training, letterNumber, letterDate, rev }))).toContain('notice=saved');
    }
    expect(toOf(await step('send', '10'))).toContain('notice=saved');
    expect(toOf(await decide({ action: 'verify', rev: '11' }))).toContain('notice=saved');
    const letter = { number: 'ST-7/2026', date: letterDate };
    expect(await found()).toMatchObject({ state: 'verified', details: { form: 'KL03', letter } });
  });

  it('is told of by the learner when the agency asks for one since it is under way', async () => {
    const { sri, own, step, edit, found } = await approved({});
    expect(await sri.page(`${own}/edit`)).not.toContain(letterField);
    await step('begin', '3');
    await sri.send(`${own}/evidence`, { kind: 'certificate' }, pdf);
    const admin = await signedIn('agency-admin');
    await admin.post('/agency/external/policy', { letterForms: 'KL06', verifiers: 'agency', rev: '0' });
    expect((await step('send', '5')).status).toBe(422);
    expect(await sri.page(`${own}/edit`)).toContain(letterField);
    const { endsOn: letterDate } = lastMonth();
    await edit({ letterNumber: 'ST-8/2026', letterDate, rev: '5' });
    expect(toOf(await step('send', '6'))).toContain('notice=saved');
    expect(await found()).toMatchObject({ state: 'reported', details: { letter: { number: 'ST-8/2026' } } });
  });

  it('stays as the agency has issued it, and is nobody else’s to write before', async () => {
    const { sri, own, step, decide, edit, found } = await approved({ form: 'KL03', stated: '8' });
    const { endsOn: letterDate } = lastMonth();
    const other = { form: 'KL03', stated: '8', letterNumber: 'SENDIRI/1', letterDate };
    await edit({ ...other, rev: '3' });
    expect((await found())?.details).not.toHaveProperty('letter');
    await decide({ action: 'assign', letterNumber: 'ST-9/2026', letterDate, rev: '4' });
    const issued = { details: { letter: { number: 'ST-9/2026', date: letterDate } } };
    await step('begin', '5');
    await edit({ ...other, rev: '6' });
    expect(await found()).toMatchObject({ rev: 7, ...issued });
    expect(await sri.page(`${own}/edit`)).not.toContain(letterField);
    await decide({ action: 'return', reason: 'Lengkapi catatannya.', rev: '7' });
    await edit({ ...other, rev: '8' });
    expect(await found()).toMatchObject({ rev: 9, state: 'returned', ...issued });
    expect(await sri.page(`${own}/edit`)).not.toContain(letterField);
  });
});

describe('fields that are there and say nothing', () => {
  it.each([
    ['certificateNumber', '-'],
    ['certificateIssuer', 'x'],
    ['certificateIssuer', '!!'],
    ['title', '!!'],
  ])('%s %j come back at the field, with all that was written', async (name, value) => {
    const sri = await signedIn('learner');
    const answer = await sri.send(
      '/jp/external',
      { ...fields(), organiser: 'Universitas Contoh', [name]: value },
      pdf,
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`id="error-${name}"`);
    expect(page).toContain('Universitas Contoh');
  });
});
