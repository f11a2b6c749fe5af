import { forgetPerson, runTurns, shareIdOf } from '@sinau/collaboration';
import { makeSignedForm } from '@sinau/credentials';
import { followAttendance, readLedger } from '@sinau/credit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { personStandingsOf } from '../shared/person-standings.ts';
import { sharedAttendancesOf } from '../shared/shared-attendances.ts';
import { createSignedFormSource } from '../shared/signed-form-source.ts';
import { portalWorld } from './testing/portal-world.ts';

const day = 86_400_000;
const goal = 'Memimpin rapat dengan <b>tenang</b>';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(
  role: 'learner' | 'supervisor' | 'agency-admin' | 'operator',
  tenant: keyof typeof world.tenants = 'agencyA',
  more: Parameters<typeof world.invite>[2] = {},
) {
  const person = await world.invite(world.tenants[tenant], [role], more);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}
type Reader = Awaited<ReturnType<typeof signedIn>>;

const dateOf = (back: number) =>
  new Date(world.deps.clock.now().getTime() - back * day).toISOString().slice(0, 10);
const session = (back = 1) => ({
  ...{ date: dateOf(back), startsAt: '09:00', endsAt: '09:45', topic: 'Membuka rapat' },
  ...{ result: 'Agenda <i>tiga</i> baris', followUp: 'Dicoba hari Senin' },
});

async function agree(sri: Reader, budi: Reader, kind = 'coaching'): Promise<string> {
  const asked = await sri.post('/coaching/new', { kind, as: 'learner', partner: budi.person.email, goal });
  expect(asked.status).toBe(303);
  const path = new URL(asked.headers.get('location') ?? '', 'https://sinau.example').pathname;
  expect((await budi.post(`${path}/move`, { step: 'accept' })).status).toBe(303);
  return path;
}

async function write(by: Reader, pair: string, form: Record<string, string> = session()): Promise<string> {
  const written = await by.post(`${pair}/sessions/new`, form);
  expect(written.status).toBe(303);
  return new URL(written.headers.get('location') ?? '', 'https://sinau.example').pathname;
}

/** JP of somebody this year, as the ledger counts them from sessions. */
async function jpOf({ person: { personId } }: Reader): Promise<number> {
  const { deps } = world;
  const { pairs, communities } = await deps.collaboration();
  const { credit } = await deps.credit();
  const ledger = { credit, standings: personStandingsOf(deps), clock: deps.clock };
  const attendances = sharedAttendancesOf({ ...deps, pairs, communities });
  for (const pair of await pairs.ofPerson(personId)) {
    for (const session of await pairs.sessionsOf(pair.pairId)) {
      world.clock.advance(1);
      await followAttendance({ ...ledger, attendances }, { personId, learningId: shareIdOf(session) });
    }
  }
  const year = deps.clock.now().getUTCFullYear();
  const read = await readLedger(ledger, { personId, year });
  return (read?.total.recognised ?? 0) / 100;
}

