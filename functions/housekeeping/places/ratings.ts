import type { Rating, RatingStore } from '@sinau/catalogue/ratings';
import type { PersonPlace, Subject } from '@sinau/privacy';

/**
 * What a person said of courses. It is theirs and no record of the office, so an erasure takes it back whole, stars and
 * words; the averages follow.
 */
export function ratingsPlace({ ratings }: { readonly ratings: RatingStore }): PersonPlace {
  const meant = async ({ personId, keepVerbs, untilMs }: Subject): Promise<readonly Rating[]> => {
    // A retention rule ends statements alone.
    if (keepVerbs) return [];
    const until = new Date(untilMs).toISOString();
    return (await ratings.listOf(personId)).filter(({ changedAt }) => changedAt <= until);
  };
  return {
    name: 'ratings',
    settleMs: 0,
    count: async (subject) => ({ counts: { ratings: (await meant(subject)).length } }),
    async erase(order) {
      let taken = 0;
      // One that is changed meanwhile is newer than the order, or is found by the pass that looks again.
      for (const before of await meant(order))
        if ((await ratings.change({ before })) === 'stored') taken += 1;
      return { counts: { ratings: taken } };
    },
    async copy({ personId }) {
      const all = await ratings.listOf(personId);
      return { records: all.map((rating) => ({ rating })), counts: { ratings: all.length } };
    },
  };
}
