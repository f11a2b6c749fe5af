import type { Digest, Signer } from '@sinau/kernel';
import type { CertificateNumber } from './certificate.ts';
import { asDigits, groupPattern, numberGroups, typedParts } from './number-letters.ts';

/**
 * The number of the certificate for an enrolment: always the same one, so that whatever repeats issues nothing twice
 * (invariant 4), and unguessable for those who know the enrolment, such as its provider (60 bits).
 */
export function certificateNumber(
  deps: { readonly signer: Signer; readonly digest: Digest },
  { registration }: { readonly registration: string },
): CertificateNumber {
  const groups = numberGroups(deps, { purpose: 'certificate-number', text: registration });
  return `SINAU-${groups}` as CertificateNumber;
}

const pattern = new RegExp(`^SINAU(?:${groupPattern}){3}$`);

/** Reads what somebody has typed from paper. */
export function readCertificateNumber(text: string): CertificateNumber | undefined {
  const [prefix, ...rest] = typedParts(text);
  const read = [prefix, ...rest.map(asDigits)].join('-');
  return pattern.test(read) ? (read as CertificateNumber) : undefined;
}
