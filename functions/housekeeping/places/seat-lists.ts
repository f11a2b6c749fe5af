import type { PoolLists } from '@sinau/enrolment';
import type { PersonPlace, Subject } from '@sinau/privacy';

/** Lists for which agencies keep seats. Why somebody is on one is kept nowhere; that they are goes with them. */
export function seatListsPlace({ poolLists }: { readonly poolLists: PoolLists }): PersonPlace {
  // A retention rule ends statements alone, and these rows go by themselves after the quota.
  const listsOf = async ({ personId, keepVerbs }: Pick<Subject, 'personId' | 'keepVerbs'>) =>
    keepVerbs ? [] : poolLists.ofPerson(personId);
  return {
    name: 'seat-lists',
    settleMs: 0,
    count: async (subject) => ({ counts: { seatLists: (await listsOf(subject)).length } }),
    async erase(order) {
      const lists = await listsOf(order);
      for (const one of lists) await poolLists.remove(one);
      return { counts: { seatLists: lists.length } };
    },
    async copy({ personId }) {
      const lists = await poolLists.ofPerson(personId);
      return { records: lists.map((seatList) => ({ seatList })), counts: { seatLists: lists.length } };
    },
  };
}
