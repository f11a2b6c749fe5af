import type { PlanningStore } from '@sinau/planning';
import type { PersonPlace, Subject } from '@sinau/privacy';

/** The week that somebody plans, and when they learned. It is theirs and no record of the office. */
export function weeklyPlanPlace({ plans }: { readonly plans: PlanningStore }, settleMs: number): PersonPlace {
  const sessionsOf = ({ personId }: Pick<Subject, 'personId'>) => plans.allSessionsOf(personId);
  return {
    name: 'weekly-plan',
    // A session that ended just now is still being told.
    settleMs,
    count: async (subject) => ({
      // A retention rule ends statements alone, and these rows go by themselves after some months.
      counts: { learningSessions: subject.keepVerbs ? 0 : (await sessionsOf(subject)).length },
    }),
    async erase(order) {
      if (order.keepVerbs) return { counts: { learningSessions: 0 } };
      const sessions = await sessionsOf(order);
      await plans.forget(order.personId);
      return { counts: { learningSessions: sessions.length } };
    },
    async copy(subject) {
      const [plan, sessions] = await Promise.all([plans.find(subject.personId), sessionsOf(subject)]);
      return {
        records: [
          ...(plan ? [{ weeklyPlan: plan }] : []),
          ...sessions.map((learningSession) => ({ learningSession })),
        ],
        counts: { learningSessions: sessions.length },
      };
    },
  };
}
