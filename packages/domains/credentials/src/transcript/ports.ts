import type { PersonId } from '@sinau/kernel';
import type { Transcript, TranscriptEdition, TranscriptFacts, TranscriptNumber } from './transcript.ts';

export interface TranscriptSource {
  /** A year of the ledger as it is now. Undefined when there is no such person. */
  read(of: { readonly personId: PersonId; readonly year: number }): Promise<TranscriptFacts | undefined>;
}

/** Rejects with `Unavailable` when the store does not answer. Reads see every write that was answered before. */
export interface TranscriptStore {
  find(number: TranscriptNumber): Promise<Transcript | undefined>;
  findEdition(number: TranscriptNumber, edition: number): Promise<TranscriptEdition | undefined>;
  /**
   * Writes with `rev` one higher if the stored one still has `next.rev`, or there is none and it is 0. `edition` joins with it, or nothing is
   * written.
   */
  change(next: Transcript, edition?: TranscriptEdition): Promise<'changed' | 'conflict'>;
}

export interface TranscriptFiles {
  put(number: TranscriptNumber, edition: number, pdf: Uint8Array): Promise<void>;
  pdf(number: TranscriptNumber, edition: number): Promise<Uint8Array | undefined>;
}

export interface PrintedTranscript {
  readonly facts: TranscriptFacts;
  readonly number: TranscriptNumber;
  readonly edition: number;
  /** ISO 8601 UTC. */
  readonly asOf: string;
  readonly issuerName: string;
  /** What its QR code opens. */
  readonly verifyUrl: string;
}

export interface TranscriptPrinter {
  /** A tagged PDF; the same facts give the same bytes. */
  print(transcript: PrintedTranscript): Promise<Uint8Array>;
}
