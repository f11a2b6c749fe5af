import type { DomainError, Jp } from '@sinau/kernel';
import type { CertificatesPorts, CertificateView, VerifiedView } from '../certificates/ports.ts';

const at = '2026-03-02T01:00:00.000Z';

const valid: CertificateView = {
  ...{ number: 'SINAU-7K3M-9QXD-4TPA', title: { id: 'Pelayanan publik', en: 'Public service' } },
  ...{ provider: 'Universitas Nusantara', jp: 450 as Jp, courseId: 'c1' },
  ...{
    startedAt: at,
    completedAt: at,
    firstDay: '2026-03-01',
    lastDay: '2026-03-03',
    state: 'valid',
    edition: 1,
    isOwn: true,
    holderId: 'siti',
    mayDecide: false,
  },
  editions: [{ edition: 1, issuedAt: at, holderName: 'Siti Rahma' }],
  verifyUrl: 'https://sinau.example/verify/SINAU-7K3M-9QXD-4TPA',
  badgeUrl: 'https://sinau.example/credentials/SINAU-7K3M-9QXD-4TPA/1',
};
const { jp: _, ...withoutJp } = valid;
const making: CertificateView = { ...withoutJp, number: 'SINAU-0000-0000-0001', state: 'making' };
const revoked: CertificateView = {
  ...valid,
  ...{ number: 'SINAU-0000-0000-0002', state: 'revoked', edition: 2, isOwn: false, mayDecide: true },
  hours: 'rejected',
  editions: [
    { edition: 2, issuedAt: at, holderName: 'Siti Rahmah', reason: 'Ejaan nama.', by: 'Agus Contoh' },
    ...valid.editions,
  ],
  revoked: { at, reason: 'issued-in-error', note: 'Milik orang lain.', by: 'Agus Contoh' },
};
const decided: CertificateView = {
  ...valid,
  ...{ number: 'SINAU-0000-0000-0003', isOwn: false, mayDecide: true },
};
const held: CertificateView = { ...valid, number: 'SINAU-0000-0000-0004', hours: 'held' };
const all = [valid, making, revoked, decided, held];

const verified: VerifiedView = {
  ...{ number: valid.number, holderName: 'Siti Rahma', title: valid.title, providerName: valid.provider },
  ...{
    jp: 450 as Jp,
    startedAt: at,
    completedAt: at,
    issuedAt: at,
    firstDay: '2026-03-01',
    lastDay: '2026-03-03',
    edition: 1,
    pdfSha256: 'ab'.repeat(32),
  },
};

export function createCertificateFixtures(refusal: () => DomainError): CertificatesPorts {
  const find = async (typed: string) => {
    const found = all.find(({ number }) => number === typed);
    if (!found) throw refusal();
    return found;
  };
  return {
    ownOf: async (_reader, { token, filter }) => ({
      certificates: token === 'kosong' || filter.year === 2025 ? [] : all,
      years: [2026, 2025],
      ...(token === undefined && { nextPageToken: 'kosong' }),
    }),
    ofPerson: async (_reader, personId) => ({
      ...{ personId, name: 'Siti Rahma', certificates: personId === 'kosong' ? [] : all },
    }),
    certificateOf: async (_reader, typed) => find(typed),
    pdfOf: async (_reader, typed) =>
      (await find(typed)).state === 'valid'
        ? { number: typed, pdf: new Uint8Array([37, 80]), holderId: 'siti' }
        : undefined,
    reissue: async () => undefined,
    revoke: async () => undefined,
    numberIn: async (typed) => (typed.startsWith('SINAU-') ? typed : undefined),
    verify: async (typed) => {
      if (typed === valid.number) return verified;
      if (typed === held.number) return { ...verified, number: typed, hours: 'held' };
      if (typed === decided.number) return { ...verified, number: typed, edition: 2 };
      if (typed !== revoked.number) return undefined;
      return { ...verified, number: typed, revoked: { at, reason: 'other' } };
    },
  };
}
