import {
  type Certificate,
  type CertificateMessage,
  type CertificateNumber,
  type CompletedCourse,
  certificateNumber,
} from '@sinau/credentials';
import { someCertificate } from '@sinau/credentials/testing';
import type { EntryId, Hold } from '@sinau/credit';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import type { Person } from '@sinau/identity';
import type { Jp } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { origin, portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

const number = 'SINAU-7K3M-9QXD-4TPA' as CertificateNumber;
const place = `/certificates/${number}`;
const pdf = new TextEncoder().encode('%PDF-1.7 contoh');
const at = '2026-03-02T01:00:20.000Z';

async function signedIn(role: 'learner' | 'agency-admin', tenant: 'agencyA' | 'agencyB' = 'agencyA') {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

/** As the worker leaves it: issued, and its documents made. */
async function certify({ personId, home, name }: Person, ready = true): Promise<Certificate> {
  const { certificates, files } = await world.deps.credentials();
  const made = someCertificate({
    ...{ number, personId, jp: 400 as Jp },
    ...(home.kind === 'agency' && { agencyId: home.agencyId }),
    editions: [
      {
        ...{ edition: 1, issuedAt: at, holderName: name, subjectId: 'urn:uuid:1', statusIndex: 7 },
        ...(ready && { ready: { at, pdfSha256: nodeDigest.sha256(pdf) } }),
      },
    ],
  });
  await certificates.add(made);
  if (ready) await files.put(number, 1, { pdf, badge: { id: 'x' }, jwt: 'a.b.c' });
  return made;
}

const agencyOf = ({ home }: Person) => {
  if (home.kind !== 'agency') throw new Error('learners have an agency');
  return home.agencyId;
};

/** What reissuing asks of the enrolment. */
function stillCompleted({ personId }: Person): void {
  const course: CompletedCourse = {
    ...{ personId, holderName: 'Sri', startedAt: at, completedAt: at, course: someCertificate().course },
  };
  world.completed.push(course);
}

const reason = { reason: 'issued-in-error', note: 'Terbit atas nama orang lain.' };
const forms = [['revoke', reason] as const, ['reissue', { reason: 'Ejaan nama.' }] as const];
const toOf = (response: Response) => response.headers.get('location');

describe('certificates of a learner', () => {
  it('are listed, shown and downloaded under their number, and kept by nobody in between', async () => {
    const sri = await signedIn('learner');
    expect(await sri.page('/certificates')).toContain('Belum ada sertifikat');
    await certify(sri.person);
    for (const path of ['/', '/certificates']) expect(await sri.page(path)).toContain(place);
    const page = await sri.page(place);
    for (const text of [number, '4 JP', `${origin}/verify/${number}`, `/credentials/${number}/1.jwt`]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('/revoke');
    const file = await sri.ask(`${place}/pdf`);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="Sertifikat-${number}.pdf"`);
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf);
  });

  it('say that they are being made until they can be downloaded', async () => {
    const sri = await signedIn('learner');
    await certify(sri.person, false);
    expect(await sri.page(place)).toContain('biasanya kurang dari satu menit');
    expect(toOf(await sri.ask(`${place}/pdf`))).toBe(place);
  });

  it('C1, C2: are seen by the holder and the agency; for others there is none, as for an absent number', async () => {
    const sri = await signedIn('learner');
    await certify(sri.person);
    const admin = await signedIn('agency-admin');
    expect((await admin.ask(place)).status).toBe(200);
    const absent = place.replace('7K3M', '0000');
    for (const other of [await signedIn('learner'), await signedIn('agency-admin', 'agencyB')]) {
      expect(await other.page('/certificates')).not.toContain(number);
      for (const path of [place, `${place}/pdf`, absent, '/certificates/apa-saja']) {
        expect((await other.ask(path)).status, path).toBe(404);
      }
    }
    const foreign = await signedIn('agency-admin', 'agencyB');
    for (const [path, form] of forms) {
      expect((await foreign.ask(`${place}/${path}`)).status).toBe(404);
      expect((await foreign.post(`${place}/${path}`, form)).status).toBe(404);
      expect((await sri.post(`${place}/${path}`, form)).status).toBe(403);
    }
  });
});

describe('a certificate whose JP an agency holds', () => {
  it('says so to its holder and to whoever checks it, for as long as that is so', async () => {
    const sri = await signedIn('learner');
    const { registration, personId } = await certify(sri.person);
    const { credit } = await world.deps.credit();
    const held: Hold = {
      ...{ personId, about: registration as EntryId, entryId: `${registration}:held` as EntryId },
      ...{ agencyId: agencyOf(sri.person), title: { id: 'Etika' }, stated: 400 as Jp, reasons: [] },
      ...{ heldAt: at, state: 'open', rev: 1 },
    };
    const line = { personId, at, recordedAt: at, kind: 'held', about: held.about, reasons: [] } as const;
    await credit.hold({ ...line, entryId: held.entryId, ruleId: 'r' }, { ...held, rev: 0 });
    const shown = () => Promise.all(['/certificates', place, `/verify/${number}`].map(sri.page));
    for (const page of await shown()) expect(page).toContain('belum diakui');
    await credit.changeHold({ ...held, state: 'rejected' });
    for (const page of await shown()) expect(page).toContain('tidak diakui');
    await credit.changeHold({ ...held, state: 'released', rev: 2 });
    for (const page of await shown()) expect(page).not.toContain('diakui');
  });
});

describe('a finished course', () => {
  const registration = 'a1111111-1111-4111-8111-111111111111' as Registration;

  async function finish({ personId }: Person, secondsAgo: number): Promise<readonly CertificateMessage[]> {
    const { clock, enrolments, credentials } = world.deps;
    const completedAt = new Date(clock.now().getTime() - secondsAgo * 1000).toISOString();
    const of = { personId, courseId: 'c1', version: 1, registration, enrolledAt: at, completedAt };
    await enrolments.move({ after: { ...of, enrolmentId: 'e-1' as EnrolmentId, state: 'completed' } });
    const sent: CertificateMessage[] = [];
    const { queue } = await credentials();
    vi.spyOn(queue, 'send').mockImplementation(async (message) => void sent.push(message));
    return sent;
  }

  it('says that its certificate is being made, and waits for it', async () => {
    const sri = await signedIn('learner');
    const sent = await finish(sri.person, 5);
    expect(await sri.page('/courses/c1')).toContain('biasanya kurang dari satu menit');
    expect(sent).toEqual([]);
  });

  it('asks for a certificate that has not come, as of whoever finished before there were any', async () => {
    const sri = await signedIn('learner');
    const sent = await finish(sri.person, 3600);
    await sri.page('/courses/c1');
    expect(sent).toEqual([{ kind: 'settle', registration }]);
  });

  it('leads to its certificate once there is one', async () => {
    const sri = await signedIn('learner');
    const sent = await finish(sri.person, 3600);
    const { signer, digest, credentials } = world.deps;
    const own = certificateNumber({ signer, digest }, { registration });
    const made = someCertificate({ number: own, personId: sri.person.personId, registration });
    await (await credentials()).certificates.add(made);
    expect(await sri.page('/courses/c1')).toContain(`href="/certificates/${own}"`);
    expect(sent).toEqual([]);
  });
});

describe('certificates of an agency’s people', () => {
  it('C1: stand on the page of a person, for the agency in which they were issued', async () => {
    const sri = await signedIn('learner');
    await certify(sri.person);
    const admin = await signedIn('agency-admin');
    const list = `/agency/people/${sri.person.personId}/certificates`;
    expect(await admin.page(`/agency/people/${sri.person.personId}`)).toContain(list);
    expect(await admin.page(list)).toContain(place);
    const foreign = await signedIn('agency-admin', 'agencyB');
    expect((await foreign.ask(list)).status).toBe(404);
    expect((await sri.ask(list)).status).toBe(403);
    // Moved since: what the agency before has issued stays with it.
    const { certificates } = await world.deps.credentials();
    const elsewhere = {
      personId: foreign.person.personId,
      number: 'SINAU-0000-0000-0009' as CertificateNumber,
    };
    await certificates.add(someCertificate({ ...elsewhere, agencyId: agencyOf(sri.person) }));
    const other = await signedIn('agency-admin', 'agencyB');
    const moved = await other.page(`/agency/people/${foreign.person.personId}/certificates`);
    expect(moved).toContain('belum punya sertifikat');
  });
});

describe('decisions about certificates', () => {
  it('revoke with a reason and words, once, for everybody to see, and say who it was to the agency alone', async () => {
    const sri = await signedIn('learner');
    const admin = await signedIn('agency-admin');
    await certify(sri.person);
    expect((await admin.post(`${place}/revoke`, { reason: 'other', note: ' ' })).status).toBe(422);
    const bell = `Salah${String.fromCharCode(7)} orang`;
    expect((await admin.post(`${place}/revoke`, { reason: 'other', note: bell })).status).toBe(422);
    expect((await admin.post(`${place}/revoke`, { ...reason, reason: '' })).status).toBe(422);
    expect(toOf(await admin.post(`${place}/revoke`, reason))).toBe(`${place}?notice=saved`);
    expect((await admin.post(`${place}/revoke`, reason)).status).toBe(422);
    const seen = await sri.page(place);
    expect(seen).toContain('Catatan: Terbit atas nama orang lain.');
    expect(seen).not.toContain(admin.person.name);
    expect(await admin.page(place)).toContain(`Oleh: ${admin.person.name}`);
    expect(toOf(await sri.ask(`${place}/pdf`))).toBe(place);
    const checked = await world.browser().ask(`/verify/${number}`);
    const html = await checked.text();
    expect(html).toContain('tidak berlaku lagi');
    expect(html).not.toContain('orang lain');
    const { certificates } = await world.deps.credentials();
    expect(await certificates.revokedPlaces(0, 100)).toEqual([7]);
  });

  it('issue again with the name of today, under the same number', async () => {
    const sri = await signedIn('learner');
    const admin = await signedIn('agency-admin');
    await certify(sri.person);
    stillCompleted(sri.person);
    expect((await admin.post(`${place}/reissue`, { reason: ' ' })).status).toBe(422);
    const bell = `Ejaan${String.fromCharCode(7)} nama`;
    expect((await admin.post(`${place}/reissue`, { reason: bell })).status).toBe(422);
    expect(toOf(await admin.post(`${place}/reissue`, { reason: 'Ejaan nama.' }))).toBe(
      `${place}?notice=saved`,
    );
    const page = await admin.page(place);
    for (const text of [
      'Terbitan ke-2',
      'Alasan: Ejaan nama.',
      `Oleh: ${admin.person.name}`,
      'Sedang dibuat',
    ])
      expect(page).toContain(text);
  });

  it('C7: are taken by somebody else where the holder administers the agency', async () => {
    const admin = await signedIn('agency-admin');
    await certify(admin.person);
    stillCompleted(admin.person);
    expect(await admin.page(`${place}/revoke`)).not.toContain('<form method="post" action="/certificates');
    for (const [path, form] of forms) {
      expect((await admin.post(`${place}/${path}`, form)).status).toBe(422);
    }
    const { certificates } = await world.deps.credentials();
    expect(await certificates.find(number)).toMatchObject({ rev: 1 });
  });
});

describe('the page that verifies', () => {
  it('asks nobody to sign in, forgives what paper does to letters, and is in no index', async () => {
    const sri = await signedIn('learner');
    await certify(sri.person);
    const anybody = world.browser();
    expect(await (await anybody.ask('/verify')).text()).toContain('name="number"');
    expect(toOf(await anybody.ask('/verify?number=sinau%207k3m%209qxd%204tpa'))).toBe(`/verify/${number}`);
    const found = await anybody.ask(`/verify/${number}`);
    expect(found.headers.get('x-robots-tag')).toContain('noindex');
    const html = await found.text();
    for (const text of ['sah dan berlaku', sri.person.name, nodeDigest.sha256(pdf)])
      expect(html).toContain(text);
    expect(html).not.toContain('agency');
  });

  it('answers alike what nobody has and what is no number', async () => {
    const anybody = world.browser();
    const answerTo = async (path: string) => {
      const response = await anybody.ask(path);
      const text = (await response.text()).replaceAll(/(?:value|href)="[^"]*"/g, '');
      return { status: response.status, text };
    };
    const absent = await answerTo('/verify/SINAU-0000-0000-0000');
    expect(absent.status).toBe(404);
    expect(await answerTo('/verify/apa-saja')).toEqual(absent);
    expect(await answerTo('/verify?number=apa-saja')).toEqual(absent);
  });

  it('tells programs the same, and nothing of agency, NIP or person', async () => {
    const sri = await signedIn('learner');
    await certify(sri.person);
    const headers = { accept: 'application/json' };
    const ask = (path: string) => world.browser().ask(path, { headers });
    const facts = await (await ask(`/verify/${number}`)).json();
    expect(Object.keys(facts as object).toSorted()).toEqual([
      ...[
        'completedAt',
        'edition',
        'firstDay',
        'holderName',
        'issuedAt',
        'jp',
        'lastDay',
        'number',
        'pdfSha256',
      ],
      ...['providerName', 'startedAt', 'state', 'title'],
    ]);
    expect(facts).toMatchObject({ state: 'valid', number });
    const unknown = await ask('/verify/SINAU-0000-0000-0000');
    expect([unknown.status, await unknown.json()]).toEqual([404, { state: 'unknown' }]);
  });
});
