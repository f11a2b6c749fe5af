import { followAttendance, readLedger } from '@sinau/credit';
import { type LearningId, markRecognised } from '@sinau/external-learning';
import type { PersonId } from '@sinau/kernel';
import { type ImportId, runHistoryImport } from '@sinau/staffing';
import { beforeEach, describe, expect, it } from 'vitest';
import { attendancesOf } from '../shared/attendances.ts';
import { listFile } from '../shared/list-files.ts';
import { portalWorld } from './testing/portal-world.ts';

type Tenant = 'agencyA' | 'agencyB';

const path = '/agency/external/import';
const heads = ['Tanggal Mulai', 'Tanggal Selesai', 'Kode Jenis Pengembangan', 'Nama Kegiatan'];
const allHeads = [
  ...heads,
  'Penyelenggara Kegiatan',
  'Total Jam Pelajaran',
  'NIP Peserta',
  'Nomor Sertifikat',
];
const [sriNumber, tonoNumber, agusNumber] = ['001', '002', '003'].map((serial) => `199005172015031${serial}`);
const nobody = '199005172015031004';

const row = (
  title: string,
  more: Partial<Record<'form' | 'jp' | 'nip' | 'certificate' | 'day', string>> = {},
) => {
  const { form = 'KL06', jp = '8', nip = sriNumber ?? '', certificate = '', day = '03/02/2026' } = more;
  return [day, '04/02/2026', form, title, 'Universitas Contoh', jp, nip, certificate];
};

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(
  number: string | undefined,
  role: 'learner' | 'agency-admin',
  at: Tenant = 'agencyA',
) {
  const employment = { status: 'PNS', from: '2020-01-01' } as const;
  const career = number && { employment, employeeNumber: { kind: 'NIP', value: number } as const };
  const person = await world.invite(world.tenants[at], [role], { ...career });
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (href: string) => (await browser.ask(href)).text() };
}

type Admin = Awaited<ReturnType<typeof signedIn>>;

async function send({ ask }: Admin, rows: readonly (readonly string[])[]): Promise<string> {
  const body = new FormData();
  const bytes = await listFile('history', [allHeads, ...rows], 'xlsx');
  body.set('file', new File([bytes], 'riwayat.xlsx'));
  const sent = await ask(path, { method: 'POST', body });
  expect(sent.status).toBe(303);
  const href = sent.headers.get('location') ?? '';
  await work(href);
  return href;
}

async function work(href: string): Promise<void> {
  const deadlineMs = world.deps.clock.now().getTime() + 1;
  const importId = (href.split('/').at(-1) ?? '') as ImportId;
  await runHistoryImport(await world.deps.history(), { importId, deadlineMs });
}

async function take(admin: Admin, rows: readonly (readonly string[])[]): Promise<string> {
  const href = await send(admin, rows);
  expect((await admin.post(`${href}/start`, {})).headers.get('location')).toBe(href);
  await work(href);
  return href;
}

/** What the announcer does with what the stream tells. */
async function announce(personId: PersonId): Promise<void> {
  const [desk, ledger] = [await world.deps.external(), await world.deps.credit()];
  const { clock } = world.deps;
  for (const { learningId } of await desk.learnings.listOf(personId)) {
    await followAttendance({ ...ledger, clock, attendances: attendancesOf(desk) }, { personId, learningId });
    await markRecognised({ ...desk, clock }, { personId, learningId: learningId as LearningId });
  }
}

