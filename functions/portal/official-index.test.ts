import type { AgencyId, ClientPrincipal, PersonId } from '@sinau/kernel';
import { takeOfficial } from '@sinau/professionalism';
import { claimIndexesForConnector, noteConnector, settleIndexesForConnector } from '@sinau/siasn-sync';
import { sampleSettings } from '@sinau/siasn-sync/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(role: 'learner' | 'agency-admin', tenant: 'agencyA' | 'agencyB' = 'agencyA') {
  const home = world.tenants[tenant];
  const person = await world.invite(home, [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  const agencyId = (home.kind === 'agency' ? home.agencyId : '') as AgencyId;
  return { ...browser, person, agencyId, page: async (path: string) => (await browser.ask(path)).text() };
}
type Who = Awaited<ReturnType<typeof signedIn>>;

const own = '/jp/ip-asn';
const desk = '/agency/siasn/indexes';
const toOf = (response: Response) => response.headers.get('location');

async function siasnOn({ agencyId }: Who, environment: 'training' | 'production' = 'production') {
  const siasn = await world.deps.siasn();
  await siasn.settings.save(sampleSettings({ agencyId, environment }));
  return siasn;
}

const connector = (agencyId: AgencyId): ClientPrincipal => ({
  ...{ kind: 'client', clientId: 'k', name: 'Konektor', scopes: ['siasn/sync'] },
  tenant: { kind: 'agency', agencyId },
});

const points = { qualification: 15, competency: 17.5, performance: 25, discipline: 5 };

async function official(
  { person: { personId } }: Who,
  more: object = {},
  createdAt = '2026-01-12T01:15:33.000Z',
) {
  const index = { points: { ...points, ...more }, createdAt };
  await takeOfficial(
    { official: await world.deps.officialIndexes() },
    { personId: personId as PersonId, readAt: '2026-01-20T02:00:00.000Z', outcome: 'value', index },
  );
}

describe('the official value on the page of a learner', () => {
  it('is not read yet: says where to look and who can do something', async () => {
    const page = await (await signedIn('learner')).page(own);
    expect(page).toContain('Instansi Anda belum membaca nilai resmi dari SIASN');
    expect(page).toContain('MyASN');
    expect(page).not.toContain('Minta dibaca ulang');
  });

  it('stands beside the simulation of its year, with its day and what to do where they differ', async () => {
    const sri = await signedIn('learner');
    const told = { postKind: 'executing', education: 's1-d4', predicate: 'sangat-baik', sanction: 'none' };
    await sri.post(own, { ...told, rev: '0' });
    await official(sri);
    const page = await sri.page(own);
    for (const words of ['62,5', 'IP ASN 2026 menurut BKN', '12 Januari 2026', 'resmi', 'simulasi'])
      expect(page).toContain(words);
    // Competency is higher there, performance lower, and the others are the same.
    expect(page).toContain('SIASN mencatat pelatihan yang belum diketahui Sinau');
    expect(page).toContain('BKN memakai penilaian kinerja');
    expect(page).not.toContain('Pendidikan di SIASN mungkin belum yang terakhir');
    expect(page).toContain('+17,5');
    expect(page).toContain('−5');
    expect(page).toContain('Sinau tidak dapat mengubah nilai BKN');
    const english = await (await sri.ask(`${own}?lang=en`)).text();
    expect(english).not.toContain('undefined');
  });

  it('of an earlier year is compared with the simulation of that year, and nothing where that is open', async () => {
    const sri = await signedIn('learner');
    await official(sri, {}, '2025-03-01T00:00:00.000Z');
    const page = await sri.page(own);
    expect(page).toContain('Simulasi 2025');
    expect(page).toContain('belum dapat dihitung');
    expect(page).not.toContain('Mengapa berbeda');
  });

  it('is its person’s alone', async () => {
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    await official(sri);
    expect(await budi.page(own)).not.toContain('IP ASN 2026 menurut BKN');
    const admin = await signedIn('agency-admin');
    await siasnOn(admin);
    expect(await admin.page(desk)).not.toContain('62,5');
  });

  it.each([
    ['none', 'SIASN belum mempunyai nilai IP ASN untuk NIP Anda'],
    ['unreadable', 'tidak dapat dibaca sebagai nilai yang sah'],
    ['refused', 'tidak mengizinkan instansi membaca nilai Anda'],
    ['no-answer', 'SIASN tidak menjawab'],
  ] as const)('that is not there says why (%s)', async (outcome, words) => {
    const sri = await signedIn('learner');
    const { personId } = sri.person;
    await takeOfficial(
      { official: await world.deps.officialIndexes() },
      { personId: personId as PersonId, readAt: '2026-01-20T02:00:00.000Z', outcome },
    );
    expect(await sri.page(own)).toContain(words);
  });

  it('may be asked for once a day where the agency reads, and comes first then', async () => {
    const [sri, admin] = [await signedIn('learner'), await signedIn('agency-admin')];
    const refused = await sri.post(`${own}/official`, {});
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Instansi Anda belum membaca');
    const siasn = await siasnOn(admin);
    await admin.post(`${desk}/switch`, { isOn: 'yes' });
    expect(await sri.page(own)).toContain('Nilai Anda belum sempat dibaca');
    expect(toOf(await sri.post(`${own}/official`, {}))).toMatch(/^\/jp\/ip-asn/);
    const page = await sri.page(own);
    expect(page).toContain('menunggu dibaca');
    expect(page).not.toContain('Minta dibaca ulang');
    const again = await sri.post(`${own}/official`, {});
    expect([again.status, (await again.text()).includes('kurang dari sehari')]).toEqual([422, true]);
    expect(await siasn.readings.wantedOf(sri.agencyId, 9)).toEqual([sri.person.personId]);
  });

  it('is not asked for in the training environment, whose numbers are nobody’s', async () => {
    const [sri, admin] = [await signedIn('learner'), await signedIn('agency-admin')];
    await siasnOn(admin, 'training');
    await admin.post(`${desk}/switch`, { isOn: 'yes' });
    expect(await admin.page(desk)).toContain('lingkungan latihan');
    expect((await sri.post(`${own}/official`, {})).status).toBe(422);
  });
});

describe('reading of official values at the desk of an agency', () => {
  it('is switched on by an administrator, shows how far it is and what failed, and off again', async () => {
    const [admin, sri] = [await signedIn('agency-admin'), await signedIn('learner')];
    expect(await admin.page(desk)).toContain('SIASN belum diaktifkan');
    expect((await admin.post(`${desk}/switch`, { isOn: 'yes' })).status).toBe(404);
    const siasn = await siasnOn(admin);
    expect(await admin.page(desk)).toContain('Mulai membaca');
    expect(toOf(await admin.post(`${desk}/switch`, { isOn: 'yes' }))).toBe(`${desk}?notice=saved`);
    expect(await admin.page(desk)).toContain('Belum ada yang membaca');
    // Nobody without a number can be asked about.
    const { people } = siasn;
    const person = await people.find(sri.person.personId);
    if (!person) throw new Error('nobody');
    const employeeNumbers = [{ kind: 'NIP', value: '199005172015031999', validFrom: '2015-03-01' }] as const;
    await people.replace(person, { ...person, employeeNumbers: [...employeeNumbers] });
    const principal = connector(admin.agencyId);
    const environment = 'production';
    await noteConnector(siasn, { principal, environment, version: '2' });
    const batch = await claimIndexesForConnector(siasn, { principal, environment, limit: 25 });
    expect(batch?.people).toEqual([{ personId: person.personId, nip: '199005172015031999' }]);
    const running = await admin.page(desk);
    expect(running).not.toContain('Belum ada yang membaca');
    await settleIndexesForConnector(siasn, {
      ...{ principal, leaseId: batch?.leaseId ?? '' },
      end: {
        results: [{ personId: person.personId, outcome: 'failed', because: 'unreadable' }],
        stopped: { because: 'forbidden' },
      },
    });
    const page = await admin.page(desk);
    expect(page).toContain(person.name);
    expect(page).toContain('bukan nilai IP ASN yang sah');
    expect(page).toContain('Akun yang dipakai tidak berwenang melihat nilai IP ASN');
    expect(page).not.toContain('199005172015031999');
    expect(await sri.page(own)).toContain('tidak dapat dibaca sebagai nilai yang sah');
    expect(toOf(await admin.post(`${desk}/now`, {}))).toBe(`${desk}?notice=saved`);
    expect(await admin.page(desk)).not.toContain('berhenti sementara');
    expect(await admin.page('/agency/siasn')).toContain('IP ASN resmi');
    await admin.post(`${desk}/switch`, { isOn: 'no' });
    expect(await admin.page(desk)).toContain('Mulai membaca');
  });

  it('says that a connector is too old for it', async () => {
    const admin = await signedIn('agency-admin');
    const siasn = await siasnOn(admin);
    await admin.post(`${desk}/switch`, { isOn: 'yes' });
    const seen = { principal: connector(admin.agencyId), environment: 'production' } as const;
    await noteConnector(siasn, { ...seen, version: '1' });
    expect(await admin.page(desk)).toContain('Perbarui programnya');
    await noteConnector(siasn, { ...seen, version: '2' });
    expect(await admin.page(desk)).not.toContain('Perbarui programnya');
  });

  it('C2: is for administrators, each of their own agency', async () => {
    const [admin, other, sri] = [
      await signedIn('agency-admin'),
      await signedIn('agency-admin', 'agencyB'),
      await signedIn('learner'),
    ];
    const siasn = await siasnOn(admin);
    expect((await sri.ask(desk)).status).toBe(403);
    expect((await sri.post(`${desk}/switch`, { isOn: 'yes' })).status).toBe(403);
    expect((await other.post(`${desk}/switch`, { isOn: 'yes' })).status).toBe(404);
    expect((await other.post(`${desk}/now`, {})).status).toBe(404);
    expect(await siasn.readings.find(admin.agencyId)).toBeUndefined();
  });
});
