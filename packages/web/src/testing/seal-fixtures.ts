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
