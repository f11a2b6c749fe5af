import { absent, type Dynamo, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import type { SignalStore } from '../ports.ts';
import { asideKey, noteKey, notePrefix, signalsPartition } from './keys.ts';
import { asideRow, noteRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createSignalStore(door: { readonly dynamo: Dynamo; readonly table: string }): SignalStore {
  const { dynamo, table } = door;
  return {
    async read(place) {
      const rows = await queryAll(door, { partition: signalsPartition(place), consistent: true });
      const isNote = ({ sk }: { readonly sk: string }) => sk.startsWith(notePrefix);
      return {
        notes: rows.filter(isNote).map((row) => noteRow.parse(row)),
        asides: rows.filter((row) => !isNote(row)).map((row) => asideRow.parse(row)),
      };
    },
    async saveNote(note) {
      const item = { ...noteKey(note, note.noteId), kind: 'need-note', ...note, rev: note.rev + 1 };
      // As it was read: closes the race of two who change one note.
      const written = await dynamo.put({ table, item, condition: unchangedSince(note.rev) });
      return written.outcome === 'done' ? 'saved' : 'conflict';
    },
    async setAside(aside) {
      const item = { ...asideKey(aside, aside.signalId), kind: 'need-aside', ...aside };
      // Not there yet: the first reason stands.
      const written = await dynamo.put({ table, item, condition: absent });
      return written.outcome === 'done' ? 'saved' : 'conflict';
    },
    async bringBack(place, signalId) {
      await dynamo.delete({ table, key: asideKey(place, signalId) });
    },
  };
}
