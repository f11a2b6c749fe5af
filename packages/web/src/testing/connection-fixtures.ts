import type { ConnectionsPorts, ConnectionTestView, ConnectionView } from '../connections/ports.ts';

const connection: ConnectionView = {
  connectionId: 'connection-moodle',
  kind: 'moodle',
  name: 'Moodle Universitas Contoh',
  baseUrl: 'https://moodle.kampus.example',
  contactEmail: 'admin@kampus.example',
  state: 'active',
  acceptance: 'person',
  schedule: { syncHour: 1, pollMinutes: 30 },
  rev: 3,
  createdAt: '2026-11-20T02:00:00.000Z',
  runs: [
    { kind: 'check-health', nextAt: '2026-11-24T03:00:00.000Z' },
    {
      kind: 'sync',
      nextAt: '2026-11-24T18:12:00.000Z',
      lastAt: '2026-11-23T18:12:30.000Z',
      lastOutcome: 'failed',
      lastReason: 'timeout',
    },
    { kind: 'poll-results', lastAt: '2026-11-24T02:30:00.000Z', lastOutcome: 'done' },
  ],
};

const { baseUrl: _, ...withoutAddress } = connection;
const others: readonly ConnectionView[] = [
  {
    ...withoutAddress,
    ...{ connectionId: 'connection-file', kind: 'file', name: 'Tabel dari SIAKAD', state: 'removing' },
    schedule: {},
    runs: [],
  },
  {
    ...withoutAddress,
    ...{ connectionId: 'connection-webhook', kind: 'webhook', name: 'Hasil MOOC', state: 'paused' },
    schedule: {},
    runs: [],
  },
];

const test: ConnectionTestView = {
  capabilities: [
    { name: 'sign-in', state: 'works' },
    { name: 'catalogue', state: 'works' },
    { name: 'enrolment', state: 'missing', missing: ['enrol_manual_enrol_users'] },
    { name: 'results', state: 'failed', reason: 'timeout' },
  ],
  milliseconds: 840,
};

export function createConnectionFixtures(refusal: () => Error): ConnectionsPorts {
  const all = [connection, ...others];
  const find = (connectionId: string) => {
    const found = all.find((one) => one.connectionId === connectionId);
    if (!found) throw refusal();
    return found;
  };
  return {
    connectionsOf: async () => all,
    connectionOf: async (_person, connectionId) => find(connectionId),
    create: async (_person, { kind }) => ({
      connectionId: `connection-${kind}`,
      ...(kind === 'webhook' && { secret: 'whsec_c2VjcmV0IG9mIHRlc3RzLCAyNCBieXRlcw==' }),
    }),
    change: async (_person, connectionId) => void find(connectionId),
    pause: async (_person, connectionId) => void find(connectionId),
    resume: async (_person, connectionId) => void find(connectionId),
    remove: async (_person, connectionId) => (find(connectionId).kind === 'moodle' ? 'removing' : 'removed'),
    test: async (_person, connectionId) =>
      find(connectionId).kind === 'moodle'
        ? test
        : { capabilities: [], reason: 'unauthorised', milliseconds: 12 },
    rotateSecret: async (_person, connectionId) =>
      find(connectionId).kind === 'webhook' ? { secret: 'whsec_YW5vdGhlcg==' } : {},
  };
}
