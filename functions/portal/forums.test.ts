import type { ForumId } from '@sinau/feedback/forums';
import { addDays } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { publicForumView } from './join-forums.ts';
import { portalWorld } from './testing/portal-world.ts';

const path = '/agency/citizens/forums';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(at: 'agencyA' | 'agencyB', role: 'learner' | 'agency-admin' = 'agency-admin') {
  const person = await world.invite(world.tenants[at], [role], {});
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, page: async (href: string) => (await browser.ask(href)).text() };
}
type Admin = Awaited<ReturnType<typeof signedIn>>;

/** A service of the administrator's agency, by its id. */
async function addService({ post }: Admin): Promise<string> {
  const added = await post('/agency/citizens/new', { name: 'KTP elektronik', unit: '', about: '' });
  return (added.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? '';
}

function formOf(serviceId: string, over: Readonly<Record<string, string>> = {}) {
  const today = world.deps.clock.now().toISOString().slice(0, 10);
  const counts = { community: '', experts: '', business: '', media: '', officials: '' };
  return {
    ...{ title: 'Forum layanan KTP', serviceIds: serviceId, heldOn: addDays(today, -2), place: 'Aula' },
    ...{ ...counts, 'service-users': '12', disability: '3', link: '', minutes: 'Antrean dibahas.' },
    ...{ minutesUrl: '', rev: '0', ...over },
  };
}

const whereOf = (answer: Response) => (answer.headers.get('location') ?? '').split('?')[0] ?? '';

function commitmentOf(over: Readonly<Record<string, string>> = {}) {
  const today = world.deps.clock.now().toISOString().slice(0, 10);
  return {
    ...{ said: 'Antre lama', text: 'Loket kedua dibuka', unit: 'Dukcapil', due: addDays(today, -1) },
    ...{ state: 'open', outcome: '', proof: '', rev: '1', ...over },
  };
}

describe('consultations at the desk of an agency and in public', () => {
  it('go from the desk to everybody: what is overdue, then what was kept', async () => {
    const admin = await signedIn('agencyA');
    const serviceId = await addService(admin);
    const forum = whereOf(await admin.post(`${path}/new`, formOf(serviceId)));
    await admin.post(`${forum}/commitments/new`, commitmentOf());
    expect(await admin.page(path)).toContain('Komitmen yang lewat tenggat: 1');
    const { tenants } = world;
    const agencyId = tenants.agencyA.kind === 'agency' ? tenants.agencyA.agencyId : '';
    const everybody = world.browser();
    const publicPage = async () => (await everybody.ask(`/services/${agencyId}/${serviceId}`)).text();
    const before = await publicPage();
    expect(before).toContain('Belum ada tindak lanjut yang dicatat.');
    for (const words of [
      'Forum layanan KTP',
      '15 orang',
      'Antrean dibahas.',
      'Loket kedua dibuka',
      'Lewat tenggat',
    ])
      expect(before).toContain(words);
    expect(before).not.toContain('disabilitas');
    const [, commitmentId = ''] =
      /commitments\/([0-9a-z-]{3,})"/.exec((await admin.page(forum)).replaceAll('/commitments/new', '')) ??
      [];
    const kept = {
      state: 'kept',
      outcome: 'Loket kedua dibuka 1 Maret',
      proof: 'https://contoh.go.id/foto',
      rev: '2',
    };
    const done = await admin.post(`${forum}/commitments/${commitmentId}`, commitmentOf(kept));
    expect(whereOf(done)).toBe(forum);
    const after = await publicPage();
    expect(after).toContain('Loket kedua dibuka 1 Maret');
    expect(after).toContain('https://contoh.go.id/foto');
    expect(after).not.toContain('Belum ada tindak lanjut yang dicatat.');
    expect(await admin.page(path)).not.toContain('lewat tenggat');
    const data = await everybody.ask(`/services/${agencyId}/${serviceId}`, {
      headers: { accept: 'application/json' },
    });
    expect(await data.json()).toMatchObject({
      forums: [{ participants: 15, commitments: [{ state: 'kept', unit: 'Dukcapil' }] }],
    });
  });

  it('say at the field what is wrong, and keep what was typed', async () => {
    const admin = await signedIn('agencyA');
    const serviceId = await addService(admin);
    const refusedFor = async (over: Readonly<Record<string, string>>) => {
      const answer = await admin.post(`${path}/new`, formOf(serviceId, over));
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await refusedFor({ place: '' })).toContain(
      'Isi tempat (3 sampai 200 huruf) atau tautan pertemuan.',
    );
    expect(await refusedFor({ link: 'javascript:alert(1)' })).toContain('diawali https://');
    expect(await refusedFor({ minutes: 'Hadir: 3201011505900001' })).toContain('Ada nomor panjang');
    expect(await refusedFor({ heldOn: '2099-01-01' })).toContain('dicatat setelah forum diadakan');
    const forum = whereOf(await admin.post(`${path}/new`, formOf(serviceId)));
    const answer = await admin.post(`${forum}/commitments/new`, commitmentOf({ state: 'kept' }));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('apa yang dilakukan, atau mengapa tidak jadi');
    expect(page).toContain('Antre lama');
  });

  it('are of one agency, and its administrators alone', async () => {
    const admin = await signedIn('agencyA');
    const forum = whereOf(await admin.post(`${path}/new`, formOf(await addService(admin))));
    const other = await signedIn('agencyB');
    for (const answer of [
      await other.ask(forum),
      await other.post(`${forum}/remove`, {}),
      await other.post(`${forum}/commitments/new`, commitmentOf()),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect((await (await signedIn('agencyA', 'learner')).ask(path)).status).toBe(403);
    expect(whereOf(await admin.post(`${forum}/remove`, {}))).toBe(path);
    expect((await admin.ask(forum)).status).toBe(404);
  });

  it('have minutes as a file that everybody gets, once it was checked, while the service is shown', async () => {
    const admin = await signedIn('agencyA');
    const serviceId = await addService(admin);
    const forum = whereOf(
      await admin.post(`${path}/new`, formOf(serviceId, { minutes: '', agenda: 'Jam buka loket' })),
    );
    const send = (file: File | undefined, more: Readonly<Record<string, string>> = { clean: 'yes' }) => {
      const body = new FormData();
      if (file) body.set('file', file);
      for (const [name, value] of Object.entries(more)) body.set(name, value);
      return admin.ask(`${forum}/minutes`, { method: 'POST', body });
    };
    const pdf = (text: string) =>
      new File([text], 'Rapat \u202eSri 198701012010012001.pdf', { type: 'application/pdf' });
    const page = await admin.page(forum);
    for (const word of ['Tahapan forum', 'Jam buka loket', 'berita acara: ringkasan, berkas PDF']) {
      expect(page).toContain(word);
    }
    expect(page).toMatch(/aria-current="step"[\s\S]{0,80}Pelaksanaan/);
    for (const [sent, words] of [
      [await send(undefined), 'Pilih berkas PDF'],
      [await send(pdf('not-pdf')), 'bukan PDF yang dapat dibaca'],
      [await send(pdf('active')), 'berisi program'],
      [await send(pdf('tells-of-person')), 'NIK, NIP, nomor telepon, atau surel'],
      [await send(pdf('too-much')), 'terlalu banyak untuk diperiksa'],
      [await send(pdf('x'.repeat(4 * 1024 * 1024 + 1))), 'lebih dari 4 MB'],
      [await send(pdf('isi'), {}), 'nyatakan bahwa berkasnya tidak memuat'],
    ] as const) {
      expect([sent.status, await sent.text()]).toEqual([422, expect.stringContaining(words)]);
    }
    expect((await send(pdf('isi'), { clean: 'yes', agencyId: 'lain' })).status).toBe(400);
    expect((await send(pdf('isi'))).headers.get('location')).toBe(`${forum}?notice=saved`);
    expect(await admin.page(forum)).toMatch(/aria-current="step"[\s\S]{0,80}Tindak lanjut/);
    const { tenants } = world;
    const agencyId = tenants.agencyA.kind === 'agency' ? tenants.agencyA.agencyId : '';
    const everybody = world.browser();
    const service = `/services/${agencyId}/${serviceId}`;
    const html = await (await everybody.ask(service)).text();
    const [, href = ''] = /href="(\/services\/[^"]+\/minutes)"/.exec(html) ?? [];
    const ours = `berita-acara-${formOf(serviceId).heldOn}.pdf`;
    for (const shown of [html, await admin.page(forum)]) {
      expect(shown).toContain(`>${ours}<`);
      expect(shown).not.toMatch(/198701012010012001|\u202e/);
    }
    const file = await everybody.ask(href);
    expect([file.status, await file.text()]).toEqual([200, 'isi']);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${ours}"`);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    const data = await (await everybody.ask(service, { headers: { accept: 'application/json' } })).text();
    expect(data).toMatch(/"phase":"after"/);
    expect(data).not.toMatch(/sha256|fileId|addedAt|198701012010012001/);
    const other = await signedIn('agencyB');
    expect((await other.ask(`${forum}/minutes`)).status).toBe(404);
    expect((await everybody.ask(href.replace(/forums\/[^/]+/, 'forums/tidak-ada'))).status).toBe(404);
    await admin.post(`/agency/citizens/${serviceId}/state`, { state: 'closed' });
    expect((await everybody.ask(href)).status).toBe(404);
    expect((await admin.ask(`${forum}/minutes`)).status).toBe(200);
    expect((await admin.post(`${forum}/minutes/remove`, {})).headers.get('location')).toBe(
      `${forum}?notice=deleted`,
    );
    expect((await admin.ask(`${forum}/minutes`)).status).toBe(404);
  });

  it('tell nobody what a sender called the minutes, in rows from before either', () => {
    const file = { fileId: 'f1', pages: 1, sizeBytes: 9, sha256: 'ab', addedAt: '2026-11-02T01:00:00.000Z' };
    const row = { ...file, name: 'Sri 198701012010012001.pdf' };
    const forum = {
      ...{ forumId: 'f1' as ForumId, serviceIds: [], title: 'Forum', heldOn: '2026-11-01', isAhead: false },
      ...{ phase: 'after' as const, minutesFile: row, commitments: [] },
    };
    const { minutesFile } = publicForumView(forum, { agencyId: 'badan', now: new Date(0) });
    const path = '/services/badan/forums/f1/minutes';
    expect(minutesFile).toEqual({ name: 'berita-acara-2026-11-01.pdf', pages: 1, sizeBytes: 9, path });
  });
});
