import type { CertificateNumber } from '@sinau/credentials';
import { someCertificate } from '@sinau/credentials/testing';
import type { AgencyId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import type { SealRow } from '@sinau/sealing';
import { beforeEach, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(role: 'learner' | 'agency-admin', tenant: 'agencyA' | 'agencyB' = 'agencyA') {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  const agencyId = (person.home.kind === 'agency' ? person.home.agencyId : '') as AgencyId;
  return { ...browser, person, agencyId, page: async (path: string) => (await browser.ask(path)).text() };
}

const desk = '/agency/seal';
const settings = {
  ...{ documents: 'certificate', since: '2026-03-01', address: 'https://esign.badan.example/' },
  ...{ username: 'sinau', password: 'sangat-rahasia', subscriberId: 'segel-badan' },
};
const number = 'SINAU-7K3M-9QXD-4TPA' as CertificateNumber;
const at = '2026-03-02T01:00:20.000Z';
const sealer = {
  ...{ name: 'Segel Badan', organisation: 'Badan', issuer: 'BSrE', serialNumber: '11' },
  ...{ fingerprint: 'ab'.repeat(32), validTo: '2027-01-01T00:00:00.000Z' },
};
const rowOf = (agencyId: AgencyId, more: Partial<SealRow> = {}): SealRow => ({
  ...{ kind: 'certificate', number, edition: 1, agencyId, state: 'refused', because: 'refused', tries: 1 },
  ...{ words: 'Dokumen ditolak', since: at, changedAt: at, rev: 0, ...more },
});

it('is not set up at first, says what is missing, and shows no secret again', async () => {
  const admin = await signedIn('agency-admin');
  expect(await admin.page(desk)).toContain('Belum diatur');
  for (const wrong of [{ since: 'besok' }, { address: 'http://10.0.0.1' }, { isOn: 'yes' }]) {
    const answer = await admin.post(`${desk}/settings`, { ...settings, ...wrong });
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toContain('sangat-rahasia');
  }
  expect((await admin.post(`${desk}/settings`, settings)).headers.get('location')).toBe(
    `${desk}?notice=saved`,
  );
  const page = await admin.page(desk);
  expect(page).toContain('Kode aktivasi yang masih berlaku.');
  expect(page).toContain('Alamat diubah');
  const form = await admin.page(`${desk}/settings`);
  expect(form).toContain('https://esign.badan.example');
  for (const shown of [page, form]) expect(shown).not.toContain('sangat-rahasia');
  const elsewhere = { ...settings, address: 'https://esign.lain.example', password: '' };
  expect(await (await admin.post(`${desk}/settings`, elsewhere)).text()).toContain(
    'memerlukan kata sandinya',
  );
});

it('tries documents of its own agency again, and knows none of others', async () => {
  const [admin, other] = [await signedIn('agency-admin'), await signedIn('agency-admin', 'agencyB')];
  const { rows } = await world.deps.seals();
  await rows.save(rowOf(admin.agencyId));
  expect(await admin.page(`${desk}/documents?state=refused`)).toContain('Dokumen ditolak');
  expect(await other.page(`${desk}/documents?state=refused`)).not.toContain(number);
  const again = { kind: 'certificate', number, edition: '1', state: 'refused' };
  expect((await other.post(`${desk}/documents/retry`, again)).status).toBe(404);
  expect((await admin.post(`${desk}/documents/retry`, again)).status).toBe(303);
  expect(await rows.find(rowOf(admin.agencyId))).toMatchObject({ state: 'waiting' });
  expect((await (await signedIn('learner')).ask(desk)).status).toBe(403);
});

it('gives the sealed file where there is one, and tells whoever checks whose seal it is', async () => {
  const learner = await signedIn('learner');
  const { certificates, files } = await world.deps.credentials();
  const [plain, sealed] = [new TextEncoder().encode('%PDF-1.7'), new TextEncoder().encode('%PDF-1.7 segel')];
  const edition = { edition: 1, issuedAt: at, holderName: 'Sri', subjectId: 'urn:uuid:1', statusIndex: 7 };
  await certificates.add(
    someCertificate({
      ...{ number, personId: learner.person.personId, agencyId: learner.agencyId },
      editions: [{ ...edition, ready: { at, pdfSha256: nodeDigest.sha256(plain) } }],
    }),
  );
  await files.put(number, 1, { pdf: plain, badge: { id: 'x' }, jwt: 'a.b.c' });
  const { rows } = await world.deps.seals();
  await rows.save(rowOf(learner.agencyId));
  expect(await learner.page(`/certificates/${number}`)).toContain('berlaku tanpa segel elektronik');
  expect(await learner.page(`/certificates/${number}/pdf`)).toBe('%PDF-1.7');

  const sha256 = nodeDigest.sha256(sealed);
  await world.sealFiles.put(rowOf(learner.agencyId), 'f-1', sealed);
  const seal = { at, sealer, sha256, fileId: 'f-1' };
  await rows.save(rowOf(learner.agencyId, { state: 'sealed', seal, rev: 1 }));
  expect(await learner.page(`/certificates/${number}/pdf`)).toBe('%PDF-1.7 segel');
  expect(await learner.page(`/certificates/${number}/pdf?form=unsealed`)).toBe('%PDF-1.7');
  const stranger = world.browser();
  const page = await (await stranger.ask(`/verify/${number}`)).text();
  expect(page).toContain('Disegel secara elektronik oleh Segel Badan (Badan)');
  expect(page).toContain(`${nodeDigest.sha256(plain)} ${sha256}`);
});
