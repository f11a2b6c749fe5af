import type {
  AgreementPorts,
  AgreementView,
  OwnSharingView,
  ProviderSharingView,
} from '../agreements/ports.ts';

const done = async () => undefined;

const agreement: AgreementView = {
  ...{ providerId: 'provider-1', agreementId: 'a1', version: 1, title: 'PKS 12/2026 <b>data</b>' },
  ...{ purpose: 'Sertifikat kampus memuat nama peserta.', legalBasis: 'public-task' },
  ...{ attributes: ['name', 'email'], standing: 'in-force', rev: 2 },
  ...{ validFrom: '2025-12-31T17:00:00.000Z', validUntil: '2026-12-31T17:00:00.000Z' },
  ...{ createdAt: '2026-01-02T02:00:00.000Z', activatedAt: '2026-01-03T02:00:00.000Z' },
};
const { activatedAt: _none, ...unborn } = agreement;
const versions: readonly AgreementView[] = [
  { ...unborn, version: 2, standing: 'draft', agencies: [{ agencyId: 'agency-1', name: 'Badan Contoh' }] },
  agreement,
  { ...agreement, agreementId: 'a2', standing: 'upcoming' },
  { ...agreement, agreementId: 'a3', standing: 'expired' },
  { ...agreement, agreementId: 'a4', standing: 'ended', closedAt: '2026-02-03T02:00:00.000Z' },
  {
    ...{ ...agreement, agreementId: 'a5', standing: 'revoked', closedAt: '2026-02-03T02:00:00.000Z' },
    closedBecause: 'Kebocoran <i>data</i>',
  },
];
const provider = { providerId: 'provider-1', name: 'Universitas Nusantara', versions };

const times = { first: '2026-01-05T02:00:00.000Z', last: '2026-02-05T02:00:00.000Z' };
const sharing: readonly ProviderSharingView[] = [
  {
    ...{ providerId: 'provider-1', name: provider.name, agreement },
    disclosed: [
      { channel: 'launch', attribute: 'pseudonym', ...times, times: 1250 },
      { channel: 'roster', attribute: 'email', ...times, times: 30 },
    ],
  },
  {
    ...{ providerId: 'provider-2', name: 'Lembaga Konten Cendekia', disclosed: [], agreement },
    decision: { stopped: true, at: times.last, by: 'Rini Contoh', reason: 'Keberatan <u>pegawai</u>' },
  },
  {
    providerId: 'provider-3',
    name: 'Balai Contoh',
    disclosed: [],
    decision: { stopped: false, at: times.last },
  },
];

export const ownSharing: readonly OwnSharingView[] = [
  {
    ...{ providerId: 'provider-1', name: provider.name },
    attributes: [
      { attribute: 'pseudonym', ...times },
      { attribute: 'name', ...times },
    ],
  },
];

/** Versions in every state; nobody knows the provider or agreement `tidak-ada`. */
export function createAgreementFixtures(notFound: () => Error): AgreementPorts {
  const known = (providerId: string) => {
    if (providerId === 'tidak-ada') throw notFound();
    return providerId === 'kosong' ? { ...provider, providerId, versions: [] } : provider;
  };
  return {
    providers: async () => [
      { providerId: 'provider-1', name: provider.name, active: 2 },
      { providerId: 'provider-2', name: 'Lembaga Konten Cendekia', active: 0 },
    ],
    agreementsOf: async (_, providerId) => known(providerId),
    ownAgreements: async () => provider,
    agreementOf: async (_, { agreementId, version }) => {
      const found = versions.find((one) => one.agreementId === agreementId && one.version === version);
      if (!found) throw notFound();
      return { ...found, provider: provider.name };
    },
    agencies: async () => [{ agencyId: 'agency-1', name: 'Badan Contoh' }],
    draft: async () => agreement,
    revise: async () => agreement,
    change: done,
    remove: done,
    activate: done,
    close: done,
    revokeAll: done,
    sharingOf: async () => sharing,
    historyOf: async (_, providerId) => {
      const { name } = known(providerId);
      const decisions = sharing.flatMap(({ decision }) => decision ?? []);
      return { name, decisions: providerId === 'kosong' ? [] : decisions };
    },
    decide: done,
  };
}
