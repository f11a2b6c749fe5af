import type { Digest, PersonId, Signer } from '@sinau/kernel';
import { asDigits, groupPattern, numberGroups, typedParts } from '../number-letters.ts';
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

const pattern = new RegExp(`^SINAU-JP(?:${groupPattern}){3}$`);

/** Reads what somebody has typed from paper. */
export function readTranscriptNumber(
  text: string,
): { readonly number: TranscriptNumber; readonly edition?: number } | undefined {
  const [prefix, kind, ...rest] = typedParts(text);
  const [first = '', second = '', third = '', edition, more] = rest.map(asDigits);
  const number = [prefix, kind, first, second, third].join('-');
  if (!pattern.test(number) || more !== undefined) return undefined;
  if (edition === undefined) return { number: number as TranscriptNumber };
  return /^[1-9]\d{0,4}$/.test(edition)
    ? { number: number as TranscriptNumber, edition: Number(edition) }
    : undefined;
}
