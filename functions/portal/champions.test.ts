import type { UnitId } from '@sinau/identity';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(
  role: 'learner' | 'supervisor' | 'agency-admin',
  name: string,
  at: { readonly unitId?: string; readonly tenant?: keyof typeof world.tenants } = {},
) {
  const { unitId, tenant = 'agencyA' } = at;
  const person = await world.invite(world.tenants[tenant], [role], { name });
  const browser = world.browser();
  await browser.signIn(person.email);
  const known = await world.deps.people.find(person.personId);
  if (known && unitId !== undefined)
    await world.deps.people.replace(known, { ...known, unitId: unitId as never });
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

/** A bureau with a part below it, and another bureau. */
async function units() {
  const home = world.tenants.agencyA;
  const agencyId = home.kind === 'agency' ? home.agencyId : ('' as AgencyId);
  const { organisations } = world.deps;
  let seen = 0;
  const add = async (unitId: string, name: string, parentId?: string) => {
    const above = parentId === undefined ? {} : { parentId: parentId as UnitId };
    const days = { createdAt: '2026-01-01T00:00:00.000Z', validFrom: '2026-01-01', past: [] };
    const unit = { agencyId, unitId: unitId as UnitId, name, ...days, ...above };
    expect(await organisations.putUnit(unit, seen)).toBe('stored');
    seen += 1;
    return unitId;
  };
  const bureau = await add('u-bureau', 'Biro Umum');
  return {
    ...{ bureau, part: await add('u-part', 'Bagian Arsip', bureau) },
    other: await add('u-other', 'Biro Hukum'),
  };
}

const toOf = (response: Response) => response.headers.get('location') ?? '';
const offer = 'Membuka kursus <b>dari ponsel</b>';

it('a champion is asked, shown to nobody before saying yes, then found, asked for help, and stops', async () => {
  const { bureau, part, other } = await units();
  const admin = await signedIn('agency-admin', 'Agus Contoh');
  const wulan = await signedIn('supervisor', 'Wulan Contoh', { unitId: bureau });
  const sri = await signedIn('learner', 'Sri Contoh', { unitId: part });
  const joko = await signedIn('learner', 'Joko Contoh', { unitId: other });
  expect(await sri.page('/champions')).toContain('Belum ada agen perubahan di unit Anda');
  expect((await sri.ask('/agency/champions')).status).toBe(403);
  const name = (who: string, unitId = '') => admin.post('/agency/champions', { who, unitId });
  const nobody = await name('tidak@ada.example');
  expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('id="error-who"')]);
  const wrong = await name(wulan.person.email, other);
  expect([wrong.status, await wrong.text()]).toEqual([
    ...[422, expect.stringContaining('Pilih unit kerjanya sendiri')],
  ]);
  expect(toOf(await name(wulan.person.email))).toBe('/agency/champions?notice=saved');
  expect(await admin.page('/agency/champions')).toContain('diminta, belum menjawab');
  for (const path of ['/', '/champions']) expect(await sri.page(path)).not.toContain('Wulan');
  expect((await sri.ask(`/champions/${wulan.person.personId}/ask`)).status).toBe(404);
  expect(await wulan.page('/champions')).toContain('Instansi Anda meminta Anda');

  const refused = await wulan.post('/champions/answer', { says: 'yes', offer: 'a' });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('id="error-offer"')]);
  const accept = { says: 'yes', offer, showsEmail: 'yes' };
  expect(toOf(await wulan.post('/champions/answer', accept))).toBe('/champions?notice=saved');
  expect((await wulan.post('/champions/answer', accept)).status).toBe(404);
  expect(await admin.page('/agency/champions')).toContain('bersedia');
  for (const path of ['/', '/champions']) expect(await joko.page(path)).not.toContain('Wulan');
  expect(await sri.page('/')).toContain('Tanya agen perubahan: Wulan Contoh, Biro Umum');
  const found = await sri.page('/champions');
  expect(found).toContain('Membuka kursus &lt;b&gt;dari ponsel');
  expect(found).toContain(`mailto:${wulan.person.email}`);
  expect((await joko.ask(`/champions/${wulan.person.personId}/ask`)).status).toBe(404);

  const ask = `/champions/${wulan.person.personId}/ask`;
  expect(await sri.page(ask)).toContain('Minta didampingi Wulan Contoh');
  const short = await sri.post(ask, { goal: 'Bantu' });
  expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('id="error-goal"')]);
  const asked = await sri.post(ask, { goal: 'Memulai kursus pertama dari ponsel' });
  expect(toOf(asked)).toMatch(/^\/coaching\/[\w-]+\?notice=created$/);
  // Once: there is a pair already.
  expect((await sri.post(ask, { goal: 'Memulai kursus kedua dari ponsel' })).status).toBe(422);
  expect(await wulan.page('/coaching')).toContain('Sri Contoh');
  expect((await joko.post(ask, { goal: 'Memulai kursus pertama' })).status).toBe(404);

  expect(toOf(await wulan.post('/champions/change', { says: 'yes', offer: '' }))).toContain('notice=saved');
  const quiet = await sri.page('/champions');
  expect(quiet).toContain('Wulan Contoh');
  expect(quiet).not.toContain('mailto:');
  expect(quiet).not.toContain('dari ponsel');
  expect(toOf(await wulan.post('/champions/stop', { says: 'no' }))).toContain('notice=saved');
  for (const path of ['/', '/champions']) expect(await sri.page(path)).not.toContain('Wulan');
  expect(await admin.page('/agency/champions')).toContain('Belum ada agen perubahan');
});

