import type { TranscriptFiles, TranscriptStore } from '../transcript/ports.ts';
import type { Transcript, TranscriptEdition } from '../transcript/transcript.ts';

export function memoryTranscriptStore(): TranscriptStore {
  const rows = new Map<string, Transcript>();
  const editions = new Map<string, TranscriptEdition>();
  return {
    find: async (number) => rows.get(number),
    findEdition: async (number, edition) => editions.get(`${number} ${edition}`),
    change: async (next, edition) => {
      if ((rows.get(next.number)?.rev ?? 0) !== next.rev) return 'conflict';
      rows.set(next.number, { ...next, rev: next.rev + 1 });
      if (edition) editions.set(`${edition.number} ${edition.edition}`, edition);
      return 'changed';
    },
  };
}

export function memoryTranscriptFiles(): TranscriptFiles {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (number, edition, pdf) => {
      kept.set(`${number} ${edition}`, pdf);
    },
    pdf: async (number, edition) => kept.get(`${number} ${edition}`),
  };
}
