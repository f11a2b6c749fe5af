import type { PersonId } from '@sinau/kernel';
import type { LearnedSession, WeeklyPlan } from '../plan.ts';
import type { PlanningStore } from '../ports.ts';

/** Plans without a table. */
export function memoryPlanningStore(): PlanningStore {
  const plans = new Map<PersonId, WeeklyPlan>();
  const sessions = new Map<PersonId, Map<string, LearnedSession>>();
  const sorted = (personId: PersonId) =>
    [...(sessions.get(personId)?.values() ?? [])].toSorted((a, b) => a.from.localeCompare(b.from));
  return {
    find: async (personId) => plans.get(personId),
    async save(next) {
      if ((plans.get(next.personId)?.rev ?? 0) !== next.rev) return 'conflict';
      plans.set(next.personId, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    async noteSession(personId, session) {
      const own = sessions.get(personId) ?? new Map<string, LearnedSession>();
      const known = own.get(session.sessionId);
      if (!known || known.to < session.to) own.set(session.sessionId, session);
      sessions.set(personId, own);
    },
    sessionsOf: async (personId, { from, until }) =>
      sorted(personId).filter((one) => from <= one.from && one.from < until),
    allSessionsOf: async (personId) => sorted(personId),
    async forget(personId) {
      const rows = (plans.delete(personId) ? 1 : 0) + (sessions.get(personId)?.size ?? 0);
      sessions.delete(personId);
      return rows;
    },
  };
}
