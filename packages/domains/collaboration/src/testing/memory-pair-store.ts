import { countsBetween } from '../effects.ts';
import { isLive, type Pair, type Side, sideOf, sides } from '../pair.ts';
import type { Membership, PairStore } from '../ports.ts';
import { overlaps, type Session, takesTime } from '../session.ts';

type Years = Record<string, { readonly sessions: number; readonly minutes: number }>;

/** Pairs without a table. */
export function memoryPairStore(): PairStore {
  const pairs = new Map<string, Pair>();
  const sessions = new Map<string, Session>();
  const counts = new Map<string, Years>();
  const isClaimed = ({ guide, learner, kind }: Pair) =>
    [...pairs.values()].some(
      (pair) =>
        isLive(pair) &&
        pair.kind === kind &&
        pair.guide.personId === guide.personId &&
        pair.learner.personId === learner.personId,
    );
  const count = (before: Session | undefined, after: Session) => {
    const own = { ...counts.get(after.pairId) };
    for (const [year, step] of countsBetween(before, after)) {
      const sums = own[year] ?? { sessions: 0, minutes: 0 };
      own[year] = { sessions: sums.sessions + step.sessions, minutes: sums.minutes + step.minutes };
    }
    counts.set(after.pairId, own);
  };
  return {
    find: async (pairId) => pairs.get(pairId),
    async step(before, after) {
      if (pairs.get(after.pairId)?.rev !== before?.rev) return 'changed';
      if (!before && isClaimed(after)) return 'taken';
      pairs.set(after.pairId, { ...after, rev: (before?.rev ?? 0) + 1 });
      return 'done';
    },
    ofPerson: async (personId) => [...pairs.values()].filter((pair) => sideOf(pair, personId)),
    findSession: async ({ pairId, sessionId }) => {
      const found = sessions.get(sessionId);
      return found?.pairId === pairId ? found : undefined;
    },
    sessionsOf: async (pairId) => [...sessions.values()].filter((session) => session.pairId === pairId),
    async stepSession(before, after) {
      const others = [...sessions.values()].filter(
        (session) => session.sessionId !== after.sessionId && takesTime(session) && overlaps(session, after),
      );
      const busy = takesTime(after) && sides.find((side) => others.some((other) => isIn(other, after[side])));
      if (busy) return { outcome: 'busy', side: busy };
      if (sessions.get(after.sessionId)?.rev !== before?.rev) return { outcome: 'changed' };
      sessions.set(after.sessionId, { ...after, rev: (before?.rev ?? 0) + 1 });
      count(before, after);
      return { outcome: 'done' };
    },
    async due(now, limit) {
      const all = [
        ...[...pairs.values()].map(({ turn, pairId }) => ({ turn, place: { pairId } })),
        ...[...sessions.values()].map(({ turn, pairId, sessionId }) => ({
          ...{ turn, place: { pairId, sessionId } },
        })),
      ];
      return all
        .filter(({ turn }) => turn && turn.at <= now)
        .toSorted((a, b) => ((a.turn?.at ?? '') < (b.turn?.at ?? '') ? -1 : 1))
        .slice(0, limit)
        .map(({ place }) => place);
    },
    listOf: async (agencyId) =>
      [...pairs.values()].flatMap((pair) =>
        sides
          .filter((side) => pair[side].agencyId === agencyId)
          .map((side) => membershipOf(pair, side, counts.get(pair.pairId) ?? {})),
      ),
  };
}

const isIn = ({ guide, learner }: Session, personId: string): boolean =>
  guide === personId || learner === personId;

function membershipOf(pair: Pair, side: Side, own: Years): Membership {
  const { personId, agencyId, unitId } = pair[side];
  const years = Object.fromEntries(Object.entries(own).filter(([, { sessions }]) => sessions > 0));
  return {
    ...{ personId, pairId: pair.pairId, kind: pair.kind, side, state: pair.state, agencyId, years },
    ...(unitId !== undefined && { unitId }),
  };
}
