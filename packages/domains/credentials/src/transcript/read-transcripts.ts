import type { Clock, Digest, Jp, PersonId, Signer } from '@sinau/kernel';
import { NotReadyYet } from '../errors.ts';
import { printedNumber, readTranscriptNumber, transcriptNumber } from './number.ts';
import { isWaiting } from './order-transcript.ts';
import type { TranscriptFiles, TranscriptStore } from './ports.ts';
import type { TranscriptEdition } from './transcript.ts';

/** How far the transcript of a year has come. `late`: it should be there by now and may be asked for again. */
export interface TranscriptState {
  readonly state: 'none' | 'making' | 'late' | 'ready';
  /** The latest there is, also while the next is being made. */
  readonly edition?: TranscriptEdition;
}

interface ReadDeps {
  readonly transcripts: TranscriptStore;
  readonly signer: Signer;
  readonly digest: Digest;
}

interface OfYear {
  readonly personId: PersonId;
  readonly year: number;
}

/** Who may ask, the caller has decided. */
export async function readTranscript(
  deps: ReadDeps & { readonly clock: Clock },
  of: OfYear,
): Promise<TranscriptState> {
  const number = transcriptNumber(deps, of);
  const found = await deps.transcripts.find(number);
  if (!found) return { state: 'none' };
  const edition = await deps.transcripts.findEdition(number, found.latest);
  const state = found.asked ? (isWaiting(found, deps.clock.now()) ? 'making' : 'late') : 'ready';
  return { state, ...(edition && { edition }) };
}

/** The latest edition. Who may have it, the caller has decided. */
export async function downloadTranscript(
  deps: ReadDeps & { readonly transcriptFiles: TranscriptFiles },
  of: OfYear,
): Promise<{ readonly edition: TranscriptEdition; readonly pdf: Uint8Array }> {
  const number = transcriptNumber(deps, of);
  const found = await deps.transcripts.find(number);
  const edition = found && (await deps.transcripts.findEdition(number, found.latest));
  const pdf = edition && (await deps.transcriptFiles.pdf(edition));
  if (!pdf) throw new NotReadyYet();
  return { edition, pdf };
}

/** The same for machines, as JSON or as a token. Those of before there were any have none. */
export async function downloadRecord(
  deps: ReadDeps & { readonly transcriptFiles: TranscriptFiles },
  of: OfYear & { readonly form: 'clr' | 'jwt' },
): Promise<{ readonly edition: TranscriptEdition; readonly text: string }> {
  const number = transcriptNumber(deps, of);
  const found = await deps.transcripts.find(number);
  const edition = found && (await deps.transcripts.findEdition(number, found.latest));
  const text = edition && (await deps.transcriptFiles[of.form](edition));
  if (!edition || text === undefined) throw new NotReadyYet();
  return { edition, text };
}

/** What anybody who has the number may know: no NIP, no agency, nothing of what was learned. */
export interface PublicTranscript {
  /** With its edition. */
  readonly number: string;
  readonly holderName: string;
  readonly year: number;
  readonly recognised: Jp;
  readonly asOf: string;
  readonly edition: number;
  readonly pdfSha256: string;
  /** There is one that was made later. */
  readonly newer?: { readonly edition: number; readonly asOf: string };
}

/** By what was typed from paper; without an edition, the latest. */
export async function verifyTranscript(
  deps: { readonly transcripts: TranscriptStore },
  { typed }: { readonly typed: string },
): Promise<PublicTranscript | undefined> {
  const read = readTranscriptNumber(typed);
  const found = read && (await deps.transcripts.find(read.number));
  if (!found) return undefined;
  const [edition, latest] = await Promise.all([
    deps.transcripts.findEdition(found.number, read.edition ?? found.latest),
    deps.transcripts.findEdition(found.number, found.latest),
  ]);
  if (!edition || !latest) return undefined;
  const { holderName, year, recognised, asOf, pdfSha256 } = edition;
  return {
    ...{ number: printedNumber(edition), holderName, year, recognised, asOf, pdfSha256 },
    edition: edition.edition,
    ...(latest.edition > edition.edition && { newer: { edition: latest.edition, asOf: latest.asOf } }),
  };
}
