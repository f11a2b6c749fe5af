import type { LtiToolPorts, LtiToolView } from '../lti/ports.ts';

const done = async () => undefined;

const tool: LtiToolView = {
  ...{
    clientId: 'tool-1',
    name: 'Moodle <b>Universitas</b>',
    provider: 'Universitas Nusantara',
    status: 'active',
  },
  deployments: [
    { deploymentId: 'd-1', name: 'Fakultas Hukum' },
    { deploymentId: 'd-2', name: 'Fakultas Ekonomi' },
  ],
  initiateLoginUri: 'https://kampus.example/enrol/lti/login.php?id=0a1b2c3d4e5f',
  redirectUris: ['https://kampus.example/enrol/lti/launch.php', 'https://kampus.example'],
  targetLinkUri: 'https://kampus.example/enrol/lti/launch.php',
  messages: ['LtiResourceLinkRequest', 'LtiDeepLinkingRequest'],
  deepLinkingUri: 'https://kampus.example/lti/deep',
  otherAddresses: ['https://kampus.example/lti/deep'],
  custom: { kelas: '$Context.id' },
  rev: 3,
  jwksUri: 'https://kampus.example/enrol/lti/jwks.php',
  keyReading: {
    read: { at: '2026-01-05T02:00:00.000Z', keys: 2 },
    failedAt: '2026-01-06T02:00:00.000Z',
  },
  health: {
    last: { login: '2026-01-06T02:00:00.000Z', launch: '2026-01-06T02:00:00.000Z' },
    down: { since: '2026-01-06T03:00:00.000Z', because: 'unreachable' },
    unanswered: { count: 4, since: '2026-01-06T02:59:00.000Z' },
  },
  contacts: ['alat@kampus.example'],
  services: ['grades', 'roster'],
  createdAt: '2026-01-05T02:00:00.000Z',
};
const { jwksUri: _none, keyReading: _neither, ...pasted } = tool;
const waiting: LtiToolView = {
  ...pasted,
  clientId: 'tool-2',
  name: 'Laboratorium',
  status: 'pending',
  services: [],
};
const rejected: LtiToolView = {
  ...tool,
  ...{ clientId: 'tool-3', name: 'Lama', status: 'disabled' },
  decision: {
    ...{ to: 'disabled', by: 'operator', at: '2026-01-07T02:00:00.000Z' },
    reason: 'Alamat <i>masuk</i> bukan milik kampus.',
  },
};
const resting: LtiToolView = {
  ...tool,
  ...{ clientId: 'tool-4', name: 'Cuti', status: 'disabled', mayReturn: true },
  decision: { to: 'disabled', by: 'provider', at: '2026-01-07T02:00:00.000Z' },
};
const tools = [tool, waiting, rejected, resting];

export function createLtiFixtures(refuse: () => Error): LtiToolPorts {
  return {
    platform: async () => ({
      issuer: 'https://sinau.example',
      authorization: 'https://sinau.example/lti/authorize',
      token: 'https://sinau.example/lti/token',
      jwks: 'https://sinau.example/lti/jwks',
    }),
    toolsOf: async () => tools,
    waiting: async () => [waiting],
    decided: async () => tools.filter(({ status }) => status !== 'pending'),
    toolOf: async (_, clientId) => {
      const found = tools.find((one) => one.clientId === clientId);
      if (!found) throw refuse();
      return found;
    },
    beginRegistration: async (_, address) => `${address}?openid_configuration=x&registration_token=y`,
    addByHand: async () => ({ clientId: 'tool-2' }),
    check: done,
    addDeployment: done,
    removeDeployment: done,
    changeByHand: done,
    setStatus: done,
    impactOf: async () => ({ courses: 3, learners: 1204, isMore: false }),
    tryOut: async () => 'https://sinau.example/lti/launch?ticket=x',
  };
}
