import type { MemoryWrite } from './memory-registration-store.ts';

/** Replaces a row that has not been changed since it was read. */
export function replacingRow<State extends { readonly rev: number }>(
  rows: Map<string, State>,
  key: string,
  next: State,
): MemoryWrite {
  return {
    holds: () => (rows.get(key)?.rev ?? 0) === next.rev,
    apply: () => {
      rows.set(key, structuredClone({ ...next, rev: next.rev + 1 }));
    },
  };
}
