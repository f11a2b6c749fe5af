import { eLearning, followCompletion } from '@sinau/credit';
import type { Jp } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function learner() {
  const person = await world.invite(world.tenants.agencyA, ['learner']);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

type Learner = Awaited<ReturnType<typeof learner>>;

/** Four JP stated for an online course of one day: three are recognised. */
async function complete({ person: { personId } }: Learner) {
  const at = world.deps.clock.now().getTime();
  const time = (minutes: number) => new Date(at + minutes * 60_000).toISOString();
  const completion = {
    ...{ personId, registration: 'a1111111-1111-4111-8111-111111111111', courseId: 'c1', version: 1 },
    ...{ title: { id: 'Etika pelayanan' }, form: eLearning, abroad: false, stated: 400 as Jp },
    ...{
      shown: { here: 1, elsewhere: 0, waived: 0 },
      stands: true,
      enrolledAt: time(-70),
      completedAt: time(-5),
    },
    moments: [{ kind: 'launched', sessionId: 's1', at: time(-65), storedAt: time(-65) } as const],
  };
  const parts = {
    ...(await world.deps.credit()),
    clock: world.deps.clock,
    completions: { completionOf: async () => completion },
  };
  await followCompletion(parts, completion.registration);
}

const toOf = (response: Response) => response.headers.get('location');
const told = { postKind: 'executing', education: 'sma-d2', predicate: 'baik', sanction: 'none' };

describe('the simulated index of a learner', () => {
  it('is counted from recognised JP and what they tell, and says what 20 JP would add', async () => {
    const sri = await learner();
    const before = await sri.page('/jp/ip-asn');
    expect(before).toContain('simulasi, bukan nilai resmi');
    expect(before).toContain('Lengkapi di bawah: pendidikan terakhir, jenis jabatan, predikat kinerja');
    await complete(sri);
    expect(toOf(await sri.post('/jp/ip-asn', { ...told, rev: '0' }))).toBe('/jp/ip-asn?notice=saved');
    const page = await sri.page('/jp/ip-asn');
    for (const text of [
      ...['Sangat Rendah', '+22,5 poin, kurang 17 JP lagi', 'Perkiraan menjadi 57,5'],
      ...['3 JP diakui dari 1 pembelajaran', 'belum diperiksa dengan naskah resmi'],
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('NaN');
  });

  it('counts leadership training by their own word alone: the ledger does not tell for which level it was', async () => {
    const sri = await learner();
    const { personId } = sri.person;
    const at = '2015-05-05T03:00:00.000Z';
    const { credit } = await world.deps.credit();
    await credit.append({
      ...{ kind: 'earned', entryId: 'pkp' as never, personId, at, recordedAt: at, form: 'KL01' },
      ...{ title: { id: 'PKP' }, source: { kind: 'external', learningId: 'pkp' }, abroad: false },
      ...{ stated: 90_000 as Jp, parts: [{ date: '2019-05-05', amount: 90_000 }], sameAs: 'pkp' },
    });
    await sri.post('/jp/ip-asn', { ...told, postKind: 'managerial', rev: '0' });
    const untold = await sri.page('/jp/ip-asn');
    expect(untold).toContain('900 JP diakui dari 1 pelatihan kepemimpinan; jenjangnya tidak tercatat.');
    expect(untold).toContain('+15 poin');
    await sri.post('/jp/ip-asn', { ...told, postKind: 'managerial', leadership: 'yes', rev: '1' });
    expect(await sri.page('/jp/ip-asn')).not.toContain('jenjangnya tidak tercatat');
  });

  it('C1, D1: is nobody else’s, takes no other field, and loses nothing to another tab', async () => {
    const [sri, budi] = [await learner(), await learner()];
    expect((await sri.post('/jp/ip-asn', { ...told, rev: '0', total: '100' })).status).toBe(400);
    expect((await sri.post('/jp/ip-asn', { education: 'profesor', rev: '0' })).status).toBe(422);
    await sri.post('/jp/ip-asn', { ...told, rev: '0' });
    const again = await sri.post('/jp/ip-asn', { education: 's3', rev: '0' });
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining('diubah di tempat lain'),
    ]);
    expect(await budi.page('/jp/ip-asn')).not.toContain('Hapus isian saya');
    expect(toOf(await sri.post('/jp/ip-asn/forget', {}))).toBe('/jp/ip-asn?notice=saved');
    expect(await sri.page('/jp/ip-asn')).toContain('Lengkapi di bawah');
  });
});
