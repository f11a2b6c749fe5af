import type { LmsPorts, LmsScoreView, LmsView, MyLmsPorts } from '../lms/ports.ts';

const base = 'https://lms.kampus.example';
const lms = (platformId: string, over: Partial<LmsView> = {}): LmsView => ({
  ...{
    platformId,
    name: 'LMS Kampus',
    status: 'active',
    issuer: base,
    clientId: 'klien-1',
    deployments: ['1'],
  },
  ...{ authorizationUrl: `${base}/auth`, tokenUrl: `${base}/token`, jwksUri: `${base}/certs` },
  ...{ family: 'moodle', createdAt: '2026-03-02T01:00:00.000Z', launches: 12, rev: 3 },
  lastLaunchAt: '2026-03-03T02:00:00.000Z',
  ...over,
});

const { lastLaunchAt: _never, family: _unknown, ...unused } = lms('lms-2');
const all: readonly LmsView[] = [
  lms('lms-1', { strangeDeployment: '7' }),
  { ...unused, name: 'lms.baru.example', status: 'waiting', deployments: [], launches: 0 },
  lms('lms-3', { name: 'LMS lama', status: 'off' }),
];

const sentAt = '2026-03-03T02:00:00.000Z';
const score = (subject: string, over: Partial<LmsScoreView>): LmsScoreView => ({
  ...{ registration: 'reg-1', placementId: 'pl1', subject, state: 'sent', courseTitle: { id: 'Etika' } },
  ...over,
});
const scores: readonly LmsScoreView[] = [
  score('40', { state: 'failed', because: 'not-gradable', sent: { progress: 'started', at: sentAt } }),
  score('41', { state: 'waiting', because: 'unreachable', nextAt: '2026-03-03T03:00:00.000Z' }),
  score('42', { sent: { progress: 'completed', points: 87.5, at: sentAt } }),
  score('43', { sent: { progress: 'in-progress', at: sentAt } }),
];

/** Learning systems in every state; refusals for any other id. */
export function createLmsFixtures(notFound: () => Error): LmsPorts {
  return {
    tool: async () => ({
      ...{ login: 'https://sinau.example/tool/login', launch: 'https://sinau.example/tool/launch' },
      ...{ choose: 'https://sinau.example/tool/choose', jwks: 'https://sinau.example/tool/jwks' },
      canvas: 'https://sinau.example/tool/canvas.json',
    }),
    list: async (_, desk) => (desk === 'studio' ? all : []),
    find: async (_person, _desk, platformId) => {
      const found = all.find((one) => one.platformId === platformId);
      if (!found) throw notFound();
      const placement = { courseId: 'k1', title: 'Etika ASN', contextTitle: 'Kelas Etika', grades: true };
      const placements =
        platformId === 'lms-1'
          ? [
              { ...placement, courseTitle: { id: 'Etika' } },
              { courseId: 'k2', grades: false },
            ]
          : [];
      return { ...found, placements, scores: platformId === 'lms-1' ? scores : [] };
    },
    makeAddress: async () => ({
      address: 'https://sinau.example/tool/register?token=rahasia',
      validUntil: '2026-03-02T02:00:00.000Z',
    }),
    add: async () => ({ platformId: 'lms-1' }),
    change: async () => undefined,
    remove: async () => undefined,
    sendScores: async () => undefined,
  };
}

export const myLms: MyLmsPorts = {
  linksOf: async () => [
    {
      platformId: 'lms-1',
      subject: '42',
      name: 'LMS Kampus',
      issuer: base,
      linkedAt: '2026-03-02T01:00:00.000Z',
      scores,
    },
    { platformId: 'lms-9', subject: '42', linkedAt: '2026-03-02T01:00:00.000Z', scores: [] },
  ],
  unlink: async () => undefined,
  connecting: async ({ visit }) =>
    visit === 'berlaku'
      ? {
          platform: 'LMS Kampus',
          issuer: base,
          registeredBy: 'Universitas Kampus',
          nameThere: 'Siti D.',
          subject: '42',
        }
      : undefined,
  connect: async ({ personId }, { visit, shownTo }) =>
    visit === 'berlaku' && shownTo === personId ? { url: '/lms/reg-1?entry=masuk' } : undefined,
};
