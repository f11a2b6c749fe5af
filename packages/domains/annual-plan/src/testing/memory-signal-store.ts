import type { SignalStore } from '../ports.ts';
import type { Aside, NeedNote, YearPlace } from '../signal.ts';

const isOf =
  ({ agencyId, year }: YearPlace) =>
  (one: YearPlace): boolean =>
    one.agencyId === agencyId && one.year === year;
const keyOf = ({ agencyId, year }: YearPlace, id: string): string => JSON.stringify([agencyId, year, id]);

/** Notes and decisions without a table. */
export function memorySignalStore(): SignalStore {
  const notes = new Map<string, NeedNote>();
  const asides = new Map<string, Aside>();
  return {
    read: async (place) => ({
      notes: [...notes.values()].filter(isOf(place)),
      asides: [...asides.values()].filter(isOf(place)),
    }),
    async saveNote(note) {
      const key = keyOf(note, note.noteId);
      if ((notes.get(key)?.rev ?? 0) !== note.rev) return 'conflict';
      notes.set(key, { ...note, rev: note.rev + 1 });
      return 'saved';
    },
    async setAside(aside) {
      const key = keyOf(aside, aside.signalId);
      if (asides.has(key)) return 'conflict';
      asides.set(key, aside);
      return 'saved';
    },
    async bringBack(place, signalId) {
      asides.delete(keyOf(place, signalId));
    },
  };
}
