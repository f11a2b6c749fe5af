import type { CountStore, PersonStore } from '@sinau/competency';
import type { PersonPlace } from '@sinau/privacy';

/**
 * What somebody was found to hold, says of themselves and plans, and which gaps that has closed. Assessments, plans and what was closed are personnel records
 * and stay; their own word is theirs and goes.
 */
export function competencePlace(
  {
    competence,
    competencyCounts,
  }: {
    readonly competence: PersonStore;
    readonly competencyCounts: Pick<CountStore, 'closingsOf'>;
  },
  settleMs: number,
): PersonPlace {
  const ownWords = async (personId: Parameters<PersonStore['of']>[0]) =>
    (await competence.of(personId)).assessments.filter(({ method }) => method === 'self');
  return {
    name: 'competence',
    settleMs,
    settlesAfter: 'confirmation',
    // A retention rule ends statements alone.
    count: async ({ personId, keepVerbs }) => ({
      counts: { ownCompetencies: keepVerbs ? 0 : (await ownWords(personId)).length },
    }),
    async erase({ personId, keepVerbs }) {
      const words = keepVerbs ? [] : await ownWords(personId);
      for (const word of words) await competence.removeOwnWord(word);
      return { counts: { ownCompetencies: words.length } };
    },
    async copy({ personId }) {
      const [{ assessments, items }, closed] = await Promise.all([
        competence.of(personId),
        competencyCounts.closingsOf(personId),
      ]);
      return {
        records: [
          ...assessments.map((competencyAssessment) => ({ competencyAssessment })),
          ...items.map((developmentItem) => ({ developmentItem })),
          ...closed.map((closedGap) => ({ closedGap })),
        ],
        counts: {
          ...{ competencyAssessments: assessments.length, developmentItems: items.length },
          closedGaps: closed.length,
        },
      };
    },
  };
}
