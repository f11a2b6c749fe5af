import { type Clock, InvalidInput, type PersonId } from '@sinau/kernel';
import { AccountTaken } from './errors.ts';
import { changed } from './leave.ts';
import type { ProviderEnrolmentStore } from './ports.ts';
import type { ProviderEnrolment } from './provider-enrolment.ts';

const longestAccount = 255;

/**
 * A person of the provider says which account is this learner's, whether it was proposed or not: it counts for every course through
 * this connection, and the provider is asked at once. `over`: nothing waits for it any more, and nothing was kept.
 */
export async function confirmAccount(
  deps: {
    readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'keepAccount' | 'move'>;
    readonly clock: Clock;
  },
  input: { readonly before: ProviderEnrolment; readonly account: string; readonly by: PersonId },
): Promise<'queued' | 'soon' | 'over'> {
  const { before, by } = input;
  const account = input.account.trim();
  if (account === '' || account.length > longestAccount)
    throw new InvalidInput('Say the name of the account.');
  if (before.reason !== 'account-unconfirmed' && before.reason !== 'account-missing') return 'over';
  if (before.state !== 'requested') return 'over';
  const now = deps.clock.now();
  const at = now.toISOString();
  const { connectionId, personId } = before;
  const kept = await deps.providerEnrolments.keepAccount({ connectionId, personId, account, by, at });
  if (kept === 'taken') throw new AccountTaken();
  const outcome = await deps.providerEnrolments.move({
    before,
    after: { ...changed(before, now), dueAt: at },
  });
  // A worker was faster: it asks with this account the next time.
  return outcome === 'done' ? 'queued' : 'soon';
}
