import type { DeadLetter } from '../dead-letter.ts';
import type { PushStore } from '../ports.ts';
import type { Subscription, SubscriptionRef } from '../subscription.ts';

interface Row {
  subscription: Subscription;
  lease?: { readonly token: string; readonly until: string };
}

/** The port on maps, for unit tests. Passes the same contract suite as the DynamoDB adapter. */
export function memoryPushStore(): PushStore {
  const rows = new Map<string, Row>();
  const letters = new Map<string, Map<string, DeadLetter>>();
  const nameOf = ({ ownerId, subscriptionId }: SubscriptionRef) => `${ownerId} ${subscriptionId}`;
  const lettersOf = (ref: SubscriptionRef) => {
    const found = letters.get(nameOf(ref)) ?? new Map<string, DeadLetter>();
    letters.set(nameOf(ref), found);
    return found;
  };

  return {
    async create(subscription) {
      rows.set(nameOf(subscription), { subscription });
    },
    async find(ref) {
      return rows.get(nameOf(ref))?.subscription;
    },
    async list(ownerId) {
      return [...rows.values()]
        .map(({ subscription }) => subscription)
        .filter((one) => one.ownerId === ownerId)
        .sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
    },
    async change(subscription, { restart }) {
      const row = rows.get(nameOf(subscription));
      if (row?.subscription.rev !== subscription.rev) return 'stale';
      const { failingSince: _, ...progress } = row.subscription.progress;
      const restarted = { ...progress, failures: 0, refusedInRow: 0 };
      const { disabledBecause, ...rest } = subscription;
      row.subscription = {
        ...rest,
        rev: subscription.rev + 1,
        progress: restart ? restarted : row.subscription.progress,
      };
      return 'changed';
    },
    async delete(ref) {
      rows.delete(nameOf(ref));
      letters.delete(nameOf(ref));
    },
    async listDue(now, limit) {
      return [...rows.values()]
        .map(({ subscription }) => subscription)
        .filter(({ state, dueAt }) => state === 'active' && dueAt <= now)
        .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
        .slice(0, limit);
    },
    async postpone(ref, seen, dueAt) {
      const row = rows.get(nameOf(ref));
      if (row?.subscription.dueAt !== seen || row.subscription.state !== 'active') return 'changed';
      row.subscription = { ...row.subscription, dueAt };
      return 'postponed';
    },
    async lease(ref, { token, now, until }) {
      const row = rows.get(nameOf(ref));
      if (row?.subscription.state !== 'active') return undefined;
      if (row.lease && row.lease.until >= now && row.lease.token !== token) return undefined;
      row.lease = { token, until };
      row.subscription = { ...row.subscription, dueAt: until };
      return row.subscription;
    },
    async save(ref, token, { progress, deadLetters, dueAt, disable }) {
      const row = rows.get(nameOf(ref));
      if (row?.lease?.token !== token) return 'lost';
      const { subscription } = row;
      row.subscription = {
        ...subscription,
        progress,
        ...(dueAt !== undefined && { dueAt }),
        ...(disable && {
          state: 'disabled',
          disabledBecause: disable.because,
          stateChangedAt: disable.at,
          rev: subscription.rev + 1,
        }),
      };
      if (dueAt !== undefined) delete row.lease;
      for (const letter of deadLetters) lettersOf(ref).set(letter.letterId, letter);
      return 'saved';
    },
    async listDeadLetters(ref, { limit, after }) {
      return [...lettersOf(ref).values()]
        .sort((one, other) => (one.letterId < other.letterId ? 1 : -1))
        .filter(({ letterId }) => after === undefined || letterId < after)
        .slice(0, limit);
    },
    async findDeadLetter(ref, letterId) {
      return lettersOf(ref).get(letterId);
    },
    async replaceDeadLetter(letter) {
      const found = lettersOf(letter);
      if (found.has(letter.letterId)) found.set(letter.letterId, letter);
    },
    async removeDeadLetter(ref, letterId) {
      lettersOf(ref).delete(letterId);
    },
  };
}
