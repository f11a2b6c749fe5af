import type { Digest, Signer } from '@sinau/kernel';
import { numberGroups, readEditionNumber } from '../number-letters.ts';
import type { FormNumber, FormSource } from './form.ts';

/** Of one session, always the same one; unguessable for those who know the session. */
export function formNumber(
  deps: { readonly signer: Signer; readonly digest: Digest },
  { pairId, sessionId }: FormSource,
): FormNumber {
  const groups = numberGroups(deps, { purpose: 'signed-form-number', text: `${pairId} ${sessionId}` });
  return `SINAU-CM-${groups}` as FormNumber;
}

/** As it is printed, with its edition. */
export const printedFormNumber = (of: { readonly number: FormNumber; readonly edition: number }): string =>
  `${of.number}-${of.edition}`;

/** Reads what somebody has typed from paper; without its edition it is that of the latest. */
export const readFormNumber = (
  text: string,
): { readonly number: FormNumber; readonly edition?: number } | undefined =>
  readEditionNumber<FormNumber>('CM', text);
