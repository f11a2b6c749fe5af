import type { AgencyId, Jp, PersonId, PersonPrincipal, ProviderId, Role } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest as digest, hmacSigner } from '@sinau/platform/crypto';
import { describe, expect, it, vi } from 'vitest';
import { latestEdition } from './certificate.ts';
import {
  type CompletedCourse,
  certificateNumber,
  downloadCertificate,
  type HoursState,
  listMyCertificates,
  makeDocuments,
  readCertificate,
  readCertificateNumber,
  reissueCertificate,
  revokeCertificate,
  settleCertificate,
  verifyCertificate,
  type WalletFilter,
  yearsOfCertificates,
} from './index.ts';
import { memoryCertificateFiles, memoryCertificateStore, someCertificate } from './testing/index.ts';

const holder = 'p-1' as PersonId;
const agency = 'a-1' as AgencyId;
const course: CompletedCourse = {
  personId: holder,
  holderName: 'Sri Rahayu',
  agencyId: agency,
  course: {
    ...{ courseId: 'c1', version: 3, title: { id: 'Pelayanan publik' }, description: {} },
    ...{ providerId: 'u-1' as ProviderId, providerName: 'Universitas Nusantara' },
  },
  jp: 400 as Jp,
  startedAt: '2026-11-01T03:00:00.000Z',
  completedAt: '2026-11-28T03:00:00.000Z',
};
const signer = hmacSigner('a secret of thirty-two characters');

function world() {
  const completed = new Map<string, CompletedCourse | 'taken-back'>([['e-1', course]]);
  let name: string | undefined = 'Sri Rahayu';
  const hours = new Map<string, HoursState>();
  const print = vi.fn(async () => new TextEncoder().encode('%PDF'));
  return {
    ...{ certificates: memoryCertificateStore(), files: memoryCertificateFiles() },
    ...{ clock: fixedClock('2026-11-28T03:00:10.000Z'), ids: countedIds(), signer, digest },
    completed: { find: async (registration: string) => completed.get(registration) },
    // Whoever verifies reads nothing of anything else that the person has learned.
    hours: {
      ofPerson: () => Promise.reject(new Error('walks the ledger')),
      ofRegistration: async (_: string, registration: string) => hours.get(registration),
    },
    nowSaid: (of: HoursState) => hours.set('e-1', of),
    holders: { nameOf: async () => name },
    printer: { print },
    credentialSigner: {
      prove: async (document: object) => ({ ...document, proof: {} }),
      jwt: async () => 'a.b.c',
    },
    issuer: { did: 'did:web:sinau.example', name: 'Sinau', origin: 'https://sinau.example' },
    nowCompleted: (next?: CompletedCourse | 'taken-back') =>
      next ? completed.set('e-1', next) : completed.delete('e-1'),
    nowCalled: (next?: string) => {
      name = next;
    },
    print,
  };
}

function person(personId: string, roles: readonly Role[], agencyId?: AgencyId): PersonPrincipal {
  return {
    kind: 'person',
    ...{ personId: personId as PersonId, name: personId, roles },
    ...(agencyId && { agencyId }),
  };
}
const operator = person('o-1', ['operator']);
const admin = person('b-1', ['agency-admin'], agency);
const learner = person(holder, ['learner'], agency);

async function withOne() {
  const deps = world();
  const { number } = await settleCertificate(deps, { registration: 'e-1' });
  if (!number) throw new Error('it was issued');
  return { deps, number };
}

