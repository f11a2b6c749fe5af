import type { PersonId } from '@sinau/kernel';
import type { KeptFacts } from '../facts.ts';
import type { FactsStore } from '../ports.ts';

/** What people told, without a table. */
export function memoryFactsStore(): FactsStore {
  const kept = new Map<PersonId, KeptFacts>();
  return {
    find: async (personId) => kept.get(personId),
    async save(next) {
      if ((kept.get(next.personId)?.rev ?? 0) !== next.rev) return 'conflict';
      kept.set(next.personId, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    forget: async (personId) => kept.delete(personId),
  };
}
