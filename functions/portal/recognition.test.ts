import { followTeaching } from '@sinau/recognition';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(
  role: 'learner' | 'supervisor' | 'agency-admin',
  tenant: keyof typeof world.tenants = 'agencyA',
  over: Parameters<typeof world.invite>[2] = {},
) {
  const person = await world.invite(world.tenants[tenant], [role], over);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}
type Someone = Awaited<ReturnType<typeof signedIn>>;

const behaviour = 'Mendampingi rekan baru selama dua minggu di loket layanan.';
const propose = (by: Someone, of: Someone, over: Record<string, string> = {}) =>
  by.post('/recognitions/propose', { email: of.person.email, value: 'harmonious', behaviour, ...over });
const waitingLink = async (admin: Someone, of: Someone): Promise<string> => {
  const found = (await admin.page('/agency/recognitions')).match(
    new RegExp(`/agency/recognitions/${of.person.personId}/n-[0-9a-z-]+`),
  );
  if (!found) throw new Error('nothing waits');
  return found[0];
};

describe('recognition of a colleague', () => {
  it('is proposed, granted by somebody else, and seen by whose it is', async () => {
    const [budi, sri, admin] = [
      await signedIn('learner'),
      await signedIn('learner', 'agencyA', { name: 'Sri Contoh' }),
      await signedIn('agency-admin'),
    ];
    expect(await sri.page('/recognitions')).toContain('Belum ada pengakuan');
    const sent = await propose(budi, sri);
    expect(sent.headers.get('location')).toBe('/recognitions?notice=saved');
    expect(await budi.page('/recognitions')).toContain('menunggu keputusan instansi');
    // Nobody hears of a proposal about them.
    expect(await sri.page('/recognitions')).not.toContain(behaviour);
    const path = await waitingLink(admin, sri);
    expect(await admin.page(path)).toContain(behaviour);
    const declined = await admin.post(`${path}/decision`, { to: 'declined', reason: '' });
    expect([declined.status, await declined.text()]).toEqual([422, expect.stringContaining('Tulis alasan')]);
    const granted = await admin.post(`${path}/decision`, { to: 'granted', reason: '' });
    expect(granted.headers.get('location')).toBe(`${path}?notice=saved`);
    const own = await sri.page('/recognitions');
    for (const word of ['Harmonis', behaviour, 'Terlihat oleh saya dan atasan']) expect(own).toContain(word);
    const file = await admin.ask('/agency/recognitions/file?format=csv');
    expect(file.headers.get('content-disposition')).toContain('sinau-pengakuan.csv');
    expect(await file.text()).toContain('Sri Contoh;Harmonis;Usulan;');
    const undone = await admin.post(`${path}/undo`, { reason: 'Orang yang lain' });
    expect(undone.status).toBe(303);
    expect(await sri.page('/recognitions')).toContain('Orang yang lain');
    expect((await admin.post(`${path}/undo`, { reason: 'Sekali lagi' })).status).toBe(422);
  });

  it('is never one’s own, nor of another agency, and takes what was written as text', async () => {
    const [admin, sri, foreign] = [
      await signedIn('agency-admin'),
      await signedIn('learner'),
      await signedIn('agency-admin', 'agencyB'),
    ];
    const own = await propose(admin, admin);
    expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('mengakui diri sendiri')]);
    const elsewhere = await propose(sri, foreign);
    expect([elsewhere.status, await elsewhere.text()]).toEqual([
      422,
      expect.stringContaining('Tidak ada rekan'),
    ]);
    const short = await propose(admin, sri, { behaviour: 'Baik' });
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('Tulis 30 sampai 600')]);
    const text = '=HYPERLINK("http://x") dan <script>alert(1)</script> di loket.';
    await propose(admin, sri, { behaviour: text });
    const path = `/agency/recognitions/${sri.person.personId}`;
    const page = await admin.page('/agency/recognitions');
    const link = page.match(new RegExp(`${path}/n-[0-9a-z-]+`))?.[0] ?? '';
    // Whoever proposed does not decide.
    expect(await admin.page(link)).toContain('pengelola lain yang memutuskan');
    expect((await admin.post(`${link}/decision`, { to: 'granted', reason: '' })).status).toBe(422);
    expect(await admin.page(link)).not.toContain('<script>alert');
    expect((await foreign.ask(link)).status).toBe(404);
    expect((await foreign.post(`${link}/decision`, { to: 'granted', reason: '' })).status).toBe(404);
    expect((await sri.ask('/agency/recognitions')).status).toBe(403);
    const other = await signedIn('agency-admin');
    await other.post(`${link}/decision`, { to: 'granted', reason: '' });
    const lines = (await (await other.ask('/agency/recognitions/file?format=csv')).text()).split('\r\n');
    expect(lines[1]).toContain(`"'=HYPERLINK`);
  });

  it('is shown to the unit by its person alone, and seen by the supervisor', async () => {
    const boss = await signedIn('supervisor');
    const sri = await signedIn('learner', 'agencyA', { supervisorId: boss.person.personId });
    const { deps, tenants } = world;
    const agencyId = tenants.agencyA.kind === 'agency' ? tenants.agencyA.agencyId : undefined;
    if (agencyId === undefined) throw new Error('it is an agency');
    const share = {
      ...{ shareId: 's1', revision: 1, personId: sri.person.personId, agencyId, form: 'coaching' as const },
      ...{ minutes: 200, on: `${deps.clock.now().getUTCFullYear()}-01-15`, title: 'Coaching arsip' },
    };
    const said = { withdrawn: false, occurredAt: deps.clock.now().toISOString() };
    await followTeaching(await deps.recognition(), { ...share, ...said });
    expect(await boss.page('/team/recognitions')).toContain('Membantu orang lain belajar');
    expect(await sri.page('/recognitions')).toContain('Pengakuan berikutnya pada 600 menit');
    const year = share.on.slice(0, 4);
    const shown = await sri.post(`/recognitions/teaching-${year}-1/shown`, { shownTo: 'unit' });
    expect(shown.headers.get('location')).toBe('/recognitions?notice=saved');
    expect(await sri.page('/recognitions')).toContain('Terlihat oleh unit saya');
    expect(await sri.page('/recognitions/unit')).toContain('Anda belum tercatat di unit kerja mana pun');
    expect((await boss.post(`/recognitions/teaching-${year}-1/shown`, { shownTo: 'unit' })).status).toBe(404);
  });

  it('is taken back by its proposer while it waits', async () => {
    const [budi, sri] = [await signedIn('learner'), await signedIn('learner')];
    await propose(budi, sri);
    const path =
      (await budi.page('/recognitions')).match(/\/recognitions\/proposed\/[^"]+\/recall/)?.[0] ?? '';
    expect((await sri.post(path, {})).status).toBe(404);
    expect((await budi.post(path, {})).headers.get('location')).toBe('/recognitions?notice=saved');
    const again = await budi.post(path, {});
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('sudah diputuskan')]);
  });
});