describe('a certificate', () => {
  it('is issued from a completion that the server holds, and from nothing else (case L11)', async () => {
    const deps = world();
    expect(await settleCertificate(deps, { registration: 'e-2' })).toEqual({ outcome: 'not-completed' });
    const { outcome, number } = await settleCertificate(deps, { registration: 'e-1' });
    expect(outcome).toBe('issued');
    expect(number).toMatch(/^SINAU(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  });

  it('invariant 4: has one number, however often and at once the fact arrives', async () => {
    const deps = world();
    const results = await Promise.all(
      Array.from({ length: 6 }, () => settleCertificate(deps, { registration: 'e-1' })),
    );
    expect(results.filter(({ outcome }) => outcome === 'issued')).toHaveLength(1);
    expect(new Set(results.map(({ number }) => number)).size).toBe(1);
    expect((await listMyCertificates(deps, { principal: learner })).certificates).toHaveLength(1);
  });

  it('has a number that tells nothing about who knows the enrolment: another secret, another number', () => {
    const of = (secret: string) =>
      certificateNumber({ signer: hmacSigner(secret), digest }, { registration: 'e-1' });
    expect(of('a secret of thirty-two characters')).not.toBe(of('a secret of other thirty characters'));
  });

  it.each([
    ['SINAU-7K3M-9QXD-4TPA', 'SINAU-7K3M-9QXD-4TPA'],
    ['  sinau 7k3m–9qxd_4tpa ', 'SINAU-7K3M-9QXD-4TPA'],
    ['SINAU-OK3M-9QXD-4TIL', 'SINAU-0K3M-9QXD-4T11'],
    ['SINAU-7K3M-9QXD', undefined],
    ['SINAU-7U3M-9QXD-4TPA', undefined],
    ['', undefined],
  ])('is found by what somebody types from paper: %j', (typed, number) => {
    expect(readCertificateNumber(typed)).toBe(number);
  });

  it('has its documents made once, and not before they are ready is there one to download', async () => {
    const { deps, number } = await withOne();
    const download = () => downloadCertificate(deps, { principal: learner, number });
    await expect(download()).rejects.toMatchObject({ code: 'credentials.not-ready' });
    expect(await makeDocuments(deps, { number })).toBe('made');
    expect(await makeDocuments(deps, { number })).toBe('known');
    expect(deps.print).toHaveBeenCalledTimes(1);
    expect((await download()).pdf).toEqual(new TextEncoder().encode('%PDF'));
    expect(await deps.files.badge(number, 1)).toMatchObject({
      credentialSubject: { creditsEarned: 4 },
      credentialStatus: { statusListCredential: 'https://sinau.example/credentials/status/0' },
    });
  });

  it('leaves documents alone that were overtaken by a correction', async () => {
    const { deps, number } = await withOne();
    deps.print.mockImplementationOnce(async () => {
      await reissueCertificate(deps, { principal: operator, number, reason: 'nama' });
      return new Uint8Array();
    });
    expect(await makeDocuments(deps, { number })).toBe('superseded');
    expect(await makeDocuments(deps, { number })).toBe('made');
    expect(latestEdition(await readCertificate(deps, { principal: learner, number }))).toMatchObject({
      ...{ edition: 2, ready: { at: '2026-11-28T03:00:10.000Z' } },
    });
  });

  it('tells strangers what paper tells: no person, no agency, no note', async () => {
    const { deps, number } = await withOne();
    await revokeCertificate(deps, {
      ...{ principal: admin, number },
      request: { reason: 'issued-in-error', note: 'salah orang' },
    });
    const shown = await verifyCertificate(deps, { number });
    expect(Object.keys(shown ?? {}).toSorted()).toEqual([
      ...['completedAt', 'edition', 'firstDay', 'holderName', 'issuedAt', 'jp', 'lastDay', 'number'],
      ...['providerName', 'revoked', 'startedAt', 'title'],
    ]);
    expect(shown?.revoked).toEqual({ at: '2026-11-28T03:00:10.000Z', reason: 'issued-in-error' });
  });

  it('tells the days of the place where its holder works, as paper does, and keeps its zone through editions', async () => {
    const at = '2026-12-31T15:30:00.000Z';
    const east = { ...course, startedAt: at, completedAt: at, timeZone: 'Asia/Jayapura' } as const;
    const deps = world();
    deps.nowCompleted(east);
    await settleCertificate(deps, { registration: 'e-1' });
    const number = certificateNumber(deps, { registration: 'e-1' });
    await makeDocuments(deps, { number });
    expect(deps.printer.print).toHaveBeenCalledWith(expect.objectContaining({ timeZone: 'Asia/Jayapura' }));
    const days = async () => {
      const told = await verifyCertificate(deps, { number });
      return [told?.firstDay, told?.lastDay];
    };
    expect(await days()).toEqual(['2027-01-01', '2027-01-01']);
    // One from before zones were kept: as it was printed, until it is printed again.
    const known = await deps.certificates.find(number);
    if (!known) throw new Error('none');
    const { timeZone: _, ...old } = known;
    await deps.certificates.change(old, []);
    expect(await days()).toEqual(['2026-12-31', '2026-12-31']);
    await reissueCertificate(deps, { principal: operator, number, reason: 'Ejaan nama.' });
    expect(await days()).toEqual(['2027-01-01', '2027-01-01']);
    deps.nowCompleted('taken-back');
    await settleCertificate(deps, { registration: 'e-1' });
    deps.nowCompleted({ ...east, timeZone: 'Asia/Makassar' });
    await settleCertificate(deps, { registration: 'e-1' });
    expect(await days()).toEqual(['2026-12-31', '2026-12-31']);
  });

  it('is one of completion, and tells today whether its hours wait for an agency or were not recognised', async () => {
    const { deps, number } = await withOne();
    expect((await verifyCertificate(deps, { number }))?.hours).toBeUndefined();
    for (const state of ['held', 'rejected'] as const) {
      deps.nowSaid(state);
      expect(await verifyCertificate(deps, { number })).toMatchObject({ jp: 400, hours: state });
    }
    await makeDocuments(deps, { number });
    expect(JSON.stringify(await deps.files.badge(number, 1))).toContain('JP menurut kursus');
  });
});

describe('a wallet', () => {
  const completedAt = ['2024-12-31T18:00:00.000Z', '2026-02-01T01:00:00.000Z', '2026-03-01T01:00:00.000Z'];

  async function wallet() {
    const deps = world();
    const [first, second, third] = completedAt.map((at) =>
      someCertificate({ personId: holder, completedAt: at }),
    );
    if (!(first && second && third)) throw new Error('there are three');
    const revoked = { at: '2026-04-01T01:00:00.000Z', reason: 'other' } as const;
    const corrected = { ...third, editions: [...third.editions, { ...latestEdition(third), edition: 2 }] };
    for (const one of [first, { ...second, revoked }, corrected]) await deps.certificates.add(one);
    return async (filter: WalletFilter) =>
      (await listMyCertificates(deps, { principal: learner, ...filter })).certificates.map((one) =>
        completedAt.indexOf(one.completedAt),
      );
  }

  it.each([
    ['everything', {}, [2, 1, 0]],
    ['a year, by the clock of western Indonesia', { year: 2025 }, [0]],
    ['what counts', { state: 'valid' }, [2, 0]],
    ['what was corrected', { state: 'corrected' }, [2]],
    ['what was revoked in a year', { state: 'revoked', year: 2026 }, [1]],
    ['what there is none of', { state: 'revoked', year: 2025 }, []],
  ] as const)('shows %s', async (_, filter, shown) => {
    expect(await (await wallet())(filter)).toEqual(shown);
  });

  it('knows its years, and finds the few that were asked for behind pages of others', async () => {
    const deps = world();
    const revoked = { at: '2026-04-01T01:00:00.000Z', reason: 'other' } as const;
    for (let day = 1; day <= 25; day += 1) {
      const at = `2026-05-${String(day).padStart(2, '0')}T01:00:00.000Z`;
      const one = someCertificate({ personId: holder, completedAt: at });
      await deps.certificates.add(day === 1 ? { ...one, revoked } : one);
    }
    await deps.certificates.add(
      someCertificate({ personId: holder, completedAt: '2021-05-01T01:00:00.000Z' }),
    );
    expect(await yearsOfCertificates(deps, { principal: learner })).toEqual([2026, 2021]);
    const asked = { principal: learner, limit: 10, state: 'revoked' } as const;
    expect((await listMyCertificates(deps, asked)).certificates).toHaveLength(1);
  });
});

describe('who may decide', () => {
  it.each([
    ['an operator', operator, undefined],
    ['an administrator of the agency', admin, undefined],
    ['the holder', person(holder, ['learner', 'operator']), 'credentials.own'],
    [
      'an administrator of another agency',
      person('b-2', ['agency-admin'], 'a-2' as AgencyId),
      'credentials.not-found',
    ],
    ['a colleague', person('p-2', ['learner'], agency), 'credentials.not-found'],
    ['the provider', person('v-1', ['provider-author']), 'credentials.not-found'],
  ])('about a certificate (cases C1, C2, C7): %s', async (_, principal, code) => {
    const { deps, number } = await withOne();
    const revoke = revokeCertificate(deps, {
      ...{ principal, number },
      request: { reason: 'other', note: 'x' },
    });
    if (code === undefined)
      await expect(revoke).resolves.toMatchObject({ revoked: { by: principal.personId } });
    else await expect(revoke).rejects.toMatchObject({ code });
    const reissue = reissueCertificate(deps, { principal, number, reason: 'nama' });
    if (code === undefined) await expect(reissue).resolves.toBeDefined();
    else await expect(reissue).rejects.toMatchObject({ code });
  });
});

describe('a correction', () => {
  it('keeps number and address, revokes the badge before, and takes the name of today (case L11)', async () => {
    const { deps, number } = await withOne();
    deps.nowCalled('Sri Rahayu Wulandari');
    const next = await reissueCertificate(deps, { principal: admin, number, reason: 'nama' });
    expect(next.number).toBe(number);
    expect(latestEdition(next)).toMatchObject({ edition: 2, holderName: 'Sri Rahayu Wulandari', by: 'b-1' });
    expect(new Set(next.editions.map(({ subjectId }) => subjectId)).size).toBe(2);
    expect(await deps.certificates.revokedPlaces(0, 10)).toEqual([0]);
  });

  it('takes the JP of today as it takes the days: more, less, or none any more', async () => {
    const { deps, number } = await withOne();
    const reissue = () => reissueCertificate(deps, { principal: admin, number, reason: 'JP diperbaiki' });
    const { jp: _, ...without } = course;
    deps.nowCompleted({ ...course, jp: 150 as Jp, completedAt: '2026-12-02T03:00:00.000Z' });
    expect(await reissue()).toMatchObject({ jp: 150, completedAt: '2026-12-02T03:00:00.000Z' });
    expect((await verifyCertificate(deps, { number }))?.jp).toBe(150);
    deps.nowCompleted(without);
    expect(await reissue()).not.toHaveProperty('jp');
  });

  it('makes a revoked one count again, and asks that the course be completed still', async () => {
    const { deps, number } = await withOne();
    await revokeCertificate(deps, { principal: operator, number, request: { reason: 'other', note: 'x' } });
    await expect(
      revokeCertificate(deps, { principal: operator, number, request: { reason: 'other', note: 'x' } }),
    ).rejects.toMatchObject({ code: 'credentials.revoked' });
    const again = await reissueCertificate(deps, { principal: operator, number, reason: 'keliru' });
    expect(again.revoked).toBeUndefined();
    expect(await deps.certificates.revokedPlaces(0, 10)).toEqual([0]);
    deps.nowCompleted();
    await expect(
      reissueCertificate(deps, { principal: operator, number, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'credentials.not-found' });
  });

  it('gives back what was revoked by whoever revoked it, or by an operator, and by nobody else', async () => {
    const { deps, number } = await withOne();
    const request = { reason: 'issued-in-error', note: 'x' } as const;
    const reissue = (principal: PersonPrincipal) =>
      reissueCertificate(deps, { principal, number, reason: 'keliru' });
    await revokeCertificate(deps, { principal: operator, number, request });
    await expect(reissue(admin)).rejects.toMatchObject({ code: 'credentials.revoked-by-other' });
    await expect(reissue(person('o-2', ['operator']))).resolves.toBeDefined();
    await revokeCertificate(deps, { principal: admin, number, request });
    await expect(reissue(person('b-3', ['agency-admin'], agency))).rejects.toMatchObject({
      code: 'credentials.revoked-by-other',
    });
    await expect(reissue(admin)).resolves.toBeDefined();
  });

  it('happens ten times at most', async () => {
    const { deps, number } = await withOne();
    const reissue = () => reissueCertificate(deps, { principal: operator, number, reason: 'x' });
    for (let edition = 2; edition <= 10; edition += 1) await reissue();
    await expect(reissue()).rejects.toMatchObject({ code: 'credentials.too-many-editions' });
  });
});

describe('a completion that is taken back', () => {
  const settle = (deps: ReturnType<typeof world>) => settleCertificate(deps, { registration: 'e-1' });

  it('revokes once, with the place in the list, and is renewed by the next one with its new date', async () => {
    const { deps, number } = await withOne();
    deps.nowCompleted('taken-back');
    expect(await settle(deps)).toEqual({ outcome: 'withdrawn', number });
    expect(await settle(deps)).toEqual({ outcome: 'known', number });
    expect((await verifyCertificate(deps, { number }))?.revoked?.reason).toBe('completion-withdrawn');
    expect(await deps.certificates.revokedPlaces(0, 10)).toEqual([0]);
    deps.nowCompleted({ ...course, completedAt: '2026-12-01T03:00:00.000Z' });
    expect(await settle(deps)).toEqual({ outcome: 'renewed', number });
    expect(await settle(deps)).toEqual({ outcome: 'known', number });
    const shown = await verifyCertificate(deps, { number });
    expect(shown).toMatchObject({ edition: 2, completedAt: '2026-12-01T03:00:00.000Z' });
    expect(shown?.revoked).toBeUndefined();
    // The badge of before stays revoked, the one of now is not.
    expect(await deps.certificates.revokedPlaces(0, 10)).toEqual([0]);
  });

  it('over and over is followed a few times; then a person decides, and its editions stay few', async () => {
    const { deps, number } = await withOne();
    for (let round = 1; round <= 20; round += 1) {
      deps.nowCompleted('taken-back');
      await settle(deps);
      deps.nowCompleted({ ...course, completedAt: '2026-12-24T03:00:00.000Z' });
      expect((await settle(deps)).outcome).toBe(round <= 5 ? 'renewed' : 'known');
    }
    const shown = await verifyCertificate(deps, { number });
    expect(shown).toMatchObject({ edition: 6, revoked: { reason: 'completion-withdrawn' } });
    const again = await reissueCertificate(deps, { principal: admin, number, reason: 'Sudah diperiksa.' });
    expect(again).toMatchObject({ completedAt: '2026-12-24T03:00:00.000Z' });
    expect(again.revoked).toBeUndefined();
  });

  it('before anything was issued issues nothing', async () => {
    const deps = world();
    deps.nowCompleted('taken-back');
    expect(await settle(deps)).toEqual({ outcome: 'not-completed' });
    deps.nowCompleted(course);
    expect(await settle(deps)).toMatchObject({ outcome: 'issued' });
  });

  it('does not undo what a person decided, and is given again by nobody while it stands', async () => {
    const { deps, number } = await withOne();
    await revokeCertificate(deps, { principal: operator, number, request: { reason: 'other', note: 'x' } });
    deps.nowCompleted('taken-back');
    expect(await settle(deps)).toEqual({ outcome: 'known', number });
    await expect(
      reissueCertificate(deps, { principal: operator, number, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'credentials.completion-taken-back' });
    deps.nowCompleted(course);
    expect(await settle(deps)).toEqual({ outcome: 'known', number });
  });

  it('comes to what counts last, also where the one who withdraws had read before it was given again', async () => {
    const { deps, number } = await withOne();
    deps.nowCompleted('taken-back');
    const change = deps.certificates.change;
    deps.certificates.change = async (next, places) => {
      // Meanwhile: the other delivery finds a certificate that is still valid.
      deps.nowCompleted(course);
      return change(next, places);
    };
    expect(await settle(deps)).toEqual({ outcome: 'renewed', number });
    expect((await verifyCertificate(deps, { number }))?.revoked).toBeUndefined();
  });

  it('settles again when somebody has just changed the certificate', async () => {
    const { deps, number } = await withOne();
    deps.nowCompleted('taken-back');
    const change = deps.certificates.change;
    let others = 1;
    deps.certificates.change = async (next, places) => (others-- > 0 ? 'conflict' : change(next, places));
    expect(await settle(deps)).toEqual({ outcome: 'withdrawn', number });
  });
});
