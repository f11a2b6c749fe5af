import type { TranscriptDocuments, TranscriptFiles, TranscriptStore } from '../transcript/ports.ts';
import type { Transcript, TranscriptEdition, TranscriptFilesPlace } from '../transcript/transcript.ts';

/** `revoke`: where places of records go that gave way. */
export function memoryTranscriptStore(revoke?: (place: number) => void): TranscriptStore {
  const rows = new Map<string, Transcript>();
  const editions = new Map<string, TranscriptEdition>();
  return {
    find: async (number) => rows.get(number),
    findEdition: async (number, edition) => editions.get(`${number} ${edition}`),
    change: async (next, made) => {
      if ((rows.get(next.number)?.rev ?? 0) !== next.rev) return 'conflict';
      rows.set(next.number, { ...next, rev: next.rev + 1 });
      if (made) editions.set(`${made.edition.number} ${made.edition.edition}`, made.edition);
      if (made?.revoked !== undefined) revoke?.(made.revoked);
      return 'changed';
    },
    revoke: async (place) => revoke?.(place),
  };
}

export function memoryTranscriptFiles(): TranscriptFiles {
  const kept = new Map<string, TranscriptDocuments>();
  const keyOf = ({ number, edition, filesId }: TranscriptFilesPlace) => `${number} ${edition} ${filesId}`;
  return {
    put: async (place, documents) => {
      kept.set(keyOf(place), documents);
    },
    pdf: async (place) => kept.get(keyOf(place))?.pdf,
    clr: async (place) => {
      const clr = kept.get(keyOf(place))?.clr;
      return clr && JSON.stringify(clr);
    },
    jwt: async (place) => kept.get(keyOf(place))?.jwt,
  };
}
