import { type Dynamo, type Item, type TransactItem, unchangedSince } from '@sinau/platform/dynamo';
import type { TranscriptStore } from '../transcript/ports.ts';
import type { Transcript, TranscriptEdition } from '../transcript/transcript.ts';
import { revokedKey, transcriptEditionKey, transcriptKey } from './keys.ts';
import { readTranscriptEditionRow, readTranscriptRow } from './transcript-rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** One row a person and year, and one an edition, in the same partition. */
export function createTranscriptStore({ dynamo, table }: Door): TranscriptStore {
  return {
    find: async (number) => {
      const row = await dynamo.get({ table, key: transcriptKey(number), consistent: true });
      return row && readTranscriptRow(row);
    },
    findEdition: async (number, edition) => {
      if (edition < 1) return undefined;
      const row = await dynamo.get({ table, key: transcriptEditionKey(number, edition), consistent: true });
      return row && readTranscriptEditionRow(row);
    },
    change: async (next, made) => {
      const written = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table, item: rowOf(next) },
          // Unchanged, or absent: closes the race of two who ask, and of one who asks with the worker.
          condition: unchangedSince(next.rev),
        },
        ...(made ? [{ kind: 'put', table, item: editionRow(made.edition) } satisfies TransactItem] : []),
        ...(made?.revoked === undefined
          ? []
          : [{ kind: 'put', table, item: revokedRow(made.revoked) } satisfies TransactItem]),
      ]);
      return written.outcome === 'done' ? 'changed' : 'conflict';
    },
    revoke: async (place) => {
      await dynamo.put({ table, item: revokedRow(place) });
    },
  };
}

const rowOf = (transcript: Transcript): Item => ({
  ...transcriptKey(transcript.number),
  ...{ kind: 'transcript', ...transcript, rev: transcript.rev + 1 },
});

const editionRow = (edition: TranscriptEdition): Item => ({
  ...transcriptEditionKey(edition.number, edition.edition),
  ...{ kind: 'transcript-edition', ...edition },
});

const revokedRow = (place: number): Item => ({ ...revokedKey(place), kind: 'credential-revoked', place });
