import type { ExternalLearning, LearningId, Line } from '../learning.ts';
import type { Policy } from '../policy.ts';
import type { LearningStore } from '../ports.ts';
import { claimsOf } from '../same-learning.ts';

const keyOf = (personId: string, ...more: readonly string[]) => JSON.stringify([personId, ...more]);

/** The port on maps, for unit tests. Passes the same contract suite as the DynamoDB adapter. */
export function memoryLearningStore(): LearningStore {
  const records = new Map<string, ExternalLearning>();
  const lines = new Map<string, Line[]>();
  const policies = new Map<string, Policy>();
  const place = ({ waitingSince, personId, learningId }: ExternalLearning) =>
    [waitingSince, personId, learningId].join('#');

  /** Another record of the person that says the same. */
  function rivalOf(
    after: Pick<ExternalLearning, 'personId' | 'state' | 'details'> & { readonly learningId?: LearningId },
  ): LearningId | undefined {
    const claims = new Set(claimsOf(after).map((claim) => JSON.stringify(claim)));
    for (const other of records.values()) {
      if (other.personId !== after.personId || other.learningId === after.learningId) continue;
      if (claimsOf(other).some((claim) => claims.has(JSON.stringify(claim)))) return other.learningId;
    }
    return undefined;
  }

  return {
    async take({ after, line }) {
      const key = keyOf(after.personId, after.learningId);
      if ((records.get(key)?.rev ?? 0) !== after.rev) return { outcome: 'changed' };
      const rival = rivalOf(after);
      if (rival !== undefined) return { outcome: 'taken', learningId: rival };
      const learning = { ...after, rev: after.rev + 1 };
      records.set(key, learning);
      if (line) lines.set(key, [...(lines.get(key) ?? []), line]);
      return { outcome: 'done', learning };
    },
    holderOf: async (learning) => rivalOf(learning),
    find: async (personId, learningId) => records.get(keyOf(personId, learningId)),
    listOf: async (personId) => [...records.values()].filter((one) => one.personId === personId),
    linesOf: async (personId, learningId) => lines.get(keyOf(personId, learningId)) ?? [],
    async listWaiting(agencyId, { limit, after }) {
      const waiting = [...records.values()]
        .filter((one) => one.agencyId === agencyId && one.waitingSince !== undefined)
        .toSorted((a, b) => place(a).localeCompare(place(b)))
        .filter((one) => after === undefined || place(one) > after);
      const page = waiting.slice(0, limit);
      const last = page.at(-1);
      return { learnings: page, ...(last && page.length < waiting.length && { next: place(last) }) };
    },
    async forget({ personId, learningId, rev }) {
      const key = keyOf(personId, learningId);
      if (records.get(key)?.rev !== rev) return 'changed';
      records.delete(key);
      lines.delete(key);
      return 'forgotten';
    },
    findPolicy: async (agencyId) => policies.get(agencyId),
    async savePolicy(policy) {
      if ((policies.get(policy.agencyId)?.rev ?? 0) !== policy.rev) return 'changed';
      policies.set(policy.agencyId, { ...policy, rev: policy.rev + 1 });
      return 'saved';
    },
  };
}
