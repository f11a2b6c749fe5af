import type {
  ConnectionLetter,
  ConnectionsPorts,
  ConnectionTestView,
  ConnectionView,
} from '../connections/ports.ts';

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
  health: {
    light: 'down',
    away: { since: '2026-11-24T01:00:00.000Z', nextTryAt: '2026-11-24T02:45:00.000Z', reason: 'timeout' },
    last: {
      'sign-in': { successAt: '2026-11-24T00:30:00.000Z' },
      catalogue: {
        successAt: '2026-11-22T18:12:30.000Z',
        failureAt: '2026-11-23T18:12:30.000Z',
        reason: 'timeout',
      },
    },
    budget: { ok: 970, failed: 30, spent: 3 },
    letters: { count: 100, atLeast: true },
    aged: { count: 12, since: '2026-11-19T02:00:00.000Z' },
  },
};

const { baseUrl: _, ...withoutAddress } = connection;
const quiet: ConnectionView['health'] = {
  light: 'unknown',
  last: {},
  budget: { ok: 0, failed: 0 },
  letters: { count: 0, atLeast: false },
};
const others: readonly ConnectionView[] = [
  {
    ...connection,
    ...{ connectionId: 'connection-oneroster', kind: 'oneroster', name: 'SIAKAD', health: quiet, runs: [] },
    oneRoster: { tokenUrl: 'https://siakad.kampus.example/token', clientId: 'sinau' },
  },
  {
    ...connection,
    ...{ connectionId: 'connection-openedx', kind: 'openedx', name: 'MOOC Universitas Contoh' },
    baseUrl: 'https://mooc.kampus.example',
    openedx: {
      ...{ clientId: 'sinau', learnersBy: 'email', mode: 'verified' },
      catalogueUrl: 'https://katalog.kampus.example',
    },
    health: quiet,
    runs: [],
  },
  {
    ...withoutAddress,
    ...{ connectionId: 'connection-schema-org', kind: 'schema-org', name: 'Situs web kampus' },
    ...{ baseUrl: 'https://kampus.example/sitemap.xml', schedule: { syncHour: 2 } },
    health: { ...quiet, light: 'works' },
    runs: [],
  },
  {
    ...withoutAddress,
    ...{ connectionId: 'connection-file', kind: 'file', name: 'Tabel dari SIAKAD', state: 'removing' },
    health: quiet,
    schedule: {},
    runs: [],
  },
  ...(['connection-oneroster-csv', 'connection-packages-refused', 'connection-packages-none'] as const).map(
    (connectionId): ConnectionView => ({
      ...withoutAddress,
      ...{ connectionId, kind: 'oneroster-csv', name: 'Paket SIAKAD', health: quiet, schedule: {}, runs: [] },
    }),
  ),
  {
    ...withoutAddress,
    ...{ connectionId: 'connection-webhook', kind: 'webhook', name: 'Hasil MOOC', state: 'paused' },
    resultsUrl: 'https://sinau.example/api/connections/connection-webhook/results',
    health: { ...quiet, light: 'works', budget: { ok: 12, failed: 0, spent: 0 } },
    schedule: {},
    runs: [],
  },
  {
    ...withoutAddress,
    ...{ connectionId: 'connection-xapi', kind: 'xapi', name: 'Open edX Universitas Contoh' },
    statementsUrl: 'http://localhost/api/connections/connection-xapi/xapi',
    xapi: {
      courses: [
        {
          externalCourseId: 'course-v1:UNIV+ADM310+2026',
          courseId: '00000000-0000-4000-8000-000000000041',
        },
      ],
    },
    health: { ...quiet, light: 'works', statements: { results: 12, others: 3_400 } },
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

const letter: ConnectionLetter = {
  letterId: '2026-11-24T01:00:00.000Z.1',
  kind: 'enrol',
  about: ['registration: 7f1c2b7e-0000-4000-8000-000000000001'],
  at: '2026-11-24T01:00:00.000Z',
  ...{ reason: 'course-unknown', tries: 1, replays: 2 },
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
    startToolsOf: async () => [{ clientId: 'tool-1', deploymentId: 'd-1', name: 'Moodle · Fakultas <b>' }],
    connectionOf: async (_person, connectionId) => find(connectionId),
    create: async (_person, { kind }) => ({
      connectionId: `connection-${kind}`,
      ...((kind === 'webhook' || kind === 'xapi') && {
        secret: 'whsec_c2VjcmV0IG9mIHRlc3RzLCAyNCBieXRlcw==',
      }),
    }),
    change: async (_person, connectionId) => void find(connectionId),
    pause: async (_person, connectionId) => void find(connectionId),
    resume: async (_person, connectionId) => void find(connectionId),
    remove: async (_person, connectionId) => (find(connectionId).kind === 'moodle' ? 'removing' : 'removed'),
    lettersOf: async (_person, connectionId, page) =>
      find(connectionId).kind !== 'moodle'
        ? { letters: [] }
        : {
            letters: [letter, { ...letter, kind: 'sync', about: [], replays: 0 }],
            ...(page === undefined && { next: 'n' }),
          },
    replay: async (_person, connectionId, letterId) => {
      find(connectionId);
      return letterId === undefined ? { replayed: 500, more: true } : { replayed: 1, more: false };
    },
    discard: async (_person, connectionId) => void find(connectionId),
    all: async () => all.map((one) => ({ ...one, provider: 'Universitas Contoh' })),
    test: async (_person, connectionId) =>
      find(connectionId).kind === 'moodle'
        ? test
        : { capabilities: [], reason: 'unauthorised', milliseconds: 12 },
    rotateSecret: async (_person, connectionId) =>
      find(connectionId).kind === 'webhook' ? { secret: 'whsec_YW5vdGhlcg==' } : {},
  };
}
