import { type EvaluationStore, forgetPerson, saidBy } from '@sinau/evaluation';
import type { PersonPlace, Subject } from '@sinau/privacy';

/**
 * What somebody said of what they learned, and as a supervisor of what others apply. It is theirs and no record of the office: an erasure takes it
 * back whole, and the sums follow. What their own supervisor said is that person's word, and stands in the copy of that person.
 */
export function evaluationsPlace(
  { evaluations }: { readonly evaluations: EvaluationStore },
  settleMs: number,
): PersonPlace {
  const deps = { evaluations };
  const meant = async ({ personId, keepVerbs }: Subject) =>
    // A retention rule ends statements alone.
    keepVerbs ? { own: [], asSupervisor: [] } : saidBy(deps, personId);
  return {
    name: 'evaluations',
    // Whoever was answering has answered by then.
    settleMs,
    settlesAfter: 'confirmation',
    async count(subject) {
      const { own, asSupervisor } = await meant(subject);
      return { counts: { evaluations: own.length + asSupervisor.length } };
    },
    async erase({ personId, keepVerbs }) {
      return { counts: { evaluations: keepVerbs ? 0 : await forgetPerson(deps, personId) } };
    },
    async copy({ personId }) {
      const { own, asSupervisor } = await saidBy(deps, personId);
      return {
        records: [
          ...own.map(({ supervisor, ...evaluation }) => ({
            evaluation: { ...evaluation, supervisorAnswered: supervisor !== undefined },
          })),
          ...asSupervisor.map(({ title, completedAt, asked, supervisor }) => ({
            // Whose learning it was is told to the supervisor by their page, and is not theirs to carry away.
            evaluationAsSupervisor: { title, completedAt, askedAt: asked?.at, answer: supervisor },
          })),
        ],
        counts: { evaluations: own.length + asSupervisor.length },
      };
    },
  };
}
