import type { Digest, PersonId, Signer } from '@sinau/kernel';
import { numberGroups, readEditionNumber } from '../number-letters.ts';
import type { TranscriptNumber } from './transcript.ts';

/** Of one person and year, always the same one; unguessable for those who know both. */
export function transcriptNumber(
  deps: { readonly signer: Signer; readonly digest: Digest },
  { personId, year }: { readonly personId: PersonId; readonly year: number },
): TranscriptNumber {
  const groups = numberGroups(deps, { purpose: 'transcript-number', text: `${year} ${personId}` });
  return `SINAU-JP-${groups}` as TranscriptNumber;
}

/** As it is printed, with its edition: who types less is led to the latest. */
export const printedNumber = (of: { readonly number: TranscriptNumber; readonly edition: number }): string =>
  `${of.number}-${of.edition}`;

/** Reads what somebody has typed from paper. */
export const readTranscriptNumber = (
  text: string,
): { readonly number: TranscriptNumber; readonly edition?: number } | undefined =>
  readEditionNumber<TranscriptNumber>('JP', text);
