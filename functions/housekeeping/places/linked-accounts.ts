import type { AccountLinkStore, AttemptStore } from '@sinau/lti-tool';
import type { PersonPlace, Subject } from '@sinau/privacy';

/**
 * Which accounts in learning systems of others are a person's, and where their scores go. It is theirs and no record of the office, so an erasure
 * takes it back: nothing opens in their name and nothing is sent from then on.
 */
export function linkedAccountsPlace(deps: {
  readonly links: AccountLinkStore;
  readonly attempts: AttemptStore;
}): PersonPlace {
  // A retention rule ends statements alone.
  const linksOf = async ({ personId, keepVerbs }: Pick<Subject, 'personId' | 'keepVerbs'>) =>
    keepVerbs ? [] : deps.links.listOf(personId);
  return {
    name: 'linked-accounts',
    settleMs: 0,
    count: async (subject) => ({ counts: { linkedAccounts: (await linksOf(subject)).length } }),
    async erase(order) {
      const links = await linksOf(order);
      const attempts = order.keepVerbs ? [] : await deps.attempts.listOf(order.personId);
      for (const attempt of attempts) await deps.attempts.remove(attempt);
      for (const link of links) await deps.links.remove(link);
      return { counts: { linkedAccounts: links.length } };
    },
    async copy({ personId }) {
      const [links, attempts] = await Promise.all([
        deps.links.listOf(personId),
        deps.attempts.listOf(personId),
      ]);
      return {
        records: [
          ...links.map((accountLink) => ({ accountLink })),
          ...attempts.map((ltiAttempt) => ({ ltiAttempt })),
        ],
        counts: { linkedAccounts: links.length },
      };
    },
  };
}
