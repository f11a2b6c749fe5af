import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Pair, PairId } from '../pair.ts';
import type { Session, SessionId } from '../session.ts';

const bkn = 'bkn' as AgencyId;
const [budi, sri] = ['budi' as PersonId, 'sri' as PersonId];

/** Budi coaches Sri, as both have agreed. */
export const pairSample = (over: Partial<Pair> = {}): Pair => ({
  ...{ pairId: 'p1' as PairId, kind: 'coaching', invitedBy: 'learner', by: 'guide' },
  ...{ guide: { personId: budi, agencyId: bkn }, learner: { personId: sri, agencyId: bkn } },
  ...{ goal: 'Memimpin rapat dengan tenang', state: 'active' },
  ...{ invitedAt: '2026-03-01T01:00:00.000Z', agreedAt: '2026-03-01T02:00:00.000Z' },
  ...{ updatedAt: '2026-03-01T02:00:00.000Z', rev: 0 },
  ...over,
});

/** An hour that Sri has written down. */
export const sessionSample = (over: Partial<Session> = {}): Session => ({
  ...{ pairId: 'p1' as PairId, sessionId: 's1' as SessionId, kind: 'coaching' },
  ...{ guide: budi, learner: sri, guideAgency: bkn, learnerAgency: bkn },
  ...{ zone: 'Asia/Jakarta', startsAt: '2026-03-02T02:00:00.000Z', endsAt: '2026-03-02T03:00:00.000Z' },
  ...{ topic: 'Membuka rapat', result: 'Agenda tiga baris', followUp: 'Dicoba hari Senin' },
  ...{ showTopic: false, version: 1, state: 'waits', createdAt: '2026-03-02T04:00:00.000Z' },
  signatures: [{ side: 'learner', personId: sri, at: '2026-03-02T04:00:00.000Z' }],
  ...{ updatedAt: '2026-03-02T04:00:00.000Z', rev: 0 },
  ...over,
});
