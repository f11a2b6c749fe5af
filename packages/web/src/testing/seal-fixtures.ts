import { type SealDeskView, type SealsPorts, sealStateNames } from '../seals/ports.ts';

const at = '2026-03-02T01:00:00.000Z';
const sealer = {
  ...{
    name: 'Segel Elektronik Badan Contoh',
    organisation: 'Badan Contoh',
    issuer: 'BSrE',
    serialNumber: '11AB',
  },
  ...{ fingerprint: 'ab'.repeat(32), validTo: '2026-03-20T01:00:00.000Z' },
};

const running: SealDeskView = {
  settings: {
    ...{ isOn: true, documents: ['certificate'], since: '2026-03-01', hasPassword: true },
    ...{
      address: 'https://esign.badan-contoh.example',
      username: 'sinau',
      subscriberId: 'segel-badan-contoh',
    },
  },
  lacks: ['activation'],
  counts: sealStateNames.map((state, n) => ({ state, count: n, atLeast: n === 5 })),
  sealer: { ...sealer, endsSoon: true },
  activationEndsAt: at,
  trial: { what: 'test', at, outcome: 'good', sealer: { ...sealer, serialNumber: '22' }, isConfirmed: false },
  standstill: { because: 'quota-spent', at, words: 'Kuota habis' },
  lastSealedAt: at,
  history: [{ at, by: 'Agus Salim', what: ['on', 'documents'] }],
};

const off: SealDeskView = {
  settings: {
    isOn: false,
    documents: ['certificate', 'transcript'],
    since: '2026-03-01',
    hasPassword: false,
  },
  ...{ lacks: ['address'], counts: [], history: [] },
};

/** A desk with a document in each state. */
export function createSealFixtures(): SealsPorts {
  return {
    watched: async ({ name }) =>
      name === 'Kosong'
        ? []
        : [
            {
              ...{ agency: 'Badan Contoh', state: 'stopped', lacks: [], waiting: 1_000, atLeast: true },
              standstill: {
                ...{
                  because: 'quota-spent',
                  at: '2026-11-24T02:00:00.000Z',
                  words: 'Kuota segel elektronik habis',
                },
              },
              longest: [{ number: 'SINAU-7K3M-9QXD-4TPA', edition: 2, since: '2026-11-20T02:00:00.000Z' }],
              ...{ lastSealedAt: '2026-11-24T01:00:00.000Z', sealerEndsAt: '2027-02-01T00:00:00.000Z' },
            },
            {
              agency: 'Dinas Contoh',
              state: 'lacking',
              lacks: ['activation'],
              waiting: 2,
              atLeast: false,
              longest: [],
            },
            {
              ...{
                agency: 'Kota Contoh',
                state: 'paused',
                lacks: [],
                waiting: 0,
                atLeast: false,
                longest: [],
              },
              pausedUntil: '2026-11-24T03:00:00.000Z',
            },
            { agency: 'Kab. Contoh', state: 'running', lacks: [], waiting: 0, atLeast: false, longest: [] },
          ],
    deskOf: async ({ personId }) => (personId === 'off' ? off : running),
    save: async () => undefined,
    order: async () => undefined,
    activate: async () => undefined,
    confirm: async () => undefined,
    resume: async () => undefined,
    rowsOf: async (_, { state }) => ({
      rows:
        state === 'sealing'
          ? []
          : [
              {
                ...{ kind: 'certificate', number: 'SINAU-7K3M-9QXD-4TPA', edition: 1, state, tries: 1 },
                ...{ because: 'refused', words: 'Dokumen ditolak', changedAt: at },
              },
            ],
    }),
    tryAgain: async () => undefined,
    tryAllAgain: async () => undefined,
  };
}