it('a supervisor finds the champion of their unit in the week of the team; whoever moves is shown no more', async () => {
  const { bureau, part, other } = await units();
  const admin = await signedIn('agency-admin', 'Agus Contoh');
  const wulan = await signedIn('supervisor', 'Wulan Contoh', { unitId: bureau });
  const sri = await signedIn('learner', 'Sri Contoh', { unitId: part });
  await admin.post('/agency/champions', { who: sri.person.email, unitId: bureau });
  await sri.post('/champions/answer', { says: 'yes', offer: '' });
  expect(await wulan.page('/team/week')).toContain('Membantu Biro Umum');
  const known = await world.deps.people.find(sri.person.personId);
  if (!known) throw new Error('there is one');
  await world.deps.people.replace(known, { ...known, unitId: other as never });
  expect(await wulan.page('/team/week')).not.toContain('Membantu');
  expect(await wulan.page('/champions')).not.toContain('Sri Contoh');
});

it('a unit that has twenty has room for no other, as the page says of the field, until one has gone', async () => {
  const { part, bureau } = await units();
  const admin = await signedIn('agency-admin', 'Agus Contoh');
  const sri = await signedIn('learner', 'Sri Contoh', { unitId: part });
  const { champions } = await world.deps.adoption();
  const [agencyId, at] = [sri.person.home, '2026-01-01T00:00:00.000Z'];
  if (agencyId.kind !== 'agency') throw new Error('it is one');
  const helping = Array.from({ length: 20 }, (_, n) => ({
    ...{ personId: `p${n}` as PersonId, agencyId: agencyId.agencyId, unitId: part, state: 'asked' as const },
    ...{ namedBy: admin.person.personId, namedAt: at, since: at, showsEmail: false, rev: 0 },
  }));
  for (const one of helping) await champions.save(one);
  const ask = (unitId = '') => admin.post('/agency/champions', { who: sri.person.email, unitId });
  for (const unitId of ['', part]) {
    const refused = await ask(unitId);
    const text = await refused.text();
    expect(refused.status).toBe(422);
    expect(text).toContain('id="error-unitId"');
    expect(text).toContain('sudah mempunyai 20 agen perubahan');
  }
  expect(toOf(await admin.post('/agency/champions/p0/take-back'))).toContain('notice=saved');
  expect(toOf(await ask())).toBe('/agency/champions?notice=saved');
  expect((await champions.find(sri.person.personId))?.unitId).not.toBe(bureau);
});

it('an administrator ends the role of their own people alone', async () => {
  const { part } = await units();
  const admin = await signedIn('agency-admin', 'Agus Contoh');
  const foreign = await signedIn('agency-admin', 'Lia Contoh', { tenant: 'agencyB' });
  const sri = await signedIn('learner', 'Sri Contoh', { unitId: part });
  await admin.post('/agency/champions', { who: sri.person.email, unitId: '' });
  await sri.post('/champions/answer', { says: 'yes', offer: '' });
  const path = `/agency/champions/${sri.person.personId}/take-back`;
  expect((await foreign.post('/agency/champions', { who: sri.person.email, unitId: '' })).status).toBe(422);
  expect((await foreign.post(path)).status).toBe(404);
  expect((await sri.post(path)).status).toBe(403);
  expect(await foreign.page('/agency/champions')).not.toContain('Sri Contoh');
  expect(toOf(await admin.post(path))).toBe('/agency/champions?notice=saved');
  expect(await sri.page('/champions')).not.toContain('Anda agen perubahan');
});