describe('coaching', () => {
  it('is agreed, written down by one, signed by the other, and becomes JP', async () => {
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    expect(await sri.page('/coaching')).toContain('Belum ada pasangan');
    const pair = await agree(sri, budi);
    expect(await sri.page(pair)).toContain('Memimpin rapat dengan &lt;b&gt;tenang&lt;/b&gt;');
    const path = await write(sri, pair);
    expect(await jpOf(sri)).toBe(0);
    expect(await sri.page(path)).toContain('Menunggu tanda tangan');
    expect(await budi.page('/coaching')).toContain('Menunggu Anda');
    // One click to what is asked for, for whom it waits alone.
    expect(await budi.page('/coaching')).toContain(`href="${path}"`);
    expect(await budi.page('/coaching')).toContain('menunggu tanda tangan Anda');
    expect(await sri.page('/coaching')).not.toContain(`href="${path}"`);
    const shown = await budi.page(path);
    expect(shown).toContain('09.00–09.45 WIB');
    expect(shown).toContain('Agenda &lt;i&gt;tiga&lt;/i&gt; baris');
    expect((await budi.post(`${path}/confirm`, { version: '1' })).status).toBe(303);
    expect(await jpOf(sri)).toBe(2);
    expect(await jpOf(budi)).toBe(0);
    expect(await sri.page('/jp')).toContain(`href="${path}"`);
    expect((await sri.post(`${path}/withdraw`, { reason: 'Salah tanggal' })).status).toBe(303);
    expect(await jpOf(sri)).toBe(0);
    expect(await budi.page(path)).toContain('Ditarik: Salah tanggal');
  });

  it('T5: of three mentoring sessions in one month two count', async () => {
    // Far enough in the month that three days of it are over.
    world.clock.advance(20 * day);
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    const pair = await agree(sri, budi, 'mentoring');
    for (const back of [1, 2, 3]) {
      const path = await write(sri, pair, session(back));
      await budi.post(`${path}/confirm`, { version: '1' });
    }
    expect(await jpOf(sri)).toBe(4);
  });

  it('has a form that the two alone may have, and a number by which anybody learns that it stands', async () => {
    const [sri, budi, tuti] = [
      await signedIn('learner'),
      await signedIn('learner'),
      await signedIn('learner'),
    ];
    const path = await write(sri, await agree(sri, budi));
    expect(await sri.page(path)).not.toContain('Formulir bertanda tangan');
    await budi.post(`${path}/confirm`, { version: '1' });
    expect(await sri.page(path)).toContain('Formulir sedang dibuat');
    // Not there yet: back to the page that says so.
    expect((await sri.ask(`${path}/form`)).headers.get('location')).toBe(path);
    const [desk, { pairs }] = [await world.deps.credentials(), await world.deps.collaboration()];
    const [, , pairId = '', , sessionId = ''] = path.split('/');
    const making = {
      ...{ ...desk, ...world.deps, formSource: createSignedFormSource({ ...world.deps, pairs }) },
      formPrinter: { print: async () => new TextEncoder().encode('%PDF') },
    };
    expect(await makeSignedForm(making, { pairId, sessionId, edition: 1 })).toBe('made');
    for (const one of [sri, budi]) {
      const file = await one.ask(`${path}/form`);
      expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(file.headers.get('content-disposition')).toMatch(/Formulir-SINAU-CM-[0-9A-Z-]{14}-1\.pdf/);
    }
    expect((await tuti.ask(`${path}/form`)).status).toBe(404);
    const [, number = ''] = /(SINAU-CM-[0-9A-Z-]{14}-1)/.exec(await sri.page(path)) ?? [];
    const checked = await (await world.browser().ask(`/verify/${number}`)).text();
    expect(checked).toContain('Ditandatangani keduanya dan masih berlaku');
    expect(checked).toContain(sri.person.name);
    expect(checked).not.toMatch(/Membuka rapat|Agenda|Senin|Memimpin/);
    await sri.post(`${path}/change`, { ...session(), topic: 'Menutup rapat', version: '1' });
    expect(await (await world.browser().ask(`/verify/${number}`)).text()).toContain(
      'catatannya sudah diubah',
    );
    expect(await sri.page(path)).not.toContain('Formulir bertanda tangan');
    expect((await sri.ask(`${path}/form`)).status).toBe(303);
    await sri.post(`${path}/withdraw`, { reason: 'Salah tanggal' });
    expect(await (await world.browser().ask(`/verify/${number}`)).text()).toContain('sesinya sudah ditarik');
  });

  it('has its form ordered by whoever opens it, until there is one, and none of words that were erased', async () => {
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    const path = await write(sri, await agree(sri, budi));
    const [desk, { pairs }] = [await world.deps.credentials(), await world.deps.collaboration()];
    const send = vi.spyOn(desk.queue, 'send');
    await sri.page(path);
    expect(send).not.toHaveBeenCalled();
    // As if what follows sessions had not known of forms then.
    await budi.post(`${path}/confirm`, { version: '1' });
    const [, , pairId = '', , sessionId = ''] = path.split('/');
    const order = { pairId, sessionId, edition: 1 };
    for (const one of [sri, budi]) expect(await one.page(path)).toContain('Formulir sedang dibuat');
    expect(send.mock.calls).toEqual([
      [{ kind: 'signed-form', ...order }],
      [{ kind: 'signed-form', ...order }],
    ]);
    // A queue that does not answer keeps nobody from reading.
    send.mockRejectedValueOnce(new Error('the queue does not answer'));
    expect((await sri.ask(path)).status).toBe(200);
    send.mockClear();
    const making = {
      ...{ ...desk, ...world.deps, formSource: createSignedFormSource({ ...world.deps, pairs }) },
      formPrinter: { print: async () => new TextEncoder().encode('%PDF') },
    };
    expect([await makeSignedForm(making, order), await makeSignedForm(making, order)]).toEqual([
      'made',
      'known',
    ]);
    expect(await sri.page(path)).toContain('SINAU-CM-');
    expect(send).not.toHaveBeenCalled();

    const other = await write(sri, await agree(sri, budi, 'mentoring'), session(2));
    await budi.post(`${other}/confirm`, { version: '1' });
    await forgetPerson({ pairs, clock: world.deps.clock }, sri.person.personId);
    expect((await budi.ask(other)).status).toBe(200);
    expect(await budi.page(other)).not.toMatch(/Formulir (bertanda|sedang)/);
    expect(send).not.toHaveBeenCalled();
  });

  it('takes no characters that control, in what is asked and in what is written', async () => {
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    const bell = String.fromCharCode(7);
    const order = { kind: 'coaching', as: 'learner', partner: budi.person.email, goal: `${goal}${bell}` };
    expect((await sri.post('/coaching/new', order)).status).toBe(422);
    const pair = await agree(sri, budi);
    for (const name of ['topic', 'result', 'followUp'] as const) {
      const form = { ...session(), [name]: `Rapat${bell} pagi` };
      expect([name, (await sri.post(`${pair}/sessions/new`, form)).status]).toEqual([name, 422]);
    }
    // Line breaks of a letter that was copied are line breaks.
    const path = await write(sri, pair, { ...session(), result: 'Satu\vdua' });
    expect(await budi.page(path)).toContain('Satu\ndua');
  });

  it('takes no signature of whoever wrote, nor one for a text that has changed', async () => {
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    const path = await write(sri, await agree(sri, budi));
    const own = await sri.post(`${path}/confirm`, { version: '1' });
    expect(own.status).toBe(422);
    expect(await own.text()).toContain('Anda yang menulis catatan ini');
    await sri.post(`${path}/change`, { ...session(), topic: 'Menutup rapat', version: '1' });
    const old = await budi.post(`${path}/confirm`, { version: '1' });
    expect(await old.text()).toContain('Catatan ini diubah sejak Anda membacanya');
    expect(await jpOf(sri)).toBe(0);
    expect((await budi.post(`${path}/confirm`, { version: '2' })).status).toBe(303);
  });

  it('says what is wrong with a session at its field, and keeps what was typed', async () => {
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    const pair = await agree(sri, budi);
    const post = async (form: Record<string, string>) => {
      const answer = await sri.post(`${pair}/sessions/new`, { ...session(), ...form });
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await post({ endsAt: '09:29' })).toContain('berlangsung 30 menit sampai 8 jam');
    expect(await post({ date: dateOf(-1) })).toContain('Sesi sudah selesai');
    expect(await post({ date: dateOf(40) })).toContain('paling lama 30 hari yang lalu');
    expect(await post({ topic: 'x', result: 'Tetap di sini' })).toContain('Tetap di sini');
    await write(sri, pair);
    expect(await post({ startsAt: '09:30', endsAt: '10:30' })).toContain('sudah punya sesi lain');
  });

  it('is for the two alone: a third, their supervisor and administrator read no word of it', async () => {
    const boss = await signedIn('supervisor');
    const sri = await signedIn('learner', 'agencyA', { supervisorId: boss.person.personId });
    const budi = await signedIn('learner');
    const pair = await agree(sri, budi);
    const path = await write(sri, pair);
    await budi.post(`${path}/confirm`, { version: '1' });
    for (const other of [boss, await signedIn('agency-admin'), await signedIn('learner', 'agencyB')]) {
      for (const at of [pair, path, `${path}/change`, `${pair}/sessions/new`]) {
        expect((await other.ask(at)).status).toBe(404);
      }
      expect((await other.post(`${path}/confirm`, { version: '1' })).status).toBe(404);
      expect((await other.post(`${path}/withdraw`, { reason: 'Bukan milik saya' })).status).toBe(404);
    }
    const [chief] = [world.browser()];
    await chief.signIn(boss.person.email);
    const team = await (await chief.ask('/team/coaching')).text();
    expect(team).toContain('45 menit');
    expect(team).not.toMatch(/Membuka rapat|Agenda|Senin|Memimpin/);
    await sri.post(`${path}/change`, { ...session(), showTopic: 'yes', version: '1' });
    await budi.post(`${path}/confirm`, { version: '2' });
    const shown = await (await chief.ask('/team/coaching')).text();
    expect(shown).toContain('Membuka rapat');
    expect(shown).not.toMatch(/Agenda|Senin|Memimpin/);
  });

  it('finds nobody by a word that is nobody’s, and asks nobody twice', async () => {
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner', 'agencyB')];
    const form = { kind: 'coaching', as: 'guide', partner: 'tidak@ada.example', goal };
    const nobody = await sri.post('/coaching/new', form);
    expect(nobody.status).toBe(422);
    expect(await nobody.text()).toContain('Tidak ada pegawai lain yang dapat diajak');
    const own = await sri.post('/coaching/new', { ...form, partner: sri.person.email });
    expect(await own.text()).toContain('Tidak ada pegawai lain yang dapat diajak');
    expect((await sri.post('/coaching/new', { ...form, partner: budi.person.email })).status).toBe(303);
    const again = await sri.post('/coaching/new', { ...form, partner: budi.person.email });
    expect(await again.text()).toContain('Anda berdua sudah punya pasangan seperti ini');
  });

  it('lapses without an answer', async () => {
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    await sri.post('/coaching/new', { kind: 'coaching', as: 'guide', partner: budi.person.email, goal });
    const round = {
      ...(await world.deps.collaboration()),
      teller: { remindOfInvitation: async () => {}, remindOfSession: async () => {} },
    };
    world.clock.advance(8 * day);
    await runTurns(round, { limit: 10 });
    world.clock.advance(23 * day);
    await runTurns(round, { limit: 10 });
    const again = world.browser();
    await again.signIn(sri.person.email);
    expect(await (await again.ask('/coaching')).text()).toContain('Gugur');
  });
});

