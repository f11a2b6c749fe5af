import { recountRealised } from '@sinau/annual-plan';
import { openLine } from '@sinau/budget';
import { readTable } from '@sinau/connectors/adapters';
import type { Earned } from '@sinau/credit';
import type { LearningId } from '@sinau/external-learning';
import { learningOf, lineOf, seminar } from '@sinau/external-learning/testing';
import { addService, elementCodes, endSurvey, giveAnswer, openForm, planSurvey } from '@sinau/feedback';
import { addDays, type Jp, localDateOf, type PersonPrincipal } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../shared/realised-ledger.ts';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
let year: number;
let today: string;
beforeEach(async () => {
  world = await portalWorld();
  today = localDateOf(world.deps.clock.now().getTime(), 'Asia/Jakarta');
  year = Number(today.slice(0, 4));
});

type Role = 'learner' | 'agency-admin' | 'authorised-official' | 'appointing-official';

async function signedIn(role: Role, tenant = world.tenants.agencyA) {
  const person = await world.invite(tenant, [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  const page = async (path: string) => (await browser.ask(path)).text();
  const toOf = async (path: string, fields: Record<string, string>) => {
    const answer = await browser.post(path, fields);
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.headers.get('location') ?? '';
  };
  return { ...browser, person, page, toOf };
}
type Admin = Awaited<ReturnType<typeof signedIn>>;

const officials = async () => ({
  pyb: await signedIn('authorised-official'),
  ppk: await signedIn('appointing-official'),
});
const agreeFields = { move: 'agree', official: '', number: '', on: '' };
const setFields = () => ({ move: 'set', official: '', number: 'SK-7', on: today });

/** A service whose survey is over: ten people found its staff less than friendly. */
async function lowConduct({ person }: Admin) {
  const desk = await world.deps.citizens();
  if (person.home.kind !== 'agency') throw new Error('of no agency');
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: person.personId, name: person.name, roles: ['agency-admin'] },
    agencyId: person.home.agencyId,
  };
  const service = await addService(desk, { principal, request: { name: 'KTP elektronik' } });
  const at = { principal, serviceId: service.serviceId };
  const request = { from: today, to: addDays(today, 30), swapped: false };
  const { surveyId } = await planSurvey(desk, { ...at, request });
  for (let n = 0; n < 10; n += 1) {
    const { form = '' } = await openForm(desk, service);
    const scores = Object.fromEntries(elementCodes.map((code) => [code, code === 'u7' ? 2 : 4]));
    const answer = { form, scores: scores as Record<(typeof elementCodes)[number], number> };
    await giveAnswer(desk, { place: service, request: answer, sender: `s-${n}` });
  }
  await endSurvey(desk, { ...at, surveyId });
  return { serviceId: service.serviceId, signalId: `citizens:${service.serviceId}:${surveyId}:u7` };
}

/** A line of the agency's budget with the code that the item names. */
async function openBudgetLine({ person }: Admin) {
  if (person.home.kind !== 'agency') throw new Error('of no agency');
  const { personId, name } = person;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId, name, roles: ['agency-admin'], agencyId: person.home.agencyId },
  };
  const request = {
    year,
    code: '521211',
    title: 'Belanja bahan',
    source: 'apbn',
    ceiling: 100_000_000,
  } as const;
  const { clock } = world.deps;
  await openLine({ ...(await world.deps.budget()), clock }, { principal, request });
}

const itemFields = (over: Record<string, string> = {}) => ({
  ...{ title: '=Pelayanan ramah', form: 'KL10', people: '40', jp: '20' },
  ...{ from: `${year}-12-01`, to: `${year}-12-03`, organiser: 'BPSDM', curriculum: '', budgetLine: '521211' },
  ...{ cost: '92.690.000', alternativeForm: 'NKL03', alternativeCost: '52600000', noAlternative: '' },
  ...{ signal: '', rev: '0', ...over },
});

