import type { PersonStore } from '@sinau/competency';
import type { PersonPlace } from '@sinau/privacy';

/**
 * What somebody was found to hold, says of themselves and plans. Assessments and plans are personnel records and stay; their own word is
 * theirs and goes.
 */
export function competencePlace(
  { competence }: { readonly competence: PersonStore },
  settleMs: number,
): PersonPlace {
  const ownWords = async (personId: Parameters<PersonStore['of']>[0]) =>
    (await competence.of(personId)).assessments.filter(({ method }) => method === 'self');
  return {
    name: 'competence',
    settleMs,
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
      const { assessments, items } = await competence.of(personId);
      return {
        records: [
          ...assessments.map((competencyAssessment) => ({ competencyAssessment })),
          ...items.map((developmentItem) => ({ developmentItem })),
        ],
        counts: { competencyAssessments: assessments.length, developmentItems: items.length },
      };
    },
  };
}