describe('what an agency may know', () => {
  it('is sums of five people at least, a list of who is in pairs, and never a word of them', async () => {
    const admin = await signedIn('agency-admin');
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    const pair = await agree(sri, budi);
    const path = await write(sri, pair);
    await budi.post(`${path}/confirm`, { version: '1' });
    const few = await admin.page('/agency/coaching');
    expect(few).toContain('Kurang dari lima orang');
    const partners = [await signedIn('learner'), await signedIn('learner'), await signedIn('learner')];
    for (const one of partners) await agree(one, budi);
    const page = await admin.page('/agency/coaching');
    expect(page).toMatch(/Orang<\/dt>\s*<dd[^>]*>5</);
    // One of them has signed: minutes would be theirs.
    expect(page).toMatch(/Menit<\/dt>\s*<dd[^>]*>tidak ditampilkan</);
    expect(page).not.toMatch(/>45</);
    expect(page).not.toContain(sri.person.name);
    const list = await admin.page('/agency/coaching/pairs');
    expect(list).toContain(sri.person.name);
    expect(`${page}${list}`).not.toMatch(/Membuka rapat|Agenda|Senin|Memimpin/);
    const file = await (await admin.ask('/agency/coaching/pairs/file?format=csv')).text();
    expect(file.split('\r\n').filter((line) => line !== '')).toHaveLength(9);
    expect(file).toContain(';Coaching;Peserta;Berlangsung;2026;1;45');
    expect(file).not.toMatch(/Membuka rapat|Agenda|Senin|Memimpin/);
    const other = await signedIn('agency-admin', 'agencyB');
    expect(await other.page('/agency/coaching/pairs')).not.toContain(sri.person.name);
    expect((await sri.ask('/agency/coaching')).status).toBe(403);
  });
});
