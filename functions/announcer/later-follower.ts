import type { ProviderEnrolmentSettled } from '@sinau/domain-events';
import type { Fact } from './fact.ts';

/** Facts of these kinds. */
export type FactOf<Kind extends Fact['type']> = Extract<Fact, { readonly type: Kind }>;

/**
 * A follower that is loaded with the first fact that it follows, so that the announcer starts without what few facts need. `kinds` names exactly
 * what it follows: one more or less does not compile.
 */
export function laterFollower<Deps, Followed extends Fact | ProviderEnrolmentSettled>(
  kinds: Readonly<Record<Followed['type'], true>>,
  load: () => Promise<(deps: Deps, fact: Followed) => Promise<void>>,
): (deps: Deps, fact: Fact | ProviderEnrolmentSettled) => Promise<void> {
  const isFollowed = (fact: Fact | ProviderEnrolmentSettled): fact is Followed =>
    Object.hasOwn(kinds, fact.type);
  return async (deps, fact) => {
    if (isFollowed(fact)) await (await load())(deps, fact);
  };
}
