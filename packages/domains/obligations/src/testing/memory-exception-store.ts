import type { DutyException, ExceptionPlace } from '../exceptions/exception.ts';
import type { ExceptionStore } from '../exceptions/ports.ts';

/** What was decided for single people, without a table. */
export function memoryExceptionStore(): ExceptionStore {
  const past = new Map<string, readonly DutyException[]>();
  const keyOf = ({ personId, obligationId }: ExceptionPlace) => JSON.stringify([personId, obligationId]);
  const all = () => [...past.values()].flatMap(([last]) => last ?? []);
  return {
    findException: async (place) => past.get(keyOf(place))?.[0],
    exceptionsOf: async (personId) => all().filter((one) => one.personId === personId),
    async saveException(exception) {
      const was = past.get(keyOf(exception)) ?? [];
      if ((was[0]?.rev ?? 0) !== exception.rev) return 'changed';
      past.set(keyOf(exception), [{ ...exception, rev: exception.rev + 1 }, ...was]);
      return 'saved';
    },
    pastOf: async (place) => past.get(keyOf(place)) ?? [],
    async listExceptions(obligationId, { limit, after }) {
      const order = ({ changedAt, personId }: DutyException) => `${changedAt} ${personId}`;
      const found = all()
        .filter((one) => one.obligationId === obligationId)
        .toSorted((a, b) => (order(a) < order(b) ? 1 : -1))
        .filter((one) => after === undefined || order(one) < after);
      const exceptions = found.slice(0, limit);
      const last = exceptions.at(-1);
      return { exceptions, ...(last && exceptions.length < found.length && { next: order(last) }) };
    },
    listEnding: async (until, limit) =>
      all()
        .flatMap((one) => (one.kind === 'exempt' && one.state === 'open' && one.endsAt ? [{ ...one }] : []))
        .filter(({ endsAt = '' }) => endsAt <= until)
        .toSorted((a, b) => ((a.endsAt ?? '') < (b.endsAt ?? '') ? -1 : 1))
        .slice(0, limit),
  };
}
