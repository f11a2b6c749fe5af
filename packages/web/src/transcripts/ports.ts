import type { Jp, PersonPrincipal } from '@sinau/kernel';
import type { SealStandingView, SealToldView } from '../seals/ports.ts';

/** The latest edition of the transcript of a year. */
export interface TranscriptEditionView {
  /** With its edition, as it is printed. */
  readonly number: string;
  /** When the ledger was read. */
  readonly asOf: string;
  readonly recognised: Jp;
  /** Where anybody checks it. */
  readonly verifyUrl: string;
  /** How far its seal is; absent where nobody has asked for one. */
  readonly seal?: SealStandingView;
}

export interface TranscriptView {
  readonly year: number;
  /** Years that have lines in the ledger, latest first, with this one. */
  readonly years: readonly number[];
  /** `late`: it should be there by now, and may be asked for again. */
  readonly state: 'none' | 'making' | 'late' | 'ready';
  /** Also while the next is being made. */
  readonly edition?: TranscriptEditionView;
  /** Of whom, where it is somebody else. */
  readonly holder?: { readonly personId: string; readonly name: string };
}

/** `personId` absent: the reader's own. */
interface TranscriptAsked {
  readonly personId?: string;
  readonly year: number | undefined;
}

/** What anybody who has the number may know. */
export interface VerifiedTranscriptView {
  readonly number: string;
  readonly holderName: string;
  readonly year: number;
  readonly recognised: Jp;
  readonly asOf: string;
  readonly edition: number;
  readonly pdfSha256: string;
  /** Absent while it is not sealed. */
  readonly seal?: SealToldView;
  /** There is one that was made later. */
  readonly newer?: { readonly edition: number; readonly asOf: string };
}

export interface TranscriptsPorts {
  /** `year` absent: this year where the person is. */
  transcriptOf(reader: PersonPrincipal, asked: TranscriptAsked): Promise<TranscriptView>;
  order(reader: PersonPrincipal, place: { readonly personId?: string; readonly year: number }): Promise<void>;
  /** Undefined where there is none yet, and without a year. */
  pdfOf(
    reader: PersonPrincipal,
    asked: TranscriptAsked,
  ): Promise<{ readonly number: string; readonly pdf: Uint8Array } | undefined>;
  /** The same for machines: a record of CLR 2.0, or the sum of the year as a token. */
  recordOf(
    reader: PersonPrincipal,
    asked: TranscriptAsked & { readonly form: 'clr' | 'jwt' },
  ): Promise<{ readonly number: string; readonly text: string } | undefined>;
  /** The number as it is written, if it can be one. */
  numberIn(typed: string): Promise<string | undefined>;
  verify(typed: string): Promise<VerifiedTranscriptView | undefined>;
}