describe('the annual plan of an agency', () => {
  it('goes from a low U7 over signal and item with a cheaper form to a plan that was set', async () => {
    const admin = await signedIn('agency-admin');
    const { serviceId, signalId } = await lowConduct(admin);
    expect(await admin.page('/agency/annual-plan')).toContain('Belum ada rencana');
    expect(await admin.page(`/agency/annual-plan/${year}/signals`)).toContain('Mulai rencananya');
    const plan = await admin.toOf('/agency/annual-plan', { year: String(year) });
    expect(plan).toBe(`/agency/annual-plan/${year}/1?notice=created`);
    const here = `/agency/annual-plan/${year}/1`;
    const inbox = await admin.page(`/agency/annual-plan/${year}/signals`);
    expect(inbox).toContain('Perilaku pelaksana (U7), KTP elektronik');
    expect(inbox).toContain('Rata-rata 2,00 dari 4, 10 jawaban.');
    expect(inbox).toContain(`href="/agency/citizens/${serviceId}"`);
    expect(inbox).toContain('Bukan ketentuan peraturan.');
    const form = await admin.page(`${here}/items/new?signal=${encodeURIComponent(signalId)}`);
    expect(form).toContain('pelayanan publik dan komunikasi');
    const { unitIds: _, ...fields } = { ...itemFields({ signal: signalId }), unitIds: '' };
    expect(await admin.toOf(`${here}/items/new`, fields)).toBe(`${here}?notice=created`);
    const page = await admin.page(here);
    for (const text of ['Rp92.690.000', 'Rp40.090.000', 'dengan E-learning', '800 JP', 'seluruh instansi']) {
      expect(page).toContain(text);
    }
    const taken = await admin.page(`/agency/annual-plan/${year}/signals?state=taken`);
    expect(taken).toContain('Perilaku pelaksana (U7), KTP elektronik');
    expect(page).not.toContain('/agency/budget/lines/');
    await openBudgetLine(admin);
    expect(await admin.page(here)).toContain(`href="/agency/budget/lines/${year}.521211"`);
    const { pyb, ppk } = await officials();
    await admin.toOf(`${here}/move`, { move: 'propose', rev: '2' });
    await pyb.toOf(`${here}/move`, { ...agreeFields, rev: '3' });
    await ppk.toOf(`${here}/move`, { ...setFields(), rev: '4' });
    const inForce = await admin.page(here);
    for (const text of [
      'Ditetapkan Pejabat Pembina Kepegawaian',
      'SK-7',
      `Diputuskan sendiri oleh ${pyb.person.name}`,
      `Diputuskan sendiri oleh ${ppk.person.name}`,
      'Mulai versi baru',
    ]) {
      expect(inForce).toContain(text);
    }
    expect(inForce).not.toContain(`${here}/move`);
  });

  it('takes nothing once it was set: a new version copies it and is changed instead', async () => {
    const { admin, here } = await setPlan();
    const [, itemId = ''] = /items\/([^"/?]+)"/.exec(await admin.page(here)) ?? [];
    const refused = await admin.post(`${here}/items/${itemId}`, itemFields({ rev: '1', people: '5' }));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('mulai versi baru');
    const second = `/agency/annual-plan/${year}/2`;
    const reason = { reason: 'Anggaran dipotong' };
    expect(await admin.toOf(`${here}/version`, reason)).toBe(`${second}?notice=created`);
    await admin.toOf(`${second}/items/${itemId}`, itemFields({ rev: '1', people: '5' }));
    expect(await admin.page(`${second}/items/${itemId}`)).toContain('value="5"');
    expect(await admin.page(`${here}/items/${itemId}`)).toContain('40 (seluruh instansi)');
  });

  it('says at its field what is wrong with an item, and what is wrong together', async () => {
    const admin = await signedIn('agency-admin');
    const { signalId } = await lowConduct(admin);
    await admin.toOf('/agency/annual-plan', { year: String(year) });
    const path = `/agency/annual-plan/${year}/1/items/new`;
    const wrong: readonly (readonly [Record<string, string>, string])[] = [
      [{ cost: '10,5' }, 'error-cost'],
      [{ people: '0' }, 'error-people'],
      [{ jp: 'banyak' }, 'error-jp'],
      [{ from: `${year + 1}-01-01`, to: `${year + 1}-01-02` }, 'error-from'],
      [{ to: `${year}-01-01` }, 'error-to'],
      [{ form: 'KL99' }, 'error-form'],
      [{ alternativeForm: 'KL99' }, 'error-alternativeForm'],
      [{ alternativeCost: '92690000' }, 'error-alternativeCost'],
      [{ alternativeCost: '' }, 'error-alternativeCost'],
      [{ noAlternative: 'Sudah murah' }, 'error-noAlternative'],
      [{ budgetLine: '=1' }, 'error-budgetLine'],
    ];
    for (const [over, error] of wrong) {
      const answer = await admin.post(path, itemFields({ signal: signalId, ...over }));
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(`id="${error}"`);
    }
    expect(await admin.page(`/agency/annual-plan/${year}/1`)).toContain('Belum ada rincian');
  });

  it('sets signals aside with a reason, and brings them back', async () => {
    const admin = await signedIn('agency-admin');
    const { signalId } = await lowConduct(admin);
    const inbox = `/agency/annual-plan/${year}/signals`;
    const one = `${inbox}/${encodeURIComponent(signalId)}`;
    const hostile = await admin.post(one, { act: 'aside', reason: 'Petugasnya\u0000 sudah diganti' });
    expect(hostile.status).toBe(422);
    const short = await admin.post(one, { act: 'aside', reason: 'ya' });
    expect(short.status).toBe(422);
    await admin.toOf(one, { act: 'aside', reason: 'Petugasnya sudah diganti' });
    expect(await admin.page(inbox)).not.toContain('KTP elektronik');
    const aside = await admin.page(`${inbox}?state=aside`);
    expect(aside).toContain('Petugasnya sudah diganti');
    expect(aside).toContain(admin.person.name);
    await admin.toOf(one, { act: 'back' });
    expect(await admin.page(inbox)).toContain('KTP elektronik');
  });

  it('keeps notes of performance gaps and new rules, which can be changed', async () => {
    const admin = await signedIn('agency-admin');
    const notes = `/agency/annual-plan/${year}/notes`;
    const note = { kind: 'rule', rev: '0', title: 'SPBE', legalBasis: 'Perpres 95/2018', detail: '' };
    const missing = await admin.post(`${notes}/new`, { ...note, legalBasis: '' });
    expect(await missing.text()).toContain('id="error-legalBasis"');
    await admin.toOf(`${notes}/new`, note);
    const gap = { ...note, kind: 'performance', legalBasis: '', detail: 'Target 3 hari, hasil 5 hari' };
    await admin.toOf(`${notes}/new`, { ...gap, title: 'Waktu layanan' });
    const page = await admin.page(`/agency/annual-plan/${year}/signals`);
    expect(page).toContain('Perpres 95/2018');
    const [, noteId = ''] = /notes\/([0-9a-f-]{8,})"[^>]*>SPBE/.exec(page) ?? [];
    await admin.toOf(`${notes}/${noteId}`, { ...note, rev: '1', title: 'SPBE dan data' });
    expect(await admin.page(`/agency/annual-plan/${year}/signals`)).toContain('SPBE dan data');
    const late = await admin.post(`${notes}/${noteId}`, { ...note, rev: '1' });
    expect(await late.text()).toContain('baru saja berubah');
  });

  it('F1: is a table in CSV and Excel in which text that looks like a formula is text', async () => {
    const { admin, here } = await setPlan();
    const csv = await admin.ask(`${here}/file?format=csv`);
    expect(csv.headers.get('content-disposition')).toBe(
      `attachment; filename="sinau-rencana-${year}-v1.csv"`,
    );
    const text = await csv.text();
    expect(text).toContain(";'=Pelayanan ramah;");
    expect(text).toContain(';92690000;E-learning;52600000;40090000;');
    const xlsx = await admin.ask(`${here}/file?format=xlsx`);
    const read = await readTable(new Uint8Array(await xlsx.arrayBuffer()));
    if (read.outcome !== 'read') throw new Error('the workbook is not read');
    expect(read.table.heads[15]).toBe('Biaya (Rp)');
    expect(read.table.rows[0]?.cells.slice(0, 2)).toEqual(['1', '=Pelayanan ramah']);
    expect(read.table.rows[0]?.cells[15]).toBe('92690000');
  });

  it('C4: is nobody else’s: other agencies find none, learners no door', async () => {
    const { here } = await setPlan();
    const other = await signedIn('agency-admin', world.tenants.agencyB);
    for (const path of [here, `${here}/print`, `${here}/file?format=csv`, `${here}/items/x`]) {
      expect((await other.ask(path)).status).toBe(404);
    }
    expect(await other.page('/agency/annual-plan')).toContain('Belum ada rencana');
    const moved = await other.post(`${here}/move`, { move: 'propose', rev: '1' });
    expect(moved.status).toBe(404);
    const learner = await signedIn('learner');
    expect((await learner.ask(here)).status).toBe(403);
  });

  it('asks for the letter that sets it, and takes no day to come', async () => {
    const { ppk, here } = await agreedPlan();
    const set = { ...setFields(), rev: '4' };
    const bare = await (await ppk.post(`${here}/move`, { ...set, number: '', on: '' })).text();
    expect(bare).toContain('id="error-number"');
    expect(bare).toContain('id="error-on"');
    const later = { ...set, on: addDays(today, 1) };
    expect(await (await ppk.post(`${here}/move`, later)).text()).toContain('id="error-on"');
    const stale = { ...set, rev: '3' };
    expect(await (await ppk.post(`${here}/move`, stale)).text()).toContain('baru saja berubah');
    await ppk.toOf(`${here}/move`, { move: 'return', rev: '4', reason: 'Anggaran turun' });
    expect(await ppk.page(here)).toContain('Alasan: Anggaran turun');
  });

  it('is read by its officials without what only administrators open, and each takes the step that is theirs', async () => {
    const { admin, pyb, ppk, here } = await agreedPlan();
    expect(await pyb.page('/')).toContain('href="/agency/annual-plan"');
    expect(await pyb.page('/agency/annual-plan')).toContain(`href="${here}"`);
    const page = await ppk.page(here);
    expect(page).toContain('Tetapkan rencana');
    expect(page).toContain('Pelayanan ramah');
    for (const closed of ['/signals', '/items/', '/realisation', '/agency/budget', '/agency/people']) {
      expect(page).not.toContain(closed);
    }
    expect((await ppk.ask(`${here}/print`)).status).toBe(200);
    expect((await ppk.ask(`${here}/file?format=csv`)).status).toBe(200);
    for (const path of [`/agency/annual-plan/${year}/signals`, `${here}/realisation`, `${here}/items/new`]) {
      expect((await ppk.ask(path)).status).toBe(403);
    }
    // Who drafted it is told why, and cannot do it by hand either.
    expect(await admin.page(here)).toContain('Anda ikut menyusun versi ini.');
    const own = await admin.post(`${here}/move`, { ...setFields(), official: 'Kepala Badan', rev: '4' });
    expect(own.status).toBe(422);
    expect(await own.text()).toContain('Langkah ini bukan bagian Anda.');
    expect((await pyb.post(`${here}/move`, { ...setFields(), rev: '4' })).status).toBe(422);
    const other = await signedIn('appointing-official', world.tenants.agencyB);
    expect((await other.ask(here)).status).toBe(404);
    expect((await other.post(`${here}/move`, { ...setFields(), rev: '4' })).status).toBe(404);
    await ppk.toOf(`${here}/move`, { ...setFields(), rev: '4' });
    const undo = { move: 'undo', rev: '5', undoReason: '' };
    expect(await (await ppk.post(`${here}/move`, undo)).text()).toContain('id="error-undoReason"');
    await ppk.toOf(`${here}/move`, { ...undo, undoReason: 'Nomor keliru' });
    expect(await admin.page(here)).toContain('Langkah terakhir dibatalkan; sekarang: Disetujui');
  });

  it('is set by a letter that a second person records where no official can sign in, as a PDF that does nothing but show', async () => {
    const { admin, here } = await draftedPlan();
    const second = await signedIn('agency-admin');
    await admin.toOf(`${here}/move`, { move: 'propose', rev: '2' });
    await second.toOf(`${here}/move`, { ...agreeFields, official: 'Sekretaris Utama', rev: '3' });
    expect(await second.page(here)).toContain('Sebagai orang kedua');
    const send = async (file?: File, over: Record<string, string> = {}) => {
      const body = new FormData();
      const fields = { ...setFields(), official: 'Kepala Badan', rev: '4', ...over };
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      if (file) body.set('decree', file);
      return second.ask(`${here}/move`, { method: 'POST', body });
    };
    expect(await (await send()).text()).toContain('Lampirkan surat keputusannya.');
    expect(await (await send(pdfWith(''), { official: '' })).text()).toContain('id="error-official"');
    const script = pdfWith('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>');
    expect(await (await send(script)).text()).toContain('PDF ini berisi skrip');
    expect(await (await send(new File(['<p>'], 'a.pdf'))).text()).toContain('bukan PDF yang dapat dibaca');
    expect((await send(pdfWith(''))).headers.get('location')).toBe(`${here}?notice=saved`);
    const page = await admin.page(here);
    const [, decree = ''] = /href="([^"]+\/decrees\/[^"]+)"/.exec(page) ?? [];
    expect(page).toContain('SK &lt;7&gt;.pdf (PDF, 1 halaman)');
    const file = await admin.ask(decree);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="surat-rencana-${year}-v1.pdf"`,
    );
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect((await file.text()).startsWith('%PDF-1.7')).toBe(true);
    const other = await signedIn('agency-admin', world.tenants.agencyB);
    expect((await other.ask(decree)).status).toBe(404);
    expect((await (await signedIn('learner')).ask(decree)).status).toBe(403);
    expect(await admin.page(`${here}/print`)).toContain('Kepala Badan · SK-7');
  });

  it('is compared with what was held: an event made from an item, its people, JP and rupiah, each with its list', async () => {
    const { admin, here } = await setPlan();
    const [, itemId = ''] = /items\/([^"/?]+)"/.exec(await admin.page(here)) ?? [];
    const item = `${here}/items/${itemId}/learning`;
    const mark = `${year}~1~${itemId}`;
    expect(await admin.page(item)).toContain('Belum ada kegiatan atau kursus');
    const form = await admin.page(`/agency/events/new?item=${mark}`);
    expect(form).toContain('Untuk rincian rencana: =Pelayanan ramah');
    expect(form).toContain('value="40"');
    expect(await admin.page(`/agency/events/new?item=${year}~1~lain`)).not.toContain('Untuk rincian');
    const made = await admin.toOf('/agency/events/new', eventFields(mark));
    const [, eventId = ''] = /events\/([\w-]+)/.exec(made) ?? [];
    const sri = await signedIn('learner');
    await learned(sri.person, eventId);
    const realisation = await admin.page(`${here}/realisation`);
    expect(realisation).toMatch(/1: Peserta realisasi, =Pelayanan ramah/);
    expect(realisation).toMatch(/4 JP: JP realisasi/);
    const learners = `/agency/annual-plan/${year}/realised/event/${eventId}`;
    expect(await admin.page(item)).toContain(`href="${learners}"`);
    const list = await admin.page(learners);
    expect(list).toContain(sri.person.name);
    expect(list).toContain('4 JP');
    const spent = { act: 'spent', kind: 'event', learningId: eventId };
    expect((await admin.post(item, { ...spent, spent: '1,5' })).status).toBe(422);
    await admin.toOf(item, { ...spent, spent: '46.345.000' });
    expect(await admin.page(`${here}/realisation`)).toContain('50%');
    // What the budget says was spent for it counts, and not what was typed in.
    await openBudgetLine(admin);
    const line = `/agency/budget/lines/${year}.521211`;
    const book = await admin.page(`${line}/book`);
    expect(book).toContain(`value="event:${eventId}"`);
    expect(book).toContain(`value="plan-item:${itemId}"`);
    const [, formId = ''] = /name="form" value="([^"]+)"/.exec(book) ?? [];
    const booking = {
      ...{ form: formId, kind: 'spent', amount: '23.172.500', people: '', jp: '' },
      ...{ reason: 'Honor narasumber', evidence: 'SPK-1', purpose: `event:${eventId}` },
    };
    const wrong = await admin.post(`${line}/book`, { ...booking, purpose: 'event:lain' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Pilih kegiatan instansi atau rincian rencana dari daftar.');
    await admin.toOf(`${line}/book`, booking);
    expect(await admin.page(`${line}/bookings?state=spent`)).toContain('Kegiatan: Seminar pelayanan');
    expect(await admin.page(item)).toContain('Dari anggaran: Rp23.172.500.');
    expect(await admin.page(`${here}/realisation`)).toContain('25%');
    const other = await signedIn('agency-admin', world.tenants.agencyB);
    expect((await other.ask(learners)).status).toBe(404);
    expect((await other.ask(`${here}/realisation`)).status).toBe(404);
    await admin.toOf(item, { act: 'unlink', kind: 'event', learningId: eventId });
    // It was learned all the same, and stands outside of the plan.
    expect(await admin.page(learners)).toContain(sri.person.name);
    const fit = await admin.page(`/agency/annual-plan/${year}/fit`);
    expect(fit).toContain('Di luar rencana');
    expect(fit).toContain(`href="${learners}"`);
    const unknown = await admin.post(item, { act: 'link', event: '', course: '/courses/tidak-ada' });
    expect(await unknown.text()).toContain('Pilih satu kegiatan, atau isi alamat');
    await admin.toOf(item, { act: 'link', event: eventId, course: '' });
    expect(await admin.page(item)).toContain('Dari anggaran: Rp23.172.500.');
    const inPlan = await admin.page(`/agency/annual-plan/${year}/fit`);
    expect(inPlan).toContain('Dalam rencana tahunan');
    expect(inPlan).toContain('100%');
    expect(await other.page(`/agency/annual-plan/${year}/fit`)).toContain('Belum ada yang dipelajari');
    expect((await sri.ask(`/agency/annual-plan/${year}/fit`)).status).toBe(403);
  });

  it('answers what was promised at a consultation, and citizens read what became of it and of nobody', async () => {
    const admin = await signedIn('agency-admin');
    const { home } = admin.person;
    const agencyId = home.kind === 'agency' ? home.agencyId : '';
    const { serviceId } = await lowConduct(admin);
    const forums = '/agency/citizens/forums';
    const forumFields = {
      ...{ title: 'Forum KTP', serviceIds: serviceId, heldOn: addDays(today, -2), place: 'Aula', link: '' },
      ...{ minutes: '', minutesUrl: '', rev: '0' },
    };
    const forum = (await admin.toOf(`${forums}/new`, forumFields)).split('?')[0] ?? '';
    const commitment = {
      ...{ said: 'Petugas ketus', text: 'Petugas loket dilatih', unit: 'Dukcapil', due: addDays(today, 9) },
      ...{ state: 'open', outcome: '', proof: '', topic: 'Komunikasi ramah', rev: '1' },
    };
    const wrong = await admin.post(`${forum}/commitments/new`, { ...commitment, topic: 'X' });
    expect(await wrong.text()).toContain('id="error-topic"');
    const numbered = { ...commitment, topic: 'Hubungi 0812-3456-7890' };
    expect((await admin.post(`${forum}/commitments/new`, numbered)).status).toBe(422);
    await admin.toOf(`${forum}/commitments/new`, commitment);
    expect(await admin.page(forum)).toContain('Perlu pembelajaran tentang: Komunikasi ramah');
    const everybody = world.browser();
    const read = async (path: string) => (await everybody.ask(path)).text();
    const service = `/services/${agencyId}/${serviceId}`;
    expect(await read(service)).toContain('Komunikasi ramah; belum ada di rencana.');
    await admin.toOf('/agency/annual-plan', { year: String(year) });
    const inbox = await admin.page(`/agency/annual-plan/${year}/signals`);
    expect(inbox).toContain(`href="${forum}"`);
    const [, signal = ''] = /signal=(commitment[^"]+)"/.exec(inbox) ?? [];
    const here = `/agency/annual-plan/${year}/1`;
    const form = await admin.page(`${here}/items/new?signal=${signal}`);
    expect(form).toContain('Komitmen di Forum KTP: Petugas loket dilatih (Dukcapil');
    await admin.toOf(`${here}/items/new`, itemFields({ signal: decodeURIComponent(signal) }));
    await admin.toOf(`${here}/move`, { move: 'propose', rev: '2' });
    const { pyb, ppk } = await officials();
    await pyb.toOf(`${here}/move`, { ...agreeFields, rev: '3' });
    expect(await read(service)).toContain('belum ada di rencana.');
    await ppk.toOf(`${here}/move`, { ...setFields(), rev: '4' });
    expect(await read(service)).toContain(`Komunikasi ramah ada di rencana ${year}; belum diadakan.`);
    const [, itemId = ''] = /items\/([^"/?]+)"/.exec(await admin.page(here)) ?? [];
    const made = await admin.toOf('/agency/events/new', eventFields(`${year}~1~${itemId}`));
    const [, eventId = ''] = /events\/([\w-]+)/.exec(made) ?? [];
    const sri = await signedIn('learner');
    await learned(sri.person, eventId);
    for (const path of [service, `/services/${agencyId}`]) {
      const page = await read(path);
      expect(page).toContain(`Komunikasi ramah sudah diadakan menurut rencana ${year}.`);
      expect(page).not.toContain('Keikutsertaan pegawai');
      expect(page).not.toContain(sri.person.name);
    }
  });

  it('counts what was learned elsewhere for an item once an administrator names it on the record', async () => {
    const { admin, here } = await setPlan();
    const [, itemId = ''] = /items\/([^"/?]+)"/.exec(await admin.page(here)) ?? [];
    const sri = await signedIn('learner');
    const { home, personId } = sri.person;
    if (home.kind !== 'agency') throw new Error('of no agency');
    const desk = await world.deps.external();
    const day = `${year}-01-02`;
    const record = learningOf({
      ...{ learningId: 'l-1' as LearningId, personId, agencyId: home.agencyId, state: 'recognised' },
      details: { ...seminar, startsOn: day, endsOn: day },
    });
    await desk.learnings.take({ after: record, line: lineOf(record) });
    const path = `/agency/external/${personId}/l-1`;
    const review = await admin.page(path);
    expect(review).toContain(`${year}: =Pelayanan ramah`);
    const wrong = await admin.post(`${path}/plan`, { planItem: `${year}~lain`, rev: '1' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Pilih rincian rencana dari tahun catatan ini.');
    await admin.toOf(`${path}/plan`, { planItem: `${year}~${itemId}`, rev: '1' });
    const late = await admin.post(`${path}/plan`, { planItem: '', rev: '1' });
    expect(late.status).toBe(422);
    await learned(sri.person, 'e-1', { kind: 'external', learningId: 'l-1' });
    const item = await admin.page(`${here}/items/${itemId}/learning`);
    expect(item).toContain('Pembelajaran di luar platform');
    const people = `/agency/annual-plan/${year}/realised/elsewhere/${itemId}`;
    expect(item).toContain(`href="${people}"`);
    expect(await admin.page(people)).toContain(sri.person.name);
    const other = await signedIn('agency-admin', world.tenants.agencyB);
    expect((await other.ask(people)).status).toBe(404);
    expect((await other.post(`${path}/plan`, { planItem: '', rev: '2' })).status).toBe(404);
    expect((await sri.post(`${path}/plan`, { planItem: '', rev: '2' })).status).toBe(403);
  });

  /** Four JP of a seminar, as attendance brings them into the ledger. */
  async function learned(
    { personId, home }: Admin['person'],
    eventId: string,
    source: Earned['source'] = { kind: 'event', eventId, organiser: 'Badan' },
  ) {
    const desk = await world.deps.credit();
    const at = world.deps.clock.now().toISOString();
    await desk.credit.append({
      ...{ kind: 'earned', entryId: 'e1' as never, personId, at, recordedAt: at, form: 'KL06' },
      ...{ title: { id: 'Seminar' }, source, abroad: false },
      ...{ stated: 400 as Jp, parts: [{ date: `${year}-01-02`, amount: 100 }], sameAs: 'e1' },
      ...(home.kind === 'agency' && { agencyId: home.agencyId }),
    });
    const { realised } = await world.deps.annualPlan();
    const { learnings } = await world.deps.external();
    await recountRealised(
      { realised, ledger: ledgerOf(desk, learnings, (await world.deps.competency()).persons) },
      personId,
    );
  }

  const eventFields = (item: string) => ({
    ...{
      item,
      title: 'Seminar pelayanan',
      about: '',
      form: 'KL06',
      mode: 'in-person',
      abroad: 'no',
      stated: '',
    },
    ...{ zone: 'Asia/Jakarta', capacity: '40', audience: 'agency', approval: 'none', confirmHours: '24' },
    ...{ opensAt: `${today}T00:00`, closesAt: `${addDays(today, 7)}T08:00`, evaluation: '' },
    ...{ s0date: addDays(today, 7), s0from: '09:00', s0until: '12:00', s0place: 'Aula' },
  });

  const pdfWith = (catalog: string) =>
    new File(
      [
        `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
      ],
      'SK <7>.pdf',
      { type: 'application/pdf' },
    );

  async function draftedPlan() {
    const admin = await signedIn('agency-admin');
    const { signalId } = await lowConduct(admin);
    await admin.toOf('/agency/annual-plan', { year: String(year) });
    const here = `/agency/annual-plan/${year}/1`;
    await admin.toOf(`${here}/items/new`, itemFields({ signal: signalId }));
    return { admin, here };
  }
  async function agreedPlan() {
    const { admin, here } = await draftedPlan();
    const { pyb, ppk } = await officials();
    await admin.toOf(`${here}/move`, { move: 'propose', rev: '2' });
    await pyb.toOf(`${here}/move`, { ...agreeFields, rev: '3' });
    return { admin, pyb, ppk, here };
  }
  async function setPlan() {
    const { admin, ppk, here } = await agreedPlan();
    await ppk.toOf(`${here}/move`, { ...setFields(), rev: '4' });
    return { admin, here };
  }
});
