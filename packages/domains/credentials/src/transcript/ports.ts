import type { PersonId } from '@sinau/kernel';
import type { JsonLd } from '@sinau/open-badges';
import type {
  Transcript,
  TranscriptEdition,
  TranscriptFacts,
  TranscriptFilesPlace,
  TranscriptNumber,
} from './transcript.ts';

export interface TranscriptSource {
  /** A year of the ledger as it is now. Undefined when there is no such person. */
  read(of: { readonly personId: PersonId; readonly year: number }): Promise<TranscriptFacts | undefined>;
}

/** Rejects with `Unavailable` when the store does not answer. Reads see every write that was answered before. */
export interface TranscriptStore {
  find(number: TranscriptNumber): Promise<Transcript | undefined>;
  findEdition(number: TranscriptNumber, edition: number): Promise<TranscriptEdition | undefined>;
  /**
   * Writes with `rev` one higher if the stored one still has `next.rev`, or there is none and it is 0. The edition, and the place that joins the
   * list of revoked credentials, are written with it or not at all.
   */
  change(
    next: Transcript,
    made?: { readonly edition: TranscriptEdition; readonly revoked?: number },
  ): Promise<'changed' | 'conflict'>;
  /** The place of a record that nobody was given joins the list of revoked credentials. */
  revoke(place: number): Promise<void>;
}

/** The printed transcript, and the same for machines: a record of CLR 2.0, and the sum of the year as JWT. */
export interface TranscriptDocuments {
  readonly pdf: Uint8Array;
  readonly clr: JsonLd;
  readonly jwt: string;
}

/** Undefined for what there is none of. */
export interface TranscriptFiles {
  put(place: TranscriptFilesPlace, documents: TranscriptDocuments): Promise<void>;
  pdf(place: TranscriptFilesPlace): Promise<Uint8Array | undefined>;
  clr(place: TranscriptFilesPlace): Promise<string | undefined>;
  jwt(place: TranscriptFilesPlace): Promise<string | undefined>;
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
