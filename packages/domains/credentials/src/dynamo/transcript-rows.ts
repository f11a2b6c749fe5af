import type { Jp, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { Transcript, TranscriptEdition, TranscriptNumber } from '../transcript/transcript.ts';

const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string');

const asker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: text<PersonId>() }),
  z.object({ kind: z.literal('client'), clientId: z.string() }),
]);

const transcriptRow = z.object({
  number: text<TranscriptNumber>(),
  personId: text<PersonId>(),
  year: z.number(),
  latest: z.number(),
  madeAt: z.string().exactOptional(),
  asked: z.object({ at: z.string(), by: asker }).exactOptional(),
  rev: z.number(),
});

const editionRow = z.object({
  number: text<TranscriptNumber>(),
  edition: z.number(),
  year: z.number(),
  asOf: z.string(),
  holderName: z.string(),
  recognised: z.custom<Jp>((value) => typeof value === 'number'),
  by: asker,
  factsSha256: z.string(),
  pdfSha256: z.string(),
  record: z.object({ subjectId: z.string(), statusIndex: z.number() }).exactOptional(),
  filesId: z.string().exactOptional(),
});

export const readTranscriptRow = (row: unknown): Transcript => transcriptRow.parse(row);
export const readTranscriptEditionRow = (row: unknown): TranscriptEdition => editionRow.parse(row);
