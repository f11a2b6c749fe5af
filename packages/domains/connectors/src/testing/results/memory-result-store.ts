import type { Digest } from '@sinau/kernel';
import { arrived, metAgain, saidAgain } from '../../results/arrived.ts';
import type { InboxResult } from '../../results/inbox-result.ts';
import type { ResultPage, ResultStore } from '../../results/ports.ts';
import type { ResultEvent } from '../../results/result-event.ts';
import type { KeptPayload } from '../../results/sent-payload.ts';

/** A write of a companion in memory; `apply` is called once every `holds` of the same commit has answered true. */
interface MemoryWrite {
  holds(): boolean;
  apply(): void;
}

/** The port on a map, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryResultStore(digest: Pick<Digest, 'sha1' | 'sha256'>): ResultStore {
  const rows = new Map<string, { result: InboxResult; sent: KeptPayload }>();
  const all = () => [...rows.values()].map(({ result }) => structuredClone(result));
  /** Copies of what counts there alone: properties ask for it thousands of times. */
  const placedIn = (registration: string) =>
    [...rows.values()]
      .filter(({ result: { decision } }) => {
        return decision.state === 'placed' && decision.place.registration === registration;
      })
      .map(({ result }) => structuredClone(result));

  const taking = (event: ResultEvent): MemoryWrite => {
    const row = arrived(digest, event);
    const { resultId } = row.result;
    return {
      holds: () => !rows.has(resultId),
      apply: () => void rows.set(resultId, structuredClone(row)),
    };
  };

  return {
    taking: (event) => ({ writes: [taking(event)] }),
    async take(event) {
      const { result } = arrived(digest, event);
      const known = rows.get(result.resultId);
      if (known) {
        const met = metAgain(known.result, result);
        const moved = met === 'duplicate' ? saidAgain(known.result, result) : undefined;
        if (moved) known.result = structuredClone({ ...moved, rev: moved.rev + 1 });
        return met;
      }
      taking(event).apply();
      return 'taken';
    },
    find: async (resultId) => structuredClone(rows.get(resultId)?.result),
    readSent: async (resultId) => structuredClone(rows.get(resultId)?.sent),
    async eraseSent(resultId, at) {
      const row = rows.get(resultId);
      if (row?.sent.state !== 'kept') return 'absent';
      row.sent = { state: 'erased', at };
      return 'erased';
    },
    async decide({ resultId, rev }, decision) {
      const row = rows.get(resultId);
      if (row?.result.rev !== rev) return 'changed';
      row.result = structuredClone({ ...row.result, decision, rev: rev + 1 });
      return 'decided';
    },
    versionsOf: async ({ registration, moduleId }) =>
      placedIn(registration).filter(
        ({ decision }) => decision.state === 'placed' && decision.place.moduleId === moduleId,
      ),
    versionsOfRegistration: async (registration) => placedIn(registration),
    async list({ providerId, ...page }) {
      const received = ({ event, resultId }: InboxResult) => `${event.receivedAt} ${resultId}`;
      const found = all().filter(({ event }) => event.providerId === providerId);
      return paged(
        found.sort((a, b) => (received(a) > received(b) ? -1 : 1)),
        page,
      );
    },
    async listUnmatched({ providerId, connectionId, externalCourseId, ...page }) {
      const found = all().filter(({ event: { about, ...event }, decision }) => {
        if (decision.state !== 'unmatched' || event.providerId !== providerId) return false;
        if (connectionId === undefined) return true;
        if (about.kind !== 'external' || about.connectionId !== connectionId) return false;
        return externalCourseId === undefined || about.externalCourseId === externalCourseId;
      });
      return paged(found, page);
    },
  };
}

function paged(
  found: readonly InboxResult[],
  { limit, after }: { readonly limit: number; readonly after?: string },
): ResultPage {
  const start = after === undefined ? 0 : found.findIndex(({ resultId }) => resultId === after) + 1;
  const results = found.slice(start, start + limit);
  const last = results.at(-1);
  return { results, ...(last && start + limit < found.length && { next: last.resultId }) };
}
