import type { DomainError } from '@sinau/kernel';
import type { CoachingDeskPorts } from '../coaching/desk-ports.ts';
import type { CoachingPorts, PairView, SessionView } from '../coaching/ports.ts';

const session: SessionView = {
  ...{ pairId: 'jalan', sessionId: 's-menunggu', kind: 'coaching', side: 'learner', on: '2026-11-20' },
  ...{ minutes: 60, topic: 'Membuka <b>rapat</b>', state: 'waits', waitsFor: 'me', version: 2 },
  ...{ guide: 'Budi <b>S</b>', learner: 'Sri Lestari', guideAgency: 'Badan Contoh' },
  ...{ goal: 'Memimpin rapat dengan tenang', from: '09:00', until: '10:00', zone: 'WIB' },
  ...{ result: 'Agenda <i>tiga</i> baris\nPeserta tahu tujuannya', followUp: 'Dicoba hari Senin' },
  showTopic: true,
  signatures: [{ name: 'Budi <b>S</b>', side: 'guide', at: '2026-11-20T04:00:00.000Z' }],
};
const { waitsFor: _, ...signed } = session;

/** Waits for the reader; signed by both; taken back; lapsed. */
const sessions: Readonly<Record<string, SessionView>> = {
  's-menunggu': session,
  's-sah': {
    ...{ ...signed, sessionId: 's-sah', state: 'confirmed', on: '2026-11-13', showTopic: false },
    form: {
      number: 'SINAU-CM-7K3M-9QXD-4TPA-2',
      verifyUrl: 'https://sinau.example/verify/SINAU-CM-7K3M-9QXD-4TPA-2',
    },
    signatures: [
      ...session.signatures,
      { name: 'Sri Lestari', side: 'learner', at: '2026-11-21T01:00:00.000Z' },
    ],
  },
  // Signed a moment ago: nothing is printed yet.
  's-baru': { ...signed, sessionId: 's-baru', state: 'confirmed', form: {} },
  's-ditarik': { ...signed, sessionId: 's-ditarik', state: 'withdrawn', reason: 'Salah <b>tanggal</b>' },
  's-gugur': { ...signed, sessionId: 's-gugur', state: 'lapsed' },
};

const pair: PairView = {
  ...{ pairId: 'jalan', kind: 'coaching', side: 'learner', partner: 'Budi <b>S</b>', state: 'active' },
  ...{ partnerAgency: 'Badan Contoh', goal: 'Memimpin rapat dengan <b>tenang</b>', waits: true },
  competency: { id: 'Komunikasi <b>A</b>', en: 'Communication' },
  ...{ invitedByMe: true, invitedAt: '2026-11-01T01:00:00.000Z', agreedAt: '2026-11-02T01:00:00.000Z' },
  sessions: Object.values(sessions),
};

/** Goes on; waits for the reader's answer; for the other's; is over. */
const pairs: Readonly<Record<string, PairView>> = {
  jalan: pair,
  diajak: {
    ...{ pairId: 'diajak', kind: 'mentoring', side: 'guide', partner: 'Tuti', state: 'invited', waits: true },
    ...{ goal: 'Menulis telaahan staf', invitedByMe: false, invitedAt: '2026-11-25T01:00:00.000Z' },
    sessions: [],
  },
  mengajak: {
    ...{ pairId: 'mengajak', kind: 'mentoring', side: 'learner', partner: 'Wulan', state: 'invited' },
    ...{ goal: 'Menyusun anggaran', invitedByMe: true, invitedAt: '2026-11-25T01:00:00.000Z', waits: false },
    sessions: [],
  },
  lewat: {
    ...{ ...pair, pairId: 'lewat', state: 'ended', endedAt: '2026-11-27T01:00:00.000Z', waits: false },
    ...{ reason: 'Pindah <b>tugas</b>', sessions: [] },
  },
};

const sums = { people: 12, learners: 9, guides: 4, signed: { sessions: 20, minutes: 1_200 } };
const coachingDesk: CoachingDeskPorts = {
  viewOf: async (_, { year = 2026 }) => ({
    ...{ year, years: [2026, 2025, 2024] },
    ...(year === 2026 && { all: sums }),
    units:
      year === 2024
        ? []
        : [{ name: 'Biro <b>Umum</b>', ...(year === 2026 && { sums }) }, { name: 'Biro Hukum' }, {}],
    communities:
      year === 2024
        ? []
        : [
            {
              ...{ communityId: 'penulis', name: 'Penulis <b>telaahan</b>', state: 'active', openTo: 'all' },
              ...{ members: 12, meetings: 3, attendances: 20, isLeaderless: true },
            },
            {
              ...{ communityId: 'lain', name: 'Lain', state: 'closed', openTo: 'agency', members: 1 },
              ...{ meetings: 0, attendances: 0 },
            },
          ],
  }),
  pairsOf: async (_, { year = 2026, page }) => ({
    ...{ year, page, hasMore: page < 3 },
    pairs:
      year === 2024
        ? []
        : [
            {
              ...{ name: 'Sri <b>L</b>', unit: 'Biro <b>Umum</b>', kind: 'coaching', side: 'learner' },
              ...{ state: 'active', sessions: 3, minutes: 180 },
            },
            { name: 'Budi', kind: 'mentoring', side: 'guide', state: 'ended', sessions: 0, minutes: 0 },
          ],
  }),
  fileOf: async () => new Uint8Array([1]),
  nameFacilitator: async () => 'named',
  openCommunity: async () => undefined,
};

export function createCoachingFixtures(absent: () => DomainError): {
  readonly coaching: CoachingPorts;
  readonly coachingDesk: CoachingDeskPorts;
} {
  const pairOf = async (pairId: string) => {
    const found = pairs[pairId];
    if (!found) throw absent();
    return found;
  };
  const sessionOf = async (sessionId: string) => {
    const found = sessions[sessionId];
    if (!found) throw absent();
    return found;
  };
  return {
    coachingDesk,
    coaching: {
      pairsOf: async ({ name }) => (name === 'Baru' ? [] : Object.values(pairs)),
      pairOf: async (_, pairId) => pairOf(pairId),
      competenciesOf: async () => [{ competencyId: '1.1', name: { id: 'Integritas', en: 'Integrity' } }],
      invite: async () => 'mengajak',
      move: async (_, pairId) => void (await pairOf(pairId)),
      ruleOf: async () => ({
        rule: { leastMinutes: 30, mostMinutes: 480, writtenWithin: 30 },
        ...{ zone: 'WIB', today: '2026-11-29' },
      }),
      sessionOf: async (_, { sessionId }) => sessionOf(sessionId),
      formOf: async (_, { sessionId }) => {
        const number = (await sessionOf(sessionId)).form?.number;
        return number === undefined ? undefined : { number, pdf: new Uint8Array([37, 80, 68, 70]) };
      },
      write: async () => 's-menunggu',
      change: async (_, { sessionId }) => void (await sessionOf(sessionId)),
      confirm: async (_, { sessionId }) => void (await sessionOf(sessionId)),
      withdraw: async (_, { sessionId }) => void (await sessionOf(sessionId)),
      teamOf: async ({ name }) =>
        name === 'Baru'
          ? []
          : [
              {
                ...{ name: 'Sri <b>L</b>', kind: 'coaching', side: 'learner', partner: 'Budi' },
                ...{ state: 'active', sessions: [{ on: '2026-11-13', minutes: 60, topic: 'Rapat' }] },
              },
              {
                name: 'Tuti',
                kind: 'mentoring',
                side: 'guide',
                partner: 'Sri',
                state: 'ended',
                sessions: [],
              },
            ],
    },
  };
}
