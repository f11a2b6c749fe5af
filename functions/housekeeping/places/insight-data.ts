import type { Enrolment, EnrolmentStore } from '@sinau/enrolment';
import type { InsightStore } from '@sinau/insight';
import type { PersonId } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';

/** What statistics of courses are made of: sessions and first answers. That somebody enrolled stays as long as the enrolment. */
export function insightPlace(deps: {
  readonly enrolments: Pick<EnrolmentStore, 'listCurrent' | 'listPast'>;
  readonly insight: Pick<InsightStore, 'countOf' | 'forget'>;
}): PersonPlace {
  const { enrolments, insight } = deps;

  async function sum(personId: PersonId, count: (enrolment: Enrolment) => Promise<number>): Promise<number> {
    const all = await Promise.all([enrolments.listCurrent(personId), enrolments.listPast(personId)]);
    let total = 0;
    for (const enrolment of all.flat()) total += await count(enrolment);
    return total;
  }

  return {
    name: 'statistics',
    settleMs: 0,
    async count({ personId, keepVerbs, untilMs }) {
      const until = new Date(untilMs).toISOString();
      // A retention rule ends statements alone.
      const statistics = keepVerbs ? 0 : await sum(personId, (one) => insight.countOf(one, until));
      return { counts: { statistics } };
    },
    async erase({ personId, keepVerbs, untilMs }) {
      const until = new Date(untilMs).toISOString();
      const statistics = keepVerbs ? 0 : await sum(personId, (one) => insight.forget(one, until));
      return { counts: { statistics } };
    },
  };
}