describe('history that an agency imports', () => {
  it('is tried on its page, recorded when somebody starts it, and its JP come to the ledger within their caps', async () => {
    const sri = await signedIn(sriNumber, 'learner');
    const admin = await signedIn(agusNumber, 'agency-admin');
    const { personId } = sri.person;
    const rows = [
      row('Coaching', { form: 'NKL01', jp: '10' }),
      row('Seminar Arsip', { certificate: '7/A' }),
      row('Diklat Teknis', { form: 'KL03', jp: '20' }),
    ];
    const href = await send(admin, rows);
    const trial = await admin.page(href);
    for (const text of [
      '3 baris akan dicatat',
      '3 Februari 2026 sampai 4 Februari 2026',
      '>10 JP<',
      '>20 JP<',
    ]) {
      expect(trial).toContain(text);
    }
    const { learnings } = await world.deps.external();
    expect(await learnings.listOf(personId)).toEqual([]);
    await admin.post(`${href}/start`, {});
    await work(href);
    await announce(personId);
    const ledger = await readLedger(await world.deps.credit(), { personId, year: 2026 });
    // Of five sessions of coaching two count a month; two days of a seminar at 4 JP; training as it states.
    const recognised = ledger?.lines.map((line) => line.recognised);
    expect(recognised?.toSorted((one, other) => one - other)).toEqual([400, 800, 2_000]);
    expect((await learnings.listOf(personId)).map(({ state, way }) => [state, way])).toEqual([
      ['recognised', 'entered'],
      ['recognised', 'entered'],
      ['recognised', 'entered'],
    ]);
    expect(await sri.page('/jp?year=2026')).toContain('Seminar Arsip');
    const [first] = await learnings.listOf(personId);
    const results = await admin.page(`${href}/results`);
    expect(results).toContain(`https://sinau.example/agency/external/${personId}/${first?.learningId}`);
    expect(results).not.toContain(sriNumber);
  });

  it('R12: is skipped the second time, also where its learner wrote it down by its certificate', async () => {
    const sri = await signedIn(sriNumber, 'learner');
    const admin = await signedIn(undefined, 'agency-admin');
    const body = new FormData();
    const own = { way: 'attended', form: 'KL06', title: 'Lain', organiser: 'Universitas Contoh', count: '1' };
    const days = { startsOn: '2026-02-03', endsOn: '2026-02-03', place: 'national', stated: '' };
    const number = {
      certificateNumber: '012 / SEM',
      certificateIssuer: '',
      letterNumber: '',
      letterDate: '',
    };
    for (const [name, value] of Object.entries({ ...own, ...days, ...number, notes: '' }))
      body.set(name, value);
    expect((await sri.ask('/jp/external', { method: 'POST', body })).status).toBe(303);
    const rows = [row('Seminar Arsip', { certificate: '012/SEM' }), row('Etika')];
    const first = await take(admin, rows);
    const told = await admin.page(`${first}/results`);
    // A draft is its learner's alone: no address of it.
    expect(told).toMatch(/2;Seminar Arsip;[^;]*;sudah tercatat;;Pegawai ini sudah menulisnya[^\n]*;\r\n/);
    expect(told).toMatch(/3;Etika;[^;]*;dicatat;/);
    const again = await admin.page(await take(admin, rows.slice(1)));
    expect(again).toContain('Impor selesai: 0 baris dicatat.');
    expect(await (await world.deps.external()).learnings.listOf(sri.person.personId)).toHaveLength(2);
  });

  it('C2: says the same of people elsewhere and of nobody, C7: and refuses rows about oneself', async () => {
    const tono = await signedIn(tonoNumber, 'learner', 'agencyB');
    const admin = await signedIn(agusNumber, 'agency-admin');
    const numbers = [tonoNumber ?? '', nobody, agusNumber ?? ''];
    const href = await take(
      admin,
      numbers.map((nip) => row('Etika', { nip })),
    );
    const [, elsewhere, unknown, own] = (await admin.page(`${href}/results`)).split('\r\n');
    const reasonOf = (line = '') => line.split(';').slice(3);
    expect(elsewhere).toContain('Tidak ada pegawai dengan NIP ini di instansi Anda.');
    expect(reasonOf(elsewhere)).toEqual(reasonOf(unknown));
    expect(own).toContain('Baris ini tentang Anda sendiri');
    expect(await (await world.deps.external()).learnings.listOf(tono.person.personId)).toEqual([]);
    const foreign = await signedIn(undefined, 'agency-admin', 'agencyB');
    for (const part of ['', '/results', '/refused-rows', '/progress']) {
      expect((await foreign.ask(`${href}${part}`)).status).toBe(404);
    }
  });

  it('gives refused rows back to be mended, in a file that is taken once they are', async () => {
    await signedIn(sriNumber, 'learner');
    const admin = await signedIn(undefined, 'agency-admin');
    const rows = [row('Etika'), row('Arsip', { day: '05/02/2026' }), row('Gizi', { jp: '99' })];
    const href = await take(admin, [...rows, row('Nanti', { form: 'KL99' })]);
    const text = await admin.page(`${href}/refused-rows?format=csv`);
    const results = await admin.page(`${href}/results`);
    for (const [line, column, reason] of [
      [3, 'Tanggal Selesai', 'Tanggal selesai mendahului'],
      [4, 'Total Jam Pelajaran', 'Jam pelajaran ini lebih banyak'],
      [5, 'Kode Jenis Pengembangan', 'Kode jenis pengembangan ini tidak ada'],
    ] as const) {
      expect(text).toContain(`;${line};${reason}`);
      expect(results).toMatch(new RegExp(`\\n${line};[^;]*;[^;]*;ditolak;${column};${reason}`));
    }
    const mended = text.replace('05/02/2026', '04/02/2026').replace(';99;', ';9;').replace('KL99', 'KL07');
    const body = new FormData();
    body.set('file', new File([mended], 'riwayat-ditolak.csv'));
    const sent = (await admin.ask(path, { method: 'POST', body })).headers.get('location') ?? '';
    await work(sent);
    expect(await admin.page(sent)).toContain('3 baris akan dicatat');
  });
});
