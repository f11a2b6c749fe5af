import type { RegistrationStore } from '../ports.ts';
import type { DeliveryRegistration } from '../registration.ts';
import { isRunning } from '../sessions.ts';

/** A write of a companion in memory; `apply` is called once every `holds` of the same commit has answered true. */
export interface MemoryWrite {
  holds(): boolean;
  apply(): void;
}

/** The port on a map, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryRegistrationStore(): RegistrationStore {
  const rows = new Map<string, DeliveryRegistration>();

  const replacing = (next: DeliveryRegistration): MemoryWrite => ({
    holds: () => (rows.get(next.registration)?.rev ?? 0) === next.rev,
    apply: () => {
      rows.set(next.registration, structuredClone({ ...next, rev: next.rev + 1 }));
    },
  });

  return {
    async read(registration) {
      const row = rows.get(registration);
      return row && structuredClone(row);
    },
    async save(next) {
      const write = replacing(next);
      if (!write.holds()) return 'conflict';
      write.apply();
      return 'saved';
    },
    saveWith: async (next, { writes }) =>
      commitMemoryWrites([replacing(next), ...writes]) ? 'saved' : 'conflict',
    unchanged: ({ registration, rev }) => ({
      writes: [
        {
          holds: () => (rows.get(registration)?.rev ?? 0) === rev,
          apply: () => undefined,
        } satisfies MemoryWrite,
      ],
    }),
    saving: (next) => ({ writes: [replacing(next)] }),
    touching: ({ registration, sessionId, at }) => ({
      writes: [
        {
          holds: () => {
            const session = rows.get(registration)?.session;
            return session?.terms.sessionId === sessionId && isRunning(session);
          },
          apply: () => {
            const row = rows.get(registration);
            if (row?.session)
              rows.set(registration, { ...row, session: { ...row.session, lastStatementAt: at } });
          },
        } satisfies MemoryWrite,
      ],
    }),
  };
}

/** Commits the writes of companions of `memoryRegistrationStore`; false when a condition did not hold. */
export function commitMemoryWrites(writes: readonly object[]): boolean {
  const all = writes as readonly MemoryWrite[];
  if (!all.every((write) => write.holds())) return false;
  for (const write of all) write.apply();
  return true;
}
